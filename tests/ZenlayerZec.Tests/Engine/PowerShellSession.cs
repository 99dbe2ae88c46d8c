using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace ZenlayerZec.Tests.Engine;

/// <summary>
/// A runspace of the real engine, with the built module imported by its manifest, seen as a user at a console sees it. To the module it is
/// a process of its own, unless it is made beside another session.
/// </summary>
internal sealed class PowerShellSession : IDisposable
{
    private readonly Runspace _runspace;
    private readonly ModuleProcess _process;

    /// <param name="beside">A session in the same process; null for a process of its own.</param>
    /// <param name="journal">The folder of the journal of a process of its own; null means that it keeps none.</param>
    public PowerShellSession(PowerShellSession? beside = null, string? journal = null)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        state.ImportPSModule(Repository.Manifest);
        state.Commands.Add(new SessionStateCmdletEntry("Watch-Stop", typeof(WatchStopCommand), null));
        _runspace = RunspaceFactory.CreateRunspace(Host, state);
        _runspace.Open();
        _process = beside?._process ?? new ModuleProcess(journal);
    }

    /// <summary>The console: what it shows, and what is answered at its prompts.</summary>
    public RecordingHost Host { get; } = new();

    /// <summary>A variable of the session, such as one that a script set.</summary>
    public object? this[string variable]
    {
        get => _runspace.SessionStateProxy.GetVariable(variable);
        set => _runspace.SessionStateProxy.SetVariable(variable, value);
    }

    /// <summary>Runs a script to its end.</summary>
    public PowerShellRun Run(string script)
    {
        _process.Enter();
        using var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        var output = new Collection<PSObject>();
        ErrorRecord? terminating = null;
        try
        {
            shell.Invoke(null, output);
        }
        catch (RuntimeException e)
        {
            terminating = e.ErrorRecord;
        }

        return new PowerShellRun(shell, output, terminating);
    }

    /// <summary>Runs a script that must not fail, to set up a test.</summary>
    public PowerShellRun Must(string script)
    {
        var run = Run(script);
        Assert.Null(run.Terminating);
        Assert.Empty(run.Errors);
        return run;
    }

    /// <summary>Runs a script and stops it, as Ctrl+C does, once something has happened.</summary>
    /// <param name="script">The script.</param>
    /// <param name="happened">When to stop it.</param>
    /// <returns>Ends with the script.</returns>
    public async Task RunAndStopAsync(string script, Task happened)
    {
        _process.Enter();
        using var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        var running = Task.Run(
            () =>
            {
                try
                {
                    shell.Invoke();
                }
                catch (PipelineStoppedException)
                {
                    // Or it ends without a word; a stopped pipeline may do either.
                }
            },
            TestContext.Current.CancellationToken);
        if (await Task.WhenAny(happened, running) == running)
        {
            await running;
            Assert.Fail($"The script ended before what it was to be stopped at: {string.Join('\n', shell.Streams.Error)}");
        }

        await happened;
        await Task.Run(shell.Stop, TestContext.Current.CancellationToken);
        await running;
    }

    public void Dispose() => _runspace.Dispose();
}
