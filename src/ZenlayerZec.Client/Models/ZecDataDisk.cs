using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Client.Models;

/// <content>What it is as text.</content>
public sealed partial class ZecDataDisk
{
    /// <summary>The ID and the size.</summary>
    public override string ToString() => VisibleText.Of($"{DiskId} ({SizeGiB} GiB)");
}
