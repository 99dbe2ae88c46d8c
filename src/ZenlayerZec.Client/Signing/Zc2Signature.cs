using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ZenlayerZec.Client.Signing;

/// <summary>
/// The API's request signature, ZC2-HMAC-SHA256: the vendor's page "signature method", whose published vectors are tests.
/// The path and the action are not signed; the body, the content type, the host and the time are.
/// </summary>
internal static class Zc2Signature
{
    /// <summary>The method's name, sent as <c>X-ZC-Signature-Method</c>.</summary>
    public const string Method = "ZC2-HMAC-SHA256";

    private const string SignedHeaders = "content-type;host";

    /// <summary>The value of the Authorization header.</summary>
    /// <param name="accessKeyId">The access key's ID.</param>
    /// <param name="accessKeySecret">The access key's secret.</param>
    /// <param name="contentType">The Content-Type header exactly as it is sent.</param>
    /// <param name="host">The Host header exactly as it is sent, with its port where that is not the default.</param>
    /// <param name="unixSeconds">The time, as in <c>X-ZC-Timestamp</c>.</param>
    /// <param name="body">The body's bytes exactly as they are sent.</param>
    public static string Authorization(
        string accessKeyId, string accessKeySecret, string contentType, string host, long unixSeconds, byte[] body)
    {
        var toSign = StringToSign(contentType, host, unixSeconds, body);
        var signature = Hex(HmacSha256(Encoding.UTF8.GetBytes(accessKeySecret), Encoding.UTF8.GetBytes(toSign)));
        return $"{Method} Credential={accessKeyId}, SignedHeaders={SignedHeaders}, Signature={signature}";
    }

    /// <summary>What the signature is made over: the method, the time, and a hash of what is signed of the request.</summary>
    public static string StringToSign(string contentType, string host, long unixSeconds, byte[] body)
    {
        var canonical = $"POST\n/\n\ncontent-type:{contentType}\nhost:{host}\n\n{SignedHeaders}\n{Hex(Sha256(body))}";
        return string.Join(
            "\n", Method, unixSeconds.ToString(CultureInfo.InvariantCulture), Hex(Sha256(Encoding.UTF8.GetBytes(canonical))));
    }

    /// <summary>A mark by which a token is told from others and cannot be guessed: the start of its hash.</summary>
    public static string Mark(string token) => Hex(Sha256(Encoding.UTF8.GetBytes(token))).Substring(0, 8);

#if NET
    private static byte[] Sha256(byte[] data) => SHA256.HashData(data);

    private static byte[] HmacSha256(byte[] key, byte[] data) => HMACSHA256.HashData(key, data);

    private static string Hex(byte[] data) => Convert.ToHexString(data).ToLowerInvariant();
#else
    private static byte[] Sha256(byte[] data)
    {
        using var algorithm = SHA256.Create();
        return algorithm.ComputeHash(data);
    }

    private static byte[] HmacSha256(byte[] key, byte[] data)
    {
        using var algorithm = new HMACSHA256(key);
        return algorithm.ComputeHash(data);
    }

    private static string Hex(byte[] data)
    {
        var text = new StringBuilder(data.Length * 2);
        foreach (var value in data)
        {
            text.Append(value.ToString("x2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
#endif
}
