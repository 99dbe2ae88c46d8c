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
        Goes = ZecKindCount.Of(plans.SelectMany(plan => plan.Goes));
        Stays = ZecKindCount.Of(plans.SelectMany(plan => plan.Stays));
        SavesPerHour = Sum(plans, plan => plan.SavesPerHour);
        SavesPerDay = Sum(plans, plan => plan.SavesPerDay);
        SavesPerMonth = Sum(plans, plan => plan.SavesPerMonth);
        StaysPerHour = Sum(plans, plan => plan.StaysPerHour);
        StaysPerDay = Sum(plans, plan => plan.StaysPerDay);
        StaysPerMonth = Sum(plans, plan => plan.StaysPerMonth);
        NotPricedCount = plans.SelectMany(plan => plan.NotPriced).Select(lack => (lack.Kind, lack.Id)).Distinct().Count();
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

    /// <summary>How many things have no known price, or not of all their items, and how many kinds could not be read: the sums lack them.</summary>
    public int NotPricedCount { get; }

    /// <summary>One line.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} instances; goes: {1}; stays: {2}", InstanceCount, Goes, Stays);

    private static decimal? Sum(IEnumerable<ZecReleasePlan> plans, Func<ZecReleasePlan, decimal?> amount)
    {
        var known = plans.Select(amount).OfType<decimal>().ToArray();
        return known.Length == 0 ? null : known.Sum();
    }
}
