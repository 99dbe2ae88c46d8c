using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json.Models;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How DescribeInstancesStatus is asked and answered.</summary>
internal static class DescribeInstancesStatusJson
{
    public static DescribeInstancesStatusResponse Read(ref FieldReader json)
    {
        var item = new DescribeInstancesStatusResponse();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "requestId": item.RequestId = json.Text(); break;
                case "code": item.Code = json.Text(); break;
                case "message": item.Message = json.Text(); break;
                case "totalCount": item.TotalCount = json.Int32(); break;
                case "dataSet": item.DataSet = json.Items(ZecInstanceStatusJson.Read); break;
                default: json.Skip(); break;
            }
        }

        item.LeaveOutUnnamed(json.Odd);
        return item;
    }

    public static void Write(Utf8JsonWriter json, DescribeInstancesStatusRequest value)
    {
        json.Texts("instanceIds", value.InstanceIds);
        json.Text("resourceGroupId", value.ResourceGroupId);
        json.Number("pageSize", value.PageSize);
        json.Number("pageNum", value.PageNum);
    }
}
