using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Disks;

/// <summary>Boot and data disks.</summary>
internal static class DiskKind
{
    public const string System = "SYSTEM";
    public const string Data = "DATA";

    public static SimulatedKind Kind { get; } = new("Disk", "DescribeDisks", "diskId")
    {
        Words = "disk",
        NameField = "diskName",
        StatusField = "diskStatus",
        NotFoundCode = "INVALID_DISK_NOT_FOUND",
        StatusCode = "UNSUPPORTED_OPERATION_DISK_STATUS",
        Filters = new Dictionary<string, RowFilter>
        {
            // The description speaks of a zone where the name says region.
            ["regionId"] = (row, wanted) => row.Text("regionId") == wanted.GetString() || row.Text("zoneId") == wanted.GetString(),
        },
        Computed = new Dictionary<string, RowValue>
        {
            ["instanceName"] = (row, account) => account.Fleet.Find(row.InstanceId)?.Instance.InstanceName,
        },
    };

    public static bool IsData(SimulatedRow disk) => disk.Text("diskType") == Data;

    public static bool IsPortable(SimulatedRow disk) => IsData(disk) && disk.Flag("portable") == true;

    /// <summary>Puts a disk into the state in which it stays: in use by its instance, or available.</summary>
    public static void Rest(SimulatedRow disk) => disk.Status = disk.InstanceId is null ? DiskState.Available : DiskState.InUse;

    /// <summary>Why a disk forbids what can be done only in certain states; null where it does not.</summary>
    public static ServiceRefusal? Unless(SimulatedRow disk, params string[] states) => disk.Status switch
    {
        var status when states.Contains(status) => null,
        DiskState.Recycling or DiskState.Recycled => new ServiceRefusal(
            400, "UNSUPPORTED_OPERATION_DISK_BEING_RECYCLE", $"The disk {disk.Id} is in the recycle bin."),
        _ => Kind.WrongStatus(disk),
    };

    public static ServiceRefusal? UnlessPortable(SimulatedRow disk) => IsPortable(disk)
        ? null
        : new ServiceRefusal(400, "INVALID_DISK_NOT_PORTABLE", $"The disk {disk.Id} cannot be detached.");
}
