using System.Text.Json;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeVncUrl: an address with a token in it, another one each time. Nothing answers there.</summary>
internal sealed class DescribeVncUrlAction() : SimulatedAction("DescribeVncUrl")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var id = request.Text("instanceId")!;
        if (account.Fleet.Find(id) is null)
        {
            return Refusals.NoInstance(id);
        }

        response.WriteString("url", $"https://console.zec.invalid/vnc?instanceId={id}&token={Guid.NewGuid():N}");
        return null;
    }
}
