using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Disk;

/// <summary><para type="synopsis">Lists the categories of disks that zones offer.</para></summary>
[Cmdlet(VerbsCommon.Get, "ZecDiskCategory", DefaultParameterSetName = ListSet, HelpUri = OnlineHelp.Pages + "Get-ZecDiskCategory.md")]
[OutputType(typeof(ZecDiskCategory))]
public sealed class GetZecDiskCategoryCommand : GraphCmdlet
{
    private const string ListSet = "List";

    /// <summary><para type="description">The IDs of zones. The default is all zones.</para></summary>
    [Parameter(Position = 0, ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(ZoneIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ZoneId { get; set; }

    /// <summary><para type="description">Zones, as Get-ZecZone returns them.</para></summary>
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
                string[]? zones = HasObjects ? [.. ObjectsFor(client).Select(zone => ((ZecZone)zone).ZoneId)] : ZoneId;
                var request = new DescribeDiskCategoryRequest { ZoneId = zones is [var only] ? only : null };
                var answer = Wait(stop => client.ListAsync(ZecActions.DescribeDiskCategory, request, ReadingCall(), found => found.CategoryZoneSet, stop));
                WriteObject(
                    answer.CategoryZoneSet!.Where(zone => zones is null || zones.Contains(zone.ZoneId, StringComparer.OrdinalIgnoreCase))
                        .SelectMany(zone => zone.Categories.Select(category => new ZecDiskCategory(zone.ZoneId, category, zone.Reading))),
                    enumerateCollection: true);
            }
        }
        catch (ZecException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null, $"The categories of disks{OfListed} could not be listed:"));
        }
    }
}
