using System.Management.Automation;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Lists the time zones that an instance can have, as texts.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecTimeZone")]
[OutputType(typeof(string))]
public sealed class GetZecTimeZoneCommand : ZecCmdlet
{
    /// <summary><para type="description">Names such as Asia/Hong_Kong, with wildcards; any of them.</para></summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var client = Client;
        var call = Call();
        var names = new NamePatterns(Name);
        try
        {
            var zones = Wait(stop => client.DescribeTimeZonesAsync(new DescribeTimeZonesRequest(), call, stop)).TimeZones!;
            WriteObject(zones.Where(zone => names.Match(zone)), enumerateCollection: true);
        }
        catch (ZecException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null, "The time zones could not be listed:"));
        }
    }
}
