using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Costs;

/// <summary>Sorts what belongs to an instance into what goes with it, what stays, and what is in the recycle bin already.</summary>
/// <param name="holding">What belongs to the instance.</param>
/// <param name="keeps">Whether the release keeps what can be kept.</param>
/// <param name="costOf">What is known of the costs of a thing.</param>
internal sealed class PlanSorting(Holding holding, bool keeps, Func<ZecObject, KnownCosts> costOf)
{
    private const string Boot = "SystemDisk";
    private const string WithInstanceInBin = "It belongs to an instance in the recycle bin, and the API does not say whether it costs.";

    private readonly List<ZecDependent> _goes = [];
    private readonly List<ZecDependent> _stays = [];
    private readonly List<ZecDependent> _bin = [];
    private readonly List<ZecNotPriced> _notPriced = [];

    private ZecInstance Instance => holding.Instance;

    private bool IsPriced => !ReferenceEquals(costOf(Instance), KnownCosts.NotAsked);

    private bool IsInstanceInBin => InstanceKind.States.IsInBin(Instance.Status);

    /// <summary>What has become of the instance already, as the end of a sentence; null where a release can still end it.</summary>
    private string? WayOut => InstanceKind.States.WayOut.FirstOrDefault(step => InstanceKind.States.Same(step.State, Instance.Status)).Reason;

    /// <summary>The plan.</summary>
    public ZecReleasePlan Plan()
    {
        AddInstance();
        holding.Disks.ForEach(AddDisk);
        AddUnsaidBootDisk();
        holding.Eips.ForEach(AddEip);
        AddUnlistedAddresses();
        foreach (var nic in holding.SecondaryNics.Where(nic => nic.NicId is { Length: > 0 }))
        {
            Add(List(goesAlways: false), nic, costOf(nic));
        }

        if (WayOut is null && holding.SecondaryNics.Any(nic => nic.NicId is null or ""))
        {
            _notPriced.Add(new ZecNotPriced(InstanceDependents.Nic, id: null, $"The service does not say the ID of a secondary network interface of the instance {Instance.InstanceId}."));
        }

        foreach (var nic in Instance.Nics.Where(nic => IsPriced && WayOut is null && nic.IpStackType?.Contains("IPv6") == true))
        {
            _notPriced.Add(new ZecNotPriced(Dependents.KindOf(nic), nic.NicId, "Whether it has a public IPv6 address, and what that costs, was not read."));
        }

        foreach (var snapshot in holding.Snapshots.Where(snapshot => !IsBeingDeleted(SnapshotKind.States, snapshot.Status)))
        {
            Add(_stays, snapshot, costOf(snapshot));
        }

        if (Instance.LoadBalancerIds.Any(string.IsNullOrEmpty))
        {
            _notPriced.Add(new ZecNotPriced(Dependents.LoadBalancer, id: null, $"The service does not say the ID of a load balancer of the instance {Instance.InstanceId}."));
        }

        foreach (var id in Instance.LoadBalancerIds.Where(id => !string.IsNullOrEmpty(id)))
        {
            _stays.Add(new ZecDependent(Dependents.LoadBalancer, id, name: null, detail: null));
            if (IsPriced)
            {
                _notPriced.Add(new ZecNotPriced(Dependents.LoadBalancer, id, "The API does not say the price of load balancers."));
            }
        }

        return new ZecReleasePlan(Instance, keeps)
        {
            Goes = _goes.ToArray(),
            Stays = _stays.ToArray(),
            RecycleBin = _bin.ToArray(),
            NotPriced = holding.Lacks.Concat(_notPriced).ToArray(),
        };
    }

    private void AddInstance()
    {
        if (WayOut is not { } reason)
        {
            Add(_goes, Instance, costOf(Instance).Only(item => item != Boot));
            return;
        }

        if (IsInstanceInBin)
        {
            _bin.Add(Dependents.Of(Instance));
        }

        _notPriced.Add(new ZecNotPriced(Dependents.KindOf(Instance), Instance.InstanceId, $"It {reason}, so that another release has nothing more to end."));
    }

