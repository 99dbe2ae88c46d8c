using System.Text.Json;
using System.Text.Json.Nodes;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Kinds;
using ZenlayerZec.Simulator.Kinds.Disks;
using ZenlayerZec.Simulator.Kinds.Network;
using ZenlayerZec.Simulator.Rows;

namespace ZenlayerZec.Simulator;

/// <content>What the account has beside instances, for tests to look at and to change.</content>
public sealed partial class ZecSimulator
{
    /// <summary>The kinds of things that it has, such as <c>Disk</c>.</summary>
    public static IReadOnlyList<string> Kinds => [.. KindCatalogue.All.Select(kind => kind.Name)];

    /// <summary>The things of a kind, as their list would show them all.</summary>
    /// <param name="kind">The kind, such as <c>Disk</c>.</param>
    /// <returns>Each as JSON, by the API's own names.</returns>
    public IReadOnlyList<JsonElement> Rows(string kind)
        => Locked(account => account[KindCatalogue.Find(kind)].Rows.Select(row => RowJson.Of(row, account)).ToArray());

    /// <summary>A thing by its ID.</summary>
    /// <param name="kind">The kind, such as <c>Disk</c>.</param>
    /// <param name="id">The thing.</param>
    /// <returns>It, as JSON; null where there is none.</returns>
    public JsonElement? Row(string kind, string id) => Locked(account =>
        account[KindCatalogue.Find(kind)].Find(id) is { } row ? RowJson.Of(row, account) : (JsonElement?)null);

    /// <summary>Adds a thing, as somebody else would.</summary>
    /// <param name="kind">The kind, such as <c>Disk</c>.</param>
    /// <param name="json">Its members by the API's own names; the ID is among them.</param>
    /// <returns>False where there is one with this ID.</returns>
    /// <exception cref="ArgumentException">Such a thing has no member of this name.</exception>
    public bool AddRow(string kind, string json) => Locked(account =>
    {
        var row = new SimulatedRow(KindCatalogue.Find(kind), Members(kind, json));
        var isNew = account[row.Kind].Add(row);
        WriteBack(account, row, isNew ? row.InstanceId : null);
        return isNew;
    });

    /// <summary>Changes members of a thing at once, as somebody else's action would.</summary>
    /// <param name="kind">The kind, such as <c>Disk</c>.</param>
    /// <param name="id">The thing.</param>
    /// <param name="json">The members with their new values.</param>
    /// <returns>False where there is none.</returns>
    /// <exception cref="ArgumentException">Such a thing has no member of this name.</exception>
    public bool ChangeRow(string kind, string id, string json) => WithRow(kind, id, (account, row) =>
    {
        var before = row.InstanceId;
        foreach (var member in Members(kind, json))
        {
            if (member.Key == "instanceId")
            {
                row.InstanceId = member.Value?.GetValue<string>();
            }
            else
            {
                row[member.Key] = member.Value?.DeepClone();
            }
        }

        WriteBack(account, row, before);
        WriteBack(account, row, row.InstanceId);
    });

    /// <summary>Puts a thing into a state that lasts, as somebody else's action would.</summary>
    /// <param name="kind">The kind, such as <c>Disk</c>.</param>
    /// <param name="id">The thing.</param>
    /// <param name="status">The state.</param>
    /// <returns>False where there is none.</returns>
    public bool SetStatus(string kind, string id, string status) => WithRow(kind, id, (account, row) =>
    {
        account.Time.Forget(row);
        row.Status = status;
        WriteBack(account, row, row.InstanceId);
    });

    /// <summary>Takes a thing away, as somebody else's deletion would.</summary>
    /// <param name="kind">The kind, such as <c>Disk</c>.</param>
    /// <param name="id">The thing.</param>
    /// <returns>False where there is none.</returns>
    public bool Drop(string kind, string id) => WithRow(kind, id, (account, row) =>
    {
        account.Remove(row);
        WriteBack(account, row, row.InstanceId);
    });

    /// <summary>Writes into an instance what it has of a row's kind.</summary>
    private static void WriteBack(SimulatedAccount account, SimulatedRow row, string? instanceId)
    {
        if (row.Kind == NetworkKinds.Nic || row.Kind == NetworkKinds.Eip)
        {
            account.Estate.WriteNetworkBack(instanceId);
        }
        else if (row.Kind == DiskKind.Kind)
        {
            account.Estate.WriteDisksBack(instanceId);
        }
    }

    private static JsonObject Members(string kind, string json)
    {
        var (members, known) = (JsonNode.Parse(json)!.AsObject(), KindCatalogue.Find(kind));
        return members.FirstOrDefault(member => !known.Has(member.Key)).Key is { } wrong
            ? throw new ArgumentException($"{kind} has no member {wrong}.", nameof(json))
            : members;
    }

    private bool WithRow(string kind, string id, Action<SimulatedAccount, SimulatedRow> act) => Locked(account =>
    {
        if (account[KindCatalogue.Find(kind)].Find(id) is not { } row)
        {
            return false;
        }

        act(account, row);
        return true;
    });
}
