using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Journal;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Client.Transport;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Completion;
using ZenlayerZec.Connection;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Bases;

/// <summary>What every cmdlet that talks to ZEC has: a connection, cancellation, and what it tells while it works.</summary>
public abstract class ZecCmdlet : ModuleCmdlet, IDisposable
{
    private const ActionPreference Quiet = ActionPreference.SilentlyContinue;

    /// <summary>The tag of what the module writes to the information stream.</summary>
    private const string InformationTag = "ZenlayerZec";

    private readonly PipelineThread _thread = new();
    private IReadOnlyList<ZecConnection>? _used;
    private Consent? _consent;
    private bool _yesToAll;
    private bool _noToAll;
    private bool? _isVerbose;
    private bool _isOddValueTold;

    /// <summary>
    /// <para type="description">The connection to use; by default the one of this runspace's Connect-Zec, else the environment's
    /// credentials, else the profile file's. Get- cmdlets take several, and list each account in turn.</para>
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public ZecConnection[]? Connection { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Connection is null)
        {
            // Before the first question, and also where nothing would be sent.
            _ = OrEnd(ZecProcess.Current.Runspace.Check);
        }
        else if (!TakesSeveralConnections)
        {
            _ = CurrentConnection;
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _thread.Stop();

    /// <summary>Lets go of what the cmdlet holds.</summary>
    /// <param name="disposing">True where called by Dispose.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _thread.Dispose();
        }
    }

    /// <summary>Whether the cmdlet can work with more than one connection at once.</summary>
    private protected virtual bool TakesSeveralConnections => false;

    /// <summary>The connections in use, each once: those of -Connection, else the runspace's own.</summary>
    private protected IReadOnlyList<ZecConnection> Connections
        => _used ??= Connection is { } given ? [.. given.Distinct()] : [OrEnd(() => ZecProcess.Current.Runspace.Use(WriteWarning))];

    /// <summary>The one connection in use. More than one ends the command: what has no account of its own would be looked for, or done, in both.</summary>
    private protected ZecConnection CurrentConnection
    {
        get
        {
            if (Connections.Count > 1)
            {
                ThrowTerminatingError(new ErrorRecord(
                    new ArgumentException(
                        $"{MyInvocation.InvocationName} takes one connection here, and -Connection names {string.Join(", ", Connections)}. Run it once for each of them."),
                    "SeveralConnections",
                    ErrorCategory.InvalidArgument,
                    Connections));
            }

            return Connections[0];
        }
    }

    /// <summary>The client of the one connection in use.</summary>
    private protected ZecClient Client => CurrentConnection.Client;

    /// <summary>Fires when the user stops the pipeline.</summary>
    private protected CancellationToken Token => _thread.Token;

    /// <summary>The connections in use, one after the other, for a cmdlet that lists each account in turn.</summary>
    private protected IEnumerable<ZecClient> Listed() => Listed([.. Connections.Select(connection => connection.Client)]);

    /// <summary>Some accounts, one after the other, so that messages name the one that is being listed.</summary>
    private protected IEnumerable<ZecClient> Listed(IReadOnlyCollection<ZecClient> clients)
    {
        foreach (var client in clients)
        {
            NowListed = clients.Count > 1 ? client.Options.Account : null;
            yield return client;
        }
    }

    /// <summary>The account that is being listed; null where there is only one.</summary>
    private protected string? NowListed { get; set; }

    /// <summary>The words <c> of account</c> for a message about the account that is being listed; empty where there is only one.</summary>
    private protected string OfListed => NowListed is null ? string.Empty : $" of {NowListed}";

    /// <summary>What this cmdlet's calls tell of themselves: a verbose line each, and on debug all but the secrets.</summary>
    private protected virtual ZecCallOptions Call() => new()
    {
        Trace = IsVerbose || IsShown("Debug") ? trace => _thread.Post(() => Tell(trace)) : null,
        TraceContent = IsShown("Debug"),
        Origin = ZecProcess.Current.Runspace.Origin ?? new JournalOrigin(
            MyInvocation.ScriptName is { Length: > 0 } script ? script : null,
            MyInvocation.ScriptLineNumber is > 0 and var line ? line : null),
    };

    /// <summary>
    /// Says that the journal is no longer written, where nobody has been told yet. For the end of a cmdlet that changes something: a warning
    /// can end a script, and must keep nothing from being sent or told.
    /// </summary>
    private protected void WarnOfJournal()
    {
        if (ZecProcess.Current.Journal.TakeWarning() is { } warning)
        {
            WriteWarning(warning);
        }
    }

    /// <summary>
    /// The calls of a cmdlet that emits what it reads. A value that cannot be read is a warning, one for the command; each is a verbose line.
    /// </summary>
    private protected ZecCallOptions ReadingCall()
    {
        var call = Call();
        call.OddValue = value => _thread.Post(() => Tell(value));
        return call;
    }

    /// <summary>Waits for asynchronous work while saying what it posts.</summary>
    /// <exception cref="PipelineStoppedException">The user stopped it.</exception>
    private protected T Wait<T>(Func<CancellationToken, Task<T>> work)
    {
        try
        {
            return _thread.Wait(work);
        }
        catch (OperationCanceledException) when (Stopping)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>
    /// Whether this call asks for confirmation as a cmdlet with a ConfirmImpact of High does, though the attribute says less: PowerShell
    /// knows one impact for a cmdlet, whatever its switches.
    /// </summary>
    private protected virtual bool AsksAsHigh => false;

    /// <summary>
    /// Whether the user confirmed an operation. -Force confirms it, except under -WhatIf and beside -Confirm.
    /// </summary>
    /// <param name="target">The target; computed only where it is shown.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="isForced">Whether -Force was given.</param>
    private protected bool IsConfirmed(Func<string> target, string operation, bool isForced) => IsConfirmed(target, () => operation, isForced);

    /// <summary>Whether nobody is asked about anything, and nothing is said of it either, so that no words need to be found for it.</summary>
    /// <param name="isForced">Whether -Force was given.</param>
    private protected bool IsUnasked(bool isForced) => (_consent ??= ConsentFor(isForced)) == Consent.Given && !IsVerbose;

    /// <summary>
    /// Whether the user confirmed an operation. -Force confirms it, except under -WhatIf and beside -Confirm.
    /// </summary>
    /// <param name="target">The target; computed only where it is shown.</param>
    /// <param name="operation">The operation; computed only where it is shown.</param>
    /// <param name="isForced">Whether -Force was given.</param>
    private protected bool IsConfirmed(Func<string> target, Func<string> operation, bool isForced)
    {
        // As PowerShell itself does, it decides once, not anew for each of ten thousand things.
        _consent ??= ConsentFor(isForced);
        switch (_consent)
        {
            case Consent.Given:
                if (IsVerbose)
                {
                    WriteVerbose($"{operation()}: {target()}");
                }

                return true;
            case Consent.AskAsHigh:
                return ShouldContinue(
                    $"Are you sure you want to perform this action?\nPerforming the operation \"{operation()}\" on target \"{target()}\".",
                    "Confirm",
                    ref _yesToAll,
                    ref _noToAll);
            default:
                return ShouldProcess(target(), operation());
        }
    }

    /// <summary>
    /// ShouldProcess answers -WhatIf and -Confirm, and asks by itself where $ConfirmPreference is Medium or lower. Where it is High, only
    /// a call that asks as High is left to ask about.
    /// </summary>
    private Consent ConsentFor(bool isForced)
    {
        if (IsWhatIf || IsTold("Confirm"))
        {
            return Consent.ShouldProcess;
        }

        if (isForced)
        {
            return Consent.Given;
        }

        var isDeclined = MyInvocation.BoundParameters.ContainsKey("Confirm");
        return AsksAsHigh && !isDeclined && Preference("ConfirmPreference", ConfirmImpact.High) == ConfirmImpact.High ? Consent.AskAsHigh : Consent.ShouldProcess;
    }

    /// <summary>
    /// Whether verbose lines are wanted. Where only -Debug is given, PowerShell would stop and ask at each of them; and they are not even
    /// made for ten thousand instances where nobody reads them.
    /// </summary>
    private protected bool IsVerbose => _isVerbose ??= IsShown("Verbose");

    /// <summary>Whether the user only wants to see what would be done.</summary>
    private protected bool IsWhatIf => IsTold("WhatIf", "WhatIfPreference");

    private bool IsTold(string parameter, string? preference = null) => MyInvocation.BoundParameters.TryGetValue(parameter, out var bound)
        ? LanguagePrimitives.IsTrue(bound)
        : preference is not null && LanguagePrimitives.IsTrue(GetVariableValue(preference));

    /// <summary>Waits for things, and writes an error for each that did not arrive.</summary>
    /// <param name="waiter">Waits for them.</param>
    /// <param name="reached">Told of those that are there, as they arrive.</param>
    private protected void WaitFor(StateWaiter waiter, Action<IReadOnlyList<Arrival>> reached)
    {
        waiter.Progress = look =>
        {
            var progress = StateWaits.Progress(look);
            Post(() => WriteProgress(progress));
        };
        try
        {
            while (Wait(waiter.NextAsync) is { } arrivals)
            {
                reached([.. arrivals.Where(arrival => arrival.Outcome == WaitOutcome.Reached)]);
                foreach (var arrival in arrivals.Where(arrival => arrival.Outcome != WaitOutcome.Reached))
                {
                    WriteError(StateWaits.Error(arrival, waiter.Goal));
                }
            }
        }
        catch (ZecException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null, $"The wait until {waiter.Goal} has ended:", waiter.Goal.Kind));
        }
    }

    /// <summary>Waits for things, and emits each as it arrives; writes an error for each that does not.</summary>
    /// <param name="waiter">Waits for them.</param>
    private protected void EmitArriving(StateWaiter waiter)
    {
        var call = Call();
        WaitFor(waiter, arrivals =>
        {
            var there = arrivals.Where(arrival => arrival.Status is not null).Select(arrival => arrival.ArrivedId).ToArray();
            var found = Wait(cancellation => waiter.Goal.Kind.List.FindAsync(waiter.Client, call, there, cancellation));
            foreach (var id in there.Where(found.ContainsKey))
            {
                WriteObject(found[id]);
            }
        });
    }

    /// <summary>Says something to the person at the console, as Write-Host does.</summary>
    private protected void Say(string line) => WriteInformation(new HostInformationMessage { Message = line }, ["PSHOST"]);

    /// <summary>Says how a run ended: on the information stream, which is shown only to who asks for it.</summary>
    private protected void WriteEnd(string line) => WriteInformation(line, [InformationTag]);

    /// <summary>Writes the error of a failure; one that every further request would meet, too, ends the command.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="error">What is said of it.</param>
    private protected void WriteOrEnd(ZecException failure, ErrorRecord error)
    {
        if (failure.FailsEveryRequest)
        {
            ThrowTerminatingError(error);
        }

        WriteError(error);
    }

    /// <summary>Has something said on the pipeline's thread; from any thread.</summary>
    private protected void Post(Action say) => _thread.Post(say);

    /// <summary>Whether an error that is written may end the command there: the user said so, or is asked.</summary>
    private protected bool MayStopAtError => (MyInvocation.BoundParameters.TryGetValue("ErrorAction", out var action)
        ? LanguagePrimitives.ConvertTo<ActionPreference>(action)
        : Preference("ErrorActionPreference", ActionPreference.Continue)) is ActionPreference.Stop or ActionPreference.Inquire;

    /// <summary>A preference variable. Set in a script, it is whatever the script wrote: mostly a string.</summary>
    private T Preference<T>(string variable, T otherwise)
        => LanguagePrimitives.TryConvertTo<T>(GetVariableValue(variable), out var preference) ? preference : otherwise;

    private T OrEnd<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ZecException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null));
            throw;
        }
    }

    /// <summary>Whether the lines of a stream are wanted, by its parameter or else by its preference variable.</summary>
    /// <param name="stream">Verbose or Debug.</param>
    private bool IsShown(string stream) => MyInvocation.BoundParameters.TryGetValue(stream, out var bound)
        ? LanguagePrimitives.IsTrue(bound)
        : Preference($"{stream}Preference", Quiet) is not (Quiet or ActionPreference.Ignore);

    private void Tell(ZecOddValue value)
    {
        var text = VisibleText.Of(value.ItemId.Length == 0
            ? $"The service gave an item without {value.Field}. It is left out."
            : $"The service gave a value for {value.Field} of {value.ItemId} that cannot be read. It counts as unknown.");
        if (!_isOddValueTold)
        {
            _isOddValueTold = true;
            WriteWarning($"{text} If there are more such values, -Verbose lists them.");
        }
        else if (IsVerbose)
        {
            WriteVerbose(text);
        }
    }

    private void Tell(ZecRequestTrace trace)
    {
        if (IsVerbose)
        {
            WriteVerbose(trace.ToString());
        }

        if (trace.Content is { } content)
        {
            WriteDebug(string.Join("\n", content.Split('\n').Select(line => VisibleText.Of(line.TrimEnd('\r')))));
        }
    }

    /// <summary>Who answers whether an operation may be done.</summary>
    private enum Consent
    {
        /// <summary>PowerShell, which asks where it has to.</summary>
        ShouldProcess,

        /// <summary>The user, asked by this class.</summary>
        AskAsHigh,

        /// <summary>The user did, by -Force.</summary>
        Given,
    }
}
