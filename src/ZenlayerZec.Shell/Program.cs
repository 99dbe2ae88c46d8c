using ZenlayerZec.Shell;

if (ShellOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(ShellOptions.Usage);
    return ShellOptions.UsageExitCode;
}

// Beside a script on the error stream, so that the script's output stays clean.
var isDemo = options is { Command: null, File: null };
await (isDemo ? Console.Out : Console.Error).WriteLineAsync(
    "ZenlayerZec shell: the PowerShell engine with its core commands only (no Format-Table, Select-Object, ...). This is not pwsh.");

using var session = new ShellSession();
return options.Command switch
{
    { } command => session.Run(command),
    null when options.File is { } file => session.RunFile(file, options.FileArguments),
    _ => session.RunDemo(),
};
