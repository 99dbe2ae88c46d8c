using System.Collections;
using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands.Image;

/// <summary>
/// <para type="synopsis">Makes images of stopped instances, one in each request.</para>
/// <para type="description">An image whose answer is lost is not asked for again; the error says how to look for it.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "ZecImage", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "New-ZecImage.md")]
[OutputType(typeof(ZecImage))]
public sealed class NewZecImageCommand : CreateWaitCmdlet
{
    /// <summary><para type="description">The IDs of the instances.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [IdOf(typeof(ZecInstance), RefusesResults = true, RefusesOthers = true)]
    [ValidateId(typeof(ZecInstance))]
    public string[] InstanceId { get; set; } = [];

    /// <summary><para type="description">The instances, as Get-ZecInstance returns them, or rows that name them. They have to be stopped.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(InstanceArgumentCompleter))]
    [ObjectOf(typeof(ZecInstance), RefusesResults = true, RefusesOthers = true)]
    public ZecInstance[] InputObject { get; set; } = [];

    /// <summary><para type="description">The name: 2 to 63 characters. A row may have it in the column Name, and a script block computes it for each
    /// instance. Only the name finds an image after a lost answer: give each its own.</para></summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateLength(2, 63)]
    public string Name { get; set; } = string.Empty;

    /// <summary><para type="description">The ID of the resource group. The default is the default group.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(ResourceGroupIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ResourceGroupId { get; set; }

    /// <summary><para type="description">The tags of the new images: @{env='dev'}.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(ImageTagCompleter))]
    [ValidateNotNullOrEmpty]
    public Hashtable? Tag { get; set; }

    /// <summary><para type="description">The maximum number of those that are piped. If there are more, nothing is sent.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MaximumCount { get; set; } = int.MaxValue;

    private protected override ResourceKind Kind => ImageKind.Kind;

    private protected override ResourceKind ParentKind => InstanceKind.Kind;

    private protected override string[] ParentIds => InstanceId;

    private protected override ZecObject[] Parents => InputObject;

    private protected override int Most => MaximumCount;

    private protected override string? ValueAtHand => Name;

    private protected override CreatePart Part(ZecObject? parent)
    {
        var instanceId = ParentKind.IdOf(parent!);
        var part = CreatePart.Of(
            ZecActions.CreateImage,
            new CreateImageRequest { InstanceId = instanceId, ImageName = Name, ResourceGroupId = ResourceGroupId, Tags = TagPairs.ToDictionary(Tag) },
            1,
            $"{Name}, of instance {instanceId}",
            CreatePart.FiltersOf((nameof(Name), Name)),
            answer => CreatePart.One(answer.ImageId));
        return part with { IsDated = false };
    }
}
