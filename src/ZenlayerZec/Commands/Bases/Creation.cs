using ZenlayerZec.Client;

namespace ZenlayerZec.Commands.Bases;

/// <summary>A request that creates things of a kind.</summary>
/// <param name="Client">The connection.</param>
/// <param name="Target">What is created, in words, such as <c>disk db-data in asia-east-1a, 100 GiB</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="Look">The command that finds them, without the time, such as <c>Get-ZecDisk -Name 'db-data'</c>.</param>
/// <param name="SendAsync">Sends it, once, and gives the answer.</param>
internal sealed record Creation(ZecClient Client, string Target, int Count, string Look, Func<ZecCallOptions, CancellationToken, Task<CreatedThings>> SendAsync);

/// <summary>What an answer says was created.</summary>
/// <param name="Ids">The IDs.</param>
/// <param name="RequestId">The request's ID.</param>
internal sealed record CreatedThings(IReadOnlyList<string> Ids, string? RequestId);
