namespace ZenlayerZec.Client.Costs;

/// <summary>A thing, or an item of one, whose price is not known, and why. The sums lack it.</summary>
/// <param name="kind">What it is, as in <see cref="ZecDependent.Kind"/>.</param>
/// <param name="id">Its ID; null where not even the things of this kind could be read.</param>
/// <param name="reason">Why, as a sentence.</param>
public sealed class ZecNotPriced(string kind, string? id, string reason)
{
    /// <summary>What it is, as in <see cref="ZecDependent.Kind"/>.</summary>
    public string Kind { get; } = kind;

    /// <summary>Its ID; null where not even the things of this kind could be read.</summary>
    public string? Id { get; } = id;

    /// <summary>Why, as a sentence.</summary>
    public string Reason { get; } = reason;

    /// <summary>One line.</summary>
    public override string ToString() => Id is null ? $"{Kind}: {Reason}" : $"{Kind} {Id}: {Reason}";
}
