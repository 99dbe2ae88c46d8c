namespace ZenlayerZec.Commands.PlacementGroup;

/// <content>What a person is asked about a change of several attributes.</content>
public sealed partial class SetZecPlacementGroupCommand
{
    private string Changed => string.Join(", ", new[]
    {
        Name is null ? null : $"name {Name}",
        PartitionCount is null ? null : $"{PartitionCount} partitions, which cannot become fewer",
        Affinity is null ? null : $"affinity {Affinity}",
    }.OfType<string>());
}
