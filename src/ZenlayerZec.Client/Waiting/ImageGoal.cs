using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Waiting;

/// <summary>Where the actions on images lead, where a state does not say it all.</summary>
internal static class ImageGoal
{
    /// <summary>Usable in all of some regions.</summary>
    /// <param name="regionIds">The regions.</param>
    public static WaitGoal Copied(IReadOnlyList<string> regionIds)
        => WaitGoal.When(ImageKind.Kind, image => regionIds.All(region => image.RegionIds.Contains(region, StringComparer.Ordinal)), ImageStatus.Available);
}
