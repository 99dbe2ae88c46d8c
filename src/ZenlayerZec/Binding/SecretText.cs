using System.Net;
using System.Security;

namespace ZenlayerZec.Binding;

/// <summary>Opens a secret, at the last moment before it goes into a request.</summary>
internal static class SecretText
{
    public static string Of(SecureString secret) => new NetworkCredential(string.Empty, secret).Password;
}
