using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Client.Models;

/// <summary>The state of an instance, as DescribeInstancesStatus (2025-09-01) lists it.</summary>
public sealed class ZecInstanceStatus : ZecObject
{
    /// <summary>The instance's ID.</summary>
    public string InstanceId { get; set; } = string.Empty;

    /// <summary>The state, as in <see cref="ZecInstance.Status"/>; here the API writes <c>instanceStatus</c>.</summary>
    public string? Status { get; set; }

    /// <summary>The state of an instance that was read whole; it is as old as the instance, and of the same account.</summary>
    /// <param name="instance">The instance.</param>
    /// <returns>Its state.</returns>
    public static ZecInstanceStatus Of(ZecInstance instance) => instance is null ? throw new ArgumentNullException(nameof(instance)) : new()
    {
        InstanceId = instance.InstanceId,
        Status = instance.Status,
        Reading = instance.Reading,
    };

    /// <summary>The ID and the state.</summary>
    public override string ToString() => VisibleText.Of($"{InstanceId} ({Status})");
}
