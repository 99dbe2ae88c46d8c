using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Costs;

/// <summary>What belongs to an instance, as far as it was read.</summary>
/// <param name="instance">The instance.</param>
internal sealed class Holding(ZecInstance instance)
{
    /// <summary>The instance.</summary>
    public ZecInstance Instance => instance;

    /// <summary>Its disks, the boot disk among them, and those in the recycle bin.</summary>
    public List<ZecDisk> Disks { get; private set; } = [];

    /// <summary>Its elastic IPs, and those in the recycle bin.</summary>
    public List<ZecEip> Eips { get; } = [];

    /// <summary>Whether its elastic IPs were read.</summary>
    public bool AreEipsRead { get; set; }

    /// <summary>The addresses that it says, and that are told elsewhere.</summary>
    public List<string> OtherAddresses { get; } = [];

    /// <summary>The snapshots of its disks.</summary>
    public List<ZecSnapshot> Snapshots { get; } = [];

    /// <summary>The network interfaces that can do without it.</summary>
    public IEnumerable<ZecNic> SecondaryNics => instance.Nics.Where(nic => string.Equals(nic.Type, "Secondary", StringComparison.OrdinalIgnoreCase));

    /// <summary>What is not certain of a thing, so that it has no price: the reason, as a sentence.</summary>
    public Dictionary<ZecObject, string> Doubts { get; } = [];

    /// <summary>What is not known of it as a whole.</summary>
    public List<ZecNotPriced> Lacks { get; } = [];

    /// <summary>Puts the boot disk first, and leaves the others in their order.</summary>
    public void SortDisks() => Disks = [.. Disks.OrderBy(disk => IsBootDisk(disk) ? 0 : 1)];

    /// <summary>Whether a disk is the one that it boots from, which is priced with it. The boot disk of another instance may be attached, too.</summary>
    /// <param name="disk">The disk.</param>
    public bool IsBootDisk(ZecDisk disk) => instance.SystemDisk is { DiskId: { Length: > 0 } boot } ? disk.DiskId == boot : IsOfSystem(disk);

    /// <summary>Whether an instance can boot from a disk, so that a release never keeps it.</summary>
    /// <param name="disk">The disk.</param>
    public static bool IsOfSystem(ZecDisk disk) => string.Equals(disk.Type, "SYSTEM", StringComparison.OrdinalIgnoreCase);
}
