using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Json.Models;

/// <summary>How a <see cref="ZecZone"/> is read.</summary>
internal static class ZecZoneJson
{
    public static ZecZone Read(ref FieldReader json)
    {
        var item = new ZecZone();
        json.StartObject();
        while (json.Next() is { } name)
        {
            switch (name)
            {
                case "zoneId": item.ZoneId = json.Id()!; break;
                case "zoneName": item.ZoneName = json.Text(); break;
                case "regionId": item.RegionId = json.Id(); break;
                case "cityName": item.CityName = json.Text(); break;
                case "cityCode": item.CityCode = json.Text(); break;
                case "countryName": item.CountryName = json.Text(); break;
                case "countryCode": item.CountryCode = json.Text(); break;
                case "timeZone": item.TimeZone = json.Text(); break;
                case "supportSecurityGroup": item.SupportSecurityGroup = json.Boolean(); break;
                case "supportHaVip": item.SupportHaVip = json.Boolean(); break;
                default: json.Skip(); break;
            }
        }

        json.EndItem(item.ZoneId);
        return item;
    }
}
