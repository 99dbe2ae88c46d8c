namespace ZenlayerZec.Client.Models;

/// <content>What a list of groups does not say.</content>
public sealed partial class ZecSecurityGroup
{
    /// <summary>All its rules; null where they were not read, or not all of them can be.</summary>
    internal IReadOnlyList<ZecSecurityGroupRule>? Rules { get; set; }
}
