using System.Text.Json;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Simulator.Answers;

/// <summary>What an account is offered as the service writes it, by the names of the API's description.</summary>
internal static class OfferJson
{
    public static void WriteZone(Utf8JsonWriter answer, ZecZone zone)
    {
        answer.WriteString("zoneId", zone.ZoneId);
        answer.WriteString("regionId", zone.RegionId);
        answer.WriteString("zoneName", zone.ZoneName);
        answer.WriteFlag("supportSecurityGroup", zone.SupportSecurityGroup);
        answer.WriteString("timeZone", zone.TimeZone);
        answer.WriteString("cityName", zone.CityName);
        answer.WriteString("cityCode", zone.CityCode);
        answer.WriteString("countryCode", zone.CountryCode);
        answer.WriteString("countryName", zone.CountryName);
        answer.WriteFlag("supportHaVip", zone.SupportHaVip);
    }

    public static void WriteInstanceType(Utf8JsonWriter answer, ZecInstanceType type)
    {
        answer.WriteString("zoneId", type.ZoneId);
        answer.WriteString("instanceType", type.InstanceType);
        answer.WriteString("instanceTypeName", type.InstanceTypeName);
        answer.WriteNumber("cpuCount", type.CpuCount);
        answer.WriteNumber("memory", type.MemoryGiB);
        answer.WriteNumber("bps", type.BitsPerSecond);
        answer.WriteNumber("pps", type.PacketsPerSecond);
        answer.WriteNumber("internetMaxBandwidthOutLimit", type.InternetMaxBandwidthOutMbps);
        answer.WriteFlag("withStock", type.WithStock);
        answer.WriteTexts("internetChargeTypes", type.InternetChargeTypes);
    }

    public static void WriteImage(Utf8JsonWriter answer, ZecImage image)
    {
        answer.WriteString("imageId", image.ImageId);
        answer.WriteString("imageName", image.ImageName);
        answer.WriteString("imageType", image.ImageType);
        answer.WriteString("imageSource", image.ImageSource);
        answer.WriteString("imageSize", image.ImageSize);
        answer.WriteNumber("minDiskSize", image.MinDiskSizeGiB);
        answer.WriteString("imageDescription", image.ImageDescription);
        answer.WriteString("imageVersion", image.ImageVersion);
        answer.WriteString("imageStatus", image.ImageStatus);
        answer.WriteTexts("nicNetworkType", image.NicNetworkTypes);
        answer.WriteString("category", image.Category);
        answer.WriteString("osType", image.OsType);
        answer.WriteTags(image.Tags);
    }
}
