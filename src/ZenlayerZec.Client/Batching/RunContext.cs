using Polly;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Journal;
using ZenlayerZec.Client.Time;
using ZenlayerZec.Client.Transport;

namespace ZenlayerZec.Client.Batching;

/// <summary>What the batches of a run share.</summary>
/// <param name="Client">The connection.</param>
/// <param name="Operation">What is done.</param>
/// <param name="Call">Options for the calls.</param>
/// <param name="Places">The places of requests in flight.</param>
/// <param name="Limit">How many IDs a request names.</param>
/// <param name="Source">Where the batches take their items from.</param>
/// <param name="Stop">Asks for an end: nothing more is sent, and requests in flight get some seconds to complete.</param>
internal sealed record RunContext(
    ZecClient Client, WriteOperation Operation, ZecCallOptions Call, RunPlaces Places, BatchLimit Limit, IItemSource Source, CancellationToken Stop)
{
    /// <summary>How long after a look a request goes out that the look allows, so that it counts as directly after it.</summary>
    public static readonly TimeSpan Directly = TimeSpan.FromSeconds(5);

    /// <summary>The account that is written to.</summary>
    public string Account { get; } = Client.Options.Account;

    /// <summary>The same by its identity, whatever the user calls it.</summary>
    public string Identity { get; } = Client.Options.Identity;

    /// <summary>What waits and ages are measured by.</summary>
    public TimeProvider Clock => Client.Options.Clock;

    /// <summary>What this process has sent to things of the kind.</summary>
    public SentThings Sent => Client.SentTo(Operation.Kind);

    /// <summary>Sends again what was certainly not carried out.</summary>
    public ResiliencePipeline Rounds { get; } = Client.Policy.Writes(Stop);

    /// <summary>The look before a first request.</summary>
    public FirstLook FirstLook { get; private init; } = new(Client, Operation, Call, Source.Upcoming);

    /// <summary>The looks after lost answers.</summary>
    public MergedLooks Looks { get; } = new(Client, Operation, Call);

    /// <summary>The same for what is done to some of the things only, which are looked at by its own rules.</summary>
    /// <param name="operation">What is done to them.</param>
    public RunContext For(WriteOperation operation) => ReferenceEquals(operation, Operation)
        ? this
        : this with { Operation = operation, FirstLook = new FirstLook(Client, operation, Call, Source.Upcoming) };

    /// <summary>Writes that a request is about to go out.</summary>
    /// <returns>Where its outcome is to be written; null where no journal is written.</returns>
    public Task<JournalEntry?> JournalAsync(IReadOnlyList<string> ids) => Client.Options.Journal is { } journal
        ? journal.BeginAsync(Intent(ids))
        : Task.FromResult<JournalEntry?>(null);

    /// <summary>What is to be done, as the journal has it.</summary>
    public JournalIntent Intent(IReadOnlyList<string> ids)
        => new(Account, Identity, Operation.Action, ids, ids.Count, Operation.Options, Call.Origin);

    /// <summary>What is said of a failure that ended a batch.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="isOver">Whether the time for all attempts was over.</param>
    /// <param name="isLost">Whether a request was on its way.</param>
    /// <param name="before">The failure of the attempt before; null where there is none.</param>
    public ZecException Explain(Exception failure, bool isOver, bool isLost, ZecException? before) => failure switch
    {
        ZecException known => known,
        OperationCanceledException when isOver => NetworkFailure.OutOfTime(Client.Options.OverallTimeout, Client.Options.Endpoint, isLost, before),
        OperationCanceledException when Stop.IsCancellationRequested && (isLost || before is null)
            => NetworkFailure.Stopped(Client.Options.Endpoint, isLost),
        OperationCanceledException when before is not null => before,
        _ => Client.Unexpected(failure, isLost),
    };

    /// <summary>Waits, but no longer than until the run is to end.</summary>
    public async Task PauseAsync(TimeSpan pause)
    {
        try
        {
            await Clock.DelayAsync(pause, Stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Time for one last look.
        }
    }
}
