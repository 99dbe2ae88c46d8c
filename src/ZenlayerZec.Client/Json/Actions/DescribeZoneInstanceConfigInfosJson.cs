using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json.Models;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How DescribeZoneInstanceConfigInfos is asked and answered.</summary>
internal static class DescribeZoneInstanceConfigInfosJson
{
    public static DescribeZoneInstanceConfigInfosResponse Read(ref FieldReader json)
    {
        var item = new DescribeZoneInstanceConfigInfosResponse();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "requestId": item.RequestId = json.Text(); break;
                case "code": item.Code = json.Text(); break;
                case "message": item.Message = json.Text(); break;
                case "instanceTypeQuotaSet": item.InstanceTypeQuotaSet = json.Items(ZecInstanceTypeJson.Read); break;
                default: json.Skip(); break;
            }
        }

        return item;
    }

    public static void Write(Utf8JsonWriter json, DescribeZoneInstanceConfigInfosRequest value)
    {
        json.Text("zoneId", value.ZoneId);
        json.Text("instanceType", value.InstanceType);
    }
}
