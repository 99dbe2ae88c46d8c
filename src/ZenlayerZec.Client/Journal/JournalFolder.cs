using System.Runtime.InteropServices;
using ZenlayerZec.Client.Credentials;

namespace ZenlayerZec.Client.Journal;

/// <summary>Where a user's journal is kept, and whether it is written at all.</summary>
internal static class JournalFolder
{
    private const string SwitchVariable = "ZENLAYERZEC_JOURNAL";
    private const string Name = "ZenlayerZec";

    /// <summary>Whether the user has turned the journal off. Read each time, so that a session can turn it off at any moment.</summary>
    public static bool IsOff => string.Equals(Environment.GetEnvironmentVariable(SwitchVariable)?.Trim(), "off", StringComparison.OrdinalIgnoreCase);

    /// <summary>The folder; null where the user has none.</summary>
    public static string? Current()
    {
        var isWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);
        return Find(
            Environment.GetEnvironmentVariable,
            isWindows,
            Environment.GetFolderPath(isWindows ? Environment.SpecialFolder.LocalApplicationData : Environment.SpecialFolder.UserProfile));
    }

    /// <summary>Finds the folder for the state of programs, as each system has it.</summary>
    /// <param name="environment">Gives an environment variable's value, or null.</param>
    /// <param name="isWindows">Whether the system is Windows.</param>
    /// <param name="recorded">The system's own record of the folder: that of local data on Windows, else that of the user.</param>
    /// <returns>The folder; null where there is none. What is no absolute path is none: it would be sought in the current folder.</returns>
    public static string? Find(Func<string, string?> environment, bool isWindows, string recorded)
    {
        if (isWindows)
        {
            var local = environment("LOCALAPPDATA") is { Length: > 0 } named ? named : recorded;
            return UserHome.IsAbsolute(local, isWindows) ? Path.Combine(local, Name) : null;
        }

        if (environment("XDG_STATE_HOME") is { } state && UserHome.IsAbsolute(state, isWindows))
        {
            return Path.Combine(state, Name);
        }

        return UserHome.Find(environment, isWindows, recorded) is { } home ? Path.Combine(home, ".local", "state", Name) : null;
    }
}
