using System.Net;
using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Client.Transport;

/// <summary>
/// The proxy on the way to an endpoint. Its address is without a user, since the network's own messages quote it; who the user is, the
/// credentials know.
/// </summary>
internal sealed class ProxyRoute
{
    private ProxyRoute(Uri address, ICredentials? credentials)
    {
        Address = new Uri(ZecEndpoint.Named(address));
        Credentials = credentials;
        Secrets = [.. SecretsOf(address.UserInfo), .. SecretsOf(credentials?.GetCredential(Address, "Basic"))];
    }

    public Uri Address { get; }

    public ICredentials? Credentials { get; }

    /// <summary>What the proxy is shown and nobody else may be.</summary>
    public IReadOnlyList<string> Secrets { get; }

    /// <summary>The proxy of a connection.</summary>
    /// <param name="options">What the connection is made of.</param>
    /// <returns>Null where there is none, or where the handler finds it by itself.</returns>
    /// <exception cref="ZecConfigurationException">A proxy was named, and requests to the endpoint go through none.</exception>
    public static ProxyRoute? Of(ZecClientOptions options) => options switch
    {
        { Handler: not null } => null,
        { Proxy: { } proxy, Endpoint.IsPlain: false } => new ProxyRoute(proxy, options.ProxyCredentials ?? CredentialsIn(proxy)),
        { Proxy: not null } => throw new ZecConfigurationException(
            "ProxyNotAllowed",
            $"Requests to {options.Endpoint} are not encrypted, and a proxy would see the credentials. Remove the proxy, or use an https endpoint."),
        { Endpoint.IsPlain: true } => null,
        _ => FromEnvironment(options.Endpoint.Root),
    };

    /// <summary>The proxy that the environment, or the system, gives for an endpoint, without its user.</summary>
    /// <param name="endpoint">Where requests go.</param>
    /// <returns>Its URL; null where there is none.</returns>
    public static string? Surrounding(ZecEndpoint endpoint)
    {
        if (endpoint.IsPlain)
        {
            return null;
        }

#if NET
        var proxy = HttpClient.DefaultProxy;
        return !proxy.IsBypassed(endpoint.Root) && proxy.GetProxy(endpoint.Root) is { } address ? ZecEndpoint.Named(address) : null;
#else
        var address = EnvironmentProxy.Find(endpoint.Root, Environment.GetEnvironmentVariable) ?? WebRequest.DefaultWebProxy?.GetProxy(endpoint.Root);
        return address is null || address == endpoint.Root ? null : ZecEndpoint.Named(address);
#endif
    }

    /// <summary>As a handler takes it.</summary>
    public IWebProxy ToWebProxy() => new WebProxy(Address) { Credentials = Credentials };

    /// <remarks>
    /// .NET reads the environment by itself, and what the system is set to where that is silent. So it does here, but for a proxy whose
    /// address has a user in it. .NET Framework does not read the environment.
    /// </remarks>
    private static ProxyRoute? FromEnvironment(Uri endpoint)
    {
#if NET
        // Only a proxy of the environment comes with credentials. No other is asked for here: to find it, Windows may have to ask the network.
        var proxy = HttpClient.DefaultProxy;
        return proxy.Credentials is { } credentials && !proxy.IsBypassed(endpoint) && proxy.GetProxy(endpoint) is { } address
            ? new ProxyRoute(address, credentials)
            : null;
#else
        return EnvironmentProxy.Find(endpoint, Environment.GetEnvironmentVariable) is { } address
            ? new ProxyRoute(address, CredentialsIn(address))
            : null;
#endif
    }

    private static NetworkCredential? CredentialsIn(Uri proxy)
    {
        var (user, password) = Parts(proxy.UserInfo);
        return proxy.UserInfo.Length == 0 ? null : new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password));
    }

    private static IEnumerable<string> SecretsOf(string userInfo)
    {
        var (user, password) = Parts(userInfo);
        return SecretsOf(user, password);
    }

    private static IEnumerable<string> SecretsOf(NetworkCredential? credential)
        => credential is null ? [] : SecretsOf(credential.UserName, credential.Password);

    /// <summary>The password, or the user where there is none: some proxies take a token there. And both as they are sent.</summary>
    private static IEnumerable<string> SecretsOf(string user, string password) => user.Length + password.Length == 0
        ? []
        : [password.Length > 0 ? password : user, $"{user}:{password}"];

    private static (string User, string Password) Parts(string userInfo)
    {
        var parts = userInfo.Split([':'], 2);
        return (parts[0], parts.Length > 1 ? parts[1] : string.Empty);
    }
}
