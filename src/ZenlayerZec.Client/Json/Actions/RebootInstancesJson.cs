using System.Text.Json;
using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How RebootInstances is asked.</summary>
internal static class RebootInstancesJson
{
    public static void Write(Utf8JsonWriter json, RebootInstancesRequest value)
    {
        json.Texts("instanceIds", value.InstanceIds);
        json.Boolean("forceReboot", value.ForceReboot);
    }
}
