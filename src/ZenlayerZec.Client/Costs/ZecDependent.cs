using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Costs;

/// <summary>A thing that goes or stays when an instance is released: the instance itself, a disk, an elastic IP, a network interface, a snapshot.</summary>
public sealed class ZecDependent
{
    internal ZecDependent(string kind, string id, string? name, string? detail, params ZecCost[] costs)
    {
        Kind = kind;
        Id = id;
        Name = name;
        Detail = detail;
        Costs = costs;
    }

    /// <summary>What it is, as its cmdlets name it: Instance, Disk, Eip, Nic, Snapshot, LoadBalancer.</summary>
    public string Kind { get; }

    /// <summary>Its ID.</summary>
    public string Id { get; }

    /// <summary>Its name; null where it has none.</summary>
    public string? Name { get; }

    /// <summary>What a person knows it by, such as <c>100 GiB</c> or the address.</summary>
    public string? Detail { get; }

    /// <summary>
    /// The sum of its costs where all of them are for one unit of time; null where it has no known cost, or costs by several units: see <see cref="Costs"/>.
    /// </summary>
    public decimal? Price => Per is null ? null : Costs.Sum(cost => cost.Price);

    /// <summary>The unit of time of <see cref="Price"/>: HOUR, DAY or MONTH.</summary>
    public string? Per => Costs.Count > 0 && Costs.All(cost => cost.Per == Costs[0].Per) ? Costs[0].Per : null;

    /// <summary>What its items cost; empty where nothing is known, which is not the price 0.</summary>
    public TextList<ZecCost> Costs { get; }

    /// <summary>
    /// The protected tag that it has, such as <c>zec:keep</c>; null where it has none, or where its tags were not read. The release of an instance by
    /// its plan skips the instance then; a release without a plan knows only the tags of the instance.
    /// </summary>
    public string? ProtectedTag { get; internal set; }

    /// <summary>One line, such as <c>Disk 1395000000000000007 (100 GiB)</c>.</summary>
    public override string ToString() => Detail is null ? $"{Kind} {Id}" : $"{Kind} {Id} ({Detail})";
}
