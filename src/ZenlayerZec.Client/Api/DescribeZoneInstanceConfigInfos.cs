using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Api;

/// <summary>The request of DescribeZoneInstanceConfigInfos (2025-09-01). Properties that are null are not sent.</summary>
public sealed class DescribeZoneInstanceConfigInfosRequest
{
    /// <summary>Only what this zone offers.</summary>
    public string? ZoneId { get; set; }

    /// <summary>Only this instance type, such as <c>z2a.cpu.1</c>.</summary>
    public string? InstanceType { get; set; }
}

/// <summary>The instance types, each once for every zone that offers it.</summary>
public sealed class DescribeZoneInstanceConfigInfosResponse : ZecResponse
{
    /// <summary>The types; the service does not page them.</summary>
    public IReadOnlyList<ZecInstanceType>? InstanceTypeQuotaSet { get; set; }
}
