using System.Collections;
using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands.Disk;

/// <summary>
/// <para type="synopsis">Lists disks, or looks them up by ID.</para>
/// <para type="description">Reads the whole list before it returns the first disk, unless -First limits it, so that changes made by the pipeline
/// cannot shift pages that are still to be read.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecDisk", DefaultParameterSetName = ListSet, SupportsPaging = true, HelpUri = OnlineHelp.Pages + "Get-ZecDisk.md")]
[OutputType(typeof(ZecDisk))]
public sealed class GetZecDiskCommand : ListCmdlet
{
    private static readonly OwnerField<DescribeDisksRequest, ZecDisk> Zone = new((request, ids) => request.ZoneId = ids[0], disk => disk.ZoneId);

    private static readonly OwnerField<DescribeDisksRequest, ZecDisk> Instance
        = new((request, ids) => request.InstanceId = ids[0], disk => disk.AttachedInstanceId);

    /// <summary><para type="description">The IDs of the disks. An ID that does not exist is an error, and the others are returned.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(DiskIdCompleter))]
    [IdOf(typeof(ZecDisk))]
    [ValidateId(typeof(ZecDisk))]
    public string[] DiskId { get; set; } = [];

    /// <summary><para type="description">The disks, as Get-ZecDisk returns them, or rows that name them; each is looked up in the account that it was
    /// read from.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [ObjectOf(typeof(ZecDisk))]
    public ZecDisk[] InputObject { get; set; } = [];

    /// <summary><para type="description">Instances or zones, as Get-ZecInstance and Get-ZecZone return them. Lists the disks that are attached to the
    /// instances, and those of the zones.</para></summary>
    [Parameter(ParameterSetName = ListSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [PipedObject(typeof(ZecInstance), typeof(ZecZone), ById = true)]
    [ValidateNotNullOrEmpty]
    public ZecObject[]? Parent { get; set; }

    /// <summary><para type="description">Names, with wildcards. Any of them may match. A name without wildcards that no disk has is an error.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(DiskNameCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary><para type="description">The states, such as IN_USE or AVAILABLE. Any of them may match.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(DiskStatusCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Status { get; set; }

    /// <summary><para type="description">SYSTEM for boot disks, or DATA.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(DiskTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Type { get; set; }

    /// <summary><para type="description">The categories. Any of them may match.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(DiskCategoryCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Category { get; set; }

    /// <summary><para type="description">The IDs of zones. Any of them may match.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(ZoneIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ZoneId { get; set; }

    /// <summary><para type="description">The IDs of resource groups. Any of them may match.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(ResourceGroupIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ResourceGroupId { get; set; }

    /// <summary><para type="description">Whether snapshots can be made of the disks.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    public bool? SnapshotAbility { get; set; }

    /// <summary><para type="description">Tags that the disks must have: @{env='dev'}. Several values of a tag are alternatives, and may have wildcards.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(DiskTagCompleter))]
    [ValidateNotNullOrEmpty]
    public Hashtable? Tag { get; set; }

    /// <summary><para type="description">Only disks that are attached to no instance.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Unused { get; set; }

    private protected override ResourceKind Kind => DiskKind.Kind;

    private protected override string[] Ids => DiskId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ZecObject[]? Owners => Parent;

    private protected override ListQuery Query() => new ListQuery<DescribeDisksRequest, ZecDisk>(DiskKind.Kind, DiskKind.List)
        .Of<ZecZone>((Zone, zone => zone.ZoneId))
        .Of<ZecInstance>((Instance, instance => instance.InstanceId))
        .Named(Name, (request, hint) => request.DiskName = hint)
        .Where(Unused, disk => DiskKind.States.Same(disk.Status, DiskStatus.Available), request => request.DiskStatus = DiskStatus.Available, isExact: true)
        .InState(Status, (request, state) => request.DiskStatus = state)
        .With(Type, (request, type) => request.DiskType = type, disk => disk.Type)
        .With(Category, (request, category) => request.DiskCategory = category, disk => disk.Category)
        .With(ZoneId, (request, id) => request.ZoneId = id, disk => disk.ZoneId)
        .With(ResourceGroupId, (request, id) => request.ResourceGroupId = id, disk => disk.ResourceGroupId)
        .With(SnapshotAbility, (request, ability) => request.SnapshotAbility = ability, disk => disk.SnapshotAbility)
        .Tagged(Tag, DescribeDisksRequest.MaximumTags, (request, pairs, keys) => (request.Tags, request.TagKeys) = (pairs, keys));
}
