using System.Diagnostics;

namespace ZenlayerZec.Tests.Engine;

/// <summary>
/// The PowerShell that .config/dotnet-tools.json names, in a process of its own, where nothing but the module's own loader finds the module's
/// libraries. It asks nobody, reads no profile script, and knows no credentials and no service but for the variables given.
/// </summary>
internal static class PowerShellProcess
{
    private static readonly string[] Unattended = ["-NoLogo", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass"];

    /// <summary>Far more than any of them takes: one that hangs is killed, so that its test fails and the rest goes on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(12);

    /// <summary>Asked for once: dotnet tool run costs each start another process, and finds nothing where a test sets another home.</summary>
    private static readonly Lazy<Task<string>> Library = new(FindAsync);

    /// <summary>Runs a script with the built module imported.</summary>
    public static Task<PowerShellEnd> RunAsync(string script) => RunAsync([], script);

    /// <summary>Runs a script with the module imported.</summary>
    /// <param name="environment">Variables to set.</param>
    /// <param name="script">The script; the exit code is 1 where its last statement fails.</param>
    /// <param name="manifest">Whose module; null means the built one.</param>
    public static Task<PowerShellEnd> RunAsync(Dictionary<string, string> environment, string script, string? manifest = null)
        => StartAsync(environment, "-Command", $"Import-Module '{manifest ?? Repository.Manifest}'\n{script}");

    /// <summary>Runs a script file.</summary>
    /// <param name="environment">Variables to set.</param>
    /// <param name="file">Its path from the root of the checkout.</param>
    /// <param name="arguments">What follows it.</param>
    public static Task<PowerShellEnd> RunFileAsync(Dictionary<string, string> environment, string file, params string[] arguments)
        => StartAsync(environment, ["-File", Path.Combine(Repository.Root, file), .. arguments]);

    private static async Task<PowerShellEnd> StartAsync(Dictionary<string, string> environment, params string[] arguments)
        => await EndOfAsync(environment, [await Library.Value, .. Unattended, .. arguments]);

    private static async Task<string> FindAsync()
    {
        var restored = await EndOfAsync([], ["tool", "restore"]);
        var found = restored.ExitCode == 0
            ? await EndOfAsync([], ["tool", "run", "pwsh", .. Unattended, "-Command", "Join-Path $PSHOME pwsh.dll"])
            : restored;
        return found.ExitCode == 0
            ? found.Output.Trim()
            : throw new InvalidOperationException(
                "PowerShell, which .config/dotnet-tools.json names, is not there. 'dotnet tool restore' in the root of the checkout gets it from "
                + $"NuGet; it said: {found.Output}{found.Error}");
    }

    private static async Task<PowerShellEnd> EndOfAsync(Dictionary<string, string> environment, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        DeadEndpoint.SetFor(start.Environment);
        start.Environment["NO_COLOR"] = "1";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var kill = end.Token.Register(() => process.Kill(entireProcessTree: true));
        end.CancelAfter(Patience);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new PowerShellEnd(process.ExitCode, await output, await error);
    }
}
