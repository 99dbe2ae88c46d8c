using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Batching;

/// <summary>
/// The actions on any number of instances. Each makes a run that has sent nothing yet. The instances come by ID, each with its state as
/// last seen, null where nobody looked; one that comes twice counts once. The state is what a lost answer is settled by: an
/// instance that nobody ever saw, and that is not there, may never have been.
/// </summary>
/// <param name="client">The connection.</param>
/// <param name="instances">The instances.</param>
/// <param name="call">What these calls do differently.</param>
public sealed class InstanceOperations(ZecClient client, IEnumerable<KeyValuePair<string, string?>> instances, ZecCallOptions call)
{
    /// <summary>ReleaseInstances.</summary>
    /// <param name="dependentResources">Whether what hangs on them goes too.</param>
    /// <returns>The run.</returns>
    public WriteRun Release(bool dependentResources) => Run(WriteOperation.Of(
        client,
        ZecActions.ReleaseInstances,
        call,
        ids => new ReleaseInstancesRequest { InstanceIds = ids, DependResource = dependentResources },
        Fates.OfRelease));

    /// <summary>StartInstances.</summary>
    /// <returns>The run.</returns>
    public WriteRun Start() => Run(WriteOperation.Of(
        client,
        ZecActions.StartInstances,
        call,
        ids => new StartInstancesRequest { InstanceIds = ids },
        (before, now) => Fates.OfChange(before, now, InstanceStatus.Booting, InstanceStatus.Running)));

    /// <summary>StopInstances.</summary>
    /// <param name="isForced">Whether the power is cut; else the system is asked to shut down.</param>
    /// <returns>The run.</returns>
    public WriteRun Stop(bool isForced) => Run(WriteOperation.Of(
        client,
        ZecActions.StopInstances,
        call,
        ids => new StopInstancesRequest { InstanceIds = ids, ForceShutdown = isForced },
        (before, now) => Fates.OfChange(before, now, InstanceStatus.Stopping, InstanceStatus.Stopped)));

    /// <summary>RebootInstances.</summary>
    /// <param name="isForced">Whether the power is cut; else the system is asked to restart.</param>
    /// <returns>The run.</returns>
    public WriteRun Restart(bool isForced) => Run(WriteOperation.Of(
        client,
        ZecActions.RebootInstances,
        call,
        ids => new RebootInstancesRequest { InstanceIds = ids, ForceReboot = isForced },
        (_, now) => Fates.OfRestart(now)));

    /// <summary>ResetInstances: installs the system anew.</summary>
    /// <param name="settings">What the new system is like; its IDs are not looked at.</param>
    /// <returns>The run.</returns>
    public WriteRun Reset(ResetInstancesRequest settings) => Run(WriteOperation.Of(
        client,
        ZecActions.ResetInstances,
        call,
        settings.For,
        (before, now) => Fates.OfChange(
            before, now, InstanceStatus.Deploying, InstanceStatus.Rebuilding, InstanceStatus.Running, InstanceStatus.ReinstallFailed)));

    /// <summary>ModifyInstancesAttribute: gives all of them one name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The run.</returns>
    public WriteRun Rename(string name) => Run(WriteOperation.Of(
        client,
        ZecActions.ModifyInstancesAttribute,
        call,
        ids => new ModifyInstancesAttributeRequest { InstanceIds = ids, InstanceName = name },
        _ => [],
        (_, now) => Fates.OfName(now, name)));

    private WriteRun Run(WriteOperation action) => new(client, action, instances, call);
}
