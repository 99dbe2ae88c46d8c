using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Journal;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Commands.Resuming;

/// <summary>
/// What has succeeded since, in this process or in another one of the user. An older change that is sent after it would undo it, or, for a
/// restart or a reset, do it a second time.
/// </summary>
internal sealed class LaterChanges
{
    private readonly ILookup<(string Identity, string Id), (string Action, string? Options, DateTimeOffset Ended)> _succeeded;

    private LaterChanges(IEnumerable<JournalRecord> records) => _succeeded = records
        .SelectMany(record => record.SucceededIds.Select(id => (record, id)))
        .ToLookup(
            change => (change.record.Intent.Identity, change.id),
            change => (change.record.Intent.Action, change.record.Intent.Options, change.record.Time + (change.record.Outcome?.Duration ?? TimeSpan.Zero)));

    /// <summary>What this process remembers and what the journal has.</summary>
    public static LaterChanges Read()
    {
        var process = ZecProcess.Current;
        var journal = process.Journal.Folder is { } folder ? new JournalReader(folder).Read() : [];
        return new LaterChanges(process.Operations.Operations.Select(operation => operation.ToRecord()).Concat(journal));
    }

    /// <summary>Whether a change of a thing must not be sent any more.</summary>
    /// <param name="identity">Whose thing it is.</param>
    /// <param name="id">Its ID.</param>
    /// <param name="change">The change.</param>
    /// <param name="since">When the change had ended; null where that is not known, as of a copy without its time.</param>
    public bool Overtook(string identity, string id, ResumedChange change, DateTimeOffset? since)
    {
        var operation = change.Operation;
        return _succeeded[(identity, id)].Where(later => MayBeOf(operation.Kind, later.Action)).Any(later => since is null
            ? operation.EndsAsItMayHaveBegun && later.Action == operation.Action
            : later.Ended > since && Conflicts(later.Action, later.Options, operation));
    }

    /// <summary>Whether a thing can get both of two changes, since the later one leaves alone what the earlier one sets.</summary>
    /// <param name="earlier">The change that was asked for first.</param>
    /// <param name="later">The other one.</param>
    public static bool AreApart(WriteOperation earlier, WriteOperation later)
        => (SetsFields(earlier.Action) || SetsFields(later.Action)) && !Conflicts(later.Action, later.Options, earlier);

    private static bool Conflicts(string action, string? options, WriteOperation operation)
    {
        if (action == operation.Action)
        {
            // The same start, stop or release again is settled by the look. A change to something else would undo the later one.
            return operation.EndsAsItMayHaveBegun || ((SetsFields(action) || operation.Settle.ReadsWhole) && options != operation.Options);
        }

        return SetsFields(action) == SetsFields(operation.Action)
            && (!SetsFields(action) || SetsTheSame(options, operation.Options, TakesAway(action, options) || TakesAway(operation.Action, operation.Options)));
    }

    /// <summary>
    /// Whether two changes are about the same field, such as one that two actions turn on and off; where one of them takes a thing away from another, as a
    /// disk from a policy, whether both name that.
    /// </summary>
    private static bool SetsTheSame(string? left, string? right, bool takesAway)
        => WriteOptions.Read(left) is { } one && WriteOptions.Read(right) is { } other
            && one.Any(given => other.TryGetValue(given.Key, out var value) && (!takesAway || value == given.Value));

    private static bool TakesAway(string action, string? options)
        => ResumedChange.Of(action, options)?.Cmdlet.StartsWith("Unregister-", StringComparison.Ordinal) == true;

    /// <summary>Whether an action is about things of a kind: an ID may be that of a disk and of an instance. Of an unknown action nobody knows.</summary>
    private static bool MayBeOf(ResourceKind kind, string action) => AllKinds.OfAction(action) is not { } other || other == kind;

    /// <summary>Whether an action leads to no state, as a new name does: then only another value of the same action undoes it.</summary>
    private static bool SetsFields(string action) => AllKinds.OfAction(action) is { } kind && WaitGoal.After(kind, action) is null;
}
