using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Connection;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// The base of every cmdlet that changes things: it collects those of the whole pipeline, each once, asks, and sends nothing before the
/// pipeline's end; then in batches. Its parameters for things have the noun's names and types, and are declared by each cmdlet.
/// </summary>
public abstract class WriteCmdlet : RunCmdlet
{
    private readonly TakenThings _taken = new();
    private readonly ItemsByAccount _accounts = new();
    private readonly ItemsByAccount _declined = new();
    private readonly Dictionary<string, WriteOperation> _operations = new(StringComparer.Ordinal);
    private Protection? _protection;
    private int _wanted;
    private int _unlooked;

    /// <summary><para type="description">The maximum number that is changed. If there are more, nothing is sent.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MaximumCount { get; set; } = int.MaxValue;

    /// <summary><para type="description">The maximum number of concurrent requests. The default is the connection's limit.</para></summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int? ThrottleLimit { get; set; }

    /// <summary>What the parameter for IDs has.</summary>
    private protected abstract string[] Ids { get; }

    /// <summary>What the parameter for objects has.</summary>
    private protected abstract ZecObject[] Things { get; }

    /// <summary>What is done to a thing, with what that means for it: what a person is asked about.</summary>
    private protected abstract string Question { get; }

    /// <summary>What is asked about one thing, where the object says more of it.</summary>
    /// <param name="thing">The thing; null for an ID alone.</param>
    private protected virtual string QuestionOf(ZecObject? thing) => Question;

    /// <summary>Sums up what -WhatIf shows of things such as the one at hand; null where nothing goes with them.</summary>
    private protected virtual AttachedResources? Preview => null;

    /// <summary>The sums of what -WhatIf has shown, one for each way in which things are changed.</summary>
    private protected virtual IEnumerable<AttachedResources> Previews => [];

    /// <summary>Whether the user has answered for all of them by -Force.</summary>
    private protected virtual bool IsForced => false;

    /// <summary>Why a thing is left out by more than its state; null where it is not.</summary>
    private protected virtual string? ReasonToSkip(ZecObject thing) => null;

    /// <summary>
    /// What each record may say by itself, such as a new name: things with the same value go together. Null where the parameters are the same for all.
    /// </summary>
    private protected virtual string? ValueAtHand => null;

    /// <summary>The word before such a value in a sentence.</summary>
    private protected virtual string ValueWord => "to ";

    /// <summary>The code of the error where two records say different values for one thing.</summary>
    private protected virtual string SeveralValuesCode => "SeveralValues";

    /// <summary>Whether one request takes only things of one <see cref="GroupOf"/>.</summary>
    private protected virtual bool IsGrouped => false;

    /// <summary>What the things of one request have in common.</summary>
    private protected virtual string? GroupOf(ZecObject thing) => null;

    /// <summary>Reads what the requests need beside the IDs, before the first is sent.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="items">The things that are meant; one for which something is missing gets its failure here.</param>
    private protected virtual void Prepare(ZecClient client, IReadOnlyList<WriteItem> items)
    {
    }

    /// <summary>What is done to the things of one group.</summary>
    /// <param name="group">What they have in common.</param>
    private protected virtual WriteOperation CreateOperationFor(string group) => CreateOperation();

