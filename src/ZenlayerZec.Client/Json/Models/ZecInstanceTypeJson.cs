using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Json.Models;

/// <summary>How a <see cref="ZecInstanceType"/> is read.</summary>
internal static class ZecInstanceTypeJson
{
    public static ZecInstanceType Read(ref FieldReader json)
    {
        var item = new ZecInstanceType();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "zoneId": item.ZoneId = json.Id(); break;
                case "instanceType": item.InstanceType = json.Text()!; break;
                case "instanceTypeName": item.InstanceTypeName = json.Text(); break;
                case "cpuCount": item.CpuCount = json.Int32(); break;
                case "memory": item.MemoryGiB = json.Int32(); break;
                case "bps": item.BitsPerSecond = json.Int64(); break;
                case "pps": item.PacketsPerSecond = json.Int64(); break;
                case "internetMaxBandwidthOutLimit": item.InternetMaxBandwidthOutMbps = json.Int32(); break;
                case "withStock": item.WithStock = json.Boolean(); break;
                case "internetChargeTypes": item.InternetChargeTypes = json.Texts()!; break;
                default: json.Skip(); break;
            }
        }

        json.EndItem(item.InstanceType);
        return item;
    }
}
