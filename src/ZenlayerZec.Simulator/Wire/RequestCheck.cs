using System.Globalization;
using System.Text.RegularExpressions;
using ZenlayerZec.Client.Signing;

namespace ZenlayerZec.Simulator.Wire;

/// <summary>What the service looks at before it looks at the action: where the request went, and who sent it.</summary>
internal sealed class RequestCheck(SimulatorOptions options, TimeProvider clock)
{
    private const string Path = "/api/v2/zec";

    private static readonly TimeSpan LargestClockDifference = TimeSpan.FromSeconds(300);

    private static readonly Regex Signed = new(
        "^ZC2-HMAC-SHA256 Credential=([^,]+), *SignedHeaders=content-type;host, *Signature=([0-9A-Fa-f]{64})$",
        RegexOptions.CultureInvariant);

    /// <summary>Why the request is not let in; null where it is.</summary>
    public ServiceRefusal? Refuse(SimulatedRequest request)
    {
        if (request.Method != "POST" || request.Path.TrimEnd('/') != Path)
        {
            return new ServiceRefusal(404, "NOT_FOUND", $"There is nothing at {request.Method} {request.Path}.");
        }

        const string Bearer = "Bearer ";
        var authorization = request.Header("Authorization") ?? string.Empty;
        if (authorization.StartsWith(Bearer, StringComparison.Ordinal))
        {
            return authorization.Substring(Bearer.Length) == options.Token
                ? null
                : new ServiceRefusal(401, "AUTHFAILURE_INVALID_AUTHORIZATION", "The token is not valid.");
        }

        var match = Signed.Match(authorization);
        if (!match.Success || !long.TryParse(request.Header("X-ZC-Timestamp"), NumberStyles.None, CultureInfo.InvariantCulture, out var time))
        {
            return new ServiceRefusal(401, "AUTHFAILURE_INVALID_AUTHORIZATION", "The authorization is malformed.");
        }

        var difference = clock.GetUtcNow().ToUnixTimeSeconds() - time;
        if (Math.Abs((double)difference) > LargestClockDifference.TotalSeconds)
        {
            return new ServiceRefusal(401, "AUTHFAILURE_SIGNATURE_EXPIRED", "The timestamp and the server's time differ too much.");
        }

        var expected = Zc2Signature.Authorization(
            options.AccessKeyId,
            options.AccessKeySecret,
            request.Header("Content-Type") ?? string.Empty,
            request.Header("Host") ?? string.Empty,
            time,
            request.Body);
        return match.Groups[1].Value == options.AccessKeyId
            && string.Equals(match.Groups[2].Value, Signed.Match(expected).Groups[2].Value, StringComparison.OrdinalIgnoreCase)
                ? null
                : new ServiceRefusal(401, "AUTHFAILURE_SIGNATURE_FAILURE", "The signature does not match.");
    }
}
