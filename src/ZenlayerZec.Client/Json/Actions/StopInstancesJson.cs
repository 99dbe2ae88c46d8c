using System.Text.Json;
using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How StopInstances is asked.</summary>
internal static class StopInstancesJson
{
    public static void Write(Utf8JsonWriter json, StopInstancesRequest value)
    {
        json.Texts("instanceIds", value.InstanceIds);
        json.Boolean("forceShutdown", value.ForceShutdown);
    }
}
