using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Completion;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// The base of the cmdlets that wait until things are in a state or gone. The parameters with the noun's names, types and states are declared by
/// each cmdlet.
/// </summary>
public abstract class WaitCmdlet : ThingCmdlet
{
    private readonly List<string> _ids = [];
    private bool _areAllOrdered = true;
    private bool _isRoundTrip;
    private ZecClient? _client;
    private WaitGoal? _goal;

    /// <summary><para type="description">Results of the cmdlets that change things of this kind, or operations of Get-ZecOperation. The cmdlet waits
    /// for what succeeded or is unknown.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = OperationSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [OperationObject]
    public ZecOperation[] Operation { get; set; } = [];

    /// <summary><para type="description">The maximum time to wait, in seconds.</para></summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = StateWaits.DefaultTimeoutSec;

    /// <summary>What is waited for.</summary>
    private protected abstract ResourceKind Kind { get; }

    /// <summary>What the parameter for IDs has.</summary>
    private protected abstract string[] Ids { get; }

    /// <summary>What the parameter for objects has.</summary>
    private protected abstract ZecObject[] Things { get; }

    /// <summary>The states to wait for; null where the results say it.</summary>
    private protected abstract string[]? States { get; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case OperationSet:
                foreach (var operation in Operation.Where(operation => IsOf(Kind, operation)))
                {
                    Take(operation);
                }

                break;
            case ObjectSet:
                _areAllOrdered = false;
                foreach (var thing in Things)
                {
                    Take([Kind.IdOf(thing)], ClientOf(Kind, thing), After(action: null));
                }

                break;
            default:
                _areAllOrdered = false;
                Take(Ids, Client, After(action: null));
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_client is not null)
        {
            EmitArriving(new StateWaiter(_client, _ids, _goal!, TimeSpan.FromSeconds(TimeoutSec), Call())
            {
                IsRoundTrip = _isRoundTrip,
                IsAfterOrder = _areAllOrdered,
            });
        }
    }

    /// <summary>What failed, was skipped or was never sent goes nowhere.</summary>
    private void Take(ZecOperation operation)
    {
        string[] ids = [.. operation.SucceededIds, .. operation.UnknownIds];
        if (ids.Length > 0)
        {
            Take(ids, ClientOf(operation), After(operation.Action, operation.Options));
            _isRoundTrip |= Kind.RoundTrips.Contains(operation.Action);
            _areAllOrdered &= operation.Action == Kind.CreateAction;
        }
    }

    /// <summary>The goal that is asked for, or else the one that an action leads to.</summary>
    private WaitGoal After(string? action, string? options = null)
    {
        var goal = States is null ? WaitGoal.After(Kind, action, options) : _goal ?? WaitGoal.Until(Kind, States);
        if (goal is null)
        {
            End(
                "GoalMissing",
                string.IsNullOrEmpty(action)
                    ? $"-Until is required here: it names the state to wait for, such as {string.Join(", ", Kind.GoalExamples)} or {WaitGoal.ReleasedWord}."
                    : $"{action} leads to no state to wait for. Name one with -Until, such as {Kind.GoalExamples[0]}.",
                target: null);
        }

        return goal!;
    }

    /// <summary>A thing is waited for where it was read: in another account it would be taken for one that is gone.</summary>
    private void Take(string[] ids, ZecClient? client, WaitGoal goal)
    {
        if (client is null)
        {
            return;
        }

        _client ??= client;
        _goal ??= goal;
        if (_client.Options.Account != client.Options.Account)
        {
            End(
                "SeveralAccounts",
                $"{Kind.Title} {ids[0]} is from {client.Options.Account}, and others are from {_client.Options.Account}. Wait for those of each account by itself.",
                ids[0]);
        }

        if (States is null && goal != _goal)
        {
            End("SeveralGoals", $"Some of the results lead to {_goal}, and others to {goal}. Wait for each by itself, or name one state with -Until.", ids);
        }

        _ids.AddRange(ids);
    }

    private void End(string code, string message, object? target)
        => ThrowTerminatingError(new ErrorRecord(new InvalidOperationException(message), code, ErrorCategory.InvalidArgument, target));
}
