namespace ZenlayerZec.Client.Api;

/// <summary>What ModifyInstancesAttribute (2025-09-01) is asked: to give instances a name. One ID that is not there fails all.</summary>
public sealed class ModifyInstancesAttributeRequest
{
    /// <summary>The most instances one request may name.</summary>
    public const int MaximumInstanceIds = 100;

    /// <summary>The instances to rename; at most <see cref="MaximumInstanceIds"/>.</summary>
    public IReadOnlyList<string>? InstanceIds { get; set; }

    /// <summary>The name that they all get: up to 64 letters, digits, hyphens and periods.</summary>
    public string? InstanceName { get; set; }
}

/// <summary>The answer to ModifyInstancesAttribute: that it was done.</summary>
public sealed class ModifyInstancesAttributeResponse : ZecResponse
{
    /// <summary>The request's ID, for the vendor's support.</summary>
    public string? RequestId { get; set; }
}
