using ZenlayerZec.Client.Kinds;

namespace ZenlayerZec.Client.Models;

/// <summary>
/// The states of an instance that API version 2025-09-01 documents. The set is open: code compares with these states and passes on
/// unknown ones.
/// </summary>
public static class InstanceStatus
{
    /// <summary>Being created or reset.</summary>
    public const string Deploying = "DEPLOYING";

    /// <summary>Being rebuilt.</summary>
    public const string Rebuilding = "REBUILDING";

    /// <summary>Restarting.</summary>
    public const string Reboot = "REBOOT";

    /// <summary>Running.</summary>
    public const string Running = "RUNNING";

    /// <summary>Stopped.</summary>
    public const string Stopped = "STOPPED";

    /// <summary>Starting.</summary>
    public const string Booting = "BOOTING";

    /// <summary>Being released: soon gone, or in the recycle bin.</summary>
    public const string Releasing = "RELEASING";

    /// <summary>Stopping.</summary>
    public const string Stopping = "STOPPING";

    /// <summary>In the recycle bin, from which a second release deletes it permanently.</summary>
    public const string Recycle = "RECYCLE";

    /// <summary>Being moved to the recycle bin.</summary>
    public const string Recycling = "RECYCLING";

    /// <summary>Its creation failed.</summary>
    public const string CreateFailed = "CREATE_FAILED";

    /// <summary>Its operating system could not be installed; only the page of ResetInstances names this state.</summary>
    public const string ReinstallFailed = "REINSTALL_FAILED";

    /// <summary>An image is being made of it.</summary>
    public const string Imaging = "IMAGING";

    /// <summary>Its size is being changed.</summary>
    public const string Resizing = "RESIZING";

    /// <summary>All known states.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Booting, CreateFailed, Deploying, Imaging, Reboot, Rebuilding, Recycle, Recycling, ReinstallFailed, Releasing, Resizing, Running, Stopped,
        Stopping,
    ];

    /// <summary>Whether two states are the same; the API writes them in capitals, people may not, and it has two names for some.</summary>
    /// <param name="left">A state.</param>
    /// <param name="right">Another state.</param>
    /// <returns>True if they are the same.</returns>
    public static bool Same(string? left, string? right) => Named(left) == Named(right);

    /// <summary>
    /// The name among <see cref="All"/>, in capitals. The API's own descriptions of its actions call two states otherwise: one that was
    /// missed for its name would be a recycle bin that nobody sees.
    /// </summary>
    internal static string? Named(string? state) => InstanceKind.States.Named(state);
}
