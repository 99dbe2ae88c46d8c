using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Json.Models;

/// <summary>How a <see cref="ZecInstanceStatus"/> is read.</summary>
internal static class ZecInstanceStatusJson
{
    public static ZecInstanceStatus Read(ref FieldReader json)
    {
        var item = new ZecInstanceStatus();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "instanceId": item.InstanceId = json.Id()!; break;
                case "instanceStatus": item.Status = json.Text(); break;
                default: json.Skip(); break;
            }
        }

        json.EndItem(item.InstanceId);
        return item;
    }
}
