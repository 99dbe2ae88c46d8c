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
    /// <param name="proxy">The proxy to go through; null means the one that the system is set to, if any.</param>
    /// <param name="endpoint">Where requests go.</param>
    public static HttpMessageHandler Create(ProxyRoute? proxy, ZecEndpoint endpoint)
    {
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
#else
        var handler = new HttpClientHandler
        {
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            AllowAutoRedirect = false,
            UseCookies = false,
            // .NET Framework allows two connections a host unless told otherwise.
            MaxConnectionsPerServer = 64,
            SslProtocols = ModernTls,
        };
#endif
        if (proxy is not null)
        {
            handler.Proxy = proxy.ToWebProxy();
        }

        // Whatever carries requests in the clear would see the credentials.
        handler.UseProxy = !endpoint.IsPlain;
#if NET
        return handler;
#else
        return new LeasedConnections(handler);
#endif
    }

#if !NET
    /// <summary>
    /// .NET Framework's own choice is TLS 1.0 on older systems. Its 4.8 knows TLS 1.3; netstandard2.0 has no name for it.
    /// </summary>
    private static SslProtocols ModernTls => Enum.IsDefined(typeof(SslProtocols), Tls13) ? SslProtocols.Tls12 | Tls13 : SslProtocols.Tls12;
#endif
}
