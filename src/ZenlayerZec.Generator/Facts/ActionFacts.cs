namespace ZenlayerZec.Generator.Facts;

/// <summary>An action of the API, without a word of what this module makes of it.</summary>
/// <param name="Name">The name in the <c>X-ZC-Action</c> header.</param>
/// <param name="Version">The API version that describes it.</param>
/// <param name="Request">The fields of the request.</param>
/// <param name="Response">The fields of the answer, without its requestId.</param>
internal sealed record ActionFacts(string Name, string Version, IReadOnlyList<FieldFacts> Request, IReadOnlyList<FieldFacts> Response)
{
    /// <summary>Whether the description says that the answer comes before the work is done.</summary>
    public bool IsAsynchronous { get; init; }

    /// <summary>The file, relative to the root of the repository; null where it comes from none.</summary>
    public string? File { get; init; }

    /// <summary>Where the facts of an addition come from; null for what was imported.</summary>
    public string? Source { get; init; }

    /// <summary>Whether it lists in pages.</summary>
    public bool IsPaged => Request.Any(one => one.Name == "pageNum");
}
