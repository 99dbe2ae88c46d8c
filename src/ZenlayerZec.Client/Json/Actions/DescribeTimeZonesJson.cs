using System.Text.Json;
using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How DescribeTimeZones is asked and answered.</summary>
internal static class DescribeTimeZonesJson
{
    public static DescribeTimeZonesResponse Read(ref FieldReader json)
    {
        var item = new DescribeTimeZonesResponse();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "requestId": item.RequestId = json.Text(); break;
                case "code": item.Code = json.Text(); break;
                case "message": item.Message = json.Text(); break;
                case "timeZones": item.TimeZones = json.TextItems(); break;
                default: json.Skip(); break;
            }
        }

        return item;
    }

    public static void Write(Utf8JsonWriter json, DescribeTimeZonesRequest value)
    {
    }
}
