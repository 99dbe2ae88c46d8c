using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Client;

/// <summary>Where requests go, checked before anything is sent there.</summary>
public sealed class ZecEndpoint
{
    private const string ServicePath = "/api/v2/zec";

    private ZecEndpoint(Uri root)
    {
        Root = root;
        Service = new Uri(root, ServicePath);
        Host = root.IsDefaultPort ? HostName(root) : $"{HostName(root)}:{root.Port}";
    }

    /// <summary>The vendor's one host; ZEC has no regional endpoints.</summary>
    public static ZecEndpoint Default { get; } = new(new Uri("https://console.zenlayer.com/"));

    /// <summary>Scheme, host and port.</summary>
    public Uri Root { get; }

    /// <summary>Where ZEC's actions are posted.</summary>
    internal Uri Service { get; }

    /// <summary>The Host header as it is sent and signed, with the port where that is not the default.</summary>
    internal string Host { get; }

    /// <summary>Reads an endpoint as a person writes it: a URL, or a host name, which means https.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <returns>A checked endpoint.</returns>
    /// <exception cref="ZecConfigurationException">
    /// It is no URL; it has a path, a query or a user in it; or it would send credentials in the clear to another machine.
    /// </exception>
    public static ZecEndpoint Parse(string endpoint)
    {
        var text = endpoint?.Trim() ?? string.Empty;
        if (!text.Contains("://"))
        {
            text = $"https://{text}";
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            throw Bad($"'{endpoint}' is no URL. An endpoint looks like {Default.Root}");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw Bad($"The endpoint {uri.Scheme}://{uri.Authority} carries a user or a password, and must not.");
        }

        if (uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.AbsolutePath.TrimEnd('/') is not ("" or ServicePath))
        {
            throw Bad($"The endpoint '{endpoint}' has a path. It is a host only, such as {Default.Root}");
        }

        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        {
            throw Bad($"The endpoint '{endpoint}' is not https. Without it, only an address of this machine is allowed.");
        }

        return new ZecEndpoint(new Uri(uri.GetLeftPart(UriPartial.Authority)));
    }

    /// <summary>The endpoint's URL.</summary>
    public override string ToString() => Root.GetLeftPart(UriPartial.Authority);

    private static string HostName(Uri uri)
        => uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost.ToLowerInvariant();

    private static ZecConfigurationException Bad(string message) => new("EndpointInvalid", message);
}
