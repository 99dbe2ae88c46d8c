using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Api;

/// <summary>The request of DescribeDisks (2025-09-01). Properties that are null are not sent.</summary>
internal sealed class DescribeDisksRequest : IListRequest<DescribeDisksRequest>
{
    /// <summary>The maximum number of tags, or of tag keys, in a request.</summary>
    public const int MaximumTags = 20;

    /// <summary>Only these disks.</summary>
    public IReadOnlyList<string>? DiskIds { get; set; }

    /// <summary>Only those whose name contains this; a fuzzy search of the service.</summary>
    public string? DiskName { get; set; }

    /// <summary>Only those in this state.</summary>
    public string? DiskStatus { get; set; }

    /// <summary>Only those of this type: SYSTEM or DATA.</summary>
    public string? DiskType { get; set; }

    /// <summary>Only those of this category.</summary>
    public string? DiskCategory { get; set; }

    /// <summary>Only those that are attached to this instance.</summary>
    public string? InstanceId { get; set; }

    /// <summary>Only those in this zone.</summary>
    public string? ZoneId { get; set; }

    /// <summary>Only those in this region.</summary>
    public string? RegionId { get; set; }

    /// <summary>Only those that a snapshot can, or cannot, be made of.</summary>
    public bool? SnapshotAbility { get; set; }

    /// <summary>Only those of this resource group.</summary>
    public string? ResourceGroupId { get; set; }

    /// <summary>Only those with these tag keys; at most <see cref="MaximumTags"/>.</summary>
    public IReadOnlyList<string>? TagKeys { get; set; }

    /// <summary>Only those with these tags; at most <see cref="MaximumTags"/>.</summary>
    public IReadOnlyList<TagPair>? Tags { get; set; }

    /// <summary>Rows per page, 1 to 1000. The default of the service is 20.</summary>
    public int? PageSize { get; set; }

    /// <summary>The page, from 1.</summary>
    public int? PageNum { get; set; }

    DescribeDisksRequest IListRequest<DescribeDisksRequest>.Among(IReadOnlyList<string> ids)
    {
        var request = Copy();
        request.DiskIds = ids;
        return request;
    }

    DescribeDisksRequest IListRequest<DescribeDisksRequest>.At(int page, int size)
    {
        var request = Copy();
        (request.PageNum, request.PageSize) = (page, size);
        return request;
    }

    private DescribeDisksRequest Copy() => (DescribeDisksRequest)MemberwiseClone();
}

/// <summary>A page of disks.</summary>
internal sealed class DescribeDisksResponse : ZecResponse, IPage<ZecDisk>
{
    private int _unnamed;

    /// <summary>How many disks match, on all pages together.</summary>
    public int? TotalCount { get; set; }

    /// <summary>The disks of the page; null if the service sends no list for an empty page.</summary>
    public IReadOnlyList<ZecDisk>? DataSet { get; set; }

    int IPage.Unnamed => _unnamed;

    void IPage.LeaveOutUnnamed()
    {
        (DataSet, _unnamed) = Unnamed.LeaveOut(DataSet, item => item?.DiskId, "diskId");
    }
}
