using System.Text.Json;

namespace ZenlayerZec.Benchmarks.Floors;

/// <summary>An answer as any generated client keeps it: a class for each object, a list for each list, a text for each text.</summary>
internal static class PlainAnswer
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static List<PlainInstance> Read(byte[] body) => JsonSerializer.Deserialize<Envelope>(body, Options)!.Response.DataSet;

    private sealed record Envelope(string RequestId, Page Response);

    private sealed record Page(string RequestId, int TotalCount, List<PlainInstance> DataSet);
}

internal sealed class PlainInstance
{
    public string? InstanceId { get; set; }

    public string? InstanceName { get; set; }

    public string? ZoneId { get; set; }

    public string? InstanceType { get; set; }

    public int? Cpu { get; set; }

    public int? Memory { get; set; }

    public string? ImageId { get; set; }

    public string? ImageName { get; set; }

    public string? TimeZone { get; set; }

    public string? NicNetworkType { get; set; }

    public string? Status { get; set; }

    public PlainDisk? SystemDisk { get; set; }

    public List<PlainDisk>? DataDisks { get; set; }

    public List<string>? PublicIpAddresses { get; set; }

    public List<string>? PrivateIpAddresses { get; set; }

    public string? KeyId { get; set; }

    public string? SubnetId { get; set; }

    public string? SecurityGroupId { get; set; }

    public bool? EnableAgent { get; set; }

    public bool? EnableAgentMonitor { get; set; }

    public bool? EnableIpForward { get; set; }

    public string? CreateTime { get; set; }

    public string? ExpiredTime { get; set; }

    public string? ResourceGroupId { get; set; }

    public string? ResourceGroupName { get; set; }

    public List<PlainNic>? Nics { get; set; }

    public PlainTags? Tags { get; set; }

    public List<string>? LoadBalancerIds { get; set; }

    public string? PlacementGroupId { get; set; }

    public PlainOptions? InstanceOptions { get; set; }
}

internal sealed class PlainDisk
{
    public string? DiskId { get; set; }

    public string? DiskName { get; set; }

    public int? DiskSize { get; set; }

    public int? DiskAmount { get; set; }

    public bool? Portable { get; set; }

    public bool? BurstingEnabled { get; set; }

    public string? DiskCategory { get; set; }
}

internal sealed class PlainNic
{
    public string? NicId { get; set; }

    public string? Name { get; set; }

    public string? Status { get; set; }

    public string? NicType { get; set; }

    public string? RegionId { get; set; }

    public string? NicSubnetType { get; set; }

    public List<string>? PublicIpList { get; set; }

    public List<string>? PrivateIpList { get; set; }

    public string? PrimaryIpv4 { get; set; }

    public string? PrimaryIpv6 { get; set; }

    public string? Ipv6Cidr { get; set; }

    public List<string>? SecondaryIpv4s { get; set; }

    public string? MacAddress { get; set; }

    public string? InstanceId { get; set; }

    public string? VpcId { get; set; }

    public string? SubnetId { get; set; }

    public string? CreateTime { get; set; }

    public string? UpdateTime { get; set; }

    public PlainGroup? ResourceGroup { get; set; }

    public string? SecurityGroupId { get; set; }

    public PlainTags? Tags { get; set; }
}

internal sealed class PlainGroup
{
    public string? ResourceGroupId { get; set; }

    public string? ResourceGroupName { get; set; }
}

internal sealed class PlainOptions
{
    public bool? NestedVirtualization { get; set; }
}

internal sealed class PlainTags
{
    public List<PlainTag>? Tags { get; set; }
}

internal sealed class PlainTag
{
    public string? Key { get; set; }

    public string? Value { get; set; }
}
