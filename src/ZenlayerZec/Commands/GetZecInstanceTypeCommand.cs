using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Lists the instance sizes of zones.</para>
/// <para type="description">Returns one object for each size in each zone. Sizes with a GPU are not included: the API lists them with
/// another action, DescribeZoneGpuInstanceConfigInfos.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecInstanceType", DefaultParameterSetName = ListSet, HelpUri = OnlineHelp.Pages + "Get-ZecInstanceType.md")]
[OutputType(typeof(ZecInstanceType))]
public sealed class GetZecInstanceTypeCommand : GraphCmdlet
{
    private const string ListSet = "List";

    private readonly List<string> _zoneIds = [];

    /// <summary><para type="description">The IDs of the zones. By default all zones are listed.</para></summary>
    [Parameter(Position = 0, ParameterSetName = ListSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ZoneIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ZoneId { get; set; }

    /// <summary><para type="description">Zones, instances or sizes, as the other Get- cmdlets return them. Lists the sizes of the zones, and the size
    /// of each instance.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [PipedObject(typeof(ZecZone), typeof(ZecInstance), typeof(ZecInstanceType))]
    public ZecObject[] InputObject { get; set; } = [];

    /// <summary><para type="description">Sizes such as z2a.cpu.4, with wildcards. A size without wildcards that is not there is an error.</para></summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(InstanceTypeCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? InstanceType { get; set; }

    /// <summary><para type="description">Lists only the sizes that are in stock.</para></summary>
    [Parameter]
    public SwitchParameter InStock { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ObjectSet)
        {
            Take(InputObject);
        }
        else if (ZoneId is not null)
        {
            TakeNamed();
            _zoneIds.AddRange(ZoneId);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (AsksForAll || _zoneIds.Count > 0)
        {
            var zones = new InstanceTypeOwners([.. _zoneIds.Select(id => new ZecZone { ZoneId = id })]);
            List([.. Connections.Select(connection => connection.Client)], _ => zones);
        }

        if (HasObjects)
        {
            List(Sources, client => new InstanceTypeOwners(ObjectsFor(client)));
        }
    }

    private void List(IReadOnlyCollection<ZecClient> clients, Func<ZecClient, InstanceTypeOwners> ownersFor)
    {
        var call = ReadingCall();
        var names = new NamePatterns(InstanceType);
        var found = new List<string>();
        var hasFailed = false;
        foreach (var client in Listed(clients))
        {
            // The service takes one zone. Several cost less as one request for all zones, which has no pages, than as one for each.
            var owners = ownersFor(client);
            var request = new DescribeZoneInstanceConfigInfosRequest { ZoneId = owners.ZoneId };
            try
            {
                var types = Wait(stop => client.DescribeZoneInstanceConfigInfosAsync(request, call, stop)).InstanceTypeQuotaSet!;
                ZecInstanceType[] matching = [.. types.Where(type => owners.Match(type) && names.Match(type.InstanceType) && (!InStock || type.WithStock == true))];
                found.AddRange(matching.Select(type => type.InstanceType));
                WriteObject(matching, enumerateCollection: true);
            }
            catch (ZecException failure)
            {
                hasFailed = true;
                WriteOrEnd(failure, ErrorRecords.From(failure, request.ZoneId, $"The instance types{OfListed} could not be listed:"));
            }
        }

        if (!hasFailed)
        {
            WriteMissing(names, found, "InstanceTypeNotFound", "instance type", InStock || _zoneIds.Count > 0 || HasObjects);
        }
    }
}
