namespace ZenlayerZec.Shell;

/// <summary>What the command line asks for; with nothing, the demo.</summary>
/// <param name="Command">A script as text.</param>
/// <param name="File">A script's file.</param>
/// <param name="FileArguments">What the file is given.</param>
/// <param name="NonInteractive">Whether every question is an error.</param>
internal sealed record ShellOptions(string? Command, string? File, IReadOnlyList<string> FileArguments, bool NonInteractive)
{
    public const int UsageExitCode = 64;

    public const string Usage = """
        Usage: ZenlayerZec.Shell                          a demo against a simulated account
               ZenlayerZec.Shell -Command 'script'        runs a script, with the module imported
               ZenlayerZec.Shell -File script.ps1 [args]  runs a script's file; it ends at its first terminating error
        Before any of these, -NonInteractive makes every question an error.
        """;

    /// <summary>Reads the command line.</summary>
    /// <returns>Null where it makes no sense.</returns>
    public static ShellOptions? Parse(ReadOnlySpan<string> args) => args switch
    {
        [] => new ShellOptions(null, null, [], false),
        [var option, .. var others] when Is(option, "NonInteractive")
            => Parse(others) is { } options ? options with { NonInteractive = true } : null,
        [var option, var first, .. var words] when Is(option, "Command") || Is(option, "c")
            => new ShellOptions(string.Join(' ', [first, .. words]), null, [], false),
        [var option, var file, .. var arguments] when Is(option, "File") || Is(option, "f")
            => new ShellOptions(null, file, arguments.ToArray(), false),
        _ => null,
    };

    private static bool Is(string argument, string option)
        => argument.Equals($"-{option}", StringComparison.OrdinalIgnoreCase)
            || argument.Equals($"--{option}", StringComparison.OrdinalIgnoreCase);
}
