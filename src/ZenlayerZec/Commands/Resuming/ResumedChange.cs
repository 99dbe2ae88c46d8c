using System.Globalization;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Commands.AutoSnapshotPolicy;
using ZenlayerZec.Commands.Eip;
using ZenlayerZec.Commands.NicIPv6;

namespace ZenlayerZec.Commands.Resuming;

/// <summary>A change that can be asked for again: what it is, and the cmdlet that does it.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Cmdlet">The name of the cmdlet.</param>
/// <param name="Type">Its class.</param>
/// <param name="Parameters">Its parameters, but for those that name things.</param>
internal sealed partial record ResumedChange(WriteOperation Operation, string Cmdlet, Type Type, IReadOnlyDictionary<string, object> Parameters)
{
    /// <summary>What a change was limited to: no parameter of the cmdlet, which would do more.</summary>
    private static readonly string[] Limits = [InstanceOperations.ByPlan, InstanceOperations.InBinOnly];

    private static readonly Change[] Changes =
    [
        new("ReleaseInstances", "Remove-ZecInstance", typeof(RemoveZecInstanceCommand), ["KeepDependentResource", "Purge"], ["PurgeDependentResource", .. Limits],
            given => InstanceOperations.Release(
                dependentResources: !Flag(given, "KeepDependentResource"), Flag(given, "Purge"), purgeDependents: FlagOrNull(given, "PurgeDependentResource") == true)),
        new("CancelAutoSnapshotPolicy", "Unregister-ZecAutoSnapshotPolicy", typeof(UnregisterZecAutoSnapshotPolicyCommand), ["AutoSnapshotPolicyId"], [],
            given => DiskOperations.UnregisterAutoSnapshotPolicy(Text(given, "AutoSnapshotPolicyId"))),
        new("AssociateEipAddress", "Register-ZecEip", typeof(RegisterZecEipCommand), [],
            ["InstanceId", "NicId", "LanIp", "LoadBalancerId", "NatGatewayId", "HaVipId", "BindType"], given => EipOperations.Register(new EipBinding
            {
                InstanceId = TextOrNull(given, "InstanceId"),
                NicId = TextOrNull(given, "NicId"),
                LanIp = TextOrNull(given, "LanIp"),
                LoadBalancerId = TextOrNull(given, "LoadBalancerId"),
                NatGatewayId = TextOrNull(given, "NatGatewayId"),
                HaVipId = TextOrNull(given, "HaVipId"),
                BindType = TextOrNull(given, "BindType"),
            })),
        new("ChangeEipInternetChargeType", "Set-ZecEipInternetChargeType", typeof(SetZecEipInternetChargeTypeCommand), ["InternetChargeType"],
            ["BandwidthMbps", "BandwidthCapMbps", "TrafficPackageSizeTB", "ClusterId"], given => EipOperations.SetInternetChargeType(new ChangeEipInternetChargeTypeRequest
            {
                InternetChargeType = Text(given, "InternetChargeType"),
                Bandwidth = NumberOrNull(given, "BandwidthMbps"),
                BandwidthCap = NumberOrNull(given, "BandwidthCapMbps"),
                FlowPackage = DecimalOrNull(given, "TrafficPackageSizeTB"),
                ClusterId = TextOrNull(given, "ClusterId"),
            })),
        new("ModifyNetworkInterfacePublicIPv6BandwidthLimitMode", "Set-ZecNicIPv6", typeof(SetZecNicIPv6Command), ["RateLimitMode"], [],
            given => NicIPv6Operations.Set(Text(given, "RateLimitMode"))),
        new("ModifyIpv6Bandwidth", "Resize-ZecNicIPv6", typeof(ResizeZecNicIPv6Command), ["BandwidthMbps"], [],
            given => NicIPv6Operations.Resize(Number(given, "BandwidthMbps"))),
        .. DescribedChanges,
    ];

    private static readonly string[] Flags = ["KeepDependentResource", "Purge", "PurgeDependentResource", .. Limits, .. DescribedFlags];

    /// <summary>The parameters that the cmdlet has.</summary>
    public IEnumerable<KeyValuePair<string, object>> CmdletParameters => Parameters.Where(given => !Limits.Contains(given.Key));

    /// <summary>Whether the change was limited to something.</summary>
    /// <param name="limit">The limit.</param>
    public bool Has(string limit) => Parameters.TryGetValue(limit, out var value) && value is true;

    /// <summary>The change that an action and its options stand for.</summary>
    /// <param name="action">The API's action.</param>
    /// <param name="options">The options; null where they are not all known.</param>
    /// <returns>Null where it cannot be told what exactly was asked for. It is never guessed.</returns>
    public static ResumedChange? Of(string action, string? options)
    {
        // One action may stand for several changes, such as into a placement group and out of it.
        if (WriteOptions.Read(options) is not { } texts || Changes.FirstOrDefault(one => one.Action == action && one.Fits(texts)) is not { } change)
        {
            return null;
        }

        var parameters = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            if (!Flags.Contains(text.Key))
            {
                parameters.Add(text.Key, text.Value);
            }
            else if (bool.TryParse(text.Value, out var flag))
            {
                parameters.Add(text.Key, flag);
            }
            else
            {
                return null;
            }
        }

