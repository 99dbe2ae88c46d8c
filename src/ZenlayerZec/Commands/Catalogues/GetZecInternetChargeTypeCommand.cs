using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;

namespace ZenlayerZec.Commands.Catalogues;

/// <summary><para type="synopsis">Lists how the public network of elastic IPs of a region can be paid for.</para></summary>
[Cmdlet(VerbsCommon.Get, "ZecInternetChargeType", DefaultParameterSetName = IdSet, HelpUri = OnlineHelp.Pages + "Get-ZecInternetChargeType.md")]
[OutputType(typeof(ZecInternetChargeType))]
public sealed class GetZecInternetChargeTypeCommand : RegionAskCmdlet
{
    private protected override string Describe(object question) => $"the charge types of {question}";

    private protected override async Task<IReadOnlyList<ZecObject>> AskAsync(ZecClient client, object question, ZecCallOptions call, CancellationToken stop)
    {
        var (region, line) = ((string)question, Line);
        var request = new DescribeEipInternetChargeTypesRequest { RegionId = region, NetworkLineType = line };
        var answer = await client.ReadAsync(ZecActions.DescribeEipInternetChargeTypes, request, call, found => found.InternetChargeTypes!.Count, stop)
            .ConfigureAwait(false);
        var reading = new Reading(client);
        return [.. answer.InternetChargeTypes!.Select(type => new ZecInternetChargeType(region, type, line, reading))];
    }
}
