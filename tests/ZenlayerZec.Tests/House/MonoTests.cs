using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ZenlayerZec.Simulator;
using ZenlayerZec.SimulatorServer;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.House;

/// <summary>
/// The build for Windows PowerShell on Mono, whose loader and HttpClient are far closer to .NET Framework's than .NET's are. The
/// module's loader runs with PowerShell's reference assembly in the engine's place.
/// </summary>
public class MonoTests
{
    [Fact]
    public async Task The_module_loads_lists_releases_settles_a_lost_answer_and_gives_up_one_that_stalls()
    {
        var mono = Find();
        Assert.SkipWhen(mono is null, "Mono is not installed, or lacks netstandard.dll: the package mono-devel has both.");

        var account = new SimulatorOptions { ReleaseTime = TimeSpan.Zero };
        var simulator = new ZecSimulator(account);
        var expected = new ConcurrentBag<string?>();
        simulator.FaultFor = request =>
        {
            expected.Add(request.Header("Expect"));
            return request.Action == "ReleaseInstances" && !simulator.Calls.Any(call => call.Fault?.CarriesOut == true)
                ? SimulatedFault.Drop(carriesOut: true)
                : null;
        };
        await using var server = await SimulatorHost.StartAsync(simulator);
        using var stalling = new TcpListener(IPAddress.Loopback, 0);
        stalling.Start();
        var stall = StallAsync(stalling);

        var output = await RunAsync(
            mono!, Repository.ModuleFolder, account.AccessKeyId, account.AccessKeySecret, server.Endpoint.AbsoluteUri, $"http://{stalling.LocalEndpoint}");

        Assert.Equal(
            ["250 listed by desktop", "150 released", "RequestTimedOut True", "ConnectionFailed False"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Equal(100, simulator.Instances.Count);
        Assert.Equal(2, simulator.Calls.Count(call => call.Action == "ReleaseInstances"));
        Assert.All(expected, Assert.Null);
        stalling.Stop();
        await Record.ExceptionAsync(() => stall);
    }

    /// <summary>Answers with headers and a part of a body, and then nothing.</summary>
    private static async Task StallAsync(TcpListener listener)
    {
        using var socket = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await socket.GetStream().WriteAsync(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"requestId\":"u8.ToArray(),
            TestContext.Current.CancellationToken);
        await socket.GetStream().CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
    }

    private static async Task<string> RunAsync(string mono, params string[] arguments)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Path.Combine(
            Repository.Root, "artifacts", "bin", "ZenlayerZec.DesktopProgram", configuration, "ZenlayerZec.DesktopProgram.dll");
        var start = new ProcessStartInfo(mono, [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        DeadEndpoint.SetFor(start.Environment);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(string.Empty, await error);
        return await output;
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Where(folder => folder.Length > 0)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "mono.exe" : "mono"))
        .FirstOrDefault(mono => File.Exists(mono)
            && File.Exists(Path.Combine(Path.GetDirectoryName(mono)!, "..", "lib", "mono", "4.5", "Facades", "netstandard.dll")));
}