        return new ResumedChange(change.Operation(parameters), change.Cmdlet, change.Type, parameters);
    }

    /// <summary>Which command does by hand what cannot be resumed, as a sentence.</summary>
    /// <param name="action">The API's action.</param>
    /// <param name="options">Its options; null where they are not known.</param>
    public static string Advice(string action, string? options) => action switch
    {
        "ReleaseDisk" or "DeleteEip" when WriteOptions.Read(options)?.ContainsKey("Purge") == true && AllKinds.OfAction(action) is { States.Bin: { } bin } kind =>
            $"What is in the recycle bin leaves it by itself. Look with {kind.GetCommand} -Status {bin}.",
        "CreateZecInstances" => "An order that is sent twice is paid twice. Look with Get-ZecInstance, then order what is missing with New-ZecInstance.",
        "ResetInstances" => "A password and user data are not kept. Look with Get-ZecInstance, then run Reset-ZecInstance with them for the IDs.",
        "ResetInstancePassword" => "A password is not kept, and no answer shows one. Run Set-ZecInstancePassword with it for the IDs.",
        "DetachDisks" => "Which instances the disks were attached to is not kept, and they may be attached to others since. Look with Get-ZecDisk, then run "
            + "Dismount-ZecDisk for the IDs.",
        "UnassociateEipAddress" => "What the elastic IPs were bound to is not kept, and they may be bound to something else since. Look with Get-ZecEip, then run "
            + "Unregister-ZecEip for the IDs.",
        "ReplaceEipAddress" => "A second request would give up the new address. Look with Get-ZecEip, then run Set-ZecEipAddress for the IDs.",
        "DetachNetworkInterface" => "Which instances the network interfaces were attached to is not kept, and they may be attached to others since. Look with "
            + "Get-ZecNic, then run Dismount-ZecNic for the IDs.",
        "BatchAssignNetworkInterfaceIpv4" => "A network interface would get further addresses. Look with Get-ZecNic, then run New-ZecNicIPv4 for what is missing.",
        "UnassignNetworkInterfaceIpv4" => "Look with Get-ZecNic, then run Remove-ZecNicIPv4 with the addresses that are still there.",
        "AssignNetworkInterfaceIpv6" => "An address may be billed. Look with Get-ZecNic, then run New-ZecNicIPv6 for the network interfaces without one.",
        "UnassignNetworkInterfaceIpv6" => "An address that was given since would be lost. Look with Get-ZecNic, then run Remove-ZecNicIPv6 for the IDs.",
        "CopyImage" => "A copy may be under way. Look with Get-ZecImage -Custom, then run Copy-ZecImage for the regions that are missing.",
        "DeleteImageCopy" => "A copy that was made since would be lost. Look with Get-ZecImage -Custom, then run Remove-ZecImageCopy for the copies that are still there.",
        "UnAssignSecurityGroupVpc" => "Which security groups the VPCs had is not kept, and they may have others since. Look with Get-ZecVpc, then run "
            + "Unregister-ZecSecurityGroup for the IDs.",
        "ApplySnapshot" => "A restore overwrites what was written to the disk since. Look with Get-ZecSnapshot and Get-ZecDisk, then run Restore-ZecSnapshot for "
            + "the IDs.",
        "ConfigureSecurityGroupRules" => "The rules are not kept. Look with Get-ZecSecurityGroupRule, then run Set-, Add- or Remove-ZecSecurityGroupRule for the IDs.",
        _ when AllKinds.OfAction(action) is { } kind && kind.CreateAction == action =>
            $"A request that is sent twice creates twice. Look with {kind.GetCommand}, then create what is missing with New-{kind.Type.Name}.",
        _ when Changes.FirstOrDefault(one => one.Action == action) is { } change && AllKinds.OfAction(action) is { } kind =>
            $"Its options are not known. Look with {kind.GetCommand}, then run {change.Cmdlet} for the IDs.",
        _ => string.Format(CultureInfo.InvariantCulture, "Its request is not kept. Look with a Describe action, then run Invoke-ZecApi {0}.", action),
    };

    private static bool Flag(IReadOnlyDictionary<string, object> given, string name) => (bool)given[name];

    private static bool? FlagOrNull(IReadOnlyDictionary<string, object> given, string name) => given.ContainsKey(name) ? Flag(given, name) : null;

    private static int Number(IReadOnlyDictionary<string, object> given, string name) => int.Parse(Text(given, name), CultureInfo.InvariantCulture);

    private static int? NumberOrNull(IReadOnlyDictionary<string, object> given, string name) => given.ContainsKey(name) ? Number(given, name) : null;

    private static decimal Decimal(IReadOnlyDictionary<string, object> given, string name) => decimal.Parse(Text(given, name), CultureInfo.InvariantCulture);

    private static decimal? DecimalOrNull(IReadOnlyDictionary<string, object> given, string name) => given.ContainsKey(name) ? Decimal(given, name) : null;

    private static string Text(IReadOnlyDictionary<string, object> given, string name) => (string)given[name];

    private static string? TextOrNull(IReadOnlyDictionary<string, object> given, string name) => given.ContainsKey(name) ? Text(given, name) : null;

    private static DateTimeOffset? TimeOrNull(IReadOnlyDictionary<string, object> given, string name)
        => given.ContainsKey(name) ? DateTimeOffset.Parse(Text(given, name), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null;

    private sealed record Change(
        string Action, string Cmdlet, Type Type, string[] Needed, string[] Possible, Func<IReadOnlyDictionary<string, object>, WriteOperation> Operation)
    {
        /// <summary>Whether the options are those of this change: all that it needs, and nothing else.</summary>
        public bool Fits(IReadOnlyDictionary<string, string> options)
            => Needed.All(options.ContainsKey) && options.Keys.All(name => Needed.Contains(name) || Possible.Contains(name));
    }
}
