using System.Text.Json;
using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How ReleaseInstances is asked.</summary>
internal static class ReleaseInstancesJson
{
    public static void Write(Utf8JsonWriter json, ReleaseInstancesRequest value)
    {
        json.Texts("instanceIds", value.InstanceIds);
        json.Boolean("dependResource", value.DependResource);
    }
}
