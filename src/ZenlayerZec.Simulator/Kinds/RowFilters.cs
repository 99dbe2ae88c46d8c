using System.Text.Json;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;

namespace ZenlayerZec.Simulator.Kinds;

/// <summary>
/// The filters of a list, by the names of its parameters: one named like a member compares with it, one named after several compares with each
/// of them, and a name is found by a part of it.
/// </summary>
internal static class RowFilters
{
    /// <summary>The parameters of every list that are no filters.</summary>
    public static IReadOnlyCollection<string> Paging { get; } = ["pageSize", "pageNum"];

    /// <summary>What a request's filters want of a row.</summary>
    public static IReadOnlyList<Func<SimulatedRow, bool>> Of(SimulatedKind kind, JsonElement request, SimulatedAccount account) =>
    [
        .. request.EnumerateObject()
            .Where(parameter => !Paging.Contains(parameter.Name) && !IsEmpty(parameter.Value))
            .Select(parameter => Of(kind, parameter.Name, parameter.Value, account)),
    ];

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => value.GetString()!.Length == 0,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    private static Func<SimulatedRow, bool> Of(SimulatedKind kind, string parameter, JsonElement wanted, SimulatedAccount account)
    {
        if (kind.Filters.TryGetValue(parameter, out var filter))
        {
            return row => filter(row, wanted);
        }

        switch (parameter)
        {
            case "tagKeys":
                var keys = Texts(wanted);
                return row => keys.IsSubsetOf(row.Tags.Select(tag => tag.Key));
            case "tags":
                var pairs = new HashSet<KeyValuePair<string, string?>>(
                    wanted.EnumerateArray().Select(pair => new KeyValuePair<string, string?>(pair.Text("key") ?? string.Empty, pair.Text("value"))));
                return row => pairs.IsSubsetOf(row.Tags.Select(tag => new KeyValuePair<string, string?>(tag.Key, tag.Value)));
            case "resourceGroupId":
                var group = wanted.GetString();
                return row => (row["resourceGroup"]?[parameter] ?? row[parameter])?.GetValue<string>() == group;
        }

        if (wanted.ValueKind == JsonValueKind.Array)
        {
            var member = Known(kind, parameter.Substring(0, parameter.Length - 1));
            var texts = Texts(wanted);
            return row => kind.Value(row, member, account)?.GetValue<string>() is { } text && texts.Contains(text);
        }

        _ = Known(kind, parameter);
        if (wanted.ValueKind != JsonValueKind.String)
        {
            // A flag or a number: written alike, they are the same.
            var text = wanted.GetRawText();
            return row => kind.Value(row, parameter, account)?.ToJsonString() == text;
        }

        var value = wanted.GetString()!;
        return parameter == kind.NameField || kind.Fuzzy.Contains(parameter)
            ? row => kind.Value(row, parameter, account)?.GetValue<string>().IndexOf(value, StringComparison.OrdinalIgnoreCase) >= 0
            : row => kind.Value(row, parameter, account)?.GetValue<string>() == value;
    }

    /// <summary>A filter that compares with nothing would let no row through, and nobody would know why.</summary>
    private static string Known(SimulatedKind kind, string member)
        => kind.Has(member)
            ? member
            : throw new InvalidOperationException($"{kind.Name} has no member {member} for a filter of {kind.ListAction}.");

    private static HashSet<string> Texts(JsonElement list) => new(list.EnumerateArray().Select(item => item.GetString()!), StringComparer.Ordinal);
}
