using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Costs;

/// <summary>
/// One thing of a release plan, for a table or a file. No column of it has a name by which a row would be taken for the thing or for the instance:
/// a file of such rows that is piped to a cmdlet which removes things is refused.
/// </summary>
public sealed class ZecReleasePlanItem : ZecObject
{
    private ZecReleasePlanItem(ZecReleasePlan plan, string fate, string kind, ZecDependent? thing, string? dependentId)
    {
        AttachedInstanceId = plan.InstanceId;
        AttachedInstanceName = plan.InstanceName;
        Fate = fate;
        Kind = kind;
        DependentId = thing?.Id ?? dependentId;
        Name = thing?.Name;
        Detail = thing?.Detail;
        Price = thing?.Price;
        Per = thing?.Per;
        Costs = thing?.Costs ?? TextList<ZecCost>.None;
        ProtectedTag = thing?.ProtectedTag;
        NotPriced = Reason(plan.NotPriced.Where(lack => lack.Kind == kind && lack.Id == DependentId));
        Reading = plan.Reading;
    }

    /// <summary>The ID of the instance that the plan is for.</summary>
    public string AttachedInstanceId { get; }

    /// <summary>The name of that instance.</summary>
    public string? AttachedInstanceName { get; }

    /// <summary>What becomes of it: Goes, Stays, InBin for what is in the recycle bin already, or Unknown for what could not be read.</summary>
    public string Fate { get; }

    /// <summary>What it is, as its cmdlets name it, such as Disk.</summary>
    public string Kind { get; }

    /// <summary>Its ID; null where not even the things of this kind could be read.</summary>
    public string? DependentId { get; }

    /// <summary>Its name; null where it has none.</summary>
    public string? Name { get; }

    /// <summary>What a person knows it by, such as <c>100 GiB</c> or the address.</summary>
    public string? Detail { get; }

    /// <summary>The sum of its costs where all of them are for one unit of time; else null.</summary>
    public decimal? Price { get; }

    /// <summary>The unit of time of <see cref="Price"/>.</summary>
    public string? Per { get; }

    /// <summary>What its items cost; empty where nothing is known, which is not the price 0.</summary>
    public TextList<ZecCost> Costs { get; }

    /// <summary>The protected tag that it has; null where it has none, or where its tags were not read.</summary>
    public string? ProtectedTag { get; }

    /// <summary>Why its price, or that of an item, is not known; null where all are.</summary>
    public string? NotPriced { get; }

    /// <summary>One line.</summary>
    public override string ToString() => $"{Fate} {Kind} {DependentId}";

    /// <summary>The things of a plan: what goes, what stays, what is in the recycle bin, and what could not be read.</summary>
    /// <param name="plan">The plan.</param>
    internal static IReadOnlyList<ZecReleasePlanItem> Of(ZecReleasePlan plan)
    {
        var items = new List<ZecReleasePlanItem>();
        Add("Goes", plan.Goes);
        Add("Stays", plan.Stays);
        Add("InBin", plan.RecycleBin);
        var told = new HashSet<(string, string?)>(items.Select(item => (item.Kind, item.DependentId)));
        items.AddRange(plan.NotPriced.Where(lack => told.Add((lack.Kind, lack.Id))).Select(lack => new ZecReleasePlanItem(plan, "Unknown", lack.Kind, thing: null, lack.Id)));
        return items;

        void Add(string fate, IEnumerable<ZecDependent> things)
            => items.AddRange(things.Select(thing => new ZecReleasePlanItem(plan, fate, thing.Kind, thing, dependentId: null)));
    }

    private static string? Reason(IEnumerable<ZecNotPriced> lacks)
        => string.Join(" ", lacks.Select(lack => lack.Reason).Distinct(StringComparer.Ordinal)) is { Length: > 0 } reason ? reason : null;
}
