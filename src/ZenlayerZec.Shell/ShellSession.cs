using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Reflection;
using ZenlayerZec.Shell.Terminal;

namespace ZenlayerZec.Shell;

/// <summary>A runspace with the built module in it, and a console around it.</summary>
internal sealed class ShellSession : IDisposable
{
    private const int Failed = 1;
    private const int Interrupted = 130;
    private const string SucceededVariable = "ZenlayerZecShellSucceeded";

    private readonly ShellHost _host = new();
    private readonly Runspace _runspace;
    private PowerShell? _running;
    private bool _interrupted;

    public ShellSession()
    {
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule(Manifest());
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

    /// <summary>Runs a script.</summary>
    /// <returns>What it said with <c>exit</c>; else 1 where it or its last statement failed, and 0 where not.</returns>
    public int Run(string script)
    {
        // What follows the script in the pipeline succeeds, so $? has to be kept before.
        var code = Execute($"{script}\n$global:{SucceededVariable} = $?");
        return code != 0 || _host.ExitCode is not null || _runspace.SessionStateProxy.GetVariable(SucceededVariable) is true ? code : Failed;
    }

    /// <summary>Runs a script's file, with arguments as they would be typed. It ends at the first terminating error.</summary>
    public int RunFile(string file, IReadOnlyList<string> arguments)
    {
        var typed = arguments.Select(argument => argument.StartsWith('-') && argument.Length > 1 && char.IsLetter(argument[1]) ? argument : Quoted(argument));
        return Run($"try {{ & {string.Join(' ', [Quoted(Path.GetFullPath(file)), .. typed])} }} catch {{ throw }}");
    }

    /// <summary>Types the demo's statements at a prompt, one after the other.</summary>
    public int RunDemo()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Demo.ps1")!;
        var text = new StreamReader(stream).ReadToEnd();
        var written = 0;
        foreach (var statement in Parser.ParseInput(text, out _, out _).EndBlock.Statements)
        {
            foreach (var line in text[written..statement.Extent.EndOffset].Trim().Split('\n'))
            {
                _host.Screen.WritePrompt(line.TrimEnd());
            }

            written = statement.Extent.EndOffset;

            // An error of the demo is part of it; only one that ends a statement ends the demo.
            if (Execute(statement.Extent.Text) is var code and not 0)
            {
                return code;
            }
        }

        return 0;
    }

    public void Dispose()
    {
        Console.CancelKeyPress -= OnCancel;
        _runspace.Dispose();
    }

    private static string Manifest()
    {
        const string Name = "ZenlayerZec.psd1";
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Name)))
            {
                return Path.Combine(folder.FullName, Name);
            }
        }

        throw new FileNotFoundException($"No folder above {AppContext.BaseDirectory} has a {Name}: run the shell from a checkout, after dotnet build.");
    }

    private static string Quoted(string argument) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(argument)}'";

    private int Execute(string script)
    {
        using var shell = _running = PowerShell.Create(_runspace);
        shell.AddScript(script);

        // Errors go where output goes, so that both come in the order in which they happened.
        shell.Commands.Commands[^1].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        try
        {
            shell.Invoke();
        }
        catch (PipelineStoppedException) when (_interrupted)
        {
            return Interrupted;
        }
        catch (RuntimeException failure)
        {
            Report(failure);
            return _host.ExitCode ?? Failed;
        }
        finally
        {
            _running = null;
            _host.Screen.EndProgress();
        }

        return _interrupted ? Interrupted : _host.ExitCode ?? 0;
    }

    private void Report(RuntimeException failure)
    {
        using var shell = PowerShell.Create(_runspace);
        shell.AddCommand("Out-Default").AddParameter("InputObject", failure.ErrorRecord);
        shell.Invoke();
    }

    private void OnCancel(object? sender, ConsoleCancelEventArgs e)
    {
        // The second one ends the process, for when the first does not help.
        e.Cancel = !_interrupted && _running is not null;
        _interrupted = true;
        _running?.BeginStop(null, null);
    }
}
