using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Kinds.Snapshots;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Disks;

/// <summary>CreateDisks: new data disks, over CREATING to AVAILABLE, IN_USE by their instance, or FAILED.</summary>
internal sealed class CreateDisksAction() : SimulatedAction("CreateDisks")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var count = request.Whole("diskAmount") ?? 1;
        var names = request.Texts("diskNames") is { Count: > 0 } several ? several : [.. Enumerable.Repeat(request.Text("diskName")!, count)];
        string?[] instances = request.Texts("instanceIds") is { Count: > 0 } ids ? [.. ids] : [.. Enumerable.Repeat(request.Text("instanceId"), count)];
        if (names.Count != count || instances.Length != count)
        {
            return FormRefusals.Value("diskNames and instanceIds have one item for each disk.");
        }

        if (Refuse(request, account, names, instances) is { } refusal)
        {
            return refusal;
        }

        var made = Enumerable.Range(0, count).Select(number => Make(request, account, names[number], instances[number])).ToArray();
        response.WriteTexts("diskIds", made);
        response.WriteString("orderNumber", string.Format(CultureInfo.InvariantCulture, "DISK{0:D10}", account.TakeNumber()));
        return null;
    }

    private static ServiceRefusal? Refuse(JsonElement request, SimulatedAccount account, IReadOnlyList<string> names, string?[] instances)
    {
        var zoneId = request.Text("zoneId")!;
        if (Catalogue.FindZone(zoneId) is null)
        {
            return Refusals.NoZone(zoneId);
        }

        if (request.Text("diskCategory") is { } category && !Catalogue.DiskCategories.Contains(category))
        {
            return FormRefusals.Value($"There is no disk category {category}.");
        }

        if (Groups.Find(request.Text("resourceGroupId")) is null)
        {
            return Refusals.NoResourceGroup(request.Text("resourceGroupId")!);
        }

        return names.Select(DiskNames.Refuse).FirstOrDefault(refusal => refusal is not null)
            ?? instances.OfType<string>().Select(id => DiskPlace.Refuse(account, id, zoneId)).FirstOrDefault(refusal => refusal is not null)
            ?? (request.Text("snapshotId") is { } snapshotId ? SnapshotKind.RefuseDisk(account, snapshotId, zoneId, request.Whole("diskSize")!.Value) : null);
    }

    private static string Make(JsonElement request, SimulatedAccount account, string name, string? instanceId)
    {
        var group = Groups.Find(request.Text("resourceGroupId"))!;
        var disk = new SimulatedRow(DiskKind.Kind, new JsonObject
        {
            ["diskId"] = Numbering.LooseDiskId(account.TakeNumber()),
            ["diskName"] = name,
            ["regionId"] = Catalogue.FindZone(request.Text("zoneId"))!.RegionId,
            ["zoneId"] = request.Text("zoneId"),
            ["diskType"] = DiskKind.Data,
            ["portable"] = true,
            ["diskCategory"] = request.Text("diskCategory") ?? Catalogue.DiskCategories[0],
            ["diskSize"] = request.Whole("diskSize"),
            ["instanceId"] = instanceId,
            ["createTime"] = account.Time.Now.ToWire(),
            ["period"] = request.Part("instanceChargePostpaid")?.Whole("period"),
            ["resourceGroupId"] = group.ResourceGroupId,
            ["resourceGroupName"] = group.ResourceGroupName,
            ["snapshotAbility"] = true,
            ["tags"] = TagNodes.Of(request.Part("tags")?.Pairs("tags")),
            ["burstingEnabled"] = request.Flag("burstingEnabled") ?? false,
        });
        account[DiskKind.Kind].Add(disk);
        account.CarriedOut.Add("CreateDisks", disk.Id);
        var fails = account.FailsNext("CreateDisks");
        account.Begin("CreateDisks", disk, DiskState.Creating, () =>
        {
            if (fails)
            {
                disk.Status = DiskState.Failed;
                (disk.InstanceId, instanceId) = (null, disk.InstanceId);
            }
            else
            {
                DiskKind.Rest(disk);
            }

            account.Estate.WriteDisksBack(instanceId);
        });
        account.Estate.WriteDisksBack(instanceId);
        return disk.Id;
    }
}
