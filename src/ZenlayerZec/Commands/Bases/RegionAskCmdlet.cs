using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Completion;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands.Bases;

/// <summary>The base of the cmdlets that ask what regions offer, by network line type where one is given: one question for each region.</summary>
public abstract class RegionAskCmdlet : AskCmdlet
{
    /// <summary><para type="description">The IDs of the regions.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet)]
    [ArgumentCompleter(typeof(RegionIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] RegionId { get; set; } = [];

    /// <summary><para type="description">Zones, whose regions are meant, or regions, as the other Get- cmdlets return them.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [PipedObject(typeof(ZecZone), typeof(ZecRegion))]
    public ZecObject[] InputObject { get; set; } = [];

    /// <summary><para type="description">The network line type that is asked for. The default of the service is any.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NetworkLineTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? NetworkLineType { get; set; }

    /// <summary>The network line type as the API spells it.</summary>
    private protected string? Line => new NetworkLineTypeCompleter().Spelled(NetworkLineType);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var region in ParameterSetName == IdSet ? RegionId : [])
        {
            Ask(Client, region);
        }

        foreach (var one in ParameterSetName == IdSet ? [] : InputObject)
        {
            if (RegionQuery.IdOf(one) is { Length: > 0 } region && ClientOf(one) is { } client)
            {
                Ask(client, region);
            }
        }
    }
}
