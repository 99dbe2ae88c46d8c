using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Completion;
using ZenlayerZec.Connection;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// The base of every cmdlet that changes instances: it collects those of the whole pipeline, each once, asks, and sends nothing before the
/// pipeline's end; then in batches of 100.
/// </summary>
public abstract class WriteCmdlet : RunCmdlet
{
    private readonly HashSet<(string Account, string Id)> _seen = [];
    private readonly Dictionary<(string Account, string Protection), KeyValuePair<ZecClient, List<WriteItem>>> _accounts = [];
    private readonly Dictionary<(string Account, string Protection), KeyValuePair<ZecClient, List<WriteItem>>> _declined = [];
    private int _wanted;
    private int _unlooked;

    /// <summary><para type="description">The instances' IDs.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [InstanceId(RefusesResults = true)]
    [ValidateInstanceId]
    public string[] InstanceId { get; set; } = [];

    /// <summary><para type="description">The instances, as Get-ZecInstance returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(InstanceArgumentCompleter))]
    [InstanceObject(RefusesResults = true)]
    public ZecInstance[] InputObject { get; set; } = [];

    /// <summary><para type="description">The maximum number of instances. If there are more, nothing is sent.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MaximumCount { get; set; } = int.MaxValue;

    /// <summary><para type="description">The maximum number of concurrent requests. The default is the connection's limit.</para></summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int? ThrottleLimit { get; set; }

    /// <summary>What is done to an instance, with what that means for it: what a person is asked about.</summary>
    private protected abstract string Question { get; }

    /// <summary>What is asked about one instance, where the object says more of it.</summary>
    /// <param name="instance">The instance; null for an ID alone.</param>
    private protected virtual string QuestionOf(ZecInstance? instance) => Question;

    /// <summary>Sums up what -WhatIf shows; null where nothing goes with the instances.</summary>
    private protected virtual AttachedResources? Previewed => null;

    /// <summary>Whether the user has answered for all of them by -Force.</summary>
    private protected virtual bool IsForced => false;

    /// <summary>Why an instance is left out by more than its state; null where it is not.</summary>
    private protected virtual string? ReasonToSkip(ZecInstance instance) => null;

    /// <summary>What is done to the instances of the record at hand; the same for all, unless each row says more.</summary>
    private protected virtual WriteOperation OperationAtHand => Operation;

    /// <summary>Refuses an instance that is named more than once, where the records contradict each other. Nothing has been sent yet.</summary>
    private protected virtual void CheckAgain(ZecClient client, string id)
    {
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ObjectSet)
        {
            foreach (var instance in InputObject)
            {
                Take(instance.InstanceId, instance);
            }

            return;
        }

        foreach (var id in InstanceId)
        {
            Take(id, null);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var declined in _declined.Values)
        {
            foreach (var alike in declined.Value.GroupBy(item => item.Operation ?? Operation, item => item.Id))
            {
                ZecProcess.Current.Operations.Add(ZecOperation.Declined(declined.Key, alike.Key, [.. alike]));
            }
        }

        if (Previewed is { Instances: > 1 } previewed)
        {
            WriteInformation(new HostInformationMessage { Message = previewed.Total() }, ["PSHOST"]);
        }

        if (_unlooked > 0)
        {
            WriteWarning($"-WhatIf does not look at the service. The command itself first looks at {Reports.Count(_unlooked)} whose state or tags are not known or "
                + "not fresh, and skips what is in the recycle bin, has come into use, or has a protected tag.");
        }

        if (IsWhatIf)
        {
            return;
        }

        foreach (var (client, succeeded) in Send(_accounts.Values))
        {
            Follow(client, succeeded);
        }

        WarnOfJournal();
    }

    /// <inheritdoc/>
    private protected override ZecCallOptions Call()
    {
        var call = base.Call();
        call.ThrottleLimit = ThrottleLimit;
        return call;
    }

    private void Take(string id, ZecInstance? instance)
    {
        if (ClientOf(instance) is not { } client)
        {
            return;
        }

        CheckAgain(client, id);
        if (!_seen.Add((client.Options.Account, id)))
        {
            return;
        }

        var item = Item(id, instance, client);
        if (item.SkipReason is { } reason)
        {
            Of(_accounts, client).Add(item);
            TellSkipped(id, $"Skipped {instance!.DisplayName()}: it {reason}.");
            return;
        }

        // Counted before anybody is asked, so that a run that is too large stops before the first question.
        if (++_wanted > MaximumCount)
        {
            ThrowTerminatingError(ErrorRecords.MaximumCountExceeded(MaximumCount, Words.Done, id));
        }

        if (IsConfirmed(() => Target(id, instance, client), () => QuestionOf(instance), IsForced))
        {
            Of(_accounts, client).Add(item);
        }
        else if (!IsWhatIf)
        {
            Of(_declined, client).Add(item);
        }
        else
        {
            Previewed?.Add(instance);
            _unlooked += Operation.LooksFirst && !new FirstLook(client, Operation, new ZecCallOptions()).IsFresh(item) ? 1 : 0;
        }
    }

    /// <summary>The item with what is known of its state: an object that was read says it; a row at least says how it stood once.</summary>
    private WriteItem Item(string id, ZecInstance? instance, ZecClient client)
    {
        if (instance is null)
        {
            return new WriteItem(id) { Operation = OperationAtHand };
        }

        // Only an operation that destroys trusts the state of a row. For the others the service decides, by the state that it has now.
        var state = instance.Reading is not null || Operation.LooksFirst ? instance.Status : null;
        var areTagsKnown = instance.Reading is not null && !instance.AreTagsUnknown;
        var reason = (areTagsKnown ? ReasonOfTags(instance, client) : null)
            ?? (instance.Reading is null ? null : ReasonToSkip(instance))
            ?? (state is null ? null : Operation.SkipReason(state));
        return new WriteItem(id) { Operation = OperationAtHand, SkipReason = reason }.ReadAs(state, instance.Reading, isUnprotected: areTagsKnown);
    }

    /// <summary>Why an instance is left out by its tags: what the connection that it was read from protects is protected in another one too.</summary>
    private string? ReasonOfTags(ZecInstance instance, ZecClient client)
        => new Protection(client, Operation).ReasonToSkip(instance.Tags)
            ?? (instance.Reading?.Client is { } own && own != client ? new Protection(own, Operation).ReasonToSkip(instance.Tags) : null);

    private string Target(string id, ZecInstance? instance, ZecClient client)
    {
        var name = instance?.DisplayName() ?? id;
        var isOther = _accounts.Keys.Any(key => key.Account != client.Options.Account) || Chosen.Any(chosen => chosen.Options.Account != client.Options.Account);
        return isOther ? VisibleText.Of($"{name} in {client.Options.Account}") : name;
    }

    /// <summary>What is kept for an account; by itself for each set of protected tags, since the connection says what is looked for.</summary>
    private static List<T> Of<T>(Dictionary<(string Account, string Protection), KeyValuePair<ZecClient, List<T>>> accounts, ZecClient client)
    {
        var key = (client.Options.Account, client.Options.Protection);
        if (!accounts.TryGetValue(key, out var account))
        {
            accounts.Add(key, account = new KeyValuePair<ZecClient, List<T>>(client, []));
        }

        return account.Value;
    }
}
