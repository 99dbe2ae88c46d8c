namespace ZenlayerZec.Simulator.Kinds.Snapshots;

/// <summary>The states of snapshots, by the API's description.</summary>
internal static class SnapshotStatus
{
    public const string Creating = "CREATING";
    public const string Available = "AVAILABLE";
    public const string Failed = "FAILED";
    public const string RollingBack = "ROLLING_BACK";
    public const string Deleting = "DELETING";
}
