using System.Diagnostics;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Ordering;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// Sends the requests of an order one after the other, and counts how many instances were created and how many were not, also when the
/// run is stopped.
/// </summary>
internal sealed class OrderRun : IDisposable
{
    private const string Action = ZecOperation.OrderAction;

    private readonly ZecClient _client;
    private readonly IReadOnlyList<CreateZecInstancesRequest> _parts;
    private readonly ZecCallOptions _call;
    private readonly OperationLog _log = ZecProcess.Current.Operations;
    private readonly List<string> _created = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _sent;
    private int _failed;
    private int _unknown;
    private int _attempts;

    /// <param name="client">The connection.</param>
    /// <param name="parts">The requests, none of them sent.</param>
    /// <param name="call">Options for these calls.</param>
    public OrderRun(ZecClient client, IReadOnlyList<CreateZecInstancesRequest> parts, ZecCallOptions call)
    {
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

    /// <summary>The number of instances of all requests together.</summary>
    public int Count => _parts.Sum(part => part.InstanceCount!.Value);

    public int PartCount => _parts.Count;

    /// <summary>The number of requests that were sent, which is the number of the last one.</summary>
    public int Sent => _sent;

    public bool HasNext => _sent < _parts.Count;

    /// <summary>The request that was sent last.</summary>
    public CreateZecInstancesRequest Last => _parts[_sent - 1];

    /// <summary>The time when it was sent, by the service's clock.</summary>
    public DateTimeOffset LastTime { get; private set; }

    /// <summary>The number of instances that no request has ordered.</summary>
    public int NeverSent => _parts.Skip(_sent).Sum(part => part.InstanceCount!.Value);

    /// <summary>The number of instances that requests have ordered.</summary>
    public int Done => Count - NeverSent;

    private string Account => _client.Options.Account;

    private bool IsJournaled => _client.Options.Journal?.IsWritten == true;

    /// <summary>The new instances.</summary>
    public IReadOnlyList<string> InstanceIds => _created;

    /// <summary>The counts up to now; final when the run has ended.</summary>
    public RunTotals Totals => new(Action, _created.Count, _failed, _unknown, Skipped: 0, NeverSent, _watch.Elapsed);

    /// <summary>What is said of a run that was cut short.</summary>
    public string Summary => $"{Totals.Stopped} Get-ZecOperation lists the new instances' IDs.";

    /// <summary>Sends the next request.</summary>
    /// <param name="stop">Stops the run; a request in flight gets a few seconds to complete.</param>
    /// <exception cref="ZecException">It failed, or its outcome is unknown.</exception>
    public async Task<ZecInstanceOrder> NextAsync(CancellationToken stop)
    {
        var part = _parts[_sent++];
        var count = part.InstanceCount!.Value;
        var watch = Stopwatch.StartNew();
        LastTime = _client.ServiceTime;
        try
        {
            var answer = await _client.CreateZecInstancesAsync(part, _call, stop).ConfigureAwait(false);
            var order = new ZecInstanceOrder(part, answer, Account) { Client = _client };
            _created.AddRange(order.InstanceIds);
            _failed += Math.Max(0, count - order.InstanceIds.Count);
            _log.Add(ZecOperation.Ordered(order, _attempts, watch.Elapsed, _call, IsJournaled));
            return order;
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
            _log.Add(ZecOperation.NeverOrdered(Account, Action, NeverSent));
        }
    }
}
