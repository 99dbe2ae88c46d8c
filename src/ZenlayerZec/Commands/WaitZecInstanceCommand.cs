using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Waits until instances are in a state or gone.</para>
/// <para type="description">The states of all instances are read together, in batches of 100, every 2 seconds at first and every 10 seconds
/// later. Each instance is returned when it arrives. An instance that is gone returns nothing if that was the goal, and is an error
/// otherwise. An instance in a state from which it cannot reach the goal is an error, and so is one that has not arrived when the time is
/// up. What succeeded or is unknown of a result, such as one of Start-ZecInstance, is waited for until it is where the action leads.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Wait, "ZecInstance", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Wait-ZecInstance.md")]
[OutputType(typeof(ZecInstance))]
public sealed class WaitZecInstanceCommand : InstanceCmdlet
{
    private readonly List<string> _ids = [];
    private readonly HashSet<string> _actions = new(StringComparer.Ordinal);
    private bool _areAllOrdered = true;
    private ZecClient? _client;
    private WaitGoal? _goal;

    /// <summary><para type="description">The IDs of the instances.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [InstanceId]
    [ValidateInstanceId]
    public string[] InstanceId { get; set; } = [];

    /// <summary><para type="description">The instances, as Get-ZecInstance returns them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(InstanceArgumentCompleter))]
    [InstanceObject]
    public ZecInstance[] InputObject { get; set; } = [];

    /// <summary><para type="description">Results of the cmdlets that change instances, orders of New-ZecInstance, or operations of
    /// Get-ZecOperation. The cmdlet waits for the instances that succeeded or are unknown.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = OperationSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [OperationObject]
    public ZecOperation[] Operation { get; set; } = [];

    /// <summary><para type="description">The state: Running, Stopped, or any state of the API. Released means gone or in the recycle bin.
    /// Several states are alternatives. Not needed for results: Running after a start, a restart, a reset or an order, Stopped after a stop, Released
    /// after a release.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(WaitStateCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Until { get; set; }

    /// <summary><para type="description">The maximum time to wait, in seconds.</para></summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = StateWaits.DefaultTimeoutSec;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case OperationSet:
                foreach (var operation in Operation)
                {
                    Take(operation);
                }

                break;
            case ObjectSet:
                _areAllOrdered = false;
                foreach (var instance in InputObject)
                {
                    Take([instance.InstanceId], ClientOf(instance), After(action: null));
                }

                break;
            default:
                _areAllOrdered = false;
                Take(InstanceId, Client, After(action: null));
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
                IsRoundTrip = _actions.Contains(nameof(ZecActions.RebootInstances)),
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
            _actions.Add(operation.Action);
            _areAllOrdered &= operation.Action == nameof(ZecActions.CreateZecInstances);
        }
    }

    /// <summary>The goal that is asked for, or else the one that an action leads to.</summary>
    private WaitGoal After(string? action, string? options = null)
    {
        var goal = Until is null ? WaitGoal.After(action, options) : _goal ?? WaitGoal.Until(Until);
        if (goal is null)
        {
            End(
                "GoalMissing",
                string.IsNullOrEmpty(action)
                    ? "-Until is required here: it names the state to wait for, such as Running, Stopped or Released."
                    : $"{action} leads to no state to wait for. Name one with -Until, such as Running.",
                target: null);
        }

        return goal!;
    }

    /// <summary>An instance is waited for where it was read: in another account it would be taken for one that is gone.</summary>
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
                $"Instance {ids[0]} is from {client.Options.Account}, and others are from {_client.Options.Account}. Wait for those of each account by itself.",
                ids[0]);
        }

        if (Until is null && goal != _goal)
        {
            End("SeveralGoals", $"Some of the results lead to {_goal}, and others to {goal}. Wait for each by itself, or name one state with -Until.", ids);
        }

        _ids.AddRange(ids);
    }

    private void End(string code, string message, object? target)
        => ThrowTerminatingError(new ErrorRecord(new InvalidOperationException(message), code, ErrorCategory.InvalidArgument, target));
}
