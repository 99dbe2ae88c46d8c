using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ZenlayerZec.Client.Transport;

/// <summary>
/// Takes secrets out of any text before a person can see it, also where a server echoed them back: the connection's, those that
/// a request carries by its properties' names, such as a password, and any proof of a request, which somebody could use again
/// for some minutes.
/// </summary>
internal sealed class SecretFilter
{
    private const string Removed = "[removed]";

    /// <summary>
    /// What the names of secret properties are or end with: passwords and their like, and what a new machine runs first, where
    /// people put more of them.
    /// </summary>
    private static readonly string[] SecretNames = ["password", "secret", "token", "userData"];

    private static readonly Regex Proof = new("(Signature=|Bearer )[^\\s\",;]+", RegexOptions.CultureInvariant);

    private static readonly Regex SecretProperty = new(
        $$"""("[^"\\]*(?:{{string.Join("|", SecretNames)}})"\s*:\s*)(?:"[^"\\]*(?:\\.[^"\\]*)*\\?"?|[^\s"\[\]{},]+)""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline);

    private readonly string[] _secrets;

    /// <param name="secrets">What to remove wherever it stands.</param>
    public SecretFilter(params IEnumerable<string> secrets)
    {
        // The longest first: one that is a part of another would leave the rest of it.
        _secrets = [.. secrets
            .Where(secret => secret.Length > 0)
            .SelectMany(secret => new[] { secret, JsonEncodedText.Encode(secret).ToString() })
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(secret => secret.Length)];
    }

    /// <summary>A filter that also knows what one request carries.</summary>
    /// <param name="body">The request's JSON; its secrets are known by their properties' names.</param>
    /// <param name="others">What else of it is secret.</param>
    public SecretFilter With(byte[] body, IEnumerable<string>? others)
    {
        string[] found = [.. SecretsIn(body), .. others ?? []];
        return found.Length == 0 ? this : new SecretFilter(_secrets.Concat(found));
    }

    public string Clean(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, Removed);
        }

        return Proof.Replace(SecretProperty.Replace(text, $"$1\"{Removed}\""), Removed);
    }

    /// <summary>A request's or an answer's headers as lines; what proves the request is removed whole.</summary>
    public string Clean(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers)
    {
        var lines = new StringBuilder();
        foreach (var header in headers)
        {
            var secretByName = header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
                || header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase)
                || header.Key.Equals("Proxy-Authorization", StringComparison.OrdinalIgnoreCase);
            lines.Append(header.Key).Append(": ")
                .AppendLine(secretByName ? Removed : Clean(string.Join(", ", header.Value)));
        }

        return lines.ToString();
    }

    private static List<string> SecretsIn(byte[] body)
    {
        var found = new List<string>();
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName
                && reader.GetString() is { } name
                && SecretNames.Any(secret => name.EndsWith(secret, StringComparison.OrdinalIgnoreCase)))
            {
                reader.Read();
                if (reader.TokenType == JsonTokenType.String)
                {
                    found.Add(reader.GetString()!);
                }
            }
        }

        return found;
    }
}
