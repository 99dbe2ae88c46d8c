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
/// <para type="synopsis">Lists availability zones, or looks them up by ID.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecZone", DefaultParameterSetName = ListSet, HelpUri = OnlineHelp.Pages + "Get-ZecZone.md")]
[OutputType(typeof(ZecZone))]
public sealed class GetZecZoneCommand : GraphCmdlet
{
    private const string ListSet = "List";

    private readonly List<string> _zoneIds = [];

    /// <summary><para type="description">The IDs of the zones. An ID that does not exist is an error, and the others are returned.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ZoneIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] ZoneId { get; set; } = [];

    /// <summary><para type="description">Objects whose zones are looked up: instances, images or sizes, as the other Get- cmdlets return them.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [PipedObject(typeof(ZecZone), typeof(ZecInstance), typeof(ZecImage), typeof(ZecInstanceType))]
    public ZecObject[] InputObject { get; set; } = [];

    /// <summary><para type="description">Names of zones or of their cities, with wildcards. Any of them may match. A name without wildcards that no
    /// zone or city has is an error.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(ZoneNameCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ObjectSet)
        {
            Take(InputObject);
        }
        else if (ParameterSetName == IdSet)
        {
            TakeNamed();
            _zoneIds.AddRange(ZoneId);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (AsksForAll)
        {
            List();
        }

        if (HasObjects)
        {
            LookUp(Sources, client => ObjectsFor(client).Select(IdOf).OfType<string>());
        }

        if (_zoneIds.Count > 0)
        {
            LookUp([.. Connections.Select(connection => connection.Client)], _ => _zoneIds);
        }
    }

    private static string? IdOf(ZecObject one) => one switch
    {
        ZecZone zone => zone.ZoneId,
        ZecInstance instance => instance.ZoneId,
        ZecImage image => image.ZoneId,
        ZecInstanceType type => type.ZoneId,
        _ => null,
    };

    private static bool Contains(IEnumerable<string> ids, string id) => ids.Contains(id, StringComparer.OrdinalIgnoreCase);

    private void List()
    {
        var names = new NamePatterns(Name);
        ZecZone[] zones = [.. Zones(Sources, _ => null).Where(zone => names.Match(zone.ZoneName, zone.CityName))];
        WriteObject(zones, enumerateCollection: true);
        WriteMissing(names, zones.SelectMany(zone => new[] { zone.ZoneName, zone.CityName }), "ZoneNotFound", "zone or city named", isFiltered: false);
    }

    private void LookUp(IReadOnlyCollection<ZecClient> clients, Func<ZecClient, IEnumerable<string>> idsFor)
    {
        string[] Ids(ZecClient client) => [.. idsFor(client).Distinct(StringComparer.OrdinalIgnoreCase)];
        var zones = Zones(clients, Ids);
        WriteObject(zones, enumerateCollection: true);
        foreach (var missing in clients.SelectMany(Ids).Distinct(StringComparer.OrdinalIgnoreCase).Where(id => !Contains(zones.Select(zone => zone.ZoneId), id)))
        {
            WriteError(ErrorRecords.NotFound("ZoneNotFound", $"There is no zone {missing}.", missing));
        }
    }

    /// <summary>Reads the zones with certain IDs, or all of an account for which there are none to name.</summary>
    private List<ZecZone> Zones(IReadOnlyCollection<ZecClient> clients, Func<ZecClient, string[]?> idsFor)
    {
        var call = ReadingCall();
        var zones = new List<ZecZone>();
        try
        {
            foreach (var client in Listed(clients))
            {
                var ids = idsFor(client);
                if (ids is not { Length: 0 })
                {
                    var all = Wait(stop => client.DescribeZonesAsync(new DescribeZonesRequest { ZoneIds = ids }, call, stop)).ZoneSet!;
                    zones.AddRange(all.Where(zone => ids is null || Contains(ids, zone.ZoneId)));
                }
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
