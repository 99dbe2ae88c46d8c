using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Client.Waiting;

namespace ZenlayerZec.Client.Kinds;

/// <summary>Instances. Their states come from the light listing; a look at their names or their tags has to read them whole.</summary>
internal static class InstanceKind
{
    /// <summary>What the API documents of their states, and what it calls otherwise in the descriptions of its actions.</summary>
    public static KindStates States { get; } = new([.. InstanceStatus.All])
    {
        OtherNames = new Dictionary<string, string> { ["RECYCLED"] = InstanceStatus.Recycle, ["STARTING"] = InstanceStatus.Booting },
        InUse = [InstanceStatus.Running, InstanceStatus.Booting, InstanceStatus.Reboot],
        Bin = InstanceStatus.Recycle,
        WayOut =
        [
            (InstanceStatus.Releasing, "is being released"),
            (InstanceStatus.Recycling, "is on its way into the recycle bin"),
            (InstanceStatus.Recycle, "is in the recycle bin"),
        ],
        Failed = [InstanceStatus.CreateFailed, InstanceStatus.ReinstallFailed],
    };

    /// <summary>How they are listed.</summary>
    public static KindList<DescribeInstancesRequest, ZecInstance> List { get; } = new((client, call) => new InstanceLister(client, call));

    /// <summary>How their states are listed.</summary>
    public static KindList<DescribeInstancesStatusRequest, ZecInstanceStatus> StatusList { get; } = new((client, call) => new InstanceStatusLister(client, call));

    /// <summary>The kind.</summary>
    public static TypedKind<ZecInstance> Kind { get; } = new(
        "instance",
        List,
        instance => instance.InstanceId,
        (id, name, state) => new ZecInstance { InstanceId = id, InstanceName = name, Status = state })
    {
        Name = instance => instance.InstanceName,
        State = instance => instance.Status,
        Detail = instance => $"{instance.Status}, {instance.ZoneId}",
        Tags = instance => instance.KnownTags,

        // A line of a file of release plans: what was planned once may have changed, and the line would be released without its choice of what stays.
        ForeignColumns = [nameof(Costs.ZecReleasePlan.KeepDependentResource)],
        ServiceNotFoundCode = Errors.ServiceErrors.InstanceNotFound,
        MostIds = DescribeInstancesStatusRequest.MaximumInstanceIds,
        States = States,
        GoalExamples = ["Running", "Stopped"],
        StateList = StatusList,
        StandsFor = new Dictionary<Type, Func<ZecObject, ZecInstance>>
        {
            [typeof(ZecInstanceStatus)] = item => Of((ZecInstanceStatus)item),
            [typeof(ZecInstanceMetric)] = item => Of(((ZecInstanceMetric)item).InstanceId, item),
            [typeof(ZecInstanceMetricSummary)] = item => Of(((ZecInstanceMetricSummary)item).InstanceId, item),
        },
        RoundTrips = [nameof(ZecActions.RebootInstances), nameof(ZecActions.ModifyInstanceType)],
        Catalogues = ["Get-ZecZone", "Get-ZecInstanceType", "Get-ZecImage", "Get-ZecTimeZone"],
        CreateAction = nameof(ZecActions.CreateZecInstances),
        Changes = new Dictionary<string, Func<string?, WaitGoal?>>
        {
            [nameof(ZecActions.CreateZecInstances)] = _ => InstanceGoal.Running,
            [nameof(ZecActions.StartInstances)] = _ => InstanceGoal.Running,
            [nameof(ZecActions.RebootInstances)] = _ => InstanceGoal.Running,
            [nameof(ZecActions.ResetInstances)] = _ => InstanceGoal.Running,
            [nameof(ZecActions.StopInstances)] = _ => InstanceGoal.Stopped,
            [nameof(ZecActions.ReleaseInstances)] = options => WaitGoal.Released(Kind!, options),
            [nameof(ZecActions.ModifyInstanceType)] = options => WriteOptions.Read(options) is { } values && values.TryGetValue("InstanceType", out var type)
                ? InstanceGoal.Resized(type)
                : InstanceGoal.Stopped,
            [nameof(ZecActions.ModifyInstancesAttribute)] = _ => null,
            [nameof(ZecActions.ChangeNicNetworkType)] = _ => null,
            [nameof(ZecActions.StartAgentMonitor)] = _ => null,
            [nameof(ZecActions.StopAgentMonitor)] = _ => null,
            [nameof(ZecActions.StartIpForward)] = _ => null,
            [nameof(ZecActions.StopIpForward)] = _ => null,
            [nameof(ZecActions.ModifyInstancePlacement)] = _ => null,
            [nameof(ZecActions.ResetInstancePassword)] = _ => null,
        },
    };

    /// <summary>The instance that a state is of, with nothing but its state.</summary>
    private static ZecInstance Of(ZecInstanceStatus status)
        => new() { InstanceId = status.InstanceId, Status = status.Status, Reading = status.Reading, AreTagsUnknown = true };

    /// <summary>The instance that was measured: how it is was not read, so that nothing counts as fresh.</summary>
    private static ZecInstance Of(string instanceId, ZecObject measured)
        => new() { InstanceId = instanceId, Account = measured.Account, AreTagsUnknown = true };
}
