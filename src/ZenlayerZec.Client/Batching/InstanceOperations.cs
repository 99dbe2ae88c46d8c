using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <summary>What can be done to any number of instances, and how each lost answer is settled.</summary>
internal static class InstanceOperations
{
    /// <summary>ReleaseInstances. A second release of an instance in the recycle bin destroys it, so it is never repeated.</summary>
    /// <param name="dependentResources">Whether what hangs on them goes too.</param>
    /// <param name="purge">Whether those in the recycle bin are meant, too.</param>
    /// <param name="includeProtected">Whether those with a protected tag are meant, too.</param>
    public static WriteOperation Release(bool dependentResources, bool purge, bool includeProtected = false) => Of(
        ZecActions.ReleaseInstances,
        ids => new ReleaseInstancesRequest { InstanceIds = ids, DependResource = dependentResources },
        Settle.WhenGone(InstanceKind.States, InstanceStatus.Releasing, InstanceStatus.Recycling, InstanceStatus.Recycle)) with
    {
        Options = WriteOptions.Of(("KeepDependentResource", !dependentResources), ("Purge", purge)),
        LooksFirst = true,
        SparesProtected = !includeProtected,
        Releases = true,
        SkipReason = state => InstanceStatus.Named(state) switch
        {
            InstanceStatus.Releasing => "is already being released",
            InstanceStatus.Recycling => "is already being moved to the recycle bin",
            InstanceStatus.Recycle when !purge => "is in the recycle bin, from which a second release would delete it permanently (-Purge)",
            _ => null,
        },
    };

    /// <summary>StartInstances.</summary>
    public static WriteOperation Start() => Of(
        ZecActions.StartInstances,
        ids => new StartInstancesRequest { InstanceIds = ids },
        Settle.WhenState(InstanceKind.States, InstanceStatus.Booting, InstanceStatus.Running)) with
    {
        Options = WriteOptions.Of(),
        Repeat = Repeat.AfterFreshLook,
        LeadsToUse = true,
        SkipReason = state => InstanceStatus.Named(state) switch
        {
            InstanceStatus.Running => "is already running",
            InstanceStatus.Booting => "is already being started",
            _ => null,
        },
    };

    /// <summary>StopInstances.</summary>
    /// <param name="isForced">Whether the power is cut; else the system is asked to shut down.</param>
    public static WriteOperation Stop(bool isForced) => Of(
        ZecActions.StopInstances,
        ids => new StopInstancesRequest { InstanceIds = ids, ForceShutdown = isForced },
        Settle.WhenState(InstanceKind.States, InstanceStatus.Stopping, InstanceStatus.Stopped)) with
    {
        Options = WriteOptions.Of(("PowerOff", isForced)),
        Repeat = Repeat.AfterFreshLook,
        LeadsOutOfUse = true,
        SkipReason = state => InstanceStatus.Named(state) switch
        {
            InstanceStatus.Stopped => "is already stopped",
            InstanceStatus.Stopping => "is already being stopped",
            _ => null,
        },
    };

    /// <summary>
    /// RebootInstances. It ends in the state that it begins in: only REBOOT shows it, and a second restart is one more.
    /// </summary>
    /// <param name="isForced">Whether the power is cut; else the system is asked to restart.</param>
    public static WriteOperation Restart(bool isForced) => Of(
        ZecActions.RebootInstances,
        ids => new RebootInstancesRequest { InstanceIds = ids, ForceReboot = isForced },
        Settle.WhenState(InstanceKind.States, InstanceStatus.Reboot)) with
    {
        Options = WriteOptions.Of(("PowerCycle", isForced)),
        EndsAsItMayHaveBegun = true,
        LeadsToUse = true,
        SkipReason = state => !isForced && InstanceStatus.Same(state, InstanceStatus.Reboot) ? "is already being restarted" : null,
    };

    /// <summary>
    /// ResetInstances: installs the system anew. RUNNING proves nothing, for anybody may have started the instance; a second one formats
    /// the boot disk again.
    /// </summary>
    /// <param name="settings">What the new system is like; its IDs are not looked at.</param>
    /// <param name="includeProtected">Whether those with a protected tag are meant, too.</param>
    public static WriteOperation Reset(ResetInstancesRequest settings, bool includeProtected = false) => Of(
        ZecActions.ResetInstances,
        settings.For,
        Settle.WhenState(InstanceKind.States, InstanceStatus.Deploying, InstanceStatus.Rebuilding, InstanceStatus.ReinstallFailed)) with
    {
        Options = settings.Password is not null || settings.UserData is not null ? null : WriteOptions.Of(
            ("ImageId", settings.ImageId),
            ("KeyId", settings.KeyId),
            ("TimeZone", settings.Timezone),
            ("Name", settings.InstanceName),
            ("EnableAgent", settings.EnableAgent)),
        LooksFirst = true,
        SparesProtected = !includeProtected,
        EndsAsItMayHaveBegun = true,
        LeadsToUse = true,
        SkipReason = state => InstanceStatus.Named(state) switch
        {
            InstanceStatus.Releasing => "is being released",
            InstanceStatus.Recycling => "is on its way into the recycle bin",
            InstanceStatus.Recycle => "is in the recycle bin",
            _ => null,
        },
    };

    /// <summary>ModifyInstancesAttribute: gives all of them one name, or none where one of them is not there.</summary>
    /// <param name="name">The name.</param>
    public static WriteOperation Rename(string name) => new(
        ZecActions.ModifyInstancesAttribute.Name,
        InstanceKind.Kind,
        WriteOperation.AttemptAt(
            ZecActions.ModifyInstancesAttribute, ids => new ModifyInstancesAttributeRequest { InstanceIds = ids, InstanceName = name }, _ => []),
        Settle.WhenEquals<ZecInstance>(instance => instance.InstanceName, name))
    {
        Options = WriteOptions.Of(("Name", name)),
        Repeat = Repeat.AfterFreshLook,
    };

    private static WriteOperation Of<TRequest>(
        ZecAction<TRequest, FailedInstancesResponse> action, Func<IReadOnlyList<string>, TRequest> request, Settle settle)
        => new(action.Name, InstanceKind.Kind, WriteOperation.AttemptAt(action, request), settle);
}
