using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Costs;

/// <summary>Tells which things of an account belong to which of some instances.</summary>
internal sealed class Holdings
{
    private readonly Dictionary<string, Holding> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _namedDisks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _nics = new(StringComparer.Ordinal);

    /// <param name="instances">The instances; one that comes twice counts once.</param>
    public Holdings(IEnumerable<ZecInstance> instances)
    {
        foreach (var instance in instances.Where(instance => !_byId.ContainsKey(instance.InstanceId)))
        {
            var holding = new Holding(instance);
            All.Add(holding);
            _byId.Add(instance.InstanceId, holding);
            foreach (var id in DependentLists.DisksOf(instance))
            {
                _namedDisks[id] = instance.InstanceId;
            }

            foreach (var nic in instance.Nics.Where(nic => nic.NicId is { Length: > 0 }))
            {
                _nics[nic.NicId] = instance.InstanceId;
            }
        }
    }

    /// <summary>What each instance has, in the order of the instances.</summary>
    public List<Holding> All { get; } = [];

    /// <summary>Gives each instance its disks. What the instance says of one that was not read stands in for it.</summary>
    /// <param name="found">The disks.</param>
    public void Add(Found<ZecDisk> found)
    {
        Lack(found.Lack, DiskKind.Kind);
        var read = new HashSet<string>(StringComparer.Ordinal);
        foreach (var disk in found.Items.Where(disk => read.Add(disk.DiskId)))
        {
            if (Owner(disk) is { } owner && _byId.TryGetValue(owner, out var holding))
            {
                holding.Disks.Add(disk);
            }
        }

        foreach (var holding in All)
        {
            foreach (var disk in Said(holding.Instance).Where(disk => !read.Contains(disk.DiskId)))
            {
                holding.Disks.Add(disk);
                if (!holding.IsBootDisk(disk) || found.IsRead)
                {
                    holding.Doubts[disk] = found.IsRead ? "The list of disks does not have it." : found.Lack!;
                }
            }

            if (holding.Instance.DataDisks.Any(disk => disk.DiskId is null or ""))
            {
                holding.Lacks.Add(new ZecNotPriced(
                    InstanceDependents.Disk, id: null, $"The service does not say the ID of a data disk of the instance {holding.Instance.InstanceId}."));
            }

            holding.SortDisks();
        }
    }

    /// <summary>
    /// Gives each instance its elastic IPs. One that is bound to two things is given to one instance, and has no price; another instance is told of it.
    /// </summary>
    /// <param name="found">The elastic IPs.</param>
    public void Add(Found<ZecEip> found)
    {
        Lack(found.Lack, EipKind.Kind);
        All.ForEach(holding => holding.AreEipsRead = found.IsRead);
        foreach (var readings in found.Items.GroupBy(eip => eip.EipId, StringComparer.Ordinal))
        {
            string[] owners = [.. readings.SelectMany(Owners).Distinct(StringComparer.Ordinal)];
            if (owners.FirstOrDefault(_byId.ContainsKey) is not { } owner)
            {
                continue;
            }

            var eip = readings.First();
            var holding = _byId[owner];
            holding.Eips.Add(eip);
            string[] others = [.. readings.SelectMany(Others), .. owners.Where(other => other != owner).Select(other => $"the instance {other}")];
            if (others.Length > 0)
            {
                holding.Doubts[eip] = $"It is bound to the instance {owner}, and also to {string.Join(" and ", others.Distinct(StringComparer.Ordinal))}, so that what becomes of it is not certain.";
            }

            foreach (var other in owners.Where(other => other != owner && _byId.ContainsKey(other)))
            {
                _byId[other].OtherAddresses.AddRange(eip.PublicIpAddresses);
                _byId[other].Lacks.Add(new ZecNotPriced(
                    InstanceDependents.Eip, eip.EipId, $"It is bound to the instance {other}, too, and is in the plan of the instance {owner}. What becomes of it is not certain."));
            }
        }
    }

    /// <summary>Gives each instance the snapshots of its disks. For after the disks.</summary>
    /// <param name="found">The snapshots.</param>
    public void Add(Found<ZecSnapshot> found)
    {
        Lack(found.Lack, SnapshotKind.Kind);
        var disks = new Dictionary<string, Holding>(StringComparer.Ordinal);
        foreach (var holding in All)
        {
            holding.Disks.ForEach(disk => disks[disk.DiskId] = holding);
        }

        foreach (var snapshot in found.Items.GroupBy(one => one.SnapshotId, StringComparer.Ordinal).Select(readings => readings.First()))
        {
            if (snapshot.DiskId is { } id && disks.TryGetValue(id, out var holding))
            {
                holding.Snapshots.Add(snapshot);
            }
        }
    }

    /// <summary>What was read last decides: a disk that its instance names may be detached by now.</summary>
    private string? Owner(ZecDisk disk) => disk.AttachedInstanceId is { Length: > 0 } said ? said
        : DiskKind.States.IsInUse(disk.Status) && _namedDisks.TryGetValue(disk.DiskId, out var naming) ? naming
        : null;

    private IEnumerable<string> Owners(ZecEip eip)
    {
        if (eip.AttachedInstanceId is { Length: > 0 } said)
        {
            yield return said;
        }

        foreach (var nic in new[] { eip.NicId, IsOfNic(eip) ? eip.AssociatedId : null })
        {
            if (nic is not null && _nics.TryGetValue(nic, out var owner))
            {
                yield return owner;
            }
        }
    }

    /// <summary>What else than an instance an elastic IP says that it is bound to.</summary>
    private static IEnumerable<string> Others(ZecEip eip) => eip.AssociatedId is { Length: > 0 } other && !IsOfNic(eip)
        ? [$"{eip.AssociatedType} {other}"]
        : eip is { AssociatedId.Length: > 0, NicId.Length: > 0 } && eip.AssociatedId != eip.NicId ? [$"the network interface {eip.AssociatedId}"] : [];

    private static bool IsOfNic(ZecEip eip) => eip.AssociatedType is null or "" || string.Equals(eip.AssociatedType, "NIC", StringComparison.OrdinalIgnoreCase);

    /// <summary>The disks of an instance as it says them itself.</summary>
    private static IEnumerable<ZecDisk> Said(ZecInstance instance)
    {
        if (instance.SystemDisk is { DiskId.Length: > 0 } boot)
        {
            yield return new ZecDisk
            {
                DiskId = boot.DiskId!,
                Type = "SYSTEM",
                Portable = false,
                SizeGiB = boot.SizeGiB,
                AttachedInstanceId = instance.InstanceId,
                Reading = instance.Reading,
            };
        }

        foreach (var disk in instance.DataDisks.Where(disk => disk.DiskId is { Length: > 0 }))
        {
            yield return new ZecDisk
            {
                DiskId = disk.DiskId!,
                DiskName = disk.DiskName,
                Type = "DATA",
                Portable = disk.Portable,
                SizeGiB = disk.SizeGiB,
                AttachedInstanceId = instance.InstanceId,
                Reading = instance.Reading,
            };
        }
    }

    private void Lack(string? lack, ResourceKind kind)
    {
        if (lack is not null)
        {
            All.ForEach(holding => holding.Lacks.Add(new ZecNotPriced(Dependents.KindOf(kind.Type), id: null, lack)));
        }
    }
}
