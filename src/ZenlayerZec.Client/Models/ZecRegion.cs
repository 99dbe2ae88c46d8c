namespace ZenlayerZec.Client.Models;

/// <content>A region as a text.</content>
public sealed partial class ZecRegion
{
    /// <summary>The ID, as a parameter takes it.</summary>
    public override string ToString() => RegionId;
}
