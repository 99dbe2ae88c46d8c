using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <summary>What a look at an instance tells of a request whose answer was lost.</summary>
internal enum Fate
{
    /// <summary>The request was carried out.</summary>
    Took,

    /// <summary>The instance is as it was.</summary>
    Stands,

    /// <summary>It cannot be told.</summary>
    Unknown,
}

/// <summary>How the states of an instance, before and now, tell what became of a request.</summary>
internal static class Fates
{
    /// <summary>
    /// For a change of state. Where nobody looked before, an instance in a state that the change leads to may have been there all
    /// along; but then it is where it was to go, and asking again could only harm.
    /// </summary>
    /// <param name="before">The state before; null where nobody looked.</param>
    /// <param name="now">The instance now; null where it is not there.</param>
    /// <param name="reached">The states that the change leads to.</param>
    public static Fate OfChange(string? before, ZecInstance? now, params string[] reached)
    {
        if (now is null)
        {
            return Fate.Unknown;
        }

        // In such a state already, it would look the same whether the action took or not.
        if (reached.Any(status => InstanceStatus.Same(status, now.Status)) && !InstanceStatus.Same(before, now.Status))
        {
            return Fate.Took;
        }

        return before is null || InstanceStatus.Same(before, now.Status) ? Fate.Stands : Fate.Unknown;
    }

    /// <summary>For a release: an instance that is gone was released, but for one that nobody ever saw.</summary>
    public static Fate OfRelease(string? before, ZecInstance? now) => now is null && before is not null
        ? Fate.Took
        : OfChange(before, now, InstanceStatus.Releasing, InstanceStatus.Recycling, InstanceStatus.Recycle);

    /// <summary>For a restart, which ends in the state that it began in: only on its way can it be told.</summary>
    public static Fate OfRestart(ZecInstance? now) => InstanceStatus.Same(now?.Status, InstanceStatus.Reboot) ? Fate.Took : Fate.Unknown;

    /// <summary>For a name: set twice, it is the same.</summary>
    public static Fate OfName(ZecInstance? now, string name) => now is null ? Fate.Unknown : now.InstanceName == name ? Fate.Took : Fate.Stands;
}
