namespace ZenlayerZec.Client.Models;

/// <content>Whose address it is: the answer is about one network interface, and does not name it.</content>
public sealed partial class ZecNicIPv6
{
    /// <summary>
    /// The ID of the network interface that has the address, under another name than its own, so that a row of an address is not taken for its network
    /// interface.
    /// </summary>
    public string? AttachedNicId { get; internal set; }
}
