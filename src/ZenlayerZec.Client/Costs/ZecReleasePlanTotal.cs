using System.Globalization;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Costs;

/// <summary>
/// The sums of the release plans of one account. The units of time are those of the API, and never converted; a sum is null where nothing that is
/// priced has that unit, and lacks what is not priced. Other accounts may pay in other currencies, which the API does not name.
/// </summary>
public sealed class ZecReleasePlanTotal : ZecObject
{
    internal ZecReleasePlanTotal(IReadOnlyList<ZecReleasePlan> plans)
    {
        Account = plans[0].Account;
        InstanceCount = plans.Count;
        var (goes, stays) = (Distinct(plans.SelectMany(plan => plan.Goes)), Distinct(plans.SelectMany(plan => plan.Stays)));
        Goes = ZecKindCount.Of(goes);
        Stays = ZecKindCount.Of(stays);
        SavesPerHour = ZecReleasePlan.Sum(goes, "HOUR");
        SavesPerDay = ZecReleasePlan.Sum(goes, "DAY");
        SavesPerMonth = ZecReleasePlan.Sum(goes, "MONTH");
        StaysPerHour = ZecReleasePlan.Sum(stays, "HOUR");
        StaysPerDay = ZecReleasePlan.Sum(stays, "DAY");
        StaysPerMonth = ZecReleasePlan.Sum(stays, "MONTH");
        NotPricedCount = plans.SelectMany(plan => plan.NotPriced).Select(lack => (lack.Kind, lack.Id, lack.Id is null ? lack.Reason : null)).Distinct().Count();
        RecycleBin = ZecKindCount.Of(plans.SelectMany(plan => plan.RecycleBin));
    }

    /// <summary>How many instances have plans.</summary>
    public int InstanceCount { get; }

    /// <summary>How many things of each kind go, the instances among them.</summary>
    public TextList<ZecKindCount> Goes { get; }

    /// <summary>How many things of each kind stay.</summary>
    public TextList<ZecKindCount> Stays { get; }

    /// <summary>How many things of each kind are in the recycle bin already.</summary>
    public TextList<ZecKindCount> RecycleBin { get; }

    /// <summary>What the releases save by the hour.</summary>
    public decimal? SavesPerHour { get; }

    /// <summary>What the releases save by the day, beside what is paid by the hour or the month.</summary>
    public decimal? SavesPerDay { get; }

    /// <summary>What the releases save by the month, beside what is paid by the hour or the day.</summary>
    public decimal? SavesPerMonth { get; }

    /// <summary>What stays costs by the hour.</summary>
    public decimal? StaysPerHour { get; }

    /// <summary>What stays costs by the day, beside what is paid by the hour or the month.</summary>
    public decimal? StaysPerDay { get; }

    /// <summary>What stays costs by the month, beside what is paid by the hour or the day.</summary>
    public decimal? StaysPerMonth { get; }

    /// <summary>How many things have no known price, or not of all their items, and for how many reasons things could not be read: the sums lack them.</summary>
    public int NotPricedCount { get; }

    /// <summary>One line.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} instances; goes: {1}; stays: {2}", InstanceCount, Goes, Stays);

    /// <summary>Each thing once: one that was bound elsewhere between two plans is in both.</summary>
    private static ZecDependent[] Distinct(IEnumerable<ZecDependent> things)
        => [.. things.GroupBy(thing => (thing.Kind, thing.Id)).Select(readings => readings.First())];
}
