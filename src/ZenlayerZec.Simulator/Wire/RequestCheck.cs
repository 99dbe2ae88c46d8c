using System.Globalization;
using System.Text.RegularExpressions;
using ZenlayerZec.Client.Signing;
using ZenlayerZec.Simulator.Actions;

namespace ZenlayerZec.Simulator.Wire;

/// <summary>What the service looks at before it carries out an action: where the request went, who sent it, how many came, and which action it is.</summary>
internal sealed class RequestCheck(SimulatorOptions options, TimeProvider clock)
{
    private static readonly string[] Versions = ["2025-09-01", "2024-04-01"];

    private readonly RequestRate? _rate = options.RequestsPerSecond is { } perSecond ? new RequestRate(perSecond, clock) : null;

    private const string Path = "/api/v2/zec";

    private static readonly TimeSpan LargestClockDifference = TimeSpan.FromSeconds(300);

    private static readonly Regex Signed = new(
        "^ZC2-HMAC-SHA256 Credential=([^,]+), *SignedHeaders=content-type;host, *Signature=([0-9A-Fa-f]{64})$",
        RegexOptions.CultureInvariant);

    /// <summary>Looks at a request as far as the action.</summary>
    /// <returns>Why it is not let in; null where it is.</returns>
    public SimulatedAnswer? LetIn(SimulatedRequest request, out SimulatedAction? action)
    {
        action = null;
        if (Refuse(request) is { } refused)
        {
            return ActionAnswer.Refusal(refused);
        }

        if (_rate?.Allows() == false)
        {
            var limited = ActionAnswer.Refusal(new ServiceRefusal(429, "REQUEST_LIMIT_EXCEEDED", "Too many requests."));
            if (options.SendsRetryAfter)
            {
                limited.Headers["Retry-After"] = "1";
            }

            return limited;
        }

        action = Versions.Contains(request.Header("X-ZC-Version") ?? Versions[0]) ? SimulatedAction.Find(request.Action) : null;
        return action is not null ? null : ActionAnswer.Refusal(new ServiceRefusal(
            403,
            "AUTHFAILURE_UNAUTHORIZED_OPERATION",
            "The operation is not authorized, or the interface does not exist: the simulator does not have it."));
    }

    /// <summary>Why the request is refused for where it went or who sent it; null where it is not.</summary>
    private ServiceRefusal? Refuse(SimulatedRequest request)
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
