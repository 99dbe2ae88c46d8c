using ZenlayerZec.Simulator.Rows;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>The states of network interfaces.</summary>
internal static class NicState
{
    public const string Pending = "PENDING";
    public const string Available = "AVAILABLE";
    public const string Attaching = "ATTACHING";
    public const string Detaching = "DETACHING";
    public const string Deleting = "DELETING";
    public const string Failed = "CREATE_FAILED";
    public const string Used = "USED";

    /// <summary>Puts an interface into the state in which it stays: used by its instance, or available.</summary>
    public static void Rest(SimulatedRow nic) => nic.Status = nic.InstanceId is null ? Available : Used;
}
