using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Kinds.Network;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Eips;

/// <summary>AvailableLanIp: the private addresses in the region of an elastic IP, but for the one that it is bound to. How many an address can have is not documented.</summary>
internal sealed class AvailableLanIpAction() : SimulatedAction("AvailableLanIp")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (account[NetworkKinds.Eip].Find(request.Text("eipId")) is not { } eip)
        {
            return NetworkKinds.Eip.NotFound(request.Text("eipId")!);
        }

        var free = account[NetworkKinds.Nic].Rows.Where(nic => nic.Text("regionId") == eip.Text("regionId"))
            .SelectMany(nic => nic["privateIpList"]!.AsArray().Select(address => (Nic: nic, Address: address!.GetValue<string>())))
            .Where(one => one.Nic.Id != eip.Text("nicId") || one.Address != eip.Text("privateIpAddress"));
        response.WriteObjects("lanIps", free, (row, one) =>
        {
            row.WriteString("lanIp", one.Address);
            row.WriteString("nicId", one.Nic.Id);
            row.WriteString("nicName", one.Nic.Text("name"));
            row.WriteString("instanceId", one.Nic.InstanceId);
            row.WriteString("instanceName", account.Fleet.Find(one.Nic.InstanceId)?.Instance.InstanceName);
        });
        return null;
    }
}
