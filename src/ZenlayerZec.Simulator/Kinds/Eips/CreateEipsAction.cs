using System.Globalization;
using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Kinds.Network;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Eips;

/// <summary>CreateEips: new elastic IPs, over CREATING to UNBIND, BINDED to their instance, or CREATE_FAILED.</summary>
internal sealed class CreateEipsAction() : SimulatedAction("CreateEips")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var instances = request.Texts("instanceIds");
        var count = request.Whole("amount") ?? Math.Max(1, instances.Count);
        if (instances.Count > 0 && instances.Count != count)
        {
            return FormRefusals.Value("instanceIds has one item for each elastic IP.");
        }

        var nics = instances.Select(id => PrimaryNic(account, id)).ToArray();
        if (Refuse(request, instances, nics) is { } refusal)
        {
            return refusal;
        }

        var made = Enumerable.Range(0, count).Select(number => Make(request, account, nics.Length == 0 ? null : nics[number])).ToArray();
        response.WriteTexts("eipIds", made);
        response.WriteString("orderNumber", string.Format(CultureInfo.InvariantCulture, "EIP{0:D10}", account.TakeNumber()));
        return null;
    }

    private static SimulatedRow? PrimaryNic(SimulatedAccount account, string instanceId)
        => account[NetworkKinds.Nic].OfInstance(instanceId).FirstOrDefault(nic => nic.Text("nicType") == "Primary");

    private static ServiceRefusal? Refuse(JsonElement request, IReadOnlyList<string> instances, SimulatedRow?[] nics)
    {
        var region = request.Text("regionId");
        var type = request.Text("internetChargeType")!;
        var refusal = EipRules.Region(region)
            ?? EipRules.Name(request.Text("name")!)
            ?? EipRules.Charge(type, request.Whole("bandwidth"), request.Number("flowPackage"), request.Text("clusterId"))
            ?? (request.Text("peerRegionId") is { Length: > 0 } peer ? EipRules.Region(peer) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        if (request.Text("cidrId") is { Length: > 0 } cidr)
        {
            return new ServiceRefusal(404, "INVALID_CIDR_NOT_FOUND", $"The CIDR block {cidr} was not found.");
        }

        if (request.Text("networkLineType") is null)
        {
            return FormRefusals.Missing("networkLineType");
        }

        if (Groups.Find(request.Text("resourceGroupId")) is null)
        {
            return Refusals.NoResourceGroup(request.Text("resourceGroupId")!);
        }

        for (var number = 0; number < nics.Length; number++)
        {
            if (nics[number] is not { } nic)
            {
                return Refusals.NoInstance(instances[number]);
            }

            if (nic.Text("regionId") != region)
            {
                return FormRefusals.Value($"The instance {instances[number]} is not in the region {region}.");
            }
        }

        return null;
    }

    private static string Make(JsonElement request, SimulatedAccount account, SimulatedRow? nic)
    {
        var number = account.TakeNumber();
        var address = request.Text("publicIp") is { Length: > 0 } wanted ? wanted : Numbering.LooseIp(number);
        var eip = NetworkGenerator.Eip(
            Numbering.LooseEipId(number), address, request.Text("regionId"), Groups.Find(request.Text("resourceGroupId"))!, account.Time.Now);
        eip["name"] = request.Text("name");
        eip["networkLineType"] = request.Text("networkLineType");
        eip["peerRegionId"] = request.Text("peerRegionId");
        eip["prefixLength"] = request.Whole("prefixLength") ?? 32;
        eip["rateLimitMode"] = request.Text("rateLimitMode") ?? "LOOSE";
        eip["tags"] = TagNodes.Of(request.Part("tags")?.Pairs("tags"));
        eip["bandwidth"] = null;
        EipRules.Pay(
            eip, request.Text("internetChargeType")!, request.Whole("bandwidth"), request.Number("flowPackage"), request.Text("clusterId"));
        account[NetworkKinds.Eip].Add(eip);
        account.CarriedOut.Add("CreateEips", eip.Id);
        var fails = account.FailsNext("CreateEips");
        if (nic is not null && !fails)
        {
            EipBinding.Bind(eip, nic, nic.Text("primaryIpv4"), request.Text("bindType"));
            EipBinding.WriteBack(account, nic.Id);
        }

        account.Begin("CreateEips", eip, EipState.Creating, () => eip.Status = fails ? EipState.CreateFailed : nic is null ? EipState.Unbound : EipState.Bound);
        return eip.Id;
    }
}
