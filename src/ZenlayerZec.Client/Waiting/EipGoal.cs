using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Waiting;

/// <summary>Where the actions on elastic IPs lead, where a state does not say it all: they are carried out after the answer.</summary>
internal static class EipGoal
{
    private const string Operating = "OPERATING";
    private const string Failed = "FAILED";

    /// <summary>Of a new bandwidth. The committed bandwidth is in no answer.</summary>
    /// <param name="bandwidthMbps">The bandwidth.</param>
    /// <param name="_">The committed bandwidth.</param>
    public static WaitGoal Resized(int bandwidthMbps, int? _) => When(eip => eip.BandwidthMbps == bandwidthMbps);

    /// <summary>Of a new traffic package.</summary>
    /// <param name="sizeTB">Its size.</param>
    public static WaitGoal OfPackage(decimal sizeTB) => When(eip => eip.TrafficPackageSizeTB == sizeTB);

    private static WaitGoal When(Func<ZecEip, bool> holds) => WaitGoal.When(
        EipKind.Kind, eip => holds(eip) && eip.OperationInfo?.Status != Operating, EipStatus.Unbind, EipStatus.Binded)
        .Unless(eip => ((ZecEip)eip).OperationInfo?.Status == Failed);
}
