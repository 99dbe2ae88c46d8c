using System.Text.Json;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Json.Models;

/// <summary>How <see cref="ZecInstanceOptions"/> are read and written.</summary>
internal static class ZecInstanceOptionsJson
{
    public static ZecInstanceOptions Read(ref FieldReader json)
    {
        var item = new ZecInstanceOptions();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "nestedVirtualization": item.NestedVirtualization = json.Boolean(); break;
                default: json.Skip(); break;
            }
        }

        return item;
    }

    public static void Write(Utf8JsonWriter json, ZecInstanceOptions value)
    {
        json.Boolean("nestedVirtualization", value.NestedVirtualization);
    }
}
