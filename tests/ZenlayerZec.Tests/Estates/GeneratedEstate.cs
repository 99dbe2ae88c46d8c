using System.Text.Json;
using CsCheck;
using ZenlayerZec.Simulator.Fleet;

namespace ZenlayerZec.Tests.Estates;

/// <summary>Instances of any make, with what belongs to them, and what belongs to none: everything that a release can meet. <see cref="EstateRows"/> puts it into an account.</summary>
/// <param name="Instances">The instances.</param>
/// <param name="Disks">Disks that no instance has.</param>
/// <param name="Eips">Elastic IPs that are bound to nothing.</param>
internal sealed record GeneratedEstate(GeneratedInstance[] Instances, GeneratedDisk[] Disks, GeneratedEip[] Eips)
{
    private const int MostInstances = 6;

    private static readonly Gen<GeneratedDisk> AnyDisk =
        from size in Gen.Int[1, 2000]
        from category in Gen.Int[0, Catalogue.DiskCategories.Count - 1]
        from isPortable in Gen.Frequency((1, Gen.Const(false)), (3, Gen.Const(true)))
        from isPrepaid in Rarely
        from isInBin in Rarely
        from snapshots in Gen.Int[0, 2]
        select new GeneratedDisk(size, category, isPortable, isPrepaid, isInBin, snapshots);

    private static readonly Gen<GeneratedEip> AnyEip =
        from charge in Gen.Int[0, Catalogue.InternetChargeTypes.Count - 1]
        from mbps in Gen.Int[1, 500]
        from package in Gen.Int[1, 40]
        from isDefault in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true)))
        from isPrepaid in Rarely
        from isInBin in Rarely
        from isRemote in Rarely
        from isAtSecondary in Gen.Bool
        select new GeneratedEip(charge, mbps, package / 4m, isDefault, isPrepaid, isInBin, isRemote, isAtSecondary);

    private static readonly Gen<GeneratedInstance> AnyInstance =
        from zone in Gen.Int[0, Catalogue.Zones.Count - 1]

            // Beyond the last size, it has a GPU.
        from size in Gen.Int[0, Catalogue.Sizes.Count]
        from bootDisk in AnyDisk
        from disks in AnyDisk.Array[0, 4]
        from eips in AnyEip.Array[0, 3]
        from nics in Rarely.Array[0, 2]
        from isPrepaid in Rarely
        from isInBin in Rarely
        from isBalanced in Rarely
        select new GeneratedInstance(zone, size, bootDisk, disks, eips, nics, isPrepaid, isInBin, isBalanced);

    /// <summary>Any estate.</summary>
    public static Gen<GeneratedEstate> Any { get; } =
        from instances in AnyInstance.Array[1, MostInstances]
        from disks in AnyDisk.Array[0, 3]
        from eips in AnyEip.Array[0, 3]
        select new GeneratedEstate(instances, disks, eips);

    private static Gen<bool> Rarely => Gen.Frequency((7, Gen.Const(false)), (1, Gen.Const(true)));

    /// <summary>In a report, and for a seed.</summary>
    public override string ToString() => JsonSerializer.Serialize(this);
}

/// <summary>An instance of a generated estate.</summary>
/// <param name="Zone">Which zone of the catalogue.</param>
/// <param name="Size">Which size; beyond the last one, it has a GPU, and says no type. The largest is sold out in the last zone.</param>
/// <param name="BootDisk">Its boot disk, of which only the size and the category count.</param>
/// <param name="Disks">Its data disks.</param>
/// <param name="Eips">Its elastic IPs; only the first one can be the default one.</param>
/// <param name="Secondaries">Its secondary network interfaces: of each, whether it has a public IPv6 address.</param>
/// <param name="IsPrepaid">Whether it was paid for in advance.</param>
/// <param name="IsInBin">Whether it is in the recycle bin, with all that belongs to it.</param>
/// <param name="IsBalanced">Whether a load balancer leads to it.</param>
internal sealed record GeneratedInstance(
    int Zone, int Size, GeneratedDisk BootDisk, GeneratedDisk[] Disks, GeneratedEip[] Eips, bool[] Secondaries, bool IsPrepaid, bool IsInBin, bool IsBalanced);

/// <summary>A disk of a generated estate.</summary>
/// <param name="SizeGiB">Its size.</param>
/// <param name="Category">Which category.</param>
/// <param name="IsPortable">Whether it can be detached.</param>
/// <param name="IsPrepaid">Whether it was paid for in advance.</param>
/// <param name="IsInBin">Whether it is in the recycle bin, though its instance may still be named.</param>
/// <param name="Snapshots">How many snapshots it has.</param>
internal sealed record GeneratedDisk(int SizeGiB, int Category, bool IsPortable, bool IsPrepaid, bool IsInBin, int Snapshots);

/// <summary>An elastic IP of a generated estate.</summary>
/// <param name="Charge">How it is paid for.</param>
/// <param name="Mbps">Its bandwidth.</param>
/// <param name="PackageTB">Its traffic package, where it is paid for by one.</param>
/// <param name="IsDefault">Whether it came with its instance.</param>
/// <param name="IsPrepaid">Whether it was paid for in advance.</param>
/// <param name="IsInBin">Whether it is in the recycle bin, though its instance may still be named.</param>
/// <param name="IsRemote">Whether it leads to another region.</param>
/// <param name="IsAtSecondary">Whether it is bound to a secondary network interface, if there is one.</param>
internal sealed record GeneratedEip(int Charge, int Mbps, decimal PackageTB, bool IsDefault, bool IsPrepaid, bool IsInBin, bool IsRemote, bool IsAtSecondary);
