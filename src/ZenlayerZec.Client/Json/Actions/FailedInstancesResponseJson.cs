using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How a <see cref="FailedInstancesResponse"/> is read.</summary>
internal static class FailedInstancesResponseJson
{
    public static FailedInstancesResponse Read(ref FieldReader json)
    {
        var item = new FailedInstancesResponse();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "requestId": item.RequestId = json.Text(); break;
                case "code": item.Code = json.Text(); break;
                case "message": item.Message = json.Text(); break;
                case "instanceIds": item.InstanceIds = json.Ids(); break;
                default: json.Skip(); break;
            }
        }

        return item;
    }
}
