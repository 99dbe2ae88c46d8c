using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Binding;

/// <summary>
/// The credentials that came down the pipeline, as from <c>Get-Secret</c>. No value that came is quoted: it may be the secret itself.
/// </summary>
internal static class PipedCredential
{
    private const string Source = "the pipeline to Connect-Zec";

    private static readonly string[] Keys = ["AccessKeyId", "AccessKeySecret", "Token"];

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

    private static ZecCredential Of(IDictionary map)
    {
        var credential = Read(map);
        string[] others =
        [
            .. map.Keys.Cast<object>().Where(key => !(key is string name && Keys.Contains(name, StringComparer.OrdinalIgnoreCase)))
                .Select(key => VisibleText.Of(Convert.ToString(key, CultureInfo.InvariantCulture) ?? string.Empty)).OrderBy(key => key, StringComparer.Ordinal),
        ];
        return others.Length == 0 ? credential : throw new ZecConfigurationException(
            "CredentialKeyUnknown",
            $"The hashtable from the pipeline has keys that are not a part of a credential: {string.Join(", ", others)}. Only AccessKeyId and "
            + "AccessKeySecret, or Token alone, are read from it. Give what else is to be set, such as the endpoint, as a parameter of Connect-Zec.");
    }

    private static ZecCredential Read(IDictionary map) => (Value(map, "AccessKeyId"), Value(map, "AccessKeySecret"), Value(map, "Token")) switch
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
