using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json.Models;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How DescribeImages is asked and answered.</summary>
internal static class DescribeImagesJson
{
    public static DescribeImagesResponse Read(ref FieldReader json)
    {
        var item = new DescribeImagesResponse();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "requestId": item.RequestId = json.Text(); break;
                case "code": item.Code = json.Text(); break;
                case "message": item.Message = json.Text(); break;
                case "totalCount": item.TotalCount = json.Int32(); break;
                case "dataSet": item.DataSet = json.Items(ZecImageJson.Read); break;
                default: json.Skip(); break;
            }
        }

        item.LeaveOutUnnamed(json.Odd);
        return item;
    }

    public static void Write(Utf8JsonWriter json, DescribeImagesRequest value)
    {
        json.Text("zoneId", value.ZoneId);
        json.Texts("imageIds", value.ImageIds);
        json.Text("imageName", value.ImageName);
        json.Text("category", value.Category);
        json.Text("imageType", value.ImageType);
        json.Text("imageSource", value.ImageSource);
        json.Text("osType", value.OsType);
        json.Text("imageStatus", value.ImageStatus);
        json.Texts("tagKeys", value.TagKeys);
        json.List("tags", value.Tags, TagPairJson.Write);
        json.Number("pageSize", value.PageSize);
        json.Number("pageNum", value.PageNum);
    }
}
