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

    /// <summary>Whether requests are not encrypted, which is allowed only where they do not leave this computer.</summary>
    internal bool IsPlain => Root.Scheme != Uri.UriSchemeHttps;

    /// <summary>Where ZEC's actions are posted.</summary>
    internal Uri Service { get; }

    /// <summary>The Host header as it is sent and signed, with the port where that is not the default.</summary>
    internal string Host { get; }

    /// <summary>Reads an endpoint as a person writes it: a URL, or a host name, which means https.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <returns>A checked endpoint.</returns>
    /// <exception cref="ZecConfigurationException">
    /// It is not a URL; it has a path, a query or a user in it; or it would send credentials in the clear to another machine.
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
            // Not quoted: what is wrong with it may be a character of a password in it.
            throw Bad($"The endpoint is not a valid URL. A valid endpoint looks like {Default}");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw Bad($"The endpoint {Named(uri)} contains a user name or a password. Remove it.");
        }

        if (uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.AbsolutePath.TrimEnd('/') is not ("" or ServicePath))
        {
            throw Bad($"The endpoint {Named(uri)} has a path or a query. An endpoint is a host only, such as {Default}");
        }

        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        {
            throw Bad($"The endpoint {Named(uri)} is not https. Without https, only an address of this computer is allowed.");
        }

        return new ZecEndpoint(new Uri(uri.GetLeftPart(UriPartial.Authority)));
    }

    /// <summary>The endpoint's URL.</summary>
    public override string ToString() => Root.GetLeftPart(UriPartial.Authority);

    /// <summary>As much of a URL as may be shown: no user, no password, and no query, which may hold a token.</summary>
    internal static string Named(Uri uri) => uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    private static string HostName(Uri uri)
        => uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost.ToLowerInvariant();

    private static ZecConfigurationException Bad(string message) => new("EndpointInvalid", message);
}
