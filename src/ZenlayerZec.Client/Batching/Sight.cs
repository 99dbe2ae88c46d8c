using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <summary>What a look before a request has shown. It names many IDs, also where a request names one, so that it serves several requests.</summary>
/// <param name="Found">The things that are there.</param>
/// <param name="Reading">The look.</param>
/// <param name="Releases">How many releases of this process had completed when it began.</param>
/// <param name="Differences">Why things are left out that are not as somebody was told, by their IDs.</param>
internal sealed record Sight(
    IReadOnlyDictionary<string, ZecObject> Found, Reading Reading, long Releases, IReadOnlyDictionary<string, string> Differences);
