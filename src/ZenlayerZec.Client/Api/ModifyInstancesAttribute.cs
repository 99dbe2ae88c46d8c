namespace ZenlayerZec.Client.Api;

/// <summary>
/// The request of ModifyInstancesAttribute (2025-09-01), which renames instances. One ID that does not exist fails the whole request.
/// </summary>
public sealed class ModifyInstancesAttributeRequest
{
    /// <summary>The maximum number of instances in a request.</summary>
    public const int MaximumInstanceIds = 100;

    /// <summary>The instances to rename; at most <see cref="MaximumInstanceIds"/>.</summary>
    public IReadOnlyList<string>? InstanceIds { get; set; }

    /// <summary>The name for all of them: up to 64 letters, digits, hyphens and periods.</summary>
    public string? InstanceName { get; set; }
}
