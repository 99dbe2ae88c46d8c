using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Costs;

/// <summary>A thing that nobody uses and that may cost: a disk, an elastic IP or an interface that is attached to nothing, or a snapshot of a disk that is gone.</summary>
public sealed class ZecUnused : ZecObject
{
    internal ZecUnused(ZecObject resource, ZecDependent described)
    {
        Resource = resource;
        Described = described;
        Reading = resource.Reading;
    }

    /// <summary>The thing itself, as its Get- cmdlet returns it, for the cmdlet that removes it.</summary>
    public ZecObject Resource { get; }

    internal ZecDependent Described { get; }

    /// <summary>What it is: Disk, Eip, Nic or Snapshot.</summary>
    public string Kind => Described.Kind;

    /// <summary>Its ID.</summary>
    public string Id => Described.Id;

    /// <summary>Its name; null where it has none.</summary>
    public string? Name => Described.Name;

    /// <summary>What a person knows it by, such as <c>100 GiB</c> or the address.</summary>
    public string? Detail => Described.Detail;

    /// <summary>
    /// When it was created; 9999-01-01 where that is not known, so that it never counts as old. Since when nobody uses it, the API does not say.
    /// </summary>
    public DateTimeOffset? CreateTime { get; internal set; }

    /// <summary>The sum of its costs where all of them are for one unit of time; else null.</summary>
    public decimal? Price => Described.Price;

    /// <summary>The unit of time of <see cref="Price"/>.</summary>
    public string? Per => Described.Per;

    /// <summary>What its items cost; empty where nothing is known, which is not the price 0.</summary>
    public TextList<ZecCost> Costs => Described.Costs;

    /// <summary>Why its price is not known; null where it is.</summary>
    public string? NotPriced { get; internal set; }

    /// <summary>One line.</summary>
    public override string ToString() => Described.ToString();
}
