using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How a <see cref="FailedInstancesResponse"/> is read.</summary>
internal static class FailedInstancesResponseJson
{
    private static readonly FieldNames Names = new("requestId", "code", "message", "instanceIds");

    public static FailedInstancesResponse Read(ref FieldReader json)
    {
        var item = new FailedInstancesResponse();
        json.StartObject();
        for (var field = json.Next(Names); field >= 0; field = json.Next(Names, field))
        {
            switch (field)
            {
                case 0: item.RequestId = json.Text(); break;
                case 1: item.Code = json.Text(); break;
                case 2: item.Message = json.Text(); break;
                case 3: item.InstanceIds = json.Ids(); break;
            }
        }

        return item;
    }
}
