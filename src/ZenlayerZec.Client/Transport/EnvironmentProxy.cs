#if !NET
using System.Net;
using System.Text.RegularExpressions;

namespace ZenlayerZec.Client.Transport;

/// <summary>
/// The proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name. .NET reads them by itself; .NET Framework reads only what
/// Windows is set to, which stays in force where the variables are not set.
/// </summary>
internal static class EnvironmentProxy
{
    public static IWebProxy? Find()
    {
        var address = Variable("HTTPS_PROXY") ?? Variable("HTTP_PROXY") ?? Variable("ALL_PROXY");
        if (address is null || !Uri.TryCreate(address.Contains("://") ? address : $"http://{address}", UriKind.Absolute, out var proxy))
        {
            return null;
        }

        var exceptions = (Variable("NO_PROXY") ?? string.Empty).Split([','], StringSplitOptions.RemoveEmptyEntries)
            .Select(host => host.Trim().TrimStart('*'))
            .Where(host => host.Length > 0)
            .Select(host => $@"(^|\.|/){Regex.Escape(host.TrimStart('.'))}(:\d+)?$");
        return new WebProxy(proxy, BypassOnLocal: true, [.. exceptions]);
    }

    private static string? Variable(string name)
        => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
#endif
