using System.Management.Automation.Language;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Commands.Bases;

/// <summary>One request that creates things.</summary>
/// <param name="Count">How many.</param>
/// <param name="Target">What is asked for, in words.</param>
/// <param name="Filters">The parameters of the Get- cmdlet that find what was created, such as <c>-ZoneId 'asia-east-1a'</c>.</param>
/// <param name="Send">Sends it, and never again where its answer is lost.</param>
internal sealed record CreatePart(int Count, string Target, string Filters, Func<ZecClient, ZecCallOptions, CancellationToken, Task<Created>> Send)
{
    /// <summary>Whether a thing says when it was created: where a list has no times, nothing tells a new one from those of before.</summary>
    public bool IsDated { get; init; } = true;

    /// <summary>The ID of what the thing is created in; null where it stands for itself.</summary>
    public string? ParentId { get; init; }

    /// <summary>The request of an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="count">How many things it asks for.</param>
    /// <param name="target">What is asked for, in words.</param>
    /// <param name="filters">The parameters of the Get- cmdlet that find what was created.</param>
    /// <param name="ids">The IDs in the answer; null or an empty list where it has none.</param>
    /// <param name="orderNumber">The order's number in the answer.</param>
    public static CreatePart Of<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action,
        TRequest request,
        int count,
        string target,
        string filters,
        Func<TResponse, IReadOnlyList<string>?> ids,
        Func<TResponse, string?>? orderNumber = null)
        where TResponse : ZecResponse
        => new(count, target, filters, async (client, call, stop) =>
        {
            var answer = await client.CreateAsync(action, request, count, one => ids(one) ?? [], call, stop).ConfigureAwait(false);
            return new Created(ids(answer) ?? [], answer.RequestId, orderNumber?.Invoke(answer));
        });

    /// <summary>The IDs of an answer with one ID.</summary>
    public static IReadOnlyList<string> One(string? id) => string.IsNullOrEmpty(id) ? [] : [id!];

    /// <summary>Parameters of a Get- cmdlet, as a person types them.</summary>
    /// <param name="values">The names with their values; one without a value is left out.</param>
    public static string FiltersOf(params (string Name, string? Value)[] values) => string.Concat(
        values.Where(one => one.Value is not null).Select(one => $" -{one.Name} '{CodeGeneration.EscapeSingleQuotedStringContent(one.Value)}'"));
}

/// <summary>What an answer says of new things.</summary>
/// <param name="Ids">Their IDs.</param>
/// <param name="RequestId">The request's ID.</param>
/// <param name="OrderNumber">The order's number; null where there is none.</param>
/// <param name="Emitted">What is emitted for them; null where they are read and emitted themselves.</param>
internal sealed record Created(IReadOnlyList<string> Ids, string? RequestId, string? OrderNumber, object? Emitted = null);
