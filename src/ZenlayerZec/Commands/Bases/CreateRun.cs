using System.Diagnostics;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// Sends requests that create things one after the other, and counts how many were created and how many were not, also when the
/// run is stopped.
/// </summary>
internal sealed class CreateRun : IDisposable
{
    private readonly ResourceKind _kind;
    private readonly ZecClient _client;
    private readonly IReadOnlyList<CreatePart> _parts;
    private readonly ZecCallOptions _call;
    private readonly OperationLog _log = ZecProcess.Current.Operations;
    private readonly List<string> _created = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _sent;
    private int _failed;
    private int _unknown;
    private int _attempts;

    /// <param name="kind">What is created.</param>
    /// <param name="client">The connection.</param>
    /// <param name="parts">The requests, none of them sent.</param>
    /// <param name="isBilled">Whether what is created costs.</param>
    /// <param name="call">Options for these calls.</param>
    public CreateRun(ResourceKind kind, ZecClient client, IReadOnlyList<CreatePart> parts, bool isBilled, ZecCallOptions call)
    {
        IsBilled = isBilled;
        _kind = kind;
        _client = client;
        _parts = parts;
        _call = call;
        var tell = call.Trace;
        call.Trace = trace =>
        {
            _attempts = trace.Attempt;
            tell?.Invoke(trace);
        };
    }

    /// <summary>The number of things of all requests together.</summary>
    public int Count => _parts.Sum(part => part.Count);

    public int PartCount => _parts.Count;

    /// <summary>Whether what is created costs: then a request is an order.</summary>
    public bool IsBilled { get; }

    /// <summary>The number of requests that were sent, which is the number of the last one.</summary>
    public int Sent => _sent;

    public bool HasNext => _sent < _parts.Count;

    /// <summary>The request that was sent last.</summary>
    public CreatePart Last => _parts[_sent - 1];

    /// <summary>The time when it was sent, by the service's clock.</summary>
    public DateTimeOffset LastTime { get; private set; }

    /// <summary>The number of things that no request has asked for.</summary>
    public int NeverSent => _parts.Skip(_sent).Sum(part => part.Count);

    /// <summary>The number of things that requests have asked for.</summary>
    public int Done => Count - NeverSent;

    /// <summary>What is created.</summary>
    public ResourceKind Kind => _kind;

    private string Action => _kind.CreateAction!;

    /// <summary>The connection.</summary>
    public ZecClient Client => _client;

    private string Account => _client.Options.Account;

    private bool IsJournaled => _client.Options.Journal?.IsWritten == true;

    /// <summary>The IDs of the new things.</summary>
    public IReadOnlyList<string> Ids => _created;

    /// <summary>The counts up to now; final when the run has ended.</summary>
    public RunTotals Totals => new(Action, _created.Count, _failed, _unknown, Skipped: 0, NeverSent, _watch.Elapsed);

    /// <summary>What is said of a run that was cut short.</summary>
    public string Summary => $"{Totals.Stopped} Get-ZecOperation lists the new {_kind.Plural}' IDs.";

    /// <summary>Sends the next request.</summary>
    /// <param name="stop">Stops the run; a request in flight gets a few seconds to complete.</param>
    /// <exception cref="ZecException">It failed, or its outcome is unknown.</exception>
    public async Task<Created> NextAsync(CancellationToken stop)
    {
        var part = _parts[_sent++];
        var count = part.Count;
        var watch = Stopwatch.StartNew();
        LastTime = _client.ServiceTime;
        try
        {
            var created = await part.Send(_client, _call, stop).ConfigureAwait(false);
            _created.AddRange(created.Ids);
            _failed += Math.Max(0, count - created.Ids.Count);
            _log.Add(ZecOperation.Created(_client, _kind, created.Ids, count, created.RequestId, _attempts, watch.Elapsed, _call, IsJournaled));
            return created;
        }
        catch (ZecException failure)
        {
            if (failure is { Kind: ZecErrorKind.Stopped, OutcomeUnknown: false })
            {
                // It is never sent, with those after it.
                _sent--;
                throw;
            }

            _ = failure.OutcomeUnknown ? _unknown += count : _failed += count;
            _log.Add(ZecOperation.NotOrdered(Account, Action, count, failure, watch.Elapsed, _call, IsJournaled));
            throw;
        }
    }

    /// <summary>Ends the run, and records what was never sent.</summary>
    public void Dispose()
    {
        if (NeverSent > 0)
        {
            _log.Add(ZecOperation.NeverOrdered(Account, Action, NeverSent, [.. _parts.Skip(_sent).Select(part => part.ParentId).OfType<string>()]));
        }
    }
}
