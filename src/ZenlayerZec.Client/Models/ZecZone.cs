namespace ZenlayerZec.Client.Models;

/// <summary>An availability zone, as DescribeZones (2025-09-01) lists it. Any field but the ID may be absent.</summary>
public sealed class ZecZone : ZecObject
{
    /// <summary>The ID by which requests name it, such as <c>asia-east-1a</c>.</summary>
    public string ZoneId { get; set; } = string.Empty;

    /// <summary>The display name.</summary>
    public string? ZoneName { get; set; }

    /// <summary>The region that it is in.</summary>
    public string? RegionId { get; set; }

    /// <summary>The city.</summary>
    public string? CityName { get; set; }

    /// <summary>The city's IATA code, such as <c>HKG</c>.</summary>
    public string? CityCode { get; set; }

    /// <summary>The country.</summary>
    public string? CountryName { get; set; }

    /// <summary>The country's code by ISO 3166-1, two letters.</summary>
    public string? CountryCode { get; set; }

    /// <summary>The zone's own time zone.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Whether there are security groups.</summary>
    public bool? SupportSecurityGroup { get; set; }

    /// <summary>Whether there are highly available virtual IPs.</summary>
    public bool? SupportHaVip { get; set; }

    /// <summary>The ID, as a parameter takes it.</summary>
    public override string ToString() => ZoneId;
}
