using System.Text.Json;

namespace ZenlayerZec.Simulator.Contract;

/// <summary>Reads a request that was compared with its contract, by the names on the wire; what is null or not there is null or empty.</summary>
internal static class RequestParts
{
    public static JsonElement? Part(this JsonElement request, string name)
        => request.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? Text(this JsonElement request, string name) => request.Part(name)?.GetString();

    public static int? Whole(this JsonElement request, string name) => request.Part(name)?.GetInt32();

    public static double? Number(this JsonElement request, string name) => request.Part(name)?.GetDouble();

    public static bool? Flag(this JsonElement request, string name) => request.Part(name)?.GetBoolean();

    public static IReadOnlyList<JsonElement> Parts(this JsonElement request, string name)
        => request.Part(name) is { } list ? [.. list.EnumerateArray()] : [];

    public static IReadOnlyList<string> Texts(this JsonElement request, string name)
        => [.. request.Parts(name).Select(item => item.GetString()!)];

    public static IReadOnlyList<int> Wholes(this JsonElement request, string name)
        => [.. request.Parts(name).Select(item => item.GetInt32())];

    /// <summary>A list of pairs of a key and a value.</summary>
    public static IReadOnlyList<KeyValuePair<string, string?>> Pairs(this JsonElement request, string name)
        => [.. request.Parts(name).Select(pair => new KeyValuePair<string, string?>(pair.Text("key") ?? string.Empty, pair.Text("value")))];
}
