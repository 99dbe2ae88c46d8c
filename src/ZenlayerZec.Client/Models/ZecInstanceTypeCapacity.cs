using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Client.Models;

/// <content>A size with its capacity as a text, of which a table shows several in a line.</content>
public sealed partial class ZecInstanceTypeCapacity
{
    /// <summary>The size and the capacity, such as <c>z2a.cpu.4: NORMAL</c>.</summary>
    public override string ToString() => VisibleText.Of($"{InstanceType}: {Capacity}");
}
