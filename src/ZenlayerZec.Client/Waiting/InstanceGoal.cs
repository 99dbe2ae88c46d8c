using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Waiting;

/// <summary>Where the actions on instances lead.</summary>
internal static class InstanceGoal
{
    /// <summary>Powered on.</summary>
    public static WaitGoal Running { get; } = WaitGoal.For(InstanceKind.Kind, InstanceStatus.Running);

    /// <summary>Powered off.</summary>
    public static WaitGoal Stopped { get; } = WaitGoal.For(InstanceKind.Kind, InstanceStatus.Stopped);

    /// <summary>Of a new type, and powered off. One with a GPU shows no type.</summary>
    /// <param name="instanceType">The type.</param>
    public static WaitGoal Resized(string instanceType) => WaitGoal.When(
        InstanceKind.Kind, instance => string.IsNullOrEmpty(instance.InstanceType) || instance.InstanceType == instanceType, InstanceStatus.Stopped);

    /// <summary>Gone, or in the recycle bin.</summary>
    public static WaitGoal Released { get; } = WaitGoal.Released(InstanceKind.Kind);

    /// <summary>Gone, and not in the recycle bin either.</summary>
    public static WaitGoal Gone { get; } = WaitGoal.Gone(InstanceKind.Kind);
}
