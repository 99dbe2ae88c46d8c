using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How an <see cref="EmptyResponse"/> is read.</summary>
internal static class EmptyResponseJson
{
    public static EmptyResponse Read(ref FieldReader json)
    {
        var item = new EmptyResponse();
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
}
