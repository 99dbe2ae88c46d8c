using System.Text.Json;
using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How ResetInstances is asked.</summary>
internal static class ResetInstancesJson
{
    public static void Write(Utf8JsonWriter json, ResetInstancesRequest value)
    {
        json.Texts("instanceIds", value.InstanceIds);
        json.Text("password", value.Password);
        json.Text("keyId", value.KeyId);
        json.Text("imageId", value.ImageId);
        json.Text("timezone", value.Timezone);
        json.Boolean("enableAgent", value.EnableAgent);
        json.Text("instanceName", value.InstanceName);
        json.Text("userData", value.UserData);
    }
}
