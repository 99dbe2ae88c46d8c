using System.Management.Automation;
using ZenlayerZec.Shell;

if (ShellOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(ShellOptions.Usage);
    return ShellOptions.UsageExitCode;
}

// Beside a script on the error stream, so that the output stays the script's.
(options is { Command: null, File: null } ? Console.Out : Console.Error).WriteLine(
    "ZenlayerZec shell: the PowerShell engine with its core commands only (no Format-Table, Select-Object, ...). "
    + "This is not pwsh.");

if (options.File is { } path && !ScriptFile.IsScript(path))
{
    Console.Error.WriteLine($"'{path}' is not the name of a script file: it has to exist and to end in .ps1.");
    return ShellOptions.UsageExitCode;
}

try
{
    using var session = new ShellSession(ModuleManifest.Find(), options.NonInteractive);
    return options switch
    {
        { Command: { } command } => session.RunCommand(command),
        { File: { } file } => session.Run(ScriptFile.Invocation(file, options.FileArguments)),
        _ => Demo.Run(session),
    };
}
catch (FileNotFoundException missing)
{
    Console.Error.WriteLine(missing.Message);
    return ShellSession.FailedExitCode;
}
catch (RuntimeException failure)
{
    // What a script fails with has been reported by then.
    Console.Error.WriteLine(
        $"The module cannot be imported. Run dotnet build in the checkout's root, then try again. {failure.Message}");
    return ShellSession.FailedExitCode;
}
