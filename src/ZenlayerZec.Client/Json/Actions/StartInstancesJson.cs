using System.Text.Json;
using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How StartInstances is asked.</summary>
internal static class StartInstancesJson
{
    public static void Write(Utf8JsonWriter json, StartInstancesRequest value)
    {
        json.Texts("instanceIds", value.InstanceIds);
    }
}
