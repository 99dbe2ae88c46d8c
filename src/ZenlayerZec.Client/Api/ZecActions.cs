using ZenlayerZec.Client.Json;
using ZenlayerZec.Client.Json.Actions;

namespace ZenlayerZec.Client.Api;

/// <summary>The actions that the client knows by name. Each is made when it is first asked for: a program asks for a few of them.</summary>
internal static partial class ZecActions
{
    /// <summary>The API version of every action here, sent as <c>X-ZC-Version</c>.</summary>
    public const string Version = "2025-09-01";

    // A different number of IDs than ordered is valid: the caller must know about those that exist.
    public static ZecAction<CreateZecInstancesRequest, CreateZecInstancesResponse> CreateZecInstances => field ??= new(
        "CreateZecInstances",
        IsWrite: true,
        CreateZecInstancesJson.Write,
        CreateZecInstancesJson.Read,
        (_, answer) => ListFault("instanceIdSet", answer.InstanceIdSet, id => id, "an instance without an ID"));

    /// <summary>An action that lists page by page.</summary>
    private static ZecAction<TRequest, TResponse> Pages<TRequest, TResponse>(
        string name,
        JsonWriting<TRequest> request,
        JsonReading<TResponse> answer,
        Func<TRequest, int?> number,
        Func<TResponse, int?> total,
        Func<TResponse, bool> hasNoList)
        where TResponse : class
        => Read(name, request, answer, (asked, page) => PageFault(number(asked), total(page), hasNoList(page)));

    /// <summary>An action that lists all there is in one answer.</summary>
    private static ZecAction<TRequest, TResponse> Lists<TRequest, TResponse, TItem>(
        string name,
        JsonWriting<TRequest> request,
        JsonReading<TResponse> answer,
        string list,
        Func<TResponse, IReadOnlyList<TItem>?> items,
        Func<TItem, string?>? id = null,
        string unnamed = "")
        where TResponse : class
        => Read(
            name,
            request,
            answer,
            (_, answered) => id is null && items(answered) is not null ? null : ListFault(list, items(answered), id!, unnamed));

    /// <summary>An action that reads, and lists nothing.</summary>
    private static ZecAction<TRequest, TResponse> Reads<TRequest, TResponse>(string name, JsonWriting<TRequest> request, JsonReading<TResponse> answer)
        where TResponse : class
        => Read(name, request, answer, (_, _) => null);

    /// <summary>An action that changes something; where its answer names IDs that failed, they are among those of the request.</summary>
    private static ZecAction<TRequest, TResponse> Changes<TRequest, TResponse>(
        string name,
        JsonWriting<TRequest> request,
        JsonReading<TResponse> answer,
        Func<TRequest, IReadOnlyList<string>?>? asked = null,
        Func<TResponse, IReadOnlyList<string>?>? failed = null)
        where TResponse : class
        => new(name, IsWrite: true, request, answer, (batch, answered) => failed is null ? null : FailedFault(asked!(batch), failed(answered)));

    private static string? FailedFault(IReadOnlyList<string>? asked, IReadOnlyList<string>? failed)
        => (failed ?? []).All(id => asked!.Contains(id)) ? null : "names failed items that were not in the request";

    private static ZecAction<TRequest, TResponse> Read<TRequest, TResponse>(
        string name, JsonWriting<TRequest> request, JsonReading<TResponse> answer, Func<TRequest, TResponse, string?> fault)
        where TResponse : class
        => new(name, IsWrite: false, request, answer, fault);

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
