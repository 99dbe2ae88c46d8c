using System.Collections;
using System.Management.Automation;
using System.Security;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Binding;

/// <summary>
/// The credentials that came down the pipeline, as from <c>Get-Secret</c>. Nothing of what came is quoted: it may be the secret itself.
/// </summary>
internal static class PipedCredential
{
    private const string Source = "the pipeline to Connect-Zec";

    /// <summary>The one credential among what came.</summary>
    /// <exception cref="ZecConfigurationException">There is not exactly one, or it is of another kind.</exception>
    public static ZecCredential Of(IReadOnlyList<object?> piped) => piped switch
    {
        [] or [null] => throw new ZecConfigurationException(
            "CredentialMissing", "No credential came down the pipeline. Check the name of the secret, and that the vault is unlocked."),
        [PSCredential credential] => ZecCredential.FromAccessKey(credential.UserName, SecretText.Of(credential.Password), Source),
        [IDictionary map] => Of(map),
        [SecureString or string] => throw new ZecConfigurationException(
            "CredentialKind", "A string alone is not a credential: it can be a token or a part of an access key. Pipe a PSCredential, or use -Token."),
        [_] => throw new ZecConfigurationException(
            "CredentialKind", "Connect-Zec takes a PSCredential from the pipeline, or a hashtable with AccessKeyId and AccessKeySecret, or with Token."),
        _ => throw new ZecConfigurationException(
            "SeveralCredentials", $"{piped.Count} objects came down the pipeline, and a connection has one credential."),
    };

    private static ZecCredential Of(IDictionary map) => (Value(map, "AccessKeyId"), Value(map, "AccessKeySecret"), Value(map, "Token")) switch
    {
        ({ } id, { } secret, null) => ZecCredential.FromAccessKey(id, secret, Source),
        (null, null, { } token) => ZecCredential.FromToken(token, Source),
        _ => throw new ZecConfigurationException(
            "CredentialIncomplete", "The hashtable from the pipeline needs the keys AccessKeyId and AccessKeySecret, or the key Token alone."),
    };

    private static string? Value(IDictionary map, string name) => map.Keys.OfType<string>().FirstOrDefault(key => key.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } key
        ? Items.Unwrapped(map[key]) switch
        {
            string text => text,
            SecureString secret => SecretText.Of(secret),
            _ => null,
        }
        : null;
}
