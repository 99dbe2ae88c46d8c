using System.Text.Json.Serialization.Metadata;
using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Client.Api;

/// <summary>The actions that the client knows by name.</summary>
internal static class ZecActions
{
    /// <summary>The API version of every action here, sent as <c>X-ZC-Version</c>.</summary>
    public const string Version = "2025-09-01";

    private static readonly ZecJsonContext Json = ZecJsonContext.Default;

    public static ZecAction<DescribeInstancesRequest, DescribeInstancesResponse> DescribeInstances { get; }
        = Read<DescribeInstancesRequest, DescribeInstancesResponse>(
        "DescribeInstances",
        Json.DescribeInstancesRequest,
        (request, page) => PageFault(request.PageNum, page.TotalCount, page.DataSet is null));

    public static ZecAction<DescribeInstancesStatusRequest, DescribeInstancesStatusResponse> DescribeInstancesStatus { get; }
        = Read<DescribeInstancesStatusRequest, DescribeInstancesStatusResponse>(
        "DescribeInstancesStatus",
        Json.DescribeInstancesStatusRequest,
        (request, page) => PageFault(request.PageNum, page.TotalCount, page.DataSet is null));

    public static ZecAction<DescribeZonesRequest, DescribeZonesResponse> DescribeZones { get; }
        = Read<DescribeZonesRequest, DescribeZonesResponse>(
        "DescribeZones",
        Json.DescribeZonesRequest,
        (_, answer) => ListFault("zoneSet", answer.ZoneSet, zone => zone?.ZoneId, "a zone without an ID"));

    public static ZecAction<DescribeZoneInstanceConfigInfosRequest, DescribeZoneInstanceConfigInfosResponse> DescribeZoneInstanceConfigInfos { get; }
        = Read<DescribeZoneInstanceConfigInfosRequest, DescribeZoneInstanceConfigInfosResponse>(
        "DescribeZoneInstanceConfigInfos",
        Json.DescribeZoneInstanceConfigInfosRequest,
        (_, answer) => ListFault(
            "instanceTypeQuotaSet", answer.InstanceTypeQuotaSet, type => type?.InstanceType, "an instance type without a name"));

    public static ZecAction<DescribeImagesRequest, DescribeImagesResponse> DescribeImages { get; }
        = Read<DescribeImagesRequest, DescribeImagesResponse>(
        "DescribeImages",
        Json.DescribeImagesRequest,
        (request, page) => PageFault(request.PageNum, page.TotalCount, page.DataSet is null));

    public static ZecAction<DescribeTimeZonesRequest, DescribeTimeZonesResponse> DescribeTimeZones { get; }
        = Read<DescribeTimeZonesRequest, DescribeTimeZonesResponse>(
        "DescribeTimeZones",
        Json.DescribeTimeZonesRequest,
        (_, answer) => ListFault("timeZones", answer.TimeZones, name => name, "a time zone without a name"));

    public static ZecAction<ReleaseInstancesRequest, FailedInstancesResponse> ReleaseInstances { get; }
        = Batch("ReleaseInstances", Json.ReleaseInstancesRequest);

    public static ZecAction<StartInstancesRequest, FailedInstancesResponse> StartInstances { get; }
        = Batch("StartInstances", Json.StartInstancesRequest);

    public static ZecAction<StopInstancesRequest, FailedInstancesResponse> StopInstances { get; }
        = Batch("StopInstances", Json.StopInstancesRequest);

    public static ZecAction<RebootInstancesRequest, FailedInstancesResponse> RebootInstances { get; }
        = Batch("RebootInstances", Json.RebootInstancesRequest);

    public static ZecAction<ResetInstancesRequest, FailedInstancesResponse> ResetInstances { get; }
        = Batch("ResetInstances", Json.ResetInstancesRequest);

    public static ZecAction<ModifyInstancesAttributeRequest, ModifyInstancesAttributeResponse> ModifyInstancesAttribute { get; } = new(
        "ModifyInstancesAttribute",
        IsWrite: true,
        Json.ModifyInstancesAttributeRequest,
        Json.ZecEnvelopeModifyInstancesAttributeResponse,
        (_, _) => null);

    // A different number of IDs than ordered is valid: the caller must know about those that exist.
    public static ZecAction<CreateZecInstancesRequest, CreateZecInstancesResponse> CreateZecInstances { get; } = new(
        "CreateZecInstances",
        IsWrite: true,
        Json.CreateZecInstancesRequest,
        Json.ZecEnvelopeCreateZecInstancesResponse,
        (_, answer) => ListFault("instanceIdSet", answer.InstanceIdSet, id => id, "an instance without an ID"));

    private static ZecAction<TRequest, TResponse> Read<TRequest, TResponse>(
        string name, JsonTypeInfo<TRequest> request, Func<TRequest, TResponse, string?> fault)
        where TResponse : class
        => new(name, IsWrite: false, request, AnswerJson.Of<TResponse>(), fault) { ThoroughAnswer = AnswerJson.ThoroughOf<TResponse> };

    private static ZecAction<TRequest, FailedInstancesResponse> Batch<TRequest>(string name, JsonTypeInfo<TRequest> request)
        where TRequest : IInstanceBatch
        => new(
            name,
            IsWrite: true,
            request,
            Json.ZecEnvelopeFailedInstancesResponse,
            (batch, answer) => (answer.InstanceIds ?? []).All(id => batch.InstanceIds!.Contains(id))
                ? null
                : "names failed instances that were not in the request");

    /// <summary>An empty page may come without a list, but not the first page of a list that has items.</summary>
    private static string? PageFault(int? pageNum, int? totalCount, bool hasNoList) => totalCount switch
    {
        null or < 0 => "has no totalCount",
        > 0 when hasNoList && pageNum is null or 1 => $"has no dataSet, and totalCount is {totalCount}",
        _ => null,
    };

    private static string? ListFault<T>(string name, IReadOnlyList<T>? items, Func<T, string?> id, string what) => items switch
    {
        null => $"has no {name}",
        _ when items.Any(item => string.IsNullOrEmpty(id(item))) => $"lists {what}",
        _ => null,
    };
}
