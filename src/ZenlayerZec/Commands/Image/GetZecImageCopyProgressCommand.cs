using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Image;

/// <summary>
/// <para type="synopsis">Shows how far the copies of images to other regions are.</para>
/// <para type="description">One object for each copy that is under way; nothing for an image that is not being copied. One request for each image, several
/// at a time.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecImageCopyProgress", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Get-ZecImageCopyProgress.md")]
[OutputType(typeof(ZecImageCopyProgress))]
public sealed class GetZecImageCopyProgressCommand : AskCmdlet
{
    /// <summary><para type="description">The IDs of the images.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(ImageIdCompleter))]
    [IdOf(typeof(ZecImage))]
    [ValidateId(typeof(ZecImage))]
    public string[] ImageId { get; set; } = [];

    /// <summary><para type="description">The images, as Get-ZecImage -Custom returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ImageArgumentCompleter))]
    [ObjectOf(typeof(ZecImage))]
    public ZecImage[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => Ask(ImageKind.Kind, ImageId, InputObject);

    private protected override string Describe(object question) => $"the copies of image {question}";

    private protected override async Task<IReadOnlyList<ZecObject>> AskAsync(ZecClient client, object question, ZecCallOptions call, CancellationToken stop)
        => await CopiedImageList.ProgressAsync(client, call, (string)question, stop).ConfigureAwait(false);
}
