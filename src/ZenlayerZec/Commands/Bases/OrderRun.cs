using System.Diagnostics;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Ordering;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// The requests of an order, one after the other, and the order's account: how many were created, and how many were not, also when the
/// run is cut short.
/// </summary>
internal sealed class OrderRun : IDisposable
{
    private const string Action = "CreateZecInstances";

    private readonly ZecClient _client;
    private readonly IReadOnlyList<CreateZecInstancesRequest> _parts;
    private readonly ZecCallOptions _call;
    private readonly OperationLog _log = ZecProcess.Current.Operations;
    private readonly List<string> _created = [];
    private int _sent;
    private int _failed;
    private int _unknown;
    private int _attempts;

    /// <param name="client">The connection.</param>
    /// <param name="parts">The requests; none of them sent yet.</param>
    /// <param name="call">What these calls do differently.</param>
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

    /// <summary>How many instances are ordered, by all requests together.</summary>
    public int Count => _parts.Sum(part => part.InstanceCount!.Value);

    public int PartCount => _parts.Count;

    /// <summary>How many requests were sent, and so the number of the last one.</summary>
    public int Sent => _sent;

    public bool HasNext => _sent < _parts.Count;

    /// <summary>The request that was sent last.</summary>
    public CreateZecInstancesRequest Last => _parts[_sent - 1];

    /// <summary>When it was sent, by the service's clock.</summary>
    public DateTimeOffset LastTime { get; private set; }

    /// <summary>How many instances no request has asked for.</summary>
    public int NeverSent => _parts.Skip(_sent).Sum(part => part.InstanceCount!.Value);

    /// <summary>How many instances requests have asked for.</summary>
    public int Done => Count - NeverSent;

    private string Account => _client.Options.Account;

    /// <summary>The new instances.</summary>
    public IReadOnlyList<string> InstanceIds => _created;

    public string Summary
        => $"{Action} was stopped: {_created.Count} created, {_failed} failed, {_unknown} in doubt, {NeverSent} never ordered.";

    /// <summary>Sends the next request.</summary>
    /// <param name="stop">Asks for an end; what is in flight gets some seconds to come home.</param>
    /// <exception cref="ZecException">It failed, or nobody knows.</exception>
    public async Task<ZecInstanceOrder> NextAsync(CancellationToken stop)
    {
        var part = _parts[_sent++];
        var count = part.InstanceCount!.Value;
        var watch = Stopwatch.StartNew();
        LastTime = _client.ServiceTime;
        try
        {
            var answer = await _client.CreateZecInstancesAsync(part, _call, stop).ConfigureAwait(false);
            var order = new ZecInstanceOrder(part, answer, Account);
            _created.AddRange(order.InstanceIds);
            _failed += Math.Max(0, count - order.InstanceIds.Count);
            _log.Add(ZecOperation.Ordered(Action, order, _attempts, watch.Elapsed));
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
            _log.Add(ZecOperation.NotOrdered(Account, Action, count, failure, watch.Elapsed));
            throw;
        }
    }

    /// <summary>Ends the run, and keeps what was never sent for whoever goes on from here.</summary>
    public void Dispose()
    {
        if (NeverSent > 0)
        {
            _log.Add(ZecOperation.NeverOrdered(Account, Action, NeverSent));
        }
    }
}