    private void AddDisk(ZecDisk disk)
    {
        if (IsInBin(DiskKind.States, disk.Status))
        {
            _bin.Add(Dependents.Of(disk));
            return;
        }

        if (IsBeingDeleted(DiskKind.States, disk.Status))
        {
            return;
        }

        var isBoot = holding.IsBootDisk(disk);
        var costs = !isBoot ? costOf(disk)
            : IsPriced && CostReader.WhyNot(Instance) is null && CostReader.WhyNot(disk) is { } why ? KnownCosts.Unknown(why)
            : costOf(Instance).Only(item => item == Boot);
        var isVague = keeps && !isBoot && disk.Portable is null;
        Add(
            List(goesAlways: isBoot || Holding.IsOfSystem(disk) || disk.Portable != true),
            disk,
            isVague ? KnownCosts.Unknown("The service does not say whether it is detachable, so that what becomes of it is not certain.") : costs);
    }

    /// <summary>Every instance boots from a disk: where none is known, one goes of which nothing is known.</summary>
    private void AddUnsaidBootDisk()
    {
        if (WayOut is null && InstanceDependents.IsWhole(Instance) && !holding.Disks.Any(holding.IsBootDisk))
        {
            _notPriced.Add(new ZecNotPriced(InstanceDependents.Disk, id: null, $"The service does not say which disk the instance {Instance.InstanceId} boots from."));
        }
    }

    /// <summary>Notes the addresses of the instance that no listed elastic IP has. If the elastic IPs could not be read, the plan says that already.</summary>
    private void AddUnlistedAddresses()
    {
        if (WayOut is not null || !holding.AreEipsRead)
        {
            return;
        }

        foreach (var address in Instance.PublicIpAddresses.Where(address => !string.IsNullOrEmpty(address)).Except(holding.Eips.SelectMany(eip => eip.PublicIpAddresses).Concat(holding.OtherAddresses), StringComparer.Ordinal))
        {
            _notPriced.Add(new ZecNotPriced(
                InstanceDependents.Eip,
                id: null,
                $"The instance {Instance.InstanceId} has the address {address}, and the list of elastic IPs does not have it, so that what becomes of it is not known."));
        }
    }

    private void AddEip(ZecEip eip)
    {
        if (IsInBin(EipKind.States, eip.Status))
        {
            _bin.Add(Dependents.Of(eip));
        }
        else if (!IsBeingDeleted(EipKind.States, eip.Status))
        {
            var isVague = keeps && eip.IsDefault is null;
            Add(
                List(goesAlways: eip.IsDefault == true),
                eip,
                isVague ? KnownCosts.Unknown("The service does not say whether it is a default one, so that what becomes of it is not certain.") : costOf(eip));
        }
    }

    /// <summary>Where a thing belongs that a release may keep. What an instance in the recycle bin still has, stays as it is.</summary>
    private List<ZecDependent>? List(bool goesAlways) => WayOut is null ? keeps && !goesAlways ? _stays : _goes
        : IsInstanceInBin ? _stays
        : null;

    private void Add(List<ZecDependent>? list, ZecObject thing, KnownCosts costs)
    {
        if (list is null)
        {
            return;
        }

        // The plan of its release said that it saves what they cost: another plan must not say that they cost it still.
        costs = holding.Doubts.TryGetValue(thing, out var doubt) ? KnownCosts.Unknown(doubt)
            : IsPriced && IsInstanceInBin && thing is (ZecDisk or ZecEip) ? KnownCosts.Unknown(WithInstanceInBin)
            : costs;
        var described = Dependents.Of(thing, [.. costs.Costs]);
        list.Add(described);
        _notPriced.AddRange(costs.Lacks.Select(lack => new ZecNotPriced(described.Kind, described.Id, lack.Reason)));
    }

    private static bool IsInBin(KindStates states, string? status) => states.IsInBin(status) || states.Same(status, DiskStatus.Recycling);

    private static bool IsBeingDeleted(KindStates states, string? status) => states.Same(status, DiskStatus.Deleting);
}
