using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Costs;

/// <summary>What goes with the instances of a result, and what stays.</summary>
/// <param name="all">The same by the ID of each instance, in the order of the result.</param>
internal sealed class ToldDependents(IReadOnlyList<KeyValuePair<string, InstanceDependents>> all)
{
    /// <summary>What goes and what stays, by the instances.</summary>
    public IReadOnlyList<KeyValuePair<string, InstanceDependents>> All { get; } = all;

    /// <summary>What goes with all of them.</summary>
    public TextList<ZecDependent> Released { get; } = all.SelectMany(one => one.Value.Released).ToArray();

    /// <summary>What stays of all of them.</summary>
    public TextList<ZecDependent> Kept { get; } = all.SelectMany(one => one.Value.Kept).ToArray();

    /// <summary>What is not known of any of them.</summary>
    public TextList<ZecUnknownDependent> Unknown { get; } = all.SelectMany(one => one.Value.Unknown).ToArray();
}
