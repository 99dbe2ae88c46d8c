using System.Text.Json.Serialization.Metadata;
using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Client.Api;

/// <summary>An action of the API, and how its request and its answer are written.</summary>
/// <param name="Name">The name in the <c>X-ZC-Action</c> header.</param>
/// <param name="IsWrite">Whether it changes something, and so must not be sent again when its outcome is unknown.</param>
/// <param name="Request">How the request is written.</param>
/// <param name="Answer">How the answer is read.</param>
/// <param name="Fault">What makes no sense in an answer to a request, as the end of a sentence; null where it does.</param>
internal sealed record ZecAction<TRequest, TResponse>(
    string Name,
    bool IsWrite,
    JsonTypeInfo<TRequest> Request,
    JsonTypeInfo<ZecEnvelope<TResponse>> Answer,
    Func<TRequest, TResponse, string?> Fault)
    where TResponse : class;

/// <summary>The actions that the client knows by name.</summary>
internal static class ZecActions
{
    /// <summary>The API version of every action here, sent as <c>X-ZC-Version</c>.</summary>
    public const string Version = "2025-09-01";

    public static ZecAction<DescribeInstancesRequest, DescribeInstancesResponse> DescribeInstances { get; } = new(
        "DescribeInstances",
        IsWrite: false,
        ZecJsonContext.Default.DescribeInstancesRequest,
        ZecJsonContext.Default.ZecEnvelopeDescribeInstancesResponse,
        (_, page) => page switch
        {
            { TotalCount: not >= 0 } => "has no totalCount",
            { DataSet: null } => "has no dataSet",
            _ when page.DataSet.Any(instance => string.IsNullOrEmpty(instance?.InstanceId)) => "lists an instance without an ID",
            _ => null,
        });

    public static ZecAction<ReleaseInstancesRequest, ReleaseInstancesResponse> ReleaseInstances { get; } = new(
        "ReleaseInstances",
        IsWrite: true,
        ZecJsonContext.Default.ReleaseInstancesRequest,
        ZecJsonContext.Default.ZecEnvelopeReleaseInstancesResponse,
        (request, answer) => (answer.InstanceIds ?? []).All(id => request.InstanceIds!.Contains(id))
            ? null
            : "names failed instances that were not in the request");
}
