using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ZenlayerZec.Client.Transport;

/// <summary>
/// Takes secrets out of any text before a person can see it, also where a server echoed them back: the connection's own, what
/// a request says in confidence, and any proof of a request, which somebody could use again for some minutes.
/// </summary>
internal sealed class SecretFilter(params string[] secrets)
{
    private const string Removed = "[removed]";

    /// <summary>What requests say in confidence: passwords, and what a new machine runs first, where people put more of them.</summary>
    private static readonly string[] Confidential = ["password", "userData"];

    private static readonly Regex Proof = new("(Signature=|Bearer )[^\\s\",;]+", RegexOptions.CultureInvariant);

    /// <summary>The filter of one request and its answer.</summary>
    /// <param name="body">The request's JSON.</param>
    /// <returns>One that also takes out what the request says in confidence.</returns>
    public SecretFilter With(byte[] body)
    {
        var found = InConfidence(body);

        // The longest first: a password may be a part of what a machine runs.
        return found.Count == 0 ? this : new SecretFilter([.. secrets.Concat(found).OrderByDescending(secret => secret.Length)]);
    }

    public string Clean(string text)
        => Proof.Replace(secrets.Aggregate(text, (cleaned, secret) => cleaned.Replace(secret, Removed)), Removed);

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

    private static List<string> InConfidence(byte[] body)
    {
        var found = new List<string>();
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName
                && Confidential.Contains(reader.GetString()!, StringComparer.OrdinalIgnoreCase)
                && reader.Read()
                && reader.TokenType == JsonTokenType.String
                && reader.GetString() is { Length: > 0 } secret)
            {
                // As it is, and as JSON escapes it.
                found.Add(secret);
                found.Add(JsonEncodedText.Encode(secret).ToString());
            }
        }

        return found;
    }
}
