using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Kinds;
using ZenlayerZec.Simulator.Kinds.Disks;
using ZenlayerZec.Simulator.Kinds.Images;
using ZenlayerZec.Simulator.Kinds.Network;
using ZenlayerZec.Simulator.Kinds.Placement;

namespace ZenlayerZec.Simulator.Rows;

/// <summary>
/// What the account has beside its instances: made when it is first asked for, out of the instances and their seed, and kept consistent with
/// them from then on. Before that the only thing that matters is which of the first instances are gone.
/// </summary>
internal sealed class Estate
{
    private readonly SimulatedAccount _account;
    private readonly DateTimeOffset _start;
    private readonly int _firstCount;
    private readonly List<SimulatedInstance> _gone = [];
    private Dictionary<string, RowTable>? _tables;

    public Estate(SimulatedAccount account)
    {
        _account = account;
        _start = account.Time.Now;
        _firstCount = account.Fleet.Instances.Count;
        account.Fleet.Added += Add;
        account.Fleet.Made += EndMaking;
        account.Fleet.Released += Release;
    }

    /// <summary>Whether anybody has asked for it.</summary>
    public bool IsMade => _tables is not null;

    /// <summary>The rows of a kind.</summary>
    public RowTable this[SimulatedKind kind] => (_tables ?? Make())[kind.Name];

    /// <summary>Writes into an instance which disks it has; nothing where there is no such instance.</summary>
    public void WriteDisksBack(string? instanceId)
    {
        if (_account.Fleet.Find(instanceId) is { } instance)
        {
            var disks = this[DiskKind.Kind].OfInstance(instance.Id);
            instance.Change(machine => InstanceRows.WriteDisks(machine, disks));
        }
    }

    /// <summary>Writes into an instance which network interfaces and addresses it has; nothing where there is no such instance.</summary>
    public void WriteNetworkBack(string? instanceId)
    {
        if (_account.Fleet.Find(instanceId) is { } instance)
        {
            WriteNetwork(instance);
        }
    }

    /// <summary>Makes the rows.</summary>
    /// <param name="leaving">An instance that is gone just now and leaves something behind.</param>
    private Dictionary<string, RowTable> Make(SimulatedInstance? leaving = null)
    {
        _tables = KindCatalogue.All.ToDictionary(kind => kind.Name, kind => new RowTable(kind), StringComparer.Ordinal);
        NetworkGenerator.Add(this, _start);
        CustomImageKind.Add(this);
        PlacementGroupKind.Add(this, _start);
        SimulatedInstance[] instances =
        [
            .. _account.Fleet.Instances.Where(instance => !instance.IsGone).Concat(leaving is null ? [] : [leaving]).OrderBy(instance => instance.Number),
        ];
        foreach (var instance in instances)
        {
            Add(instance);
        }

        // What is gone has left its snapshots behind.
        var first = instances.Where(instance => instance.Number < _firstCount).Concat(_gone).OrderBy(instance => instance.Number);
        new StorageGenerator(_account, this, _start).Add([.. first.Select(instance => instance.Instance)]);
        _gone.Clear();
        return _tables;
    }

    private void Add(SimulatedInstance instance)
    {
        if (_tables is not null)
        {
            InstanceRows.Add(this, instance);
        }
    }

    private void EndMaking(SimulatedInstance instance)
    {
        if (_tables is null)
        {
            return;
        }

        foreach (var disk in this[DiskKind.Kind].OfInstance(instance.Id).Where(disk => disk.Status == DiskState.Creating && disk.Next is null))
        {
            disk.Status = instance.Status == InstanceStatus.CreateFailed ? DiskState.Failed : DiskState.InUse;
        }
    }

    private void Release(SimulatedInstance instance)
    {
        if (instance.KeepsDependents)
        {
            Keep(instance);
        }

        if (!instance.IsGone)
        {
            return;
        }

        if (_tables is not null || _account.Options.DependentRecycleBin)
        {
            _ = _tables ?? Make(instance);
            foreach (var row in RowsOf(instance))
            {
                InstanceRows.Leave(_account, row);
            }
        }
        else if (instance.Number < _firstCount)
        {
            _gone.Add(instance);
        }
    }

    /// <summary>Parts an instance from what can do without it.</summary>
    private void Keep(SimulatedInstance instance)
    {
        _ = _tables ?? Make(instance.IsGone ? instance : null);
        foreach (var row in RowsOf(instance))
        {
            InstanceRows.Part(row);
        }

        instance.Change(machine => InstanceRows.WriteDisks(machine, this[DiskKind.Kind].OfInstance(instance.Id)));
        WriteNetwork(instance);
    }

    private void WriteNetwork(SimulatedInstance instance) => instance.Change(machine
        => InstanceRows.WriteNetwork(machine, this[NetworkKinds.Nic].OfInstance(instance.Id), this[NetworkKinds.Eip].OfInstance(instance.Id)));

    private SimulatedRow[] RowsOf(SimulatedInstance instance) =>
    [
        .. this[DiskKind.Kind].OfInstance(instance.Id),
        .. this[NetworkKinds.Nic].OfInstance(instance.Id),
        .. this[NetworkKinds.Eip].OfInstance(instance.Id),
    ];
}
