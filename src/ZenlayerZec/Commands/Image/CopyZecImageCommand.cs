using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Image;

/// <content>Several regions go in one request, and have arrived when the image shows them.</content>
public sealed partial class CopyZecImageCommand
{
    /// <summary><para type="description">The IDs of the regions that the images are copied to.</para></summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(RegionIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] RegionId { get; set; } = [];

    private protected override string Question => $"Copy the image to {string.Join(", ", RegionId)}";

    private protected override WaitGoal Goal => ImageGoal.Copied(RegionId);

    private protected override bool IsRoundTrip => true;

    private protected override WriteOperation CreateOperation() => ImageOperations.Copy(RegionId);
}
