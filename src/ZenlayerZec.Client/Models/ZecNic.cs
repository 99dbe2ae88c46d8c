using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Client.Models;

/// <content>What its text is: among those of an instance, the address tells more than the name.</content>
public sealed partial class ZecNic
{
    /// <summary>The ID and the primary address.</summary>
    public override string ToString() => VisibleText.Of($"{NicId} ({PrimaryIPv4 ?? PrimaryIPv6})");
}
