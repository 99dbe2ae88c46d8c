using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace ZenlayerZec.Benchmarks.Subjects;

/// <summary>PowerShell's engine with the module as a user has it.</summary>
internal sealed class ModuleSession : IDisposable
{
    public const string ConnectScript
        = $"Connect-Zec -Endpoint $endpoint -AccessKeyId {SimulatorProcess.AccessKeyId} -AccessKeySecret $secret";

    private readonly Runspace _runspace;

    public ModuleSession(Uri endpoint, bool connects = true)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(Checkout.Manifest);
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
        this["endpoint"] = endpoint.GetLeftPart(UriPartial.Authority);
        this["secret"] = Secret();
        if (connects)
        {
            Connect();
        }
    }

    public object? this[string variable]
    {
        get => _runspace.SessionStateProxy.GetVariable(variable);
        set => _runspace.SessionStateProxy.SetVariable(variable, value);
    }

    /// <summary>Opens a connection anew: what the last one learned is forgotten.</summary>
    public void Connect() => Run(ConnectScript);

    /// <summary>Runs a script that must not fail.</summary>
    public Collection<PSObject> Run(string script)
    {
        using var shell = PowerShell.Create(_runspace);
        var output = shell.AddScript(script).Invoke();
        return shell.HadErrors
            ? throw new InvalidOperationException($"{script}: {shell.Streams.Error.FirstOrDefault()}")
            : output;
    }

    /// <summary>How many seconds a script takes, from the first command to the last object.</summary>
    public double Time(string script)
    {
        var watch = Stopwatch.StartNew();
        Run(script);
        return watch.Elapsed.TotalSeconds;
    }

    public void Dispose() => _runspace.Dispose();

    private static System.Security.SecureString Secret()
    {
        var secret = new System.Security.SecureString();
        foreach (var character in SimulatorProcess.AccessKeySecret)
        {
            secret.AppendChar(character);
        }

        return secret;
    }
}
