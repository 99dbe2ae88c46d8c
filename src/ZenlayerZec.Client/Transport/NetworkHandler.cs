using System.Net;
#if !NET
using System.Security.Authentication;
#endif

namespace ZenlayerZec.Client.Transport;

/// <summary>Makes what carries requests over the network: kept-alive connections, compression, the proxy, no redirects.</summary>
internal static class NetworkHandler
{
#if !NET
    private const SslProtocols Tls13 = (SslProtocols)12288;

#endif
    public static HttpMessageHandler Create(Uri? proxy)
    {
        var webProxy = proxy is null ? null : new WebProxy(WithoutUser(proxy)) { Credentials = CredentialsOf(proxy) };
#if NET
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            // A redirected POST would carry its signature to a place that nobody named.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            EnableMultipleHttp2Connections = true,
            // One HTTP/2 connection carries every attempt: on a path that is dead each of them would wait for its time-out.
            KeepAlivePingDelay = TimeSpan.FromSeconds(10),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        };
        if (webProxy is not null)
        {
            handler.Proxy = webProxy;
        }

        return handler;
#else
        var handler = new HttpClientHandler
        {
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            AllowAutoRedirect = false,
            UseCookies = false,
            // .NET Framework allows two connections a host unless told otherwise.
            MaxConnectionsPerServer = 64,
            Proxy = (IWebProxy?)webProxy ?? EnvironmentProxy.Find(),
            SslProtocols = ModernTls,
        };
        return new LeasedConnections(handler);
#endif
    }

#if !NET
    /// <summary>
    /// .NET Framework's own choice is TLS 1.0 on older systems. Its 4.8 knows TLS 1.3; netstandard2.0 has no name for it.
    /// </summary>
    private static SslProtocols ModernTls => Enum.IsDefined(typeof(SslProtocols), Tls13) ? SslProtocols.Tls12 | Tls13 : SslProtocols.Tls12;
#endif

    // The network's own error messages quote the proxy's address.
    private static Uri WithoutUser(Uri proxy) => new UriBuilder(proxy) { UserName = string.Empty, Password = string.Empty }.Uri;

    private static NetworkCredential? CredentialsOf(Uri proxy)
    {
        var parts = proxy.UserInfo.Split([':'], 2);
        return proxy.UserInfo.Length == 0
            ? null
            : new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : string.Empty);
    }
}
