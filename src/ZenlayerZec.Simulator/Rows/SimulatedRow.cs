using System.Text.Json.Nodes;
using ZenlayerZec.Simulator.Kinds;
using ZenlayerZec.Simulator.Time;

namespace ZenlayerZec.Simulator.Rows;

/// <summary>
/// A thing of the account that is no instance, by the names that its values have on the wire. It may have values that no answer shows.
/// </summary>
/// <param name="kind">What it is.</param>
/// <param name="values">Its values; the ID is among them.</param>
internal sealed class SimulatedRow(SimulatedKind kind, JsonObject values) : IHasNext
{
    public SimulatedKind Kind { get; } = kind;

    public string Id { get; } = values[kind.IdField]!.GetValue<string>();

    /// <summary>Its state; null where its kind has none.</summary>
    public string? Status
    {
        get => Kind.StatusField is { } member ? Text(member) : null;
        set
        {
            if (Kind.StatusField is { } member)
            {
                values[member] = value;
            }
        }
    }

    /// <inheritdoc/>
    public AgendaItem? Next { get; set; }

    /// <summary>Whether it no longer exists.</summary>
    public bool IsGone { get; set; }

    /// <summary>Told when its instance changes, by the one that it had.</summary>
    public Action<SimulatedRow, string?>? Moved { get; set; }

    /// <summary>The instance that it belongs to or is attached to.</summary>
    public string? InstanceId
    {
        get => Text("instanceId");
        set
        {
            var before = InstanceId;
            values["instanceId"] = value;
            Moved?.Invoke(this, before);
        }
    }

    /// <summary>A value that is not computed; null where there is none.</summary>
    public JsonNode? this[string name]
    {
        get => values[name];
        set => values[name] = value;
    }

    /// <summary>The names of what it has, those included that no answer shows.</summary>
    public IEnumerable<string> Names => values.Select(value => value.Key);

    public string? Text(string name) => values[name]?.GetValue<string>();

    public int? Whole(string name) => values[name]?.GetValue<int>();

    public bool? Flag(string name) => values[name]?.GetValue<bool>();

    /// <summary>The tags that it has.</summary>
    public IEnumerable<KeyValuePair<string, string>> Tags => ((values["tags"] as JsonObject)?["tags"]?.AsArray() ?? [])
        .Select(tag => new KeyValuePair<string, string>(tag!["key"]!.GetValue<string>(), tag["value"]!.GetValue<string>()));
}
