using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;

namespace ZenlayerZec.Client.Costs;

/// <summary>Lists what nobody uses in an account, of the kinds that may cost, and says what it costs.</summary>
/// <param name="client">The connection.</param>
/// <param name="call">Options for the calls.</param>
internal sealed class UnusedReader(ZecClient client, ZecCallOptions call)
{
    /// <summary>The kinds, by the order in which they are listed.</summary>
    public static IReadOnlyList<(ResourceKind Kind, UnusedThings Unused)> Kinds { get; } =
    [
        (DiskKind.Kind, DiskKind.Unused),
        (EipKind.Kind, EipKind.Unused),
        (NicKind.Kind, NicKind.Unused),
        (SnapshotKind.Kind, SnapshotKind.Unused),
    ];

    /// <summary>When a thing was created; <see cref="ZecInstance.UnknownCreateTime"/> where the service does not say it.</summary>
    /// <param name="thing">A thing of one of the kinds.</param>
    public static DateTimeOffset CreateTimeOf(ZecObject thing) => (thing switch
    {
        ZecDisk one => one.CreateTime,
        ZecEip one => one.CreateTime,
        ZecNic one => one.CreateTime,
        ZecSnapshot one => one.CreateTime,
        _ => null,
    }) ?? ZecInstance.UnknownCreateTime;

    /// <summary>Lists what nobody uses of some kinds, at the same time. A kind that cannot be read keeps no other from being listed.</summary>
    /// <param name="kinds">The kinds.</param>
    /// <param name="stop">Ends the listing.</param>
    /// <returns>What was found of each kind, in their order.</returns>
    public async Task<IReadOnlyList<UnusedList>> ListAsync(IReadOnlyList<(ResourceKind Kind, UnusedThings Unused)> kinds, CancellationToken stop)
        => await Task.WhenAll(kinds.Select(one => ListAsync(one.Kind, one.Unused, stop))).ConfigureAwait(false);

    /// <summary>Asks what things cost, each question once.</summary>
    /// <param name="things">The things.</param>
    /// <param name="stop">Cancels the calls.</param>
    /// <exception cref="ZecException">Every request would fail.</exception>
    public async Task<IReadOnlyList<ZecUnused>> PriceAsync(IReadOnlyList<ZecObject> things, CancellationToken stop)
    {
        var known = await new CostReader(client, call).ReadAsync(things, stop).ConfigureAwait(false);
        return [.. things.Select(thing => Of(thing, known[thing].Costs, known[thing].Reason))];
    }

    /// <summary>Things whose prices nobody wants to know.</summary>
    /// <param name="things">The things.</param>
    public static IReadOnlyList<ZecUnused> Unpriced(IEnumerable<ZecObject> things) => [.. things.Select(thing => Of(thing, [], "The price was not asked for."))];

    private static ZecUnused Of(ZecObject thing, IReadOnlyList<ZecCost> costs, string? notPriced)
        => new(thing, Dependents.Of(thing, [.. costs])) { CreateTime = CreateTimeOf(thing), NotPriced = notPriced };

    private async Task<UnusedList> ListAsync(ResourceKind kind, UnusedThings unused, CancellationToken stop)
    {
        try
        {
            var list = await unused.ListAsync(client, call, stop).ConfigureAwait(false);
            return new UnusedList(kind, list, Failure: null);
        }
        catch (ZecException failure)
        {
            return new UnusedList(kind, new ItemList<ZecObject>([], 0, isSettled: true), failure);
        }
    }
}

/// <summary>What nobody uses of a kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Found">The things.</param>
/// <param name="Failure">Why the kind could not be listed; null where it was.</param>
internal sealed record UnusedList(ResourceKind Kind, ItemList<ZecObject> Found, ZecException? Failure);
