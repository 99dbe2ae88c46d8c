using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Json.Actions;

/// <summary>How <see cref="CreatedInstanceDisks"/> are read.</summary>
internal static class CreatedInstanceDisksJson
{
    public static CreatedInstanceDisks Read(ref FieldReader json)
    {
        var item = new CreatedInstanceDisks();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "instanceId": item.CreatedInstanceId = json.Id(); break;
                case "diskIdSet": item.DiskIdSet = json.Ids()!; break;
                default: json.Skip(); break;
            }
        }

        return item;
    }
}
