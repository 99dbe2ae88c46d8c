using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json.Models;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How DescribeZones is asked and answered.</summary>
internal static class DescribeZonesJson
{
    public static DescribeZonesResponse Read(ref FieldReader json)
    {
        var item = new DescribeZonesResponse();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "requestId": item.RequestId = json.Text(); break;
                case "code": item.Code = json.Text(); break;
                case "message": item.Message = json.Text(); break;
                case "zoneSet": item.ZoneSet = json.Items(ZecZoneJson.Read); break;
                default: json.Skip(); break;
            }
        }

        return item;
    }

    public static void Write(Utf8JsonWriter json, DescribeZonesRequest value)
    {
        json.Texts("zoneIds", value.ZoneIds);
    }
}
