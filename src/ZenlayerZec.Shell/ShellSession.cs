using System.Management.Automation;
using System.Management.Automation.Runspaces;
using ZenlayerZec.Shell.Terminal;

namespace ZenlayerZec.Shell;

/// <summary>A runspace with the built module in it, and a console around it.</summary>
internal sealed class ShellSession : IDisposable
{
    public const int FailedExitCode = 1;

    private const int InterruptedExitCode = 130;

    private readonly CancellationTokenSource _interrupted = new();
    private readonly Lock _gate = new();
    private readonly ShellHost _host;
    private readonly Runspace _runspace;
    private PowerShell? _running;

    public ShellSession(string manifest, bool nonInteractive)
    {
        _host = new ShellHost(new Screen(new Keyboard(nonInteractive, _interrupted.Token)));
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule(manifest);
        if (OperatingSystem.IsWindows())
        {
            // For this process only: what runs here was named on the command line.
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        _runspace.Open();
        Console.CancelKeyPress += OnCancel;
    }

    public Screen Screen => _host.Screen;

    /// <summary>Runs a script, as pwsh -Command does.</summary>
    /// <returns>What it said with <c>exit</c>; else 1 where it or its last statement failed, and 0 where not.</returns>
    public int RunCommand(string script)
    {
        var code = Run(CommandText.Keeping(script));
        return code != 0 || _host.ExitCode is not null || CommandText.Succeeded(_runspace) ? code : FailedExitCode;
    }

    /// <summary>Runs a script.</summary>
    /// <returns>
    /// 130 where Ctrl+C ended it; else what it said with <c>exit</c>; else 1 where a terminating error ended it, and 0 where not.
    /// </returns>
    public int Run(string script)
    {
        using var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);

        // Errors go where output goes, so that both come in the order in which they happened.
        shell.Commands.Commands[^1].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        SetRunning(shell);
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException) when (_interrupted.IsCancellationRequested)
        {
            // Whatever a stopped pipeline ends with, it was stopped.
        }
        catch (RuntimeException failure)
        {
            Report(failure);
            return _host.ExitCode ?? FailedExitCode;
        }
        finally
        {
            SetRunning(null);
            Screen.EndProgress();
        }

        return _interrupted.IsCancellationRequested ? InterruptedExitCode : _host.ExitCode ?? 0;
    }

    public void Dispose()
    {
        Console.CancelKeyPress -= OnCancel;
        _runspace.Dispose();
        _host.Dispose();
        _interrupted.Dispose();
    }

    private void Report(RuntimeException failure)
    {
        // Out-Default takes a record that is handed to it for output, and a record that is written again loses its position.
        using var shell = PowerShell.Create(_runspace);
        shell.AddCommand("Out-Default").AddParameter("InputObject", new ErrorRecord(failure.ErrorRecord, failure));
        Screen.WriteErrorLine(Screen.Capture(() => shell.Invoke()).TrimEnd());
    }

    private void SetRunning(PowerShell? shell)
    {
        lock (_gate)
        {
            _running = shell;
        }
    }

    private void OnCancel(object? sender, ConsoleCancelEventArgs e)
    {
        lock (_gate)
        {
            // The second one ends the process, for when the first does not help.
            e.Cancel = _running is not null && !_interrupted.IsCancellationRequested;
            if (e.Cancel)
            {
                _interrupted.Cancel();
                _running!.BeginStop(null, null);
            }
        }
    }
}
