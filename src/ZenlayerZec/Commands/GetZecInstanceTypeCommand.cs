using System.Management.Automation;
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
[Cmdlet(VerbsCommon.Get, "ZecInstanceType", HelpUri = OnlineHelp.Pages + "Get-ZecInstanceType.md")]
[OutputType(typeof(ZecInstanceType))]
public sealed class GetZecInstanceTypeCommand : ZecCmdlet
{
    /// <summary><para type="description">The ID of the zone. By default all zones are listed.</para></summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ZoneIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ZoneId { get; set; }

    /// <summary><para type="description">Sizes such as z2a.cpu.4, with wildcards.</para></summary>
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
        var call = ReadingCall();
        var request = new DescribeZoneInstanceConfigInfosRequest { ZoneId = ZoneId };
        var names = new NamePatterns(InstanceType);
        foreach (var connection in Listed())
        {
            List(connection.Client, call, request, names);
        }
    }

    /// <inheritdoc/>
    private protected override bool TakesSeveralConnections => true;

    private void List(ZecClient client, ZecCallOptions call, DescribeZoneInstanceConfigInfosRequest request, NamePatterns names)
    {
        try
        {
            var types = Wait(stop => client.DescribeZoneInstanceConfigInfosAsync(request, call, stop)).InstanceTypeQuotaSet!;
            WriteObject(
                types.Where(type => Asked.For(ZoneId, type.ZoneId) && names.Match(type.InstanceType) && (!InStock || type.WithStock == true)),
                enumerateCollection: true);
        }
        catch (ZecException failure)
        {
            WriteOrEnd(failure, ErrorRecords.From(failure, ZoneId, $"The instance types{OfListed} could not be listed:"));
        }
    }
}
