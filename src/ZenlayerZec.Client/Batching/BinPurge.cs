using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <summary>
/// The second release, which destroys what lies in a recycle bin. It touches nothing else: what was restored, or is in use again, is left out, and what
/// is gone is as it was to be.
/// </summary>
internal static class BinPurge
{
    /// <summary>The second release of what a first one puts into the bin.</summary>
    /// <param name="release">The first one.</param>
    /// <param name="holder">What a thing is attached to, as the end of "is attached to"; null where it is to nothing.</param>
    public static WriteOperation Of(WriteOperation release, Func<ZecObject, string?> holder)
    {
        var states = release.Kind.States;
        return release with
        {
            Options = WriteOptions.Of(("Purge", true)),
            LooksWhole = true,
            IsDoneWhenGone = true,
            SkipReason = state => states.IsInBin(state) ? null : $"is {state}, not in the recycle bin",
            SkipThing = thing => holder(thing) is { } held ? $"is attached to {held}" : null,
        };
    }
}
