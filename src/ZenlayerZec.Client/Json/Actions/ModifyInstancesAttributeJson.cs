using System.Text.Json;
using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How ModifyInstancesAttribute is asked and answered.</summary>
internal static class ModifyInstancesAttributeJson
{
    public static ModifyInstancesAttributeResponse Read(ref FieldReader json)
    {
        var item = new ModifyInstancesAttributeResponse();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "requestId": item.RequestId = json.Text(); break;
                case "code": item.Code = json.Text(); break;
                case "message": item.Message = json.Text(); break;
                default: json.Skip(); break;
            }
        }

        return item;
    }

    public static void Write(Utf8JsonWriter json, ModifyInstancesAttributeRequest value)
    {
        json.Texts("instanceIds", value.InstanceIds);
        json.Text("instanceName", value.InstanceName);
    }
}
