using System.Text.Json;
using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How a <see cref="TagPair"/> is written.</summary>
internal static class TagPairJson
{
    public static void Write(Utf8JsonWriter json, TagPair value)
    {
        json.Text("key", value.Key);
        json.Text("value", value.Value);
    }
}
