using System.Collections;
using System.Management.Automation;
using System.Net.Sockets;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;
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
    /// <summary><para type="description">Zones or images, as Get-ZecZone and Get-ZecImage return them. Lists the instances of the zones, and those
    /// that were made from an image in the zone for which the image was listed.</para></summary>
    [Parameter(ParameterSetName = ListSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [PipedObject(typeof(ZecZone), typeof(ZecImage))]
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

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        if (Parent is not null)
        {
            Take(Parent);
        }
    }

    private protected override void List()
    {
        var names = new NamePatterns(Name);
        var tags = new TagFilter(Tag, DescribeInstancesRequest.MaximumTags);
        var states = new AskedValues(Status, InstanceStatus.Named);
        var zones = new AskedValues(ZoneId);
        var images = new AskedValues(ImageId);
        var groups = new AskedValues(ResourceGroupId);
        var ipv4 = new IpAddresses(IPv4Address, AddressFamily.InterNetwork);
        var ipv6 = new IpAddresses(IPv6Address, AddressFamily.InterNetworkV6);
        WarnOfUnknown(Status);
        var found = List(client => new InstanceLister(client, ReadingCall()), client =>
        {
            var owners = new InstanceOwners(ObjectsFor(client));
            return new ItemFilter<DescribeInstancesRequest, ZecInstance>(
                new DescribeInstancesRequest
                {
                    Status = states.Filter,
                    ZoneId = zones.Filter ?? owners.ZoneId,
                    ImageId = images.Filter ?? owners.ImageId,
                    Ipv4Address = ipv4.Filter,
                    Ipv6Address = ipv6.Filter,
                    ResourceGroupId = groups.Filter,
                    Name = names.Hint,
                    Tags = tags.Pairs,
                    TagKeys = tags.Keys,
                },
                instance => states.Match(instance.Status)
                    && zones.Match(instance.ZoneId)
                    && images.Match(instance.ImageId)
                    && groups.Match(instance.ResourceGroupId)
                    && ipv4.Match(instance)
                    && ipv6.Match(instance)
                    && owners.Match(instance)
                    && names.Match(instance.InstanceName)
                    && tags.Match(instance.Tags),
                IsExact: names.IsEmpty && owners.IsEmpty && tags.IsExact && ipv4.IsExact && ipv6.IsExact
                    && states.IsExact && zones.IsExact && images.IsExact && groups.IsExact);
        });
        if (found is not null)
        {
            var isFiltered = (Status ?? ZoneId ?? ImageId ?? IPv4Address ?? IPv6Address ?? ResourceGroupId) is not null || Tag is not null || HasObjects;
            WriteMissing(names, found.Select(instance => instance.InstanceName), "InstanceNotFound", "instance named", isFiltered);
        }
    }

    private protected override void LookUp() => LookUp(client => new InstanceLister(client, ReadingCall()), new DescribeInstancesRequest());
}
