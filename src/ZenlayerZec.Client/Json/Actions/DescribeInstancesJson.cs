using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json.Models;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How DescribeInstances is asked and answered.</summary>
internal static class DescribeInstancesJson
{
    public static DescribeInstancesResponse Read(ref FieldReader json)
    {
        var item = new DescribeInstancesResponse();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "requestId": item.RequestId = json.Text(); break;
                case "code": item.Code = json.Text(); break;
                case "message": item.Message = json.Text(); break;
                case "totalCount": item.TotalCount = json.Int32(); break;
                case "dataSet": item.DataSet = json.Items(ZecInstanceJson.Read); break;
                default: json.Skip(); break;
            }
        }

        item.LeaveOutUnnamed(json.Odd);
        return item;
    }

    public static void Write(Utf8JsonWriter json, DescribeInstancesRequest value)
    {
        json.Texts("instanceIds", value.InstanceIds);
        json.Text("zoneId", value.ZoneId);
        json.Text("imageId", value.ImageId);
        json.Text("ipv4Address", value.Ipv4Address);
        json.Text("ipv6Address", value.Ipv6Address);
        json.Text("status", value.Status);
        json.Text("name", value.Name);
        json.Text("resourceGroupId", value.ResourceGroupId);
        json.Texts("tagKeys", value.TagKeys);
        json.List("tags", value.Tags, TagPairJson.Write);
        json.Number("pageSize", value.PageSize);
        json.Number("pageNum", value.PageNum);
    }
}
