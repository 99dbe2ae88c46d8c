using System.Management.Automation;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Lists availability zones, or looks them up by ID.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecZone", DefaultParameterSetName = ListSet, HelpUri = OnlineHelp.Pages + "Get-ZecZone.md")]
[OutputType(typeof(ZecZone))]
public sealed class GetZecZoneCommand : ZecCmdlet
{
    private const string ListSet = "List";
    private const string IdSet = "Id";

    private readonly List<string> _zoneIds = [];

    /// <summary><para type="description">The IDs of the zones. An ID that does not exist is an error, and the others are returned.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ZoneIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] ZoneId { get; set; } = [];

    /// <summary><para type="description">Names of zones or of their cities, with wildcards. Any of them may match.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == IdSet)
        {
            _zoneIds.AddRange(ZoneId);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        string[] ids = [.. _zoneIds.Distinct(StringComparer.OrdinalIgnoreCase)];
        var isList = ParameterSetName != IdSet && !MyInvocation.ExpectingInput;
        if (!isList && ids.Length == 0)
        {
            return;
        }

        var zones = Zones(new DescribeZonesRequest { ZoneIds = isList ? null : ids });
        var names = new NamePatterns(Name);
        foreach (var zone in zones.Where(zone => isList ? names.Match(zone.ZoneName, zone.CityName) : Contains(ids, zone.ZoneId)))
        {
            WriteObject(zone);
        }

        foreach (var missing in ids.Where(id => !Contains(zones.Select(zone => zone.ZoneId), id)))
        {
            WriteError(ErrorRecords.NotFound("ZoneNotFound", $"There is no zone {missing}.", missing));
        }
    }

    /// <inheritdoc/>
    private protected override bool TakesSeveralConnections => true;

    private static bool Contains(IEnumerable<string> ids, string id) => ids.Contains(id, StringComparer.OrdinalIgnoreCase);

    private List<ZecZone> Zones(DescribeZonesRequest request)
    {
        var call = ReadingCall();
        var zones = new List<ZecZone>();
        try
        {
            foreach (var connection in Listed())
            {
                var client = connection.Client;
                zones.AddRange(Wait(stop => client.DescribeZonesAsync(request, call, stop)).ZoneSet!);
            }

            return zones;
        }
        catch (ZecException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null, $"The zones{OfListed} could not be listed:"));
            throw;
        }
    }
}
