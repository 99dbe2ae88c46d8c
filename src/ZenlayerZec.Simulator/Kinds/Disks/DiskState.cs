namespace ZenlayerZec.Simulator.Kinds.Disks;

/// <summary>The states of disks, by the API's description.</summary>
internal static class DiskState
{
    public const string Creating = "CREATING";
    public const string InUse = "IN_USE";
    public const string Available = "AVAILABLE";
    public const string Changing = "CHANGING";
    public const string Attaching = "ATTACHING";
    public const string Detaching = "DETACHING";
    public const string Deleting = "DELETING";
    public const string Recycled = "RECYCLED";
    public const string Recycling = "RECYCLING";
    public const string Failed = "FAILED";
    public const string SnapshotCreating = "SNAPSHOT_CREATING";
    public const string RollingBack = "ROLLING_BACK";
}