    /// <summary>Whether the command is in a parameter set: each set of changes has one for IDs and one for objects.</summary>
    /// <param name="set">The end of the names of both. The end of another set's name may have it at its own end.</param>
    private protected bool IsIn(string set) => ParameterSetName == IdSet + set || ParameterSetName == ObjectSet + set;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName.StartsWith(ObjectSet, StringComparison.Ordinal))
        {
            foreach (var thing in Things)
            {
                Take(Kind.IdOf(thing), thing);
            }

            return;
        }

        foreach (var id in Ids)
        {
            Take(id, null);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var declined in _declined.All)
        {
            foreach (var alike in declined.Value.GroupBy(item => item.Operation ?? Operation, item => item.Id))
            {
                ZecProcess.Current.Operations.Add(ZecOperation.Declined(declined.Key, alike.Key, [.. alike]));
            }
        }

        foreach (var preview in Previews.Where(preview => preview.Instances > 1))
        {
            Say(preview.Total());
        }

        if (_unlooked > 0)
        {
            WriteWarning($"-WhatIf does not look at the service. The command itself first looks at {Reports.Count(_unlooked)}, "
                + "and skips what is in the recycle bin, has come into use, or has a protected tag.");
        }

        if (IsWhatIf)
        {
            return;
        }

        PrepareAll();
        foreach (var (client, succeeded) in Send(_accounts.All))
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

    /// <summary>Reads what the requests need. Where that fails, or is stopped, the IDs are recorded as never sent.</summary>
    private void PrepareAll()
    {
        try
        {
            if (IsGrouped)
            {
                Group();
            }

            foreach (var account in _accounts.All)
            {
                Prepare(account.Key, [.. account.Value.Where(item => item.SkipReason is null && item.Failure is null)]);
            }
        }
        catch (Exception)
        {
            LeaveUnsent([]);
            throw;
        }
    }

    /// <summary>Records all that is meant as never sent, where what the requests need cannot be read.</summary>
    /// <param name="others">What has not been taken yet.</param>
    private protected void LeaveUnsent(IEnumerable<(ZecClient Client, string Id)> others)
    {
        foreach (var (client, id) in others)
        {
            _accounts.Of(client).Add(new WriteItem(id));
        }

        new RunAccount(Operation, _accounts.All, Call(), Token).Dispose();
    }

    /// <summary>Takes a thing for which nothing can be sent: it fails, and nobody is asked about it.</summary>
    private protected void Fail(ZecClient client, string id, ZecException failure)
    {
        if (IsWhatIf)
        {
            WriteError(ErrorRecords.From(failure, id, kind: Kind));
        }
        else
        {
            _accounts.Of(client).Add(new WriteItem(id) { Failure = failure });
        }
    }

    /// <summary>Takes a thing, each once: asks about it, and keeps it for the end of the pipeline.</summary>
    private protected void Take(string id, ZecObject? thing)
    {
        if (ClientOf(Kind, thing) is { } client)
        {
            Take(client, id, thing);
        }
    }

    /// <summary>Takes a thing of an account: asks about it, unless it is left out or was taken before.</summary>
    private protected void Take(ZecClient client, string id, ZecObject? thing)
    {
        var value = ValueAtHand;
        if (!_taken.Add(client.Options.Account, id, value, out var before))
        {
            CheckAgain(id, before, value);
            return;
        }

        var item = Item(id, thing, client);
        if (item.SkipReason is { } reason)
        {
            _accounts.Of(client).Add(item);
            TellSkipped(id, $"Skipped {Kind.DisplayName(thing!)}: it {reason}.");
            return;
        }

        // Counted before anybody is asked, so that a run that is too large stops before the first question.
        if (++_wanted > MaximumCount)
        {
            ThrowTerminatingError(ErrorRecords.MaximumCountExceeded(MaximumCount, Kind.Plural, Words.Done, id));
        }

        if (IsUnasked(IsForced) || IsConfirmed(id, thing, client))
        {
            _accounts.Of(client).Add(item);
        }
        else if (!IsWhatIf)
        {
            _declined.Of(client).Add(item);
        }
        else
        {
            Preview?.Add((ZecInstance?)thing);
            var operation = item.Operation ?? Operation;
            _unlooked += operation.LooksFirst && !new FirstLook(client, operation, new ZecCallOptions()).IsFresh(item) ? 1 : 0;
        }
    }

    /// <summary>The item with what is known of its state: an object that was read says it; a row at least says how it stood once.</summary>
    private WriteItem Item(string id, ZecObject? thing, ZecClient client)
    {
        if (thing is null)
        {
            return new WriteItem(id) { Operation = OperationFor(thing) };
        }

        // Only an operation that destroys trusts the state of a row. For the others the service decides, by the state that it has now.
        var state = thing.Reading is not null || Operation.LooksFirst ? Kind.StateOf(thing) : null;
        var tags = thing.Reading is null ? null : Kind.TagsOf(thing);

        // What the script itself has changed since is looked at again: how it stood then is no reason to leave it out.
        var isOutdated = thing.Reading is { } reading && client.SentTo(Kind).IsChangedSince(id, reading.Arrived);
        var reason = (tags is null ? null : ReasonOfTags(tags, thing, client))
            ?? (thing.Reading is null || isOutdated ? null : Operation.SkipThing(thing) ?? ReasonToSkip(thing))
            ?? (state is null || isOutdated ? null : Operation.SkipReason(state));
        var operation = OperationFor(thing);
        var isTold = (operation ?? Operation).Dependents is not null && thing.Reading is not null && !isOutdated;
        return new WriteItem(id) { Operation = operation, SkipReason = reason, Thing = isTold ? thing : null }
            .ReadAs(state, isOutdated ? null : thing.Reading, isUnprotected: tags is not null);
    }

    /// <summary>Why a thing is left out by its tags: what the connection that it was read from protects is protected in another one too.</summary>
    private string? ReasonOfTags(IReadOnlyDictionary<string, string> tags, ZecObject thing, ZecClient client)
        => ProtectionBy(client).ReasonToSkip(tags)
            ?? (thing.Reading?.Client is { } own && own != client ? ProtectionBy(own).ReasonToSkip(tags) : null);

    private Protection ProtectionBy(ZecClient client)
    {
        if (_protection?.Client != client)
        {
            _protection = new Protection(client, Operation);
        }

        return _protection;
    }

    /// <summary>What is done to a thing: things that are to go together have the same operation.</summary>
    private WriteOperation? OperationFor(ZecObject? thing)
    {
        if ((ValueAtHand ?? (IsGrouped && thing?.Reading is not null ? GroupOf(thing) : null)) is not { } key)
        {
            return null;
        }

        if (!_operations.TryGetValue(key, out var operation))
        {
            _operations.Add(key, operation = ValueAtHand is null ? CreateOperationFor(key) : CreateOperation());
        }

        return operation;
    }

    /// <summary>Refuses a thing that is named more than once, where the records contradict each other. Nothing has been sent yet.</summary>
    private void CheckAgain(string id, string? before, string? value)
    {
        if (before is not null && value is not null && before != value)
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvalidOperationException(
                    VisibleText.Of($"The {Kind.Noun} {id} is to be {Words.Done} both {ValueWord}{before} and {ValueWord}{value}. Nothing was {Words.Done}.")),
                SeveralValuesCode,
                ErrorCategory.InvalidArgument,
                id));
        }
    }

    /// <summary>Looks at what was not read, to know with which others it can go.</summary>
    private void Group()
    {
        foreach (var account in _accounts.All)
        {
            var (client, items) = (account.Key, account.Value);
            string[] ids = [.. items.Where(item => item is { Operation: null, SkipReason: null, Failure: null }).Select(item => item.Id)];
            if (ids.Length == 0)
            {
                continue;
            }

            try
            {
                var found = Wait(cancellation => Kind.List.FindAsync(client, Call(), ids, cancellation));
                var unread = new HashSet<string>(ids, StringComparer.Ordinal);
                for (var i = 0; i < items.Count; i++)
                {
                    if (!unread.Contains(items[i].Id))
                    {
                        continue;
                    }

                    // What is not there belongs to no group, and would fail the request of others.
                    items[i] = found.TryGetValue(items[i].Id, out var thing)
                        ? Item(items[i].Id, thing, client)
                        : new WriteItem(items[i].Id) { Failure = ZecServiceException.NotThere(Kind, items[i].Id, said: null) };
                }
            }
            catch (ZecException failure)
            {
                ThrowTerminatingError(ErrorRecords.From(failure, ids, $"The {Kind.Plural} could not be read. Nothing was sent.", Kind));
            }
        }
    }

    private bool IsConfirmed(string id, ZecObject? thing, ZecClient client)
        => IsConfirmed(() => Target(id, thing, client), () => QuestionOf(thing), IsForced);

    private string Target(string id, ZecObject? thing, ZecClient client)
    {
        var name = thing is null ? id : Kind.DisplayName(thing);
        var isOther = _accounts.All.Any(account => account.Key.Options.Account != client.Options.Account) || Chosen.Any(chosen => chosen.Options.Account != client.Options.Account);
        return isOther ? VisibleText.Of($"{name} in {client.Options.Account}") : name;
    }
}
