using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Catalogues;

/// <summary><para type="synopsis">Lists the network line types that regions offer for elastic IPs.</para></summary>
[Cmdlet(VerbsCommon.Get, "ZecNetworkLineType", DefaultParameterSetName = ListSet, HelpUri = OnlineHelp.Pages + "Get-ZecNetworkLineType.md")]
[OutputType(typeof(ZecNetworkLineType))]
public sealed class GetZecNetworkLineTypeCommand : GraphCmdlet
{
    private const string ListSet = "List";

    /// <summary><para type="description">The IDs of regions. The default is all regions.</para></summary>
    [Parameter(Position = 0, ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(RegionIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? RegionId { get; set; }

    /// <summary><para type="description">Zones, as Get-ZecZone returns them; their regions are meant.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [PipedObject(typeof(ZecZone))]
    public ZecObject[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ObjectSet)
        {
            Take(InputObject);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!HasObjects && !AsksForAll)
        {
            return;
        }

        try
        {
            foreach (var client in Listed(Sources))
            {
                string[]? regions = HasObjects ? [.. ObjectsFor(client).Select(zone => ((ZecZone)zone).RegionId).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)] : RegionId;
                var request = new DescribeEipNetworkLineTypesRequest { RegionId = regions is [var only] ? only : null };
                var answer = Wait(stop => client.ListAsync(
                    ZecActions.DescribeEipNetworkLineTypes, request, ReadingCall(), found => found.RegionNetworkLineTypes, stop));
                WriteObject(
                    answer.RegionNetworkLineTypes!.Where(region => regions is null || regions.Contains(region.RegionId, StringComparer.OrdinalIgnoreCase))
                        .SelectMany(region => region.NetworkLineTypes.Select(line => new ZecNetworkLineType(region.RegionId, line, region.Reading))),
                    enumerateCollection: true);
            }
        }
        catch (ZecException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null, $"The network line types{OfListed} could not be listed:"));
        }
    }
}
