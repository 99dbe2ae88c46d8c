using System.Text.Json.Serialization.Metadata;

namespace ZenlayerZec.Client.Api;

/// <summary>The actions on disks.</summary>
internal static partial class ZecActions
{
    public static ZecAction<DescribeDisksRequest, DescribeDisksResponse> DescribeDisks { get; } = Read<DescribeDisksRequest, DescribeDisksResponse>(
        "DescribeDisks", Json.DescribeDisksRequest, (request, page) => PageFault(request.PageNum, page.TotalCount, page.DataSet is null));

    public static ZecAction<ReleaseDiskRequest, EmptyResponse> ReleaseDisk { get; } = Accepted("ReleaseDisk", Json.ReleaseDiskRequest);

    public static ZecAction<RenewDiskRequest, EmptyResponse> RenewDisk { get; } = Accepted("RenewDisk", Json.RenewDiskRequest);

    public static ZecAction<ResizeDiskRequest, EmptyResponse> ResizeDisk { get; } = Accepted("ResizeDisk", Json.ResizeDiskRequest);

    public static ZecAction<AttachDisksRequest, EmptyResponse> AttachDisks { get; } = Accepted("AttachDisks", Json.AttachDisksRequest);

    public static ZecAction<DetachDisksRequest, DetachDisksResponse> DetachDisks { get; } = new(
        "DetachDisks",
        IsWrite: true,
        Json.DetachDisksRequest,
        Json.ZecEnvelopeDetachDisksResponse,
        (batch, answer) => FailedFault(batch.DiskIds, answer.FailedDiskIds));

    public static ZecAction<ModifyDisksAttributesRequest, EmptyResponse> ModifyDisksAttributes { get; }
        = Accepted("ModifyDisksAttributes", Json.ModifyDisksAttributesRequest);

    // A different number of IDs than ordered is valid: the caller must know about those that exist.
    public static ZecAction<CreateDisksRequest, CreateDisksResponse> CreateDisks { get; } = new(
        "CreateDisks",
        IsWrite: true,
        Json.CreateDisksRequest,
        Json.ZecEnvelopeCreateDisksResponse,
        (_, answer) => ListFault("diskIds", answer.DiskIds, id => id, "a disk without an ID"));

    /// <summary>An action whose answer says nothing but that it was accepted.</summary>
    private static ZecAction<TRequest, EmptyResponse> Accepted<TRequest>(string name, JsonTypeInfo<TRequest> request)
        => new(name, IsWrite: true, request, Json.ZecEnvelopeEmptyResponse, (_, _) => null);

    private static string? FailedFault(IReadOnlyList<string>? asked, IReadOnlyList<string>? failed)
        => (failed ?? []).All(id => asked!.Contains(id)) ? null : "names failed items that were not in the request";
}
