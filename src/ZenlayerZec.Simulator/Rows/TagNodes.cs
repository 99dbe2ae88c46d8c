using System.Text.Json.Nodes;

namespace ZenlayerZec.Simulator.Rows;

/// <summary>Tags as rows have them: in an object of their own.</summary>
internal static class TagNodes
{
    public static JsonObject Of(IEnumerable<KeyValuePair<string, string?>>? tags) => new()
    {
        ["tags"] = new JsonArray([.. (tags ?? []).Select(tag => (JsonNode)new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })]),
    };
}
