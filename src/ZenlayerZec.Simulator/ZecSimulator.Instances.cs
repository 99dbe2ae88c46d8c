using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Simulator;

/// <content>The account's instances, for tests to look at and to change.</content>
public sealed partial class ZecSimulator
{
    /// <summary>The instances that exist now.</summary>
    public IReadOnlyList<ZecInstance> Instances => Locked(account => account.Fleet.Instances.Select(instance => instance.Instance).ToArray());

    /// <summary>How often an instance was released in effect.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <returns>The number; over one means that the recycle bin was emptied of it.</returns>
    public int ReleaseCount(string instanceId) => CarriedOutCount("ReleaseInstances", instanceId);

    /// <summary>Adds an instance, as somebody else's order would.</summary>
    /// <param name="instance">The instance.</param>
    public void Add(ZecInstance instance) => Locked(account => account.Fleet.Add(instance));

    /// <summary>Takes an instance away, as somebody else's release would.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <returns>False where there is none.</returns>
    public bool Drop(string instanceId) => Locked(account =>
    {
        if (account.Fleet.Find(instanceId) is not { } instance)
        {
            return false;
        }

        account.Fleet.Drop(instance);
        return true;
    });

    /// <summary>Puts an instance into a state that lasts, as somebody else's action would.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="status">The state.</param>
    /// <returns>False where there is no such instance.</returns>
    public bool SetStatus(string instanceId, string status) => Locked(account =>
    {
        if (account.Fleet.Find(instanceId) is not { } instance)
        {
            return false;
        }

        account.Fleet.SetStatus(instance, status);
        return true;
    });
}
