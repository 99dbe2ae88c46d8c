namespace ZenlayerZec.Client.Api;

/// <summary>The request of DescribeTimeZones (2025-09-01), which has no parameters.</summary>
public sealed class DescribeTimeZonesRequest;

/// <summary>The time zones that an instance can have.</summary>
public sealed class DescribeTimeZonesResponse : ZecResponse
{
    /// <summary>The zones by name, such as <c>Asia/Hong_Kong</c>.</summary>
    public IReadOnlyList<string>? TimeZones { get; set; }
}
