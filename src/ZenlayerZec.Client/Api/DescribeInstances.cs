using ZenlayerZec.Client.Json;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Api;

/// <summary>The request of DescribeInstances (2025-09-01). Properties that are null are not sent.</summary>
public sealed class DescribeInstancesRequest
{
    /// <summary>The maximum number of IDs in a request.</summary>
    public const int MaximumInstanceIds = 100;

    /// <summary>The maximum number of rows of a page.</summary>
    public const int MaximumPageSize = 1000;

    /// <summary>The maximum number of tags, or of tag keys, in a request.</summary>
    public const int MaximumTags = 20;

    /// <summary>Only these instances; at most <see cref="MaximumInstanceIds"/>.</summary>
    public IReadOnlyList<string>? InstanceIds { get; set; }

    /// <summary>Only those in this zone.</summary>
    public string? ZoneId { get; set; }

    /// <summary>Only those made from this image.</summary>
    public string? ImageId { get; set; }

    /// <summary>Only those with this IPv4 address.</summary>
    public string? Ipv4Address { get; set; }

    /// <summary>Only those with this IPv6 address.</summary>
    public string? Ipv6Address { get; set; }

    /// <summary>Only those in this state.</summary>
    public string? Status { get; set; }

    /// <summary>Only those whose name contains this; a fuzzy search of the service.</summary>
    public string? Name { get; set; }

    /// <summary>Only those of this resource group.</summary>
    public string? ResourceGroupId { get; set; }

    /// <summary>Only those with these tag keys; at most <see cref="MaximumTags"/>.</summary>
    public IReadOnlyList<string>? TagKeys { get; set; }

    /// <summary>Only those with these tags; at most <see cref="MaximumTags"/>.</summary>
    public IReadOnlyList<TagPair>? Tags { get; set; }

    /// <summary>Rows per page, 1 to <see cref="MaximumPageSize"/>. The default of the service is 20.</summary>
    public int? PageSize { get; set; }

    /// <summary>The page, from 1.</summary>
    public int? PageNum { get; set; }

    /// <summary>Creates a copy for another page or for other IDs.</summary>
    /// <returns>A request with the same filters.</returns>
    internal DescribeInstancesRequest Copy() => (DescribeInstancesRequest)MemberwiseClone();
}

/// <summary>A page of instances.</summary>
public sealed class DescribeInstancesResponse : ZecResponse, IPage
{
    private int _unnamed;

    /// <summary>How many instances match, on all pages together.</summary>
    public int? TotalCount { get; set; }

    /// <summary>The instances of the page; null if the service sends no list for an empty page.</summary>
    public IReadOnlyList<ZecInstance>? DataSet { get; set; }

    int IPage.Unnamed => _unnamed;

    /// <summary>Leaves out the items that have no ID.</summary>
    /// <param name="odd">Where each is noted.</param>
    internal void LeaveOutUnnamed(OddValues odd)
    {
        (DataSet, _unnamed) = Unnamed.LeaveOut(DataSet, item => item?.InstanceId, "instanceId", odd);
    }
}
