namespace ZenlayerZec.Shell;

/// <summary>What the command line asks for; with nothing, the demo.</summary>
/// <param name="Command">A script as text.</param>
/// <param name="File">A script's file.</param>
/// <param name="FileArguments">What the file is given.</param>
internal sealed record ShellOptions(string? Command, string? File, IReadOnlyList<string> FileArguments)
{
    public const int UsageExitCode = 64;

    public const string Usage = """
        Usage: ZenlayerZec.Shell                          a demo against a simulated account
               ZenlayerZec.Shell -Command 'script'        runs a script, with the module imported
               ZenlayerZec.Shell -File script.ps1 [args]  runs a script's file
        """;

    /// <summary>Reads the command line.</summary>
    /// <returns>Null where it makes no sense.</returns>
    public static ShellOptions? Parse(string[] args) => args switch
    {
        [] => new ShellOptions(null, null, []),
        [var option, var command] when Is(option, "Command") || Is(option, "c") => new ShellOptions(command, null, []),
        [var option, var file, .. var arguments] when Is(option, "File") => new ShellOptions(null, file, arguments),
        _ => null,
    };

    private static bool Is(string argument, string option)
        => argument.Equals($"-{option}", StringComparison.OrdinalIgnoreCase) || argument.Equals($"--{option}", StringComparison.OrdinalIgnoreCase);
}
