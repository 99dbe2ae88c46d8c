using System.Management.Automation;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Lists the time zones that an instance can have, as strings.</para>
/// <para type="description">With several connections, lists the time zones of all accounts, each once.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecTimeZone", HelpUri = OnlineHelp.Pages + "Get-ZecTimeZone.md")]
[OutputType(typeof(string))]
public sealed class GetZecTimeZoneCommand : ZecCmdlet
{
    /// <summary><para type="description">Names such as Asia/Hong_Kong, with wildcards.</para></summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override bool TakesSeveralConnections => true;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var call = Call();
        var names = new NamePatterns(Name);
        try
        {
            var zones = new List<string>();
            foreach (var client in Listed())
            {
                zones.AddRange(Wait(stop => client.DescribeTimeZonesAsync(new DescribeTimeZonesRequest(), call, stop)).TimeZones!);
            }

            WriteObject(zones.Distinct(StringComparer.Ordinal).Where(zone => names.Match(zone)), enumerateCollection: true);
        }
        catch (ZecException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null, $"The time zones{OfListed} could not be listed:"));
        }
    }
}
