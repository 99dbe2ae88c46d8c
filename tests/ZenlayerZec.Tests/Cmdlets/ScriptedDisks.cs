using System.Text.Json.Nodes;
using ZenlayerZec.Simulator;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Disks of an account, answered for by the test: the least that the actions on disks need. It ignores filters but for IDs.</summary>
internal sealed class ScriptedDisks
{
    private readonly List<JsonObject> _disks = [];

    /// <summary>How many IDs a request takes.</summary>
    public int MostIds { get; set; } = int.MaxValue;

    /// <summary>Goes wrong in place of an action's answer; null means that nothing does.</summary>
    public Func<string, SimulatedFault?> Fault { get; set; } = _ => null;

    public JsonObject this[string id] => _disks.Single(disk => (string)disk["diskId"]! == id);

    public JsonObject Add(string id, string status = "AVAILABLE", string? instanceId = null, string? name = null, int size = 20)
    {
        var disk = new JsonObject
        {
            ["diskId"] = id,
            ["diskName"] = name ?? $"name-{id}",
            ["zoneId"] = "asia-east-1a",
            ["diskType"] = "DATA",
            ["diskSize"] = size,
            ["diskStatus"] = status,
            ["instanceId"] = instanceId,
            ["createTime"] = "2026-01-01T00:00:00Z",
        };
        _disks.Add(disk);
        return disk;
    }

    public SimulatedFault? Answer(SimulatedRequest request)
    {
        if (Fault(request.Action!) is { } fault)
        {
            return fault;
        }

        var body = JsonNode.Parse(request.Body)!.AsObject();
        string[] ids = body["diskIds"] is JsonArray many ? [.. many.Select(id => (string)id!)] : body["diskId"] is { } one ? [(string)one!] : [];
        if (request.Action!.Contains("Disk", StringComparison.Ordinal) && ids.Length > MostIds)
        {
            return SimulatedFault.Error(400, "INVALID_PARAMETER_EXCEED_LENGTH");
        }

        return request.Action switch
        {
            "DescribeDisks" => List(body, ids),
            "ReleaseDisk" => Set(ids, disk => disk["diskStatus"] = "RECYCLED"),
            "RenewDisk" => Set(ids, disk => disk["diskStatus"] = "AVAILABLE"),
            "ResizeDisk" => Set(ids, disk => disk["diskSize"] = (int)body["diskSize"]!),
            "ModifyDisksAttributes" => Set(ids, disk => disk["diskName"] = (string)body["diskName"]!),
            "AttachDisks" => Set(ids, disk => (disk["diskStatus"], disk["instanceId"]) = ("IN_USE", (string)body["instanceId"]!)),
            "DetachDisks" => Set(ids, disk => (disk["diskStatus"], disk["instanceId"]) = ("AVAILABLE", null)),
            "CreateDisks" => Create(body),
            _ => null,
        };
    }

    private SimulatedFault List(JsonObject body, string[] ids)
    {
        JsonObject[] rows = [.. _disks.Where(disk => ids.Length == 0 || ids.Contains((string)disk["diskId"]!))];
        var (page, size) = ((int)body["pageNum"]!, (int)body["pageSize"]!);
        return Say(new JsonObject
        {
            ["totalCount"] = rows.Length,
            ["dataSet"] = new JsonArray([.. rows.Skip((page - 1) * size).Take(size).Select(row => row.DeepClone())]),
        });
    }

    private SimulatedFault Create(JsonObject body)
    {
        string[] ids = [.. Enumerable.Range(0, (int?)body["diskAmount"] ?? 1).Select(number => $"new-{_disks.Count + number}")];
        foreach (var id in ids)
        {
            Add(id, name: (string)body["diskName"]!, size: (int)body["diskSize"]!);
        }

        return Say(new JsonObject { ["diskIds"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]), ["orderNumber"] = "O-1" });
    }

    private SimulatedFault Set(string[] ids, Action<JsonObject> change)
    {
        foreach (var id in ids)
        {
            change(this[id]);
        }

        return Say([]);
    }

    private static SimulatedFault Say(JsonObject response)
    {
        var answer = new JsonObject { ["requestId"] = "T-1", ["response"] = response };
        response["requestId"] = "T-1";
        return SimulatedFault.Answer(200, "application/json", System.Text.Encoding.UTF8.GetBytes(answer.ToJsonString()));
    }
}
