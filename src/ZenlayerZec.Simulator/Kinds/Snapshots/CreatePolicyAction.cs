using System.Text.Json;
using System.Text.Json.Nodes;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Snapshots;

/// <summary>CreateAutoSnapshotPolicy: a new schedule, without disks.</summary>
internal sealed class CreatePolicyAction() : SimulatedAction("CreateAutoSnapshotPolicy")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var (weekDays, hours) = (request.Wholes("repeatWeekDays"), request.Wholes("hours"));
        if (Catalogue.FindZone(request.Text("zoneId")) is null)
        {
            return Refusals.NoZone(request.Text("zoneId")!);
        }

        if (Groups.Find(request.Text("resourceGroupId")) is not { } group)
        {
            return Refusals.NoResourceGroup(request.Text("resourceGroupId")!);
        }

        if (PolicyKind.Refuse(request.Text("autoSnapshotPolicyName"), request.Whole("retentionDays"), weekDays, hours) is { } refusal)
        {
            return refusal;
        }

        var policy = new SimulatedRow(PolicyKind.Kind, new JsonObject
        {
            ["autoSnapshotPolicyId"] = Numbering.PolicyId(1_000 + account.TakeNumber()),
            ["zoneId"] = request.Text("zoneId"),
            ["autoSnapshotPolicyName"] = request.Text("autoSnapshotPolicyName"),
            ["repeatWeekDays"] = Numbers(weekDays),
            ["hours"] = Numbers(hours),
            ["retentionDays"] = request.Whole("retentionDays") ?? -1,
            ["createTime"] = account.Time.Now.ToWire(),
            ["resourceGroup"] = new JsonObject { ["resourceGroupId"] = group.ResourceGroupId, ["resourceGroupName"] = group.ResourceGroupName },
            ["tags"] = TagNodes.Of(request.Part("tags")?.Pairs("tags")),
        });
        account[PolicyKind.Kind].Add(policy);
        account.CarriedOut.Add(Name, policy.Id);
        response.WriteString("autoSnapshotPolicyId", policy.Id);
        return null;
    }

    public static JsonArray Numbers(IEnumerable<int> numbers) => new([.. numbers.Select(number => (JsonNode)number)]);
}
