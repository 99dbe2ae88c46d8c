using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Client.Transport;

/// <summary>
/// Every text that came from elsewhere goes through here before a person can see it: from the service, a proxy, a URL, and .NET's own
/// exceptions that quote them. It takes out the connection's secrets and the proxy's, those that a request carries by its properties' names,
/// such as a password, and any proof of a request, which somebody could use again for some minutes; also where a server sent them back.
/// </summary>
internal sealed class SecretFilter
{
    private const int LongestQuote = 500;
    private const int MostInnerExceptions = 8;
    private const int MostEscapes = 3;

    // Data is removed from only what cannot be there by chance: a credential of the vendor's length, or a password that the very request
    // carried; of a proxy's, nothing is known.
    private const int ShortestCredentialInData = 16;
    private const int ShortestPasswordInData = 8;
    private const int NeverInData = int.MaxValue;

    /// <summary>
    /// What the names of secret properties are or end with: passwords and their like, and what a new machine runs first, where
    /// people put more of them.
    /// </summary>
    private static readonly string[] SecretNames = ["password", "secret", "token", "userData"];

    /// <summary>What a secret property of an answer is called: the address by which DescribeVncUrl opens a console without any other credential.</summary>
    private const string SecretAnswer = "url";

    /// <summary>
    /// A text without any of these has no escape, no property and no proof. Most have none, such as the ID of a request: the regular
    /// expressions of <see cref="SecretText"/> are then not even made, which would be a part of what the first call of a process takes.
    /// </summary>
    private static readonly char[] Marks = ['%', '\\', '"', '=', ' '];

    private static readonly string[] SecretHeaders = ["Authorization", "Proxy-Authorization", "Set-Cookie"];

    private readonly SecretForm[] _forms;

    /// <param name="secrets">What to remove wherever it stands.</param>
    public SecretFilter(params string[] secrets)
        : this([], secrets, ShortestCredentialInData)
    {
    }

    private SecretFilter(IEnumerable<SecretForm> known, IEnumerable<string> secrets, int shortestInData)
        => _forms = SecretForm.Sorted(known.Concat(secrets.SelectMany(secret => SecretForm.Of(secret, shortestInData))));

    private SecretFilter(SecretForm[] forms) => _forms = forms;

    /// <summary>A filter for texts that can hold no secret of a connection.</summary>
    public static SecretFilter None { get; } = new();

    /// <summary>A filter that also knows what one request carries.</summary>
    /// <param name="body">The request's JSON; its secrets are known by their properties' names.</param>
    /// <param name="others">What else of it is secret.</param>
    public SecretFilter With(byte[] body, IEnumerable<string>? others)
    {
        string[] found = [.. SecretsIn(body), .. others ?? []];
        return found.Length == 0 ? this : new SecretFilter(_forms, found, ShortestPasswordInData);
    }

    /// <summary>A filter that also knows what a proxy is shown.</summary>
    /// <param name="secrets">The proxy's password and its like.</param>
    public SecretFilter WithProxy(IEnumerable<string> secrets) => new(_forms, secrets, NeverInData);

    /// <summary>A filter that also knows what proves one request, where a server sends back no more than the signature itself.</summary>
    /// <param name="headers">The request's headers.</param>
    public SecretFilter WithProof(HttpRequestHeaders headers)
    {
        const string Name = "Signature=";
        var proof = headers.TryGetValues("Authorization", out var values) ? values.First() : string.Empty;
        var at = proof.IndexOf(Name, StringComparison.Ordinal);
        return at < 0 ? this : new SecretFilter([new SecretForm(proof.Substring(at + Name.Length), isRemovedFromData: true), .. _forms]);
    }

    /// <summary>A text of any length and any number of lines without its secrets.</summary>
    public string Clean(string text)
    {
        var clean = WithoutForms(text);
        if (text.IndexOfAny(Marks) < 0)
        {
            return clean;
        }

        // There are many ways to escape a text in a URL or in JSON, and one to read it. What hides no secret stays as it was written.
        var read = clean;
        for (var depth = 0; depth < MostEscapes && Unescaped(read) is var inner && inner != read; depth++)
        {
            read = WithoutForms(inner);
            clean = read == inner ? clean : read;
        }

        return SecretText.Proof.Replace(SecretText.Property.Replace(clean, $"$1\"{SecretForm.Removed}\""), SecretForm.Removed);
    }

    /// <summary>A request's or an answer's headers as lines; what proves the request is removed whole.</summary>
    public string Clean(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers) => string.Concat(headers.Select(header =>
    {
        var isSecret = SecretHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase);
        return $"{Clean(header.Key)}: {(isSecret ? SecretForm.Removed : Clean(string.Join(", ", header.Value)))}\n";
    }));

    /// <summary>A text for a message: without secrets, on one line, not endless, with nothing that acts on a screen.</summary>
    public string Quote(string text)
    {
        var clean = VisibleText.Of(Clean(text)).Trim();
        return clean.Length <= LongestQuote ? clean : $"{clean.Substring(0, LongestQuote)}…";
    }

    /// <summary>
    /// What stands in for an exception of .NET behind one of this client: .NET quotes what a server or a proxy said, and addresses with the
    /// passwords in them.
    /// </summary>
    public Exception StandIn(Exception failure) => StandIn(failure, MostInnerExceptions)!;

    /// <summary>What an exception says, without secrets and cut to a sentence.</summary>
    public string QuoteMessage(Exception failure)
    {
        try
        {
            return Quote(failure.Message);
        }
        catch (Exception)
        {
            // Its text may be computed by code that fails in its turn. What happened must be told all the same.
            return "it does not say why";
        }
    }

    /// <summary>Takes the secrets that an answer was asked with out of it.</summary>
    public void Clean(AnswerBody answer)
    {
        foreach (var form in _forms)
        {
            if (form.IsRemovedFromData)
            {
                answer.Remove(Encoding.UTF8.GetBytes(form.Text));
            }
        }
    }

    private static string Unescaped(string text) => Uri.UnescapeDataString(SecretText.JsonEscape.Replace(
        text,
        escape => escape.Groups[1] is { Success: true, Value: var code }
            ? ((char)ushort.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
            : escape.Groups[2].Value));

    private string WithoutForms(string text)
    {
        foreach (var form in _forms)
        {
            text = form.RemoveFrom(text);
        }

        return text;
    }

    private ForeignException? StandIn(Exception? failure, int depth) => failure is null || depth == 0
        ? null
        : new ForeignException($"{failure.GetType().FullName}: {QuoteMessage(failure)}", StandIn(failure.InnerException, depth - 1));

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

    /// <summary>The patterns of secrets whose values are not known. They are created for the first text that may contain one.</summary>
    private static class SecretText
    {
        public static readonly Regex Proof = new("(Signature=|Bearer )[^\\s\",;]+", RegexOptions.CultureInvariant);

        public static readonly Regex JsonEscape = new("""\\(?:u([0-9A-Fa-f]{4})|(["\\/]))""", RegexOptions.CultureInvariant);

        public static readonly Regex Property = new(
            $$"""("(?:[^"\\]*(?:{{string.Join("|", SecretNames)}})|{{SecretAnswer}})"\s*:\s*)(?:"[^"\\]*(?:\\.[^"\\]*)*\\?"?|[^\s"\[\]{},]+)""",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline);
    }
}
