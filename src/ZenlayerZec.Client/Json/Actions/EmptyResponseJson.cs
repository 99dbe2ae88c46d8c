using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How an <see cref="EmptyResponse"/> is read.</summary>
internal static class EmptyResponseJson
{
    private static readonly FieldNames Names = new("requestId", "code", "message");

    public static EmptyResponse Read(ref FieldReader json)
    {
        var item = new EmptyResponse();
        json.StartObject();
        for (var field = json.Next(Names); field >= 0; field = json.Next(Names, field))
        {
            switch (field)
            {
                case 0: item.RequestId = json.Text(); break;
                case 1: item.Code = json.Text(); break;
                case 2: item.Message = json.Text(); break;
            }
        }

        return item;
    }
}
