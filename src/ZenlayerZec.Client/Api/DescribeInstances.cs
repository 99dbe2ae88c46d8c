using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Api;

/// <summary>What DescribeInstances (2025-09-01) is asked. What is null is not sent, and does not filter.</summary>
public sealed class DescribeInstancesRequest
{
    /// <summary>The most IDs one request may name.</summary>
    public const int MaximumInstanceIds = 100;

    /// <summary>The most rows one page may have.</summary>
    public const int MaximumPageSize = 1000;

    /// <summary>The most tags, or tag keys, one request may name.</summary>
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

    /// <summary>Only those with a name like this; the service's own fuzzy search.</summary>
    public string? Name { get; set; }

    /// <summary>Only those of this resource group.</summary>
    public string? ResourceGroupId { get; set; }

    /// <summary>Only those with these tag keys; at most <see cref="MaximumTags"/>.</summary>
    public IReadOnlyList<string>? TagKeys { get; set; }

    /// <summary>Only those with these tags; at most <see cref="MaximumTags"/>.</summary>
    public IReadOnlyList<TagPair>? Tags { get; set; }

    /// <summary>Rows a page, 1 to <see cref="MaximumPageSize"/>; the service takes 20 where it is not sent.</summary>
    public int? PageSize { get; set; }

    /// <summary>The page, from 1.</summary>
    public int? PageNum { get; set; }

    /// <summary>A copy for another page, or for other IDs.</summary>
    /// <returns>A request with the same filters.</returns>
    internal DescribeInstancesRequest Copy() => (DescribeInstancesRequest)MemberwiseClone();
}

/// <summary>A page of instances.</summary>
public sealed class DescribeInstancesResponse : ZecResponse, IPage
{
    private int _unnamed;

    /// <summary>The request's ID, for the vendor's support.</summary>
    public string? RequestId { get; set; }

    /// <summary>How many instances match, on all pages together.</summary>
    public int? TotalCount { get; set; }

    /// <summary>This page's instances; null where the service sends no list for an empty page.</summary>
    public IReadOnlyList<ZecInstance>? DataSet { get; set; }

    int IPage.Unnamed => _unnamed;

    void IPage.LeaveOutUnnamed()
    {
        (DataSet, _unnamed) = Unnamed.LeaveOut(DataSet, item => item?.InstanceId, "instanceId");
    }
}
