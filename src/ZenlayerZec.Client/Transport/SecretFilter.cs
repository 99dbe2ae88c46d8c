using System.Text;
using System.Text.RegularExpressions;

namespace ZenlayerZec.Client.Transport;

/// <summary>
/// Takes a connection's secret out of any text before a person can see it, also where a server echoed it back; and any proof of
/// a request, which somebody could use again for some minutes.
/// </summary>
internal sealed class SecretFilter(string secret)
{
    private const string Removed = "[removed]";

    private static readonly Regex Proof = new("(Signature=|Bearer )[^\\s\",;]+", RegexOptions.CultureInvariant);

    public string Clean(string text) => Proof.Replace(text.Replace(secret, Removed), Removed);

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
}
