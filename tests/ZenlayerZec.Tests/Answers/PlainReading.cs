using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Tests.Answers;

/// <summary>
/// Reads answers that list by JsonElement, one rule after the other, without anything of the module's readers. Objects are dictionaries by the
/// names of the properties. What makes an answer unreadable is a <see cref="JsonException"/> or an <see cref="InvalidOperationException"/>.
/// </summary>
internal sealed class PlainReading
{
    private readonly List<string> _ofItem = [];

    /// <summary>The fields that could not be read, as <c>field of ID</c>.</summary>
    public List<string> Odd { get; } = [];

    /// <summary>Reads a whole answer.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="list">The name of the list.</param>
    /// <param name="item">What is listed.</param>
    /// <param name="isPage">Whether it has pages: items without an ID are left out of those.</param>
    /// <returns>The items; null where there is no list.</returns>
    public List<object?>? Read(byte[] body, string list, Type item, bool isPage)
    {
        using var json = JsonDocument.Parse(body);
        if (json.RootElement.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        List<object?>? items = null;
        foreach (var (name, value) in Members(json.RootElement))
        {
            if (name is "requestId" or "code" or "message")
            {
                _ = Strict(value);
            }
            else if (name == "response")
            {
                items = value.ValueKind == JsonValueKind.Null ? null : Response(value, list, item, isPage);
            }
        }

        return items;
    }

    /// <summary>Reads an object.</summary>
    public Dictionary<string, object?> Item(JsonElement json, Type type, string place = "")
    {
        var item = WireShapes.All[type].ToDictionary(field => field.Property, field => Absent(field.Kind));
        foreach (var (name, value) in Members(json))
        {
            if (WireShapes.All[type].SingleOrDefault(one => one.Name == name) is { } field)
            {
                item[field.Property] = Field(value, field, $"{place}{name}");
            }
        }

        return item;
    }

    /// <summary>What a property is where nothing was read: lists and tags are never null.</summary>
    private static object? Absent(WireKind kind) => kind switch
    {
        WireKind.Ids or WireKind.Texts or WireKind.Int32s or WireKind.List => new List<object?>(),
        WireKind.Tags => new Dictionary<string, object?>(),
        _ => null,
    };

    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement json)
        => json.ValueKind == JsonValueKind.Object ? json.EnumerateObject().Select(member => (NameOf(member), member.Value)) : throw new JsonException();

    /// <summary>A name of bytes that are no text is a name that is not known. One that is escaped, and then no text, is an error.</summary>
    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException) when (!JsonMarshal.GetRawUtf8PropertyName(member).Contains((byte)'\\'))
        {
            return "?";
        }
    }

    private static string? Strict(JsonElement json) => json.ValueKind is JsonValueKind.String or JsonValueKind.Null
        ? json.GetString()
        : throw new JsonException();

    private List<object?>? Response(JsonElement json, string list, Type item, bool isPage)
    {
        List<object?>? items = null;
        foreach (var (_, value) in Members(json).Where(member => member.Name == list))
        {
            items = value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.Array => [.. value.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.Null ? null : (object)Row(one, item))],
                _ => throw new JsonException(),
            };
        }

        if (!isPage || items is null)
        {
            return items;
        }

        var id = WireShapes.All[item][0];
        foreach (var unnamed in items.Where(one => IdOf(one) is null or "").ToArray())
        {
            items.Remove(unnamed);
            Odd.Add($"{id.Name} of ");
        }

        return items;

        object? IdOf(object? one) => (one as Dictionary<string, object?>)?[id.Property];
    }

    private Dictionary<string, object?> Row(JsonElement json, Type type)
    {
        _ofItem.Clear();
        var row = Item(json, type);
        Odd.AddRange(_ofItem.Select(field => $"{field} of {row[WireShapes.All[type][0].Property]}"));
        return row;
    }

    private object? Field(JsonElement json, WireField field, string place)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return Absent(field.Kind);
        }

        try
        {
            return field.Kind switch
            {
                WireKind.Id => Text(json),
                WireKind.Text => VisibleText.Of(Text(json)),
                WireKind.Int32 => (int?)Number(json, int.MinValue, int.MaxValue),
                WireKind.Int64 => (long?)Number(json, long.MinValue, long.MaxValue),
                WireKind.Decimal => Decimal(json),
                WireKind.Int32s => Array(json, one => (int?)Number(one, int.MinValue, int.MaxValue) ?? throw new JsonException()),
                WireKind.Boolean => Text(json).Trim() is { Length: > 0 } text ? bool.Parse(text) : null,
                WireKind.Time => PlainTime.Of(Text(json).Trim()),
                WireKind.Ids => Known(Array(json, one => Strict(one)), place),
                WireKind.Texts => Known(Array(json, one => Strict(one) is { } text ? VisibleText.Of(text) : null), place),
                WireKind.Tags => TagsIn(json),
                WireKind.List => Known(Array(json, one => one.ValueKind == JsonValueKind.Null ? null : Item(one, field.Part!, $"{place}.")), place),
                _ => Item(json, field.Part!, $"{place}."),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            _ofItem.Add(place);
            return field.Kind == WireKind.Tags ? new Dictionary<string, object?> { ["?"] = null } : Absent(field.Kind);
        }
    }

    private static string Text(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => json.GetRawText(),
        _ => throw new JsonException(),
    };

    private static decimal? Decimal(JsonElement json)
        => Text(json).Trim() is { Length: > 0 } text ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    private static decimal? Number(JsonElement json, decimal least, decimal most) => Decimal(json) is not { } number ? null
        : number == decimal.Truncate(number) && number >= least && number <= most ? number : throw new FormatException();

    private static List<object?> Array(JsonElement json, Func<JsonElement, object?> item)
        => json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray().Select(item)] : throw new JsonException();

    /// <summary>What a list has beside nulls, which are odd.</summary>
    private List<object?> Known(List<object?> list, string place)
    {
        if (list.RemoveAll(one => one is null) > 0)
        {
            _ofItem.Add(place);
        }

        return list;
    }

    private static Dictionary<string, object?> TagsIn(JsonElement json)
    {
        var tags = new Dictionary<string, object?>();
        foreach (var (_, list) in Members(json).Where(member => member.Name == "tags"))
        {
            tags = [];
            foreach (var tag in list.ValueKind == JsonValueKind.Null ? [] : Array(list, one => one.ValueKind == JsonValueKind.Null ? null : Pair(one)))
            {
                if (tag is (string { Length: > 0 } key, var value))
                {
                    tags[key] = value ?? string.Empty;
                }
            }
        }

        return tags;
    }

    private static (string? Key, string? Value) Pair(JsonElement json)
    {
        (string? Key, string? Value) pair = default;
        foreach (var (name, value) in Members(json))
        {
            pair = name switch
            {
                "key" => (Shown(value), pair.Value),
                "value" => (pair.Key, Shown(value)),
                _ => pair,
            };
        }

        return pair;

        static string? Shown(JsonElement json) => Strict(json) is { } text ? VisibleText.Of(text) : null;
    }
}
