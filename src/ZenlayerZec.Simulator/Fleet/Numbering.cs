using System.Globalization;

namespace ZenlayerZec.Simulator.Fleet;

/// <summary>The numbers by which an account tells its machines apart: of the same index, the same ones.</summary>
internal static class Numbering
{
    /// <summary>IDs of the service are numbers of nineteen digits.</summary>
    private const long FirstId = 1_394_000_000_000_000_000;
    private const long FirstDiskId = 1_395_000_000_000_000_000;

    /// <summary>So many disks come with instances before the IDs of those that do not begin.</summary>
    private const long DisksOfInstances = 500_000_000;

    /// <summary>So many data disks of one instance have IDs of their own.</summary>
    private const int MostDataDisks = 10;

    public static string InstanceId(int seed, int index)
        => (FirstId + (seed * 10_000_000L) + (index * 7L)).ToString(CultureInfo.InvariantCulture);

    public static string DiskId(int index, bool isSystem)
        => (FirstDiskId + (index * 2L) + (isSystem ? 0 : 1)).ToString(CultureInfo.InvariantCulture);

    /// <summary>The ID of one of several data disks that an instance came with, from 0.</summary>
    public static string DataDiskId(int index, int number)
        => number == 0 ? DiskId(index, isSystem: false) : DiskId((int)(DisksOfInstances / 4) + (index * MostDataDisks) + number, isSystem: false);

    /// <summary>The ID of a disk that did not come with an instance.</summary>
    public static string LooseDiskId(int number) => (FirstDiskId + DisksOfInstances + number).ToString(CultureInfo.InvariantCulture);

    public static string EipId(int number) => (1_396_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    /// <summary>The ID of an elastic IP that came neither with an instance nor with the account.</summary>
    public static string LooseEipId(int number) => EipId((int)DisksOfInstances + number);

    public static string SnapshotId(int number) => (1_397_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    public static string PolicyId(int number) => (1_398_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    public static string VpcId(int number) => (1_399_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    public static string SubnetId(int number) => (1_400_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    /// <summary>The ID of a network interface that did not come with an instance.</summary>
    public static string LooseNicId(int number) => (1_401_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    public static string IPv6Id(int number) => (1_402_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    public static string SecurityGroupId(int number) => (1_403_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    public static string PlacementGroupId(int number) => (1_404_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    /// <summary>The ID of an image that was made in the account.</summary>
    public static string ImageId(int number) => (1_405_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    /// <summary>One of the addresses that an instance came with, from 0.</summary>
    public static string PublicIp(int index, int number = 0) => $"203.{number}.{index / 250 % 250}.{(index % 250) + 1}";

    /// <summary>An address that no instance came with.</summary>
    public static string LooseIp(int index) => $"198.51.{100 + (index / 200 % 100)}.{(index % 200) + 10}";

    public static string PrivateIp(int index) => $"10.{index / 62_500 % 250}.{index / 250 % 250}.{(index % 250) + 1}";

    /// <summary>The MAC address of a network interface that did not come with an instance.</summary>
    public static string LooseMac(int number) => $"02:00:01:{number >> 16 & 0xff:x2}:{number >> 8 & 0xff:x2}:{number & 0xff:x2}";

    public static string Mac(int index) => $"02:00:00:{index >> 16 & 0xff:x2}:{index >> 8 & 0xff:x2}:{index & 0xff:x2}";
}
