using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Kinds.Network;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Eips;

/// <summary>AssociateEipAddress: over ASSIGNING to BINDED. The simulated account has no load balancers, NAT gateways and high availability virtual IPs.</summary>
internal sealed class AssociateEipAddressAction() : SimulatedAction("AssociateEipAddress")
{
    /// <summary>The parameters for what they are bound to; the first that is there counts.</summary>
    private static readonly string[] Targets = ["loadBalancerId", "nicId", "natId", "haVipId"];

    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        switch (Targets.FirstOrDefault(name => !string.IsNullOrEmpty(request.Text(name))))
        {
            case null:
                return FormRefusals.Missing("nicId");
            case "nicId":
                break;
            case var target:
                return new ServiceRefusal(404, "OPERATION_FAILED_RESOURCE_NOT_FOUND", $"{request.Text(target)} was not found.");
        }

        if (account[NetworkKinds.Nic].Find(request.Text("nicId")) is not { } nic)
        {
            return NetworkKinds.Nic.NotFound(request.Text("nicId")!);
        }

        if (request.Text("lanIp") is not { Length: > 0 } lanIp)
        {
            return FormRefusals.Missing("lanIp");
        }

        if (!nic["privateIpList"]!.AsArray().Any(address => address!.GetValue<string>() == lanIp))
        {
            return FormRefusals.Value($"The network interface {nic.Id} does not have the address {lanIp}.");
        }

        return Bind(new RowRequest(Name, request, account), nic, lanIp, response);
    }

    private ServiceRefusal? Bind(RowRequest call, SimulatedRow nic, string lanIp, Utf8JsonWriter response)
    {
        string[] ids = [.. call.Body.Texts("eipIds").Distinct(StringComparer.Ordinal)];
        if (call.Account.Options.RejectsUnknownInstances && ids.FirstOrDefault(id => call.Account[NetworkKinds.Eip].Find(id) is null) is { } unknown)
        {
            return NetworkKinds.Eip.NotFound(unknown);
        }

        var failed = new List<string>();
        foreach (var id in ids)
        {
            var eip = call.Account[NetworkKinds.Eip].Find(id);
            if (eip is not { Status: EipState.Unbound } || eip.Text("regionId") != nic.Text("regionId") || call.Account.Refuses(eip))
            {
                failed.Add(id);
                continue;
            }

            EipBinding.Bind(eip, nic, lanIp, call.Body.Text("bindType"));
            call.Begin(eip, EipState.Assigning, () => eip.Status = EipState.Bound);
            call.Account.CarriedOut.Add(Name, id);
        }

        EipBinding.WriteBack(call.Account, nic.Id);
        if (failed.Count > 0)
        {
            response.WriteTexts("failedEipIds", failed);
        }

        return null;
    }
}
