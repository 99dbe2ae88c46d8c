namespace ZenlayerZec.Client.Models;

/// <summary>
/// The states of an instance that the API's version 2025-09-01 documents. The set is open: code compares with these, and
/// passes on what it does not know.
/// </summary>
public static class InstanceStatus
{
    /// <summary>Being created, or installed anew.</summary>
    public const string Deploying = "DEPLOYING";

    /// <summary>Being rebuilt.</summary>
    public const string Rebuilding = "REBUILDING";

    /// <summary>Restarting.</summary>
    public const string Reboot = "REBOOT";

    /// <summary>Powered on.</summary>
    public const string Running = "RUNNING";

    /// <summary>Powered off.</summary>
    public const string Stopped = "STOPPED";

    /// <summary>Being powered on.</summary>
    public const string Booting = "BOOTING";

    /// <summary>Being released: soon gone, or in the recycle bin.</summary>
    public const string Releasing = "RELEASING";

    /// <summary>Being powered off.</summary>
    public const string Stopping = "STOPPING";

    /// <summary>In the recycle bin, where a second release destroys it for good.</summary>
    public const string Recycle = "RECYCLE";

    /// <summary>On its way into the recycle bin.</summary>
    public const string Recycling = "RECYCLING";

    /// <summary>Its creation failed.</summary>
    public const string CreateFailed = "CREATE_FAILED";

    /// <summary>Its system could not be installed anew; only ResetInstances' own text names this state.</summary>
    public const string ReinstallFailed = "REINSTALL_FAILED";

    /// <summary>An image is being made of it.</summary>
    public const string Imaging = "IMAGING";

    /// <summary>Its size is being changed.</summary>
    public const string Resizing = "RESIZING";

    /// <summary>All that are known.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Booting, CreateFailed, Deploying, Imaging, Reboot, Rebuilding, Recycle, Recycling, ReinstallFailed, Releasing, Resizing, Running, Stopped,
        Stopping,
    ];

    /// <summary>Whether two states are the same; the API writes them in capitals, people may not, and it has two names for some.</summary>
    /// <param name="left">A state.</param>
    /// <param name="right">Another.</param>
    /// <returns>True where they are the same word.</returns>
    public static bool Same(string? left, string? right) => string.Equals(Named(left), Named(right), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The name among <see cref="All"/>. The API's own descriptions of its actions call two states otherwise: one that was missed for its
    /// name would be a recycle bin that nobody sees.
    /// </summary>
    private static string? Named(string? state) => state switch
    {
        not null when state.Equals("RECYCLED", StringComparison.OrdinalIgnoreCase) => Recycle,
        not null when state.Equals("STARTING", StringComparison.OrdinalIgnoreCase) => Booting,
        _ => state,
    };
}
