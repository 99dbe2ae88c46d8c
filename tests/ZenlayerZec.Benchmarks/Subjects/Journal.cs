namespace ZenlayerZec.Benchmarks.Subjects;

/// <summary>The journal of changes, which every figure is taken with, as a user has it: in a folder of its own.</summary>
internal static class Journal
{
    public const string Off = "off";

    /// <summary>Moves it out of the developer's own, for this process and those that it starts.</summary>
    public static string Move()
    {
        var folder = Directory.CreateTempSubdirectory("zec-journal").FullName;
        Environment.SetEnvironmentVariable(OperatingSystem.IsWindows() ? "LOCALAPPDATA" : "XDG_STATE_HOME", folder);
        return folder;
    }

    public static void Set(string value) => Environment.SetEnvironmentVariable("ZENLAYERZEC_JOURNAL", value);
}
