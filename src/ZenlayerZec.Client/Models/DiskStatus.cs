namespace ZenlayerZec.Client.Models;

/// <summary>The states of a disk that API version 2025-09-01 documents. The set is open: unknown states are passed on.</summary>
public static class DiskStatus
{
    /// <summary>Being created.</summary>
    public const string Creating = "CREATING";

    /// <summary>Attached to an instance.</summary>
    public const string InUse = "IN_USE";

    /// <summary>Attached to no instance.</summary>
    public const string Available = "AVAILABLE";

    /// <summary>Its size is being changed.</summary>
    public const string Changing = "CHANGING";

    /// <summary>Being attached to an instance.</summary>
    public const string Attaching = "ATTACHING";

    /// <summary>Being detached from its instance.</summary>
    public const string Detaching = "DETACHING";

    /// <summary>Being deleted permanently.</summary>
    public const string Deleting = "DELETING";

    /// <summary>In the recycle bin, from which a second release deletes it permanently.</summary>
    public const string Recycled = "RECYCLED";

    /// <summary>Being moved to the recycle bin.</summary>
    public const string Recycling = "RECYCLING";

    /// <summary>Its creation failed.</summary>
    public const string Failed = "FAILED";

    /// <summary>A snapshot is being made of it.</summary>
    public const string SnapshotCreating = "SNAPSHOT_CREATING";

    /// <summary>Being reverted to a snapshot.</summary>
    public const string RollingBack = "ROLLING_BACK";

    /// <summary>All known states.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Attaching, Available, Changing, Creating, Deleting, Detaching, Failed, InUse, Recycled, Recycling, RollingBack, SnapshotCreating];
}
