using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Costs;

/// <summary>What goes with an instance that is released and what stays, by their IDs, as far as it was read; of the rest, that it is not known.</summary>
/// <param name="Released">What goes with it: at once, or when the instance leaves the recycle bin.</param>
/// <param name="Kept">What stays, and continues to cost.</param>
/// <param name="Unknown">What was not read.</param>
internal sealed record InstanceDependents(
    IReadOnlyList<ZecDependent> Released, IReadOnlyList<ZecDependent> Kept, IReadOnlyList<ZecUnknownDependent> Unknown)
{
    /// <summary>The kind of disks.</summary>
    public const string Disk = "Disk";

    /// <summary>The kind of elastic IPs.</summary>
    public const string Eip = "Eip";

    /// <summary>The kind of network interfaces.</summary>
    public const string Nic = "Nic";

    private const string NotRead = "The instance was not read whole before its release.";
    private const string NotListed = "Elastic IPs were not listed before the release.";

    /// <summary>What is known of an instance of which nothing was read.</summary>
    /// <param name="id">Its ID.</param>
    public static InstanceDependents Nothing(string id) => Of(id, instance: null, keeps: false, eips: null);

    /// <summary>What goes with an instance and what stays.</summary>
    /// <param name="id">Its ID.</param>
    /// <param name="instance">The instance as it was read last before the release; null where it was not.</param>
    /// <param name="keeps">Whether what can be kept is kept.</param>
    /// <param name="eips">Its elastic IPs; null where they were not listed.</param>
    /// <param name="doubts">Why it is not certain what becomes of some of them, each as a sentence; null where it is.</param>
    public static InstanceDependents Of(
        string id, ZecInstance? instance, bool keeps, IReadOnlyList<ZecEip>? eips, IReadOnlyDictionary<ZecObject, string>? doubts = null)
    {
        var account = new Account(id, keeps);
        if (IsWhole(instance))
        {
            account.AddDisks(instance!);
            account.AddNics(instance!);
        }
        else
        {
            account.Unknown(Disk, detail: null, NotRead);
            account.Unknown(Nic, detail: null, NotRead);
        }

        if (eips is not null)
        {
            account.AddEips(eips, doubts);
        }

        var others = instance is null ? [] : instance.PublicIpAddresses.Except((eips ?? []).SelectMany(eip => eip.PublicIpAddresses), StringComparer.Ordinal).ToArray();
        if (others.Length > 0 || (eips is null && !IsWhole(instance)))
        {
            account.Unknown(Eip, others.Length > 0 ? string.Join(" ", others) : null, eips is null ? NotListed : "No elastic IP with this address was listed.");
        }

        return account.Told;
    }

    /// <summary>Whether an object says what an instance has: a row, or a state alone, says nothing of it. Every instance has a boot disk and an interface.</summary>
    /// <param name="instance">The object; null where there is none.</param>
    public static bool IsWhole(ZecInstance? instance) => instance is { SystemDisk: not null } or { Nics.Count: > 0 };

    private sealed class Account(string id, bool keeps)
    {
        private readonly List<ZecDependent> _released = [];
        private readonly List<ZecDependent> _kept = [];
        private readonly List<ZecUnknownDependent> _unknown = [];

        public InstanceDependents Told => new(_released, _kept, _unknown);

        public void Unknown(string kind, string? detail, string reason) => _unknown.Add(new ZecUnknownDependent(kind, id, detail, reason));

        public void AddDisks(ZecInstance instance)
        {
            if (instance.SystemDisk is { } system)
            {
                Add(Disk, system.DiskId, new ZecDisk { DiskId = system.DiskId ?? string.Empty, SizeGiB = system.SizeGiB }, isKept: false);
            }
            else
            {
                Unknown(Disk, detail: null, "The service did not say which boot disk the instance had.");
            }

            foreach (var disk in instance.DataDisks)
            {
                if (keeps && disk.Portable is null && disk.DiskId is { Length: > 0 } id)
                {
                    Unknown(Disk, id, "The service did not say whether it is detachable, and only then is it kept.");
                    continue;
                }

                var described = new ZecDisk { DiskId = disk.DiskId ?? string.Empty, DiskName = disk.DiskName, SizeGiB = disk.SizeGiB };
                Add(Disk, disk.DiskId, described, keeps && disk.Portable == true);
            }
        }

        public void AddNics(ZecInstance instance)
        {
            foreach (var nic in new Holding(instance).SecondaryNics)
            {
                Add(Nic, nic.NicId, nic, keeps);
            }
        }

        public void AddEips(IReadOnlyList<ZecEip> eips, IReadOnlyDictionary<ZecObject, string>? doubts)
        {
            // What lies in the recycle bin already, or is on its way out, does not go with the instance.
            foreach (var eip in eips.Where(eip => !EipKind.States.IsOnWayOut(eip.Status)))
            {
                if (doubts is not null && doubts.TryGetValue(eip, out var doubt))
                {
                    Unknown(Eip, eip.EipId, doubt);
                }
                else if (keeps && eip.IsDefault is null)
                {
                    Unknown(Eip, string.Join(" ", eip.PublicIpAddresses), "The service did not say whether it is the instance's default one, which is never kept.");
                }
                else
                {
                    Add(Eip, eip.EipId, eip, keeps && eip.IsDefault == false);
                }
            }
        }

        private void Add(string kind, string? thing, ZecObject described, bool isKept)
        {
            if (string.IsNullOrEmpty(thing))
            {
                Unknown(kind, detail: null, "The service did not say its ID.");
            }
            else
            {
                (isKept ? _kept : _released).Add(Dependents.Of(described));
            }
        }
    }
}
