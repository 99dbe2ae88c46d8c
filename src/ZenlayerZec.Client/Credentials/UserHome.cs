namespace ZenlayerZec.Client.Credentials;

/// <summary>The folder in which the vendor's command line keeps its own.</summary>
internal static class UserHome
{
    /// <summary>Finds it where the vendor's command line does: by the environment, and only without it by the system's own record.</summary>
    /// <param name="environment">Gives an environment variable's value, or null.</param>
    /// <param name="isWindows">Whether the system is Windows.</param>
    /// <param name="recorded">The system's own record; empty where it has none.</param>
    /// <returns>The folder; null where there is none. What is no absolute path is none: it would be sought in the current folder.</returns>
    public static string? Find(Func<string, string?> environment, bool isWindows, string recorded)
    {
        var names = isWindows ? new[] { "USERPROFILE", "HOME" } : ["HOME"];
        var home = names.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? recorded;
        return IsAbsolute(home, isWindows) ? home : null;
    }

    /// <summary>Whether a path is absolute, by the rules of the given system.</summary>
    public static bool IsAbsolute(string path, bool isWindows) => isWindows
        ? path is [_, ':', '\\' or '/', ..] or ['\\', '\\', ..]
        : path is ['/', ..];
}
