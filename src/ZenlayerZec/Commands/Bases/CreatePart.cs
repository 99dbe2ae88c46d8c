using ZenlayerZec.Client;

namespace ZenlayerZec.Commands.Bases;

/// <summary>One request that creates things.</summary>
/// <param name="Count">How many.</param>
/// <param name="Target">What is asked for, in words.</param>
/// <param name="Filters">The parameters of the Get- cmdlet that find what was created, such as <c>-ZoneId 'asia-east-1a'</c>.</param>
/// <param name="Send">Sends it, and never again where its answer is lost.</param>
internal sealed record CreatePart(int Count, string Target, string Filters, Func<ZecClient, ZecCallOptions, CancellationToken, Task<Created>> Send);

/// <summary>What an answer says of new things.</summary>
/// <param name="Ids">Their IDs.</param>
/// <param name="RequestId">The request's ID.</param>
/// <param name="OrderNumber">The order's number; null where there is none.</param>
/// <param name="Emitted">What is emitted for them; null where they are read and emitted themselves.</param>
internal sealed record Created(IReadOnlyList<string> Ids, string? RequestId, string? OrderNumber, object? Emitted = null);
