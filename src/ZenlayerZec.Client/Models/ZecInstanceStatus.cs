using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Client.Models;

/// <content>The state of an instance that was read whole.</content>
public sealed partial class ZecInstanceStatus
{
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
