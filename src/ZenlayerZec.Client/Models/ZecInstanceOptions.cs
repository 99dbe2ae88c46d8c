namespace ZenlayerZec.Client.Models;

/// <summary>Options of an instance's virtual machine.</summary>
public sealed class ZecInstanceOptions
{
    /// <summary>Whether virtual machines may run inside the instance.</summary>
    public bool? NestedVirtualization { get; set; }

    /// <summary>The options with their values.</summary>
    public override string ToString() => $"{nameof(NestedVirtualization)}={NestedVirtualization}";
}
