using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Connection;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// The base of every cmdlet that is given things. What says which account it is of, goes to that account: the same ID in another one
/// would be another thing, or taken for one that is gone.
/// </summary>
public abstract class ThingCmdlet : ZecCmdlet
{
    /// <summary>The parameter set of things by ID.</summary>
    protected const string IdSet = "Id";

    /// <summary>The parameter set of things as objects.</summary>
    protected const string ObjectSet = "Object";

    /// <summary>The parameter set of the things of results.</summary>
    protected const string OperationSet = "Operation";

    /// <summary>Parameters that contradict each other.</summary>
    private protected virtual (string One, string Other)[] ExcludedParameters => [];

    /// <summary>Parameters of which at least one has to be given; none where the parameter sets say it all.</summary>
    private protected virtual string[] NeededParameters => [];

    /// <summary>A parameter that each piped object says for itself, and the one for the IDs of what it is said of; null where there is none.</summary>
    private protected virtual (string Value, string Ids)? PipedValue => null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        CheckPiped();
        if (NeededParameters.Length > 0 && !NeededParameters.Any(MyInvocation.BoundParameters.ContainsKey))
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException($"Nothing was asked for. Give at least one of {string.Join(", ", NeededParameters.Select(name => $"-{name}"))}."),
                "ParameterMissing",
                ErrorCategory.InvalidArgument,
                null));
        }

        foreach (var (one, other) in ExcludedParameters
            .Where(pair => MyInvocation.BoundParameters.ContainsKey(pair.One) && MyInvocation.BoundParameters.ContainsKey(pair.Other)))
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException($"Nothing was sent. -{one} and -{other} cannot be combined."), "ParametersExclusive", ErrorCategory.InvalidArgument, null));
        }
    }

    /// <summary>
    /// Refuses things of the command line that would get the values of the objects that are piped: in <c>$a | Set-ZecEip b</c>, b is an ID, which would get
    /// the name of $a.
    /// </summary>
    private void CheckPiped()
    {
        var given = MyInvocation.BoundParameters;
        if (MyInvocation.ExpectingInput
            && PipedValue is var (value, ids)
            && !given.ContainsKey(value)
            && (given.ContainsKey(ids) || given.ContainsKey("InputObject")))
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException($"Nothing was sent. -{(given.ContainsKey(ids) ? ids : "InputObject")} is on the command line, and -{value} would be that of the objects "
                    + $"in the pipeline, which may be others. To change what is piped, write -{value} before its new value."),
                "ParametersExclusive",
                ErrorCategory.InvalidArgument,
                null));
        }
    }

    /// <summary>
    /// The connection for a thing: an object goes back to the account that it was read from; a row that names its account goes only there.
    /// </summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="thing">The thing; null for an ID that was given as text.</param>
    /// <returns>The connection; null where the account is not the one that is asked for, which is an error.</returns>
    private protected ZecClient? ClientOf(ResourceKind kind, ZecObject? thing)
        => Known(thing?.Reading?.Client, thing?.Account) ?? Refused(kind.DisplayName(thing!), thing!.Account!, kind.IdOf(thing));

    /// <summary>The connection for an object of any kind.</summary>
    /// <param name="one">The object.</param>
    private protected ZecClient? ClientOf(ZecObject one) => Known(one.Reading?.Client, one.Account) ?? Refused(one.ToString()!, one.Account!, one);

    /// <summary>
    /// Whether an operation is of things of a kind. One of another kind is refused, since its IDs are those of other things; of which kind an
    /// operation is that names no known action, nobody knows.
    /// </summary>
    /// <param name="kind">The kind.</param>
    /// <param name="operation">The operation.</param>
    private protected bool IsOf(ResourceKind kind, ZecOperation operation)
    {
        if (AllKinds.OfAction(operation.Action) is not { } other || other == kind)
        {
            return true;
        }

        var message = VisibleText.Of($"The result of {operation.Action} is about {other.Plural}, not about {kind.Plural}. Pipe it to a cmdlet for {other.Plural}, such as {other.GetCmdlet}.");
        WriteError(new ErrorRecord(new InvalidOperationException(message), "OtherKind", ErrorCategory.InvalidArgument, operation));
        return false;
    }

    /// <summary>The connection for the things of an operation, by the same rules.</summary>
    /// <param name="operation">The operation.</param>
    private protected ZecClient? ClientOf(ZecOperation operation)
        => ClientOf(operation.Client, operation.Account, $"The result of {operation.Action}", operation.Ids);

    /// <summary>The connection for something that may know its own.</summary>
    /// <param name="own">The connection that it came by; null where it came from a file, another process or nowhere.</param>
    /// <param name="account">The account that it names; null where it names none.</param>
    /// <param name="name">What it is called in an error.</param>
    /// <param name="target">What the error is about.</param>
    private protected ZecClient? ClientOf(ZecClient? own, string? account, string name, object? target) => Known(own, account) ?? Refused(name, account!, target);

    /// <summary>The clients of the connections that were chosen: by -Connection, or by this runspace's Connect-Zec; none where none was.</summary>
    private protected IReadOnlyList<ZecClient> Chosen => Connection is not null
        ? [.. Connections.Select(connection => connection.Client)]
        : Connected is { } connected ? [connected] : [];

    /// <summary>The client of this runspace's Connect-Zec; null where there was none.</summary>
    private static ZecClient? Connected => ZecProcess.Current.Runspace.Connected?.Client;

    /// <summary>The same, where it is the one that is asked for.</summary>
    /// <param name="own">The connection that it came by; null where it came from a file, another process or nowhere.</param>
    /// <param name="account">The account that it names; null where it names none.</param>
    /// <returns>The connection; null where the account is not the one that is asked for.</returns>
    private ZecClient? Known(ZecClient? own, string? account)
    {
        // Asked of each of many things: most come from the connection that is in use.
        if (Connection is null && own is not null)
        {
            if (Connected is not { } connected || connected.Options.Account != own.Options.Account)
            {
                return own;
            }

            if (account is null || account == connected.Options.Account)
            {
                return connected;
            }
        }

        var chosen = Chosen;
        return own is not null && chosen.Count == 0 ? own : Of(account, chosen.Count > 0 ? chosen : [Client]);
    }

    private static ZecClient? Of(string? account, IReadOnlyList<ZecClient> chosen)
        => account is null ? chosen[0] : chosen.FirstOrDefault(client => client.Options.Account == account);

    /// <summary>Says that something is of another account than the one that is asked for.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="account">Its account.</param>
    /// <param name="target">What the error is about.</param>
    private ZecClient? Refused(string name, string account, object? target)
    {
        var message = VisibleText.Of(
            $"{name} belongs to the account {account}, but the connection is to {string.Join(", ", Connections.Select(connection => connection.Client.Options.Account))}. Nothing was sent for it.");
        WriteError(new ErrorRecord(new InvalidOperationException(message), "OtherAccount", ErrorCategory.InvalidArgument, target)
        {
            ErrorDetails = new ErrorDetails(message) { RecommendedAction = "Connect to that account, or name its connection with -Connection." },
        });
        return null;
    }
}
