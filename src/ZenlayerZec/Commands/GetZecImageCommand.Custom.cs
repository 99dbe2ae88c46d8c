using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Completion;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands;

/// <content>The account's own images, which the API lists for all regions at once.</content>
public sealed partial class GetZecImageCommand
{
    private const string CustomSet = "Custom";
    private const string CustomIdSet = "CustomId";

    /// <summary><para type="description">Lists the account's own images, whatever their regions, and needs no zone.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = CustomSet)]
    [Parameter(Mandatory = true, ParameterSetName = CustomIdSet)]
    [OnlyTrue]
    [ValidateSet("True")]
    public SwitchParameter Custom { get; set; }

    /// <summary><para type="description">The IDs of regions. An image must have a copy in any of them.</para></summary>
    [Parameter(ParameterSetName = CustomSet)]
    [ArgumentCompleter(typeof(RegionIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? RegionId { get; set; }

    /// <summary><para type="description">The IDs of resource groups. Any of them may match.</para></summary>
    [Parameter(ParameterSetName = CustomSet)]
    [ArgumentCompleter(typeof(ResourceGroupIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ResourceGroupId { get; set; }

    private protected override ResourceKind Kind => ImageKind.Kind;

    private protected override string[] Ids => ImageId;

    private protected override ZecObject[] Things => [];

    /// <summary>A zone's images are listed by itself.</summary>
    private protected override void List()
    {
        if (ParameterSetName != CustomSet)
        {
            return;
        }

        foreach (var warning in new OsTypeCompleter().UnknownIn("operating system of an image", OsType))
        {
            WriteWarning(warning);
        }

        base.List();
    }

    private protected override ListQuery Query() => new ListQuery<DescribeCustomImagesRequest, ZecImage>(ImageKind.Kind, ImageKind.List)
        .Named(Name, (request, hint) => request.ImageName = hint)
        .InState(Status, (request, state) => request.ImageStatus = state)
        .With(OsType, (request, value) => request.OsType = new OsTypeCompleter().Spelled(value), image => image.OsType)
        .With(Category, (request, value) => request.Category = value, image => image.Category)
        .With(ResourceGroupId, (request, value) => request.ResourceGroupId = value, image => image.ResourceGroupId)
        .Where(
            RegionId is not null,
            image => image.RegionIds.Any(region => RegionId.Contains(region, StringComparer.OrdinalIgnoreCase)),
            request => request.RegionId = RegionId is [var only] ? only : null,
            isExact: RegionId is [_])
        .Tagged(Tag, DescribeImagesRequest.MaximumTags, (request, pairs, keys) => (request.Tags, request.TagKeys) = (pairs, keys));
}
