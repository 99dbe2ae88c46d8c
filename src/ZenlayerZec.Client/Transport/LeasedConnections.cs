#if !NET
using System.Net;

namespace ZenlayerZec.Client.Transport;

/// <summary>
/// Lets the connections of .NET Framework live for some minutes only, so that a name that leads elsewhere by then is looked up anew.
/// Set for the endpoint alone, since whatever is set for the process is every other program's in it too; and with each request,
/// since .NET Framework forgets it with an endpoint that was not used for a while.
/// </summary>
/// <param name="inner">What sends the requests.</param>
internal sealed class LeasedConnections(HttpClientHandler inner) : DelegatingHandler(inner)
{
    private const int LeaseMilliseconds = 5 * 60 * 1000;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ServicePointManager.FindServicePoint(request.RequestUri, inner.Proxy).ConnectionLeaseTimeout = LeaseMilliseconds;
        return base.SendAsync(request, cancellationToken);
    }
}
#endif
