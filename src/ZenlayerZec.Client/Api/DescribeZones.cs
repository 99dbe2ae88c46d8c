using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Api;

/// <summary>The request of DescribeZones (2025-09-01).</summary>
public sealed class DescribeZonesRequest
{
    /// <summary>Only these zones; null means all.</summary>
    public IReadOnlyList<string>? ZoneIds { get; set; }
}

/// <summary>The availability zones.</summary>
public sealed class DescribeZonesResponse : ZecResponse
{
    /// <summary>The zones; the service does not page them.</summary>
    public IReadOnlyList<ZecZone>? ZoneSet { get; set; }
}
