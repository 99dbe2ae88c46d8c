using ZenlayerZec.Client.Json;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Api;

/// <summary>The request of DescribeImages (2025-09-01). Properties that are null are not sent.</summary>
public sealed class DescribeImagesRequest
{
    /// <summary>The maximum number of rows of a page.</summary>
    public const int MaximumPageSize = 1000;

    /// <summary>The maximum number of tags, or of tag keys, in a request.</summary>
    public const int MaximumTags = 20;

    /// <summary>The zone of the images; required.</summary>
    public string? ZoneId { get; set; }

    /// <summary>Only these images.</summary>
    public IReadOnlyList<string>? ImageIds { get; set; }

    /// <summary>Only those whose name contains this; a fuzzy search of the service.</summary>
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

    /// <summary>Rows per page, 1 to <see cref="MaximumPageSize"/>. The default of the service is 20.</summary>
    public int? PageSize { get; set; }

    /// <summary>The page, from 1.</summary>
    public int? PageNum { get; set; }

    /// <summary>Creates a copy for another page or for other IDs.</summary>
    /// <returns>A request with the same filters.</returns>
    internal DescribeImagesRequest Copy() => (DescribeImagesRequest)MemberwiseClone();
}

/// <summary>A page of images.</summary>
public sealed class DescribeImagesResponse : ZecResponse, IPage
{
    private int _unnamed;

    /// <summary>How many images match, on all pages together.</summary>
    public int? TotalCount { get; set; }

    /// <summary>The images of the page; null if the service sends no list for an empty page.</summary>
    public IReadOnlyList<ZecImage>? DataSet { get; set; }

    int IPage.Unnamed => _unnamed;

    /// <summary>Leaves out the items that have no ID.</summary>
    /// <param name="odd">Where each is noted.</param>
    internal void LeaveOutUnnamed(OddValues odd)
    {
        (DataSet, _unnamed) = Unnamed.LeaveOut(DataSet, item => item?.ImageId, "imageId", odd);
    }
}
