using System.Text.Json;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Json.Models;

/// <summary>How a <see cref="ZecSystemDisk"/> is read and written.</summary>
internal static class ZecSystemDiskJson
{
    public static ZecSystemDisk Read(ref FieldReader json)
    {
        var item = new ZecSystemDisk();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "diskId": item.DiskId = json.Id(); break;
                case "diskSize": item.SizeGiB = json.Int32(); break;
                case "diskCategory": item.DiskCategory = json.Text(); break;
                case "burstingEnabled": item.BurstingEnabled = json.Boolean(); break;
                default: json.Skip(); break;
            }
        }

        return item;
    }

    public static void Write(Utf8JsonWriter json, ZecSystemDisk value)
    {
        json.Text("diskId", value.DiskId);
        json.Number("diskSize", value.SizeGiB);
        json.Text("diskCategory", value.DiskCategory);
        json.Boolean("burstingEnabled", value.BurstingEnabled);
    }
}
