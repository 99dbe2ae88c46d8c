using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Signing;

namespace ZenlayerZec.Client.Credentials;

/// <summary>
/// How requests prove who sends them. The secret can be used, and cannot be read: no property, no text and no error of this
/// type carries it.
/// </summary>
public abstract class ZecCredential
{
    private protected ZecCredential(string source, string secret)
    {
        Source = source;
        Secret = secret;
    }

    /// <summary>Where it came from, in words, such as <c>profile prod</c>.</summary>
    public string Source { get; }

    /// <summary>The access key's ID; null for a token.</summary>
    public virtual string? AccessKeyId => null;

    /// <summary>
    /// Who proves requests by it, in a word that is no secret: the access key's ID; for a token, which has none, a mark that tells it from
    /// others.
    /// </summary>
    internal virtual string Caller => AccessKeyId!;

    /// <summary>What must never be shown.</summary>
    internal string Secret { get; }

    /// <summary>An access key pair.</summary>
    /// <param name="accessKeyId">The key's ID; not a secret.</param>
    /// <param name="accessKeySecret">The key's secret.</param>
    /// <param name="source">Where they came from, in words.</param>
    /// <returns>A credential that signs every request.</returns>
    /// <exception cref="ZecConfigurationException">One of them is empty, or holds what no header may hold.</exception>
    public static ZecCredential FromAccessKey(string accessKeyId, string accessKeySecret, string source)
        => new AccessKeyCredential(Usable(accessKeyId, "access key ID", source), Usable(accessKeySecret, "access key secret", source), source);

    /// <summary>A bearer token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="source">Where it came from, in words.</param>
    /// <returns>A credential that shows the token with every request.</returns>
    /// <exception cref="ZecConfigurationException">It is empty, or holds what no header may hold.</exception>
    public static ZecCredential FromToken(string token, string source) => new TokenCredential(Usable(token, "token", source), source);

    /// <summary>Whether another stands for the same caller with the same secret.</summary>
    /// <param name="other">Another.</param>
    /// <returns>True where requests are proved alike.</returns>
    public bool IsSame(ZecCredential other)
        => other is not null && AccessKeyId == other.AccessKeyId && string.Equals(Secret, other.Secret, StringComparison.Ordinal);

    /// <summary>What it is and where it came from, without the secret.</summary>
    public abstract override string ToString();

    /// <summary>The headers that prove a request, in the order in which they are sent.</summary>
    /// <param name="contentType">The Content-Type as it is sent.</param>
    /// <param name="host">The Host as it is sent.</param>
    /// <param name="unixSeconds">The time in seconds since 1970, corrected to the service's clock.</param>
    /// <param name="body">The body as it is sent.</param>
    internal abstract KeyValuePair<string, string>[] Prove(string contentType, string host, long unixSeconds, byte[] body);

    private static string Usable(string? value, string what, string source)
    {
        var trimmed = value?.Trim();
        if (string.IsNullOrEmpty(trimmed))
        {
            throw new ZecConfigurationException("CredentialIncomplete", $"The {what} from {source} is empty.");
        }

        // Never the value itself: it may be most of a secret.
        return trimmed!.All(c => c is > ' ' and <= '~')
            ? trimmed!
            : throw new ZecConfigurationException(
                "CredentialMalformed", $"The {what} from {source} holds a character that an HTTP header cannot carry.");
    }

    private sealed class AccessKeyCredential(string accessKeyId, string accessKeySecret, string source)
        : ZecCredential(source, accessKeySecret)
    {
        public override string AccessKeyId { get; } = accessKeyId;

        public override string ToString() => $"access key {AccessKeyId} ({Source})";

        internal override KeyValuePair<string, string>[] Prove(
            string contentType, string host, long unixSeconds, byte[] body) =>
        [
            new("X-ZC-Timestamp", unixSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new("X-ZC-Signature-Method", Zc2Signature.Method),
            new("Authorization", Zc2Signature.Authorization(AccessKeyId, Secret, contentType, host, unixSeconds, body)),
        ];
    }

    private sealed class TokenCredential(string token, string source) : ZecCredential(source, token)
    {
        internal override string Caller { get; } = $"token-{Zc2Signature.Mark(token)}";

        public override string ToString() => $"token ({Source})";

        internal override KeyValuePair<string, string>[] Prove(
            string contentType, string host, long unixSeconds, byte[] body) => [new("Authorization", $"Bearer {Secret}")];
    }
}
