using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Image;

/// <content>The regions are always named: no image loses a copy that was not meant.</content>
public sealed partial class RemoveZecImageCopyCommand
{
    /// <summary><para type="description">The IDs of the regions whose copies are deleted. At least one other region has to keep its copy.</para></summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(RegionIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] RegionId { get; set; } = [];

    private protected override string Question => $"Delete the copy of the image in {string.Join(", ", RegionId)}, which cannot be undone";

    private protected override WriteOperation CreateOperation() => ImageOperations.RemoveCopy(RegionId, IncludeProtected);
}
