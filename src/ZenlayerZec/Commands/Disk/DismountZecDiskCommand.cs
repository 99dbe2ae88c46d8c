using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Commands.Disk;

/// <content>The disks of one request are all of one instance.</content>
public sealed partial class DismountZecDiskCommand
{
    /// <summary><para type="description">Also detaches disks of running instances. Without it, the instances have to be stopped.</para></summary>
    [Parameter]
    public SwitchParameter AllowRunning { get; set; }

    private protected override bool IsGrouped => true;

    private protected override string? GroupOf(ZecObject thing) => ((ZecDisk)thing).AttachedInstanceId;

    private protected override WriteOperation CreateOperation() => DiskOperations.Dismount(AllowRunning);
}
