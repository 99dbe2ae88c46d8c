using System.Collections;
using System.Management.Automation;
using System.Net.Sockets;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Lists instances, or looks them up by ID.</para>
/// <para type="description">Reads the whole list before it returns the first instance, unless -First limits it, so that changes made by
/// the pipeline cannot shift pages that are still to be read.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecInstance", DefaultParameterSetName = ListSet, SupportsPaging = true,
    HelpUri = OnlineHelp.Pages + "Get-ZecInstance.md")]
[OutputType(typeof(ZecInstance))]
public sealed class GetZecInstanceCommand : ListCmdlet
{
    private static readonly OwnerField<DescribeInstancesRequest, ZecInstance> Zone = new((request, ids) => request.ZoneId = ids[0], instance => instance.ZoneId);
    private static readonly OwnerField<DescribeInstancesRequest, ZecInstance> Image = new((request, ids) => request.ImageId = ids[0], instance => instance.ImageId);
    private static readonly OwnerField<DescribeInstancesRequest, ZecInstance> Subnet = new((_, _) => { }, instance => instance.SubnetId);

    private static readonly OwnerField<DescribeInstancesRequest, ZecInstance> Self
        = new((request, ids) => request.InstanceIds = ids, instance => instance.InstanceId, DescribeInstancesRequest.MaximumInstanceIds);

    /// <summary><para type="description">The IDs of the instances. An ID that does not exist is an error, and the others are returned.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [IdOf(typeof(ZecInstance))]
    [ValidateId(typeof(ZecInstance))]
    public string[] InstanceId { get; set; } = [];

    /// <summary><para type="description">The instances, as Get-ZecInstance returns them, or rows that name them; each is looked up in the
    /// account that it was read from.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [ObjectOf(typeof(ZecInstance))]
    public ZecInstance[] InputObject { get; set; } = [];

    /// <summary><para type="description">Zones, images, disks or subnets, as their Get- cmdlets return them. Lists the instances of the zones, those
    /// that were made from an image in the zone for which the image was listed, those that the disks are attached to, and those in the subnets.</para></summary>
    [Parameter(ParameterSetName = ListSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [PipedObject(typeof(ZecZone), typeof(ZecImage), typeof(ZecDisk), typeof(ZecSubnet))]
    [ValidateNotNullOrEmpty]
    public ZecObject[]? Parent { get; set; }

    /// <summary><para type="description">Names, with wildcards. Any of them may match. A name without wildcards that no instance has is an
    /// error.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(InstanceNameCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary><para type="description">The states, such as RUNNING or STOPPED. Any of them may match.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(InstanceStatusCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Status { get; set; }

    /// <summary><para type="description">The IDs of zones. Any of them may match.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(ZoneIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ZoneId { get; set; }

    /// <summary><para type="description">The IDs of images that the instances were made from. Any of them may match.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(ImageIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ImageId { get; set; }

    /// <summary><para type="description">IPv4 addresses, public or private, of which the instances have any.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(IPv4AddressCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? IPv4Address { get; set; }

    /// <summary><para type="description">IPv6 addresses, in any spelling, of which the instances have any.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(IPv6AddressCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? IPv6Address { get; set; }

    /// <summary><para type="description">The IDs of resource groups. Any of them may match.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(ResourceGroupIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ResourceGroupId { get; set; }

    /// <summary><para type="description">Tags that the instances must have: @{env='dev'}. Several values of a tag are
    /// alternatives, and may have wildcards: @{env='dev','test-*'}. Keys are literal; case counts.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(InstanceTagCompleter))]
    [ValidateNotNullOrEmpty]
    public Hashtable? Tag { get; set; }

    private protected override ResourceKind Kind => InstanceKind.Kind;

    private protected override string[] Ids => InstanceId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ZecObject[]? Owners => Parent;

    private protected override ListQuery Query()
    {
        var ipv4 = new IpAddresses(IPv4Address, AddressFamily.InterNetwork);
        var ipv6 = new IpAddresses(IPv6Address, AddressFamily.InterNetworkV6);
        return new ListQuery<DescribeInstancesRequest, ZecInstance>(InstanceKind.Kind, InstanceKind.List)
            .Of<ZecZone>((Zone, zone => zone.ZoneId))
            .Of<ZecImage>((Zone, image => image.ZoneId), (Image, image => image.ImageId))
            .Of<ZecDisk>((Self, disk => disk.AttachedInstanceId))
            .Of<ZecSubnet>((Subnet, subnet => subnet.SubnetId))
            .Named(Name, (request, hint) => request.Name = hint)
            .InState(Status, (request, state) => request.Status = state)
            .With(ZoneId, (request, id) => request.ZoneId = id, instance => instance.ZoneId)
            .With(ImageId, (request, id) => request.ImageId = id, instance => instance.ImageId)
            .With(ResourceGroupId, (request, id) => request.ResourceGroupId = id, instance => instance.ResourceGroupId)
            .Where(IPv4Address is not null, ipv4.Match, request => request.Ipv4Address = ipv4.Filter, ipv4.IsExact)
            .Where(IPv6Address is not null, ipv6.Match, request => request.Ipv6Address = ipv6.Filter, ipv6.IsExact)
            .Tagged(Tag, DescribeInstancesRequest.MaximumTags, (request, pairs, keys) => (request.Tags, request.TagKeys) = (pairs, keys));
    }
}
