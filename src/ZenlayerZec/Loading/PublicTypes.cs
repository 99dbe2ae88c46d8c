using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Ordering;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Loading;

/// <summary>The types that scripts name: what cmdlets take and return, and what they throw.</summary>
internal static class PublicTypes
{
    /// <summary>The types. The first use of this list loads the client.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        // What the account has.
        typeof(ZecAutoSnapshotPolicy),
        typeof(ZecDataDisk),
        typeof(ZecDisk),
        typeof(ZecDiskCategory),
        typeof(ZecDiskMetric),
        typeof(ZecDiskMetricSummary),
        typeof(ZecDiskPrice),
        typeof(ZecEip),
        typeof(ZecEipBlockThreshold),
        typeof(ZecEipGeoRef),
        typeof(ZecEipMetric),
        typeof(ZecEipMetricSummary),
        typeof(ZecEipOperation),
        typeof(ZecEipPeerRegion),
        typeof(ZecEipPrice),
        typeof(ZecEipTarget),
        typeof(ZecEipTraffic),
        typeof(ZecEipTrafficPackage),
        typeof(ZecEipTrafficSummary),
        typeof(ZecImage),
        typeof(ZecImageCopyProgress),
        typeof(ZecInstance),
        typeof(ZecInstanceMetric),
        typeof(ZecInstanceMetricSummary),
        typeof(ZecInstanceOptions),
        typeof(ZecInstancePrice),
        typeof(ZecInstanceStatus),
        typeof(ZecInstanceType),
        typeof(ZecInstanceTypeCapacity),
        typeof(ZecInstanceVncUrl),
        typeof(ZecInternetChargeType),
        typeof(ZecMarketingOptions),
        typeof(ZecMetric),
        typeof(ZecMetricSummary),
        typeof(ZecNetworkLineType),
        typeof(ZecNic),
        typeof(ZecNicIPv4),
        typeof(ZecNicIPv6),
        typeof(ZecNicIPv6Operation),
        typeof(ZecNicIPv6Price),
        typeof(ZecNicMetric),
        typeof(ZecNicMetricSummary),
        typeof(ZecObject),
        typeof(ZecPlacementGroup),
        typeof(ZecPrice),
        typeof(ZecPriceTier),
        typeof(ZecRegion),
        typeof(ZecRegionCapacity),
        typeof(ZecResourceGroup),
        typeof(ZecSecurityGroup),
        typeof(ZecSecurityGroupRule),
        typeof(ZecSnapshot),
        typeof(ZecSubnet),
        typeof(ZecSystemDisk),
        typeof(ZecUnused),
        typeof(ZecUnusedSummary),
        typeof(ZecVpc),
        typeof(ZecZone),

        // What a release would do.
        typeof(ZecCost),
        typeof(ZecDependent),
        typeof(ZecKindCount),
        typeof(ZecNotPriced),
        typeof(ZecReleasePlan),
        typeof(ZecReleasePlanItem),
        typeof(ZecReleasePlanTotal),
        typeof(ZecUnknownDependent),

        // What cmdlets did.
        typeof(ZecBatchResult),
        typeof(ZecBatchStatus),
        typeof(ZecConnection),
        typeof(ZecConnectionTest),
        typeof(ZecInstanceOrder),
        typeof(ZecOperation),

        // What they throw.
        typeof(ZecAnswerException),
        typeof(ZecConfigurationException),
        typeof(ZecErrorKind),
        typeof(ZecException),
        typeof(ZecServiceException),
        typeof(ZecTransportException),
    ];
}
