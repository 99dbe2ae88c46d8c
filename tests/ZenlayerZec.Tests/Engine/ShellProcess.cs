using System.Diagnostics;

namespace ZenlayerZec.Tests.Engine;

/// <summary>The shell in a process of its own, where nothing but the module's own loader finds the module's libraries.</summary>
internal static class ShellProcess
{
    /// <summary>Where the build put it.</summary>
    public static string Folder { get; } = Path.Combine(
        Repository.Root, "artifacts", "bin", "ZenlayerZec.Shell", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)));

    public static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string>(), arguments);

    /// <summary>Runs it in an environment that knows no credentials and no service, but for the variables given.</summary>
    public static Task<(int ExitCode, string Output, string Error)> RunAsync(Dictionary<string, string> environment, params string[] arguments)
        => RunAsync(Folder, environment, arguments);

    /// <summary>Runs a copy of it, with the module whose manifest lies above that.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string folder, Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "ZenlayerZec.Shell.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        DeadEndpoint.SetFor(start.Environment);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
