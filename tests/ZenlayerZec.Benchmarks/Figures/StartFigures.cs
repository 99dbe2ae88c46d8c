using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using ZenlayerZec.Benchmarks.Subjects;

namespace ZenlayerZec.Benchmarks.Figures;

/// <summary>What it takes until the module is there and has done a first thing; each run in a process of its own.</summary>
internal static class StartFigures
{
    public const string ImportArgument = "import";
    public const string FirstCallArgument = "first-call";

    public static async Task<IEnumerable<Figure>> TakeAsync()
    {
        using var server = new SimulatorProcess(10);
        var endpoint = server.Endpoint.GetLeftPart(UriPartial.Authority);
        var withViews = new List<double>();
        var (module, empty) = await Pairs.TakeAsync(
            async _ => (await Child.RunAsync(ImportArgument, Checkout.Manifest))[0],
            async _ =>
            {
                withViews.Add((await Child.RunAsync(ImportArgument, Checkout.ViewManifest))[0]);
                return (await Child.RunAsync(ImportArgument, Checkout.EmptyManifest))[0];
            });
        var calls = new List<double[]>();
        for (var run = 0; run < Pairs.Runs; run++)
        {
            calls.Add(await Child.RunAsync(FirstCallArgument, endpoint));
        }

        return
        [
            new("import", "a binary module with one empty cmdlet", "ms", module, empty, 1.5),
            new("import", "the same with one type and one view", "ms", module, withViews[1..], null),
            new("first call, with Connect-Zec", "the second call, and 120 ms", "ms", [.. calls.Select(call => call[0])], [.. calls.Select(call => call[1] + 120)], 1),
        ];
    }

    /// <summary>In the child: imports a module once and prints how many milliseconds it took.</summary>
    public static void Import(string manifest)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();

        // The engine itself is warm, as it is in a shell that a user works in.
        Time(runspace, "Get-Command Import-Module | Out-Null");
        Child.Print(Time(runspace, $"Import-Module '{manifest}'"));
    }

    /// <summary>In the child: connects and asks for one instance, and then once more, and prints both times.</summary>
    public static void FirstCall(string endpoint)
    {
        using var session = new ModuleSession(new Uri(endpoint), connects: false);
        Child.Print(1000 * session.Time($"{ModuleSession.ConnectScript}; Get-ZecInstance -First 1 | Out-Null"));
        Child.Print(1000 * session.Time("Get-ZecInstance -First 1 | Out-Null"));
    }

    private static double Time(Runspace runspace, string script)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script);
        var watch = Stopwatch.StartNew();
        shell.Invoke();
        var time = watch.Elapsed.TotalMilliseconds;
        return shell.HadErrors ? throw new InvalidOperationException($"{script}: {shell.Streams.Error.FirstOrDefault()}") : time;
    }
}
