using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;

namespace ZenlayerZec.Commands.Eip;

/// <summary><para type="synopsis">Lists the regions by which the traffic of elastic IPs of a region can go: the values of New-ZecEip -PeerRegionId.</para></summary>
[Cmdlet(VerbsCommon.Get, "ZecEipPeerRegion", DefaultParameterSetName = IdSet, HelpUri = OnlineHelp.Pages + "Get-ZecEipPeerRegion.md")]
[OutputType(typeof(ZecEipPeerRegion))]
public sealed class GetZecEipPeerRegionCommand : RegionAskCmdlet
{
    private protected override string Describe(object question) => $"the peer regions of {question}";

    private protected override async Task<IReadOnlyList<ZecObject>> AskAsync(ZecClient client, object question, ZecCallOptions call, CancellationToken stop)
    {
        var (region, line) = ((string)question, Line);
        var request = new DescribeEipRemoteRegionsRequest { RegionId = region, NetworkLineType = line };
        var answer = await client.ReadAsync(ZecActions.DescribeEipRemoteRegions, request, call, found => found.PeerRegionIds!.Count, stop).ConfigureAwait(false);
        var reading = new Reading(client);
        return [.. answer.PeerRegionIds!.Select(peer => new ZecEipPeerRegion(region, peer, line, reading))];
    }
}
