namespace ZenlayerZec.Client.Models;

/// <content>What it is as text.</content>
public sealed partial class ZecInstanceOptions
{
    /// <summary>The options with their values.</summary>
    public override string ToString() => $"{nameof(NestedVirtualization)}={NestedVirtualization}";
}
