using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Costs;

/// <summary>
/// What a release of one instance takes with it, what stays and continues to cost, and the prices of today. Sums are by the API's own units of
/// time; a sum is null where nothing that is priced has that unit, and lacks what is in <see cref="NotPriced"/>.
/// </summary>
public sealed class ZecReleasePlan : ZecObject
{
    internal ZecReleasePlan(ZecInstance instance, bool keepDependentResource)
    {
        Instance = instance;
        Reading = instance.Reading;
        KeepDependentResource = keepDependentResource;
    }

    /// <summary>The instance as it was when the plan was made.</summary>
    internal ZecInstance Instance { get; }

    /// <summary>The instance's ID.</summary>
    public string InstanceId => Instance.InstanceId;

    /// <summary>The instance's name.</summary>
    public string? InstanceName => Instance.InstanceName;

    /// <summary>The state of the instance when the plan was made.</summary>
    public string? Status => Instance.Status;

    /// <summary>Whether the plan is for a release that keeps what can be kept.</summary>
    public bool KeepDependentResource { get; }

    /// <summary>What goes: the instance first, then its disks, addresses and interfaces.</summary>
    public TextList<ZecDependent> Goes { get; internal set; } = TextList<ZecDependent>.None;

    /// <summary>What stays.</summary>
    public TextList<ZecDependent> Stays { get; internal set; } = TextList<ZecDependent>.None;

    /// <summary>What has no known price, and why.</summary>
    public TextList<ZecNotPriced> NotPriced { get; internal set; } = TextList<ZecNotPriced>.None;

    /// <summary>What lies in the recycle bin of this instance, or the instance itself. The API does not say whether that costs.</summary>
    public TextList<ZecDependent> RecycleBin { get; internal set; } = TextList<ZecDependent>.None;

    /// <summary>What the release saves by the hour.</summary>
    public decimal? SavesPerHour => Sum(Goes, "HOUR");

    /// <summary>What the release saves by the day, beside what is paid by the hour or the month.</summary>
    public decimal? SavesPerDay => Sum(Goes, "DAY");

    /// <summary>What the release saves by the month, beside what is paid by the hour or the day.</summary>
    public decimal? SavesPerMonth => Sum(Goes, "MONTH");

    /// <summary>What stays costs by the hour.</summary>
    public decimal? StaysPerHour => Sum(Stays, "HOUR");

    /// <summary>What stays costs by the day, beside what is paid by the hour or the month.</summary>
    public decimal? StaysPerDay => Sum(Stays, "DAY");

    /// <summary>What stays costs by the month, beside what is paid by the hour or the day.</summary>
    public decimal? StaysPerMonth => Sum(Stays, "MONTH");

    /// <summary>One line.</summary>
    public override string ToString() => $"{InstanceId}: {Goes.Length} go, {Stays.Length} stay";

    /// <summary>What things cost by a unit of time; null where nothing of them has a price by it.</summary>
    /// <param name="things">The things.</param>
    /// <param name="per">The unit.</param>
    internal static decimal? Sum(IEnumerable<ZecDependent> things, string per)
    {
        var costs = things.SelectMany(thing => thing.Costs).Where(cost => cost.Per == per).ToArray();
        return costs.Length == 0 ? null : costs.Sum(cost => cost.Price);
    }
}
