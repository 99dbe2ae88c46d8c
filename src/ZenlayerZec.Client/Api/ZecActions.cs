using System.Text.Json.Serialization.Metadata;
using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Client.Api;

/// <summary>The actions that the client knows by name.</summary>
internal static class ZecActions
{
    /// <summary>The API version of every action here, sent as <c>X-ZC-Version</c>.</summary>
    public const string Version = "2025-09-01";

    private static readonly ZecJsonContext Json = ZecJsonContext.Default;

    public static ZecAction<DescribeInstancesRequest, DescribeInstancesResponse> DescribeInstances { get; } = Read(
        "DescribeInstances",
        Json.DescribeInstancesRequest,
        Json.ZecEnvelopeDescribeInstancesResponse,
        page => PageFault(page.TotalCount, page.DataSet, instance => instance?.InstanceId, "an instance without an ID"));

    public static ZecAction<DescribeInstancesStatusRequest, DescribeInstancesStatusResponse> DescribeInstancesStatus { get; } = Read(
        "DescribeInstancesStatus",
        Json.DescribeInstancesStatusRequest,
        Json.ZecEnvelopeDescribeInstancesStatusResponse,
        page => PageFault(page.TotalCount, page.DataSet, status => status?.InstanceId, "an instance without an ID"));

    public static ZecAction<DescribeZonesRequest, DescribeZonesResponse> DescribeZones { get; } = Read(
        "DescribeZones",
        Json.DescribeZonesRequest,
        Json.ZecEnvelopeDescribeZonesResponse,
        answer => ListFault("zoneSet", answer.ZoneSet, zone => zone?.ZoneId, "a zone without an ID"));

    public static ZecAction<DescribeZoneInstanceConfigInfosRequest, DescribeZoneInstanceConfigInfosResponse> DescribeZoneInstanceConfigInfos { get; } = Read(
        "DescribeZoneInstanceConfigInfos",
        Json.DescribeZoneInstanceConfigInfosRequest,
        Json.ZecEnvelopeDescribeZoneInstanceConfigInfosResponse,
        answer => ListFault(
            "instanceTypeQuotaSet", answer.InstanceTypeQuotaSet, type => type?.InstanceType, "an instance type without a name"));

    public static ZecAction<DescribeImagesRequest, DescribeImagesResponse> DescribeImages { get; } = Read(
        "DescribeImages",
        Json.DescribeImagesRequest,
        Json.ZecEnvelopeDescribeImagesResponse,
        page => PageFault(page.TotalCount, page.DataSet, image => image?.ImageId, "an image without an ID"));

    public static ZecAction<DescribeTimeZonesRequest, DescribeTimeZonesResponse> DescribeTimeZones { get; } = Read(
        "DescribeTimeZones",
        Json.DescribeTimeZonesRequest,
        Json.ZecEnvelopeDescribeTimeZonesResponse,
        answer => ListFault("timeZones", answer.TimeZones, name => name, "a time zone without a name"));

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

    // Another number of IDs than was asked for makes sense: whoever asked has to know of those that there are.
    public static ZecAction<CreateZecInstancesRequest, CreateZecInstancesResponse> CreateZecInstances { get; } = new(
        "CreateZecInstances",
        IsWrite: true,
        Json.CreateZecInstancesRequest,
        Json.ZecEnvelopeCreateZecInstancesResponse,
        (_, answer) => ListFault("instanceIdSet", answer.InstanceIdSet, id => id, "an instance without an ID"));

    private static ZecAction<TRequest, TResponse> Read<TRequest, TResponse>(
        string name, JsonTypeInfo<TRequest> request, JsonTypeInfo<ZecEnvelope<TResponse>> answer, Func<TResponse, string?> fault)
        where TResponse : class
        => new(name, IsWrite: false, request, answer, (_, response) => fault(response));

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

    private static string? PageFault<T>(int? totalCount, IReadOnlyList<T>? rows, Func<T, string?> id, string what)
        => totalCount is >= 0 ? ListFault("dataSet", rows, id, what) : "has no totalCount";

    private static string? ListFault<T>(string name, IReadOnlyList<T>? items, Func<T, string?> id, string what) => items switch
    {
        null => $"has no {name}",
        _ when items.Any(item => string.IsNullOrEmpty(id(item))) => $"lists {what}",
        _ => null,
    };
}
