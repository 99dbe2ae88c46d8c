using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Journal;

namespace ZenlayerZec.Client;

/// <content>The actions.</content>
public sealed partial class ZecClient
{
    /// <summary>Lists instances: one page.</summary>
    /// <param name="request">Filters and page.</param>
    /// <param name="call">The options of this call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page; its TotalCount is there, and every instance has an ID: one without is left out.</returns>
    /// <exception cref="ZecException">The call failed.</exception>
    public Task<DescribeInstancesResponse> DescribeInstancesAsync(
        DescribeInstancesRequest request, ZecCallOptions call, CancellationToken cancellationToken)
        => ListAsync(ZecActions.DescribeInstances, request, call, page => page.DataSet, cancellationToken);

    /// <summary>Lists the states of instances: one page.</summary>
    /// <param name="request">Filters and page.</param>
    /// <param name="call">The options of this call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page; its TotalCount is there, and every state has an instance's ID: one without is left out.</returns>
    /// <exception cref="ZecException">The call failed.</exception>
    public Task<DescribeInstancesStatusResponse> DescribeInstancesStatusAsync(
        DescribeInstancesStatusRequest request, ZecCallOptions call, CancellationToken cancellationToken)
        => ListAsync(ZecActions.DescribeInstancesStatus, request, call, page => page.DataSet, cancellationToken);

    /// <summary>Lists availability zones.</summary>
    /// <param name="request">Which ones.</param>
    /// <param name="call">The options of this call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>All of them; ZoneSet is there, and every zone has an ID.</returns>
    /// <exception cref="ZecException">The call failed.</exception>
    public Task<DescribeZonesResponse> DescribeZonesAsync(
        DescribeZonesRequest request, ZecCallOptions call, CancellationToken cancellationToken)
        => ListAsync(ZecActions.DescribeZones, request, call, answer => answer.ZoneSet!, cancellationToken);

    /// <summary>Lists the sizes of instances that zones offer.</summary>
    /// <param name="request">Filters.</param>
    /// <param name="call">The options of this call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>All of them; InstanceTypeQuotaSet is there, and every type has a name.</returns>
    /// <exception cref="ZecException">The call failed.</exception>
    public Task<DescribeZoneInstanceConfigInfosResponse> DescribeZoneInstanceConfigInfosAsync(
        DescribeZoneInstanceConfigInfosRequest request, ZecCallOptions call, CancellationToken cancellationToken)
        => ListAsync(ZecActions.DescribeZoneInstanceConfigInfos, request, call, answer => answer.InstanceTypeQuotaSet!, cancellationToken);

    /// <summary>Lists images: one page.</summary>
    /// <param name="request">The zone, filters and page.</param>
    /// <param name="call">The options of this call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page; its TotalCount is there, and every image has an ID: one without is left out.</returns>
    /// <exception cref="ZecException">The call failed.</exception>
    public Task<DescribeImagesResponse> DescribeImagesAsync(
        DescribeImagesRequest request, ZecCallOptions call, CancellationToken cancellationToken)
        => ListAsync(ZecActions.DescribeImages, request, call, page => page.DataSet, cancellationToken);

    /// <summary>Lists the time zones that an instance can have.</summary>
    /// <param name="request">The request, which has no parameters.</param>
    /// <param name="call">The options of this call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>All of them; TimeZones is there.</returns>
    /// <exception cref="ZecException">The call failed.</exception>
    public Task<DescribeTimeZonesResponse> DescribeTimeZonesAsync(
        DescribeTimeZonesRequest request, ZecCallOptions call, CancellationToken cancellationToken)
        => ReadAsync(ZecActions.DescribeTimeZones, request, call, answer => answer.TimeZones!.Count, cancellationToken);

    /// <summary>
    /// Asks any action by its name. A read is sent again whenever that can help, a write only where it was certainly not carried
    /// out.
    /// </summary>
    /// <param name="request">The action and what it is asked.</param>
    /// <param name="call">The options of this call.</param>
    /// <param name="cancellationToken">
    /// Ends a read. Asks for the end of a write, as of an order: one in flight gets some seconds to come home.
    /// </param>
    /// <returns>The answer's response, whatever is in it.</returns>
    /// <exception cref="ZecException">The call failed; where <see cref="ZecException.OutcomeUnknown"/>, perhaps only its answer.</exception>
    public Task<ApiObject> InvokeAsync(ApiRequest request, ZecCallOptions call, CancellationToken cancellationToken)
        => (request ?? throw new ArgumentNullException(nameof(request))).IsWrite
            ? WriteAsync(request.ToAction(), request.Body, call, request.Count, JournaledWrite.Of(request), cancellationToken)
            : ReadAsync(request.ToAction(), request.Body, call, request.Count, cancellationToken);
}
