using System.Text.Json;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Json.Models;

/// <summary>How a <see cref="ZecDataDisk"/> is read and written.</summary>
internal static class ZecDataDiskJson
{
    public static ZecDataDisk Read(ref FieldReader json)
    {
        var item = new ZecDataDisk();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "diskId": item.DiskId = json.Id(); break;
                case "diskName": item.DiskName = json.Text(); break;
                case "diskSize": item.SizeGiB = json.Int32(); break;
                case "diskAmount": item.DiskAmount = json.Int32(); break;
                case "portable": item.Portable = json.Boolean(); break;
                case "burstingEnabled": item.BurstingEnabled = json.Boolean(); break;
                case "diskCategory": item.DiskCategory = json.Text(); break;
                default: json.Skip(); break;
            }
        }

        return item;
    }

    public static void Write(Utf8JsonWriter json, ZecDataDisk value)
    {
        json.Text("diskId", value.DiskId);
        json.Text("diskName", value.DiskName);
        json.Number("diskSize", value.SizeGiB);
        json.Number("diskAmount", value.DiskAmount);
        json.Boolean("portable", value.Portable);
        json.Boolean("burstingEnabled", value.BurstingEnabled);
        json.Text("diskCategory", value.DiskCategory);
    }
}
