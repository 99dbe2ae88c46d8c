using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Api;

/// <summary>What DescribeImages (2025-09-01) is asked. What is null is not sent, and does not filter.</summary>
public sealed class DescribeImagesRequest
{
    /// <summary>The most rows one page may have.</summary>
    public const int MaximumPageSize = 1000;

    /// <summary>The most tags, or tag keys, one request may name.</summary>
    public const int MaximumTags = 20;

    /// <summary>The zone whose images are asked for; the service insists on it.</summary>
    public string? ZoneId { get; set; }

    /// <summary>Only these images.</summary>
    public IReadOnlyList<string>? ImageIds { get; set; }

    /// <summary>Only those with a name like this; the service's own fuzzy search.</summary>
    public string? ImageName { get; set; }

    /// <summary>Only those of this category, such as <c>Ubuntu</c>.</summary>
    public string? Category { get; set; }

    /// <summary>PUBLIC_IMAGE or CUSTOM_IMAGE.</summary>
    public string? ImageType { get; set; }

    /// <summary>OFFICIAL, MARKETING, CUSTOM or APP.</summary>
    public string? ImageSource { get; set; }

    /// <summary>linux, bsd, windows, android or any.</summary>
    public string? OsType { get; set; }

    /// <summary>CREATING, AVAILABLE, UNAVAILABLE, SYNCING, FAILED, DELETING or PROCESSING.</summary>
    public string? ImageStatus { get; set; }

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
    internal DescribeImagesRequest Copy() => (DescribeImagesRequest)MemberwiseClone();
}

/// <summary>A page of images.</summary>
public sealed class DescribeImagesResponse : ZecResponse, IPage
{
    private int _unnamed;

    /// <summary>The request's ID, for the vendor's support.</summary>
    public string? RequestId { get; set; }

    /// <summary>How many images match, on all pages together.</summary>
    public int? TotalCount { get; set; }

    /// <summary>This page's images; null where the service sends no list for an empty page.</summary>
    public IReadOnlyList<ZecImage>? DataSet { get; set; }

    int IPage.Unnamed => _unnamed;

    void IPage.LeaveOutUnnamed()
    {
        (DataSet, _unnamed) = Unnamed.LeaveOut(DataSet, item => item?.ImageId, "imageId");
    }
}
