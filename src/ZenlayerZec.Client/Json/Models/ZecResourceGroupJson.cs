using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Json.Models;

/// <summary>How a <see cref="ZecResourceGroup"/> is read.</summary>
internal static class ZecResourceGroupJson
{
    public static ZecResourceGroup Read(ref FieldReader json)
    {
        var item = new ZecResourceGroup();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "resourceGroupId": item.ResourceGroupId = json.Id(); break;
                case "resourceGroupName": item.ResourceGroupName = json.Text(); break;
                default: json.Skip(); break;
            }
        }

        return item;
    }
}
