using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Ordering;

/// <summary>
/// The result of one request: the IDs of the new instances, which are still being created. It has no property InstanceId, so that an order
/// is never bound as an instance.
/// </summary>
public sealed class ZecInstanceOrder
{
    /// <summary>Creates the result of an order that was placed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">The answer of the service.</param>
    /// <param name="account">The account that it was placed in; null where nobody says.</param>
    public ZecInstanceOrder(CreateZecInstancesRequest request, CreateZecInstancesResponse answer, string? account = null)
    {
        _ = request ?? throw new ArgumentNullException(nameof(request));
        _ = answer ?? throw new ArgumentNullException(nameof(answer));
        Account = account;
        OrderNumber = answer.OrderNumber;
        RequestId = answer.RequestId;
        InstanceIds = Compact.List((answer.InstanceIdSet ?? []).Distinct(StringComparer.Ordinal).ToArray());
        Count = request.InstanceCount ?? 0;
        ZoneId = request.ZoneId;
        InstanceType = request.InstanceType;
        ImageId = request.ImageId;
        InstanceName = request.InstanceName;
    }

    /// <summary>The account that the order was placed in; null where nobody said.</summary>
    public string? Account { get; }

    /// <summary>The connection that the order was placed by, where its instances are looked up; null where nobody said.</summary>
    internal ZecClient? Client { get; set; }

    /// <summary>The order's number.</summary>
    public string? OrderNumber { get; }

    /// <summary>The request's ID, for the vendor's support.</summary>
    public string? RequestId { get; }

    /// <summary>The new instances' IDs.</summary>
    public IReadOnlyList<string> InstanceIds { get; }

    /// <summary>The number of instances that were ordered.</summary>
    public int Count { get; }

    /// <summary>The zone.</summary>
    public string? ZoneId { get; }

    /// <summary>The size.</summary>
    public string? InstanceType { get; }

    /// <summary>The image.</summary>
    public string? ImageId { get; }

    /// <summary>The name of the request, with its numbers in brackets; null if there is none.</summary>
    public string? InstanceName { get; }

    /// <summary>One line.</summary>
    public override string ToString() => $"{OrderNumber}: {InstanceIds.Count} of {Count} {InstanceType} in {ZoneId}";
}
