using System.Collections;
using System.Management.Automation;
using System.Net.Sockets;
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
    /// <summary><para type="description">Names, with wildcards. Any of them may match.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(InstanceNameCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary><para type="description">The state, such as RUNNING or STOPPED.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(InstanceStatusCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Status { get; set; }

    /// <summary><para type="description">The ID of the zone.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(ZoneIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ZoneId { get; set; }

    /// <summary><para type="description">The ID of the image that the instances were made from.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(ImageIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ImageId { get; set; }

    /// <summary><para type="description">An IPv4 address that the instances have, public or private.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string? IPv4Address { get; set; }

    /// <summary><para type="description">An IPv6 address that the instances have, in any spelling.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string? IPv6Address { get; set; }

    /// <summary><para type="description">The ID of the resource group.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string? ResourceGroupId { get; set; }

    /// <summary><para type="description">Tags that the instances must all have: @{env='dev'}.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public Hashtable? Tag { get; set; }

    private protected override void List()
    {
        var names = new NamePatterns(Name);
        var tags = new TagPairs(Tag);
        var ipv4 = new IpAddress(IPv4Address, AddressFamily.InterNetwork);
        var ipv6 = new IpAddress(IPv6Address, AddressFamily.InterNetworkV6);
        var request = new DescribeInstancesRequest
        {
            Status = Status?.ToUpperInvariant(),
            ZoneId = ZoneId,
            ImageId = ImageId,
            Ipv4Address = ipv4.Filter,
            Ipv6Address = ipv6.Filter,
            ResourceGroupId = ResourceGroupId,
            Name = names.Hint,
            Tags = tags.Filter(DescribeInstancesRequest.MaximumTags),
        };
        List(client => new InstanceLister(client, ReadingCall()), new ItemFilter<DescribeInstancesRequest, ZecInstance>(
            request,
            instance => Asked.For(Status, instance.Status)
                && Asked.For(ZoneId, instance.ZoneId)
                && Asked.For(ImageId, instance.ImageId)
                && Asked.For(ResourceGroupId, instance.ResourceGroupId)
                && ipv4.Match(instance)
                && ipv6.Match(instance)
                && names.Match(instance.InstanceName)
                && tags.Match(instance.Tags),
            names.IsEmpty));
    }

    private protected override void LookUp() => LookUp(client => new InstanceLister(client, ReadingCall()), new DescribeInstancesRequest());
}
