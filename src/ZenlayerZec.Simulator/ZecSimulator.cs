using System.Collections.Concurrent;
using System.Text;
using ZenlayerZec.Client.Time;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator;

/// <summary>
/// A ZEC account in memory behind the service's wire contract: signatures, the clock, versions, limits, pages that move, and
/// statuses that time changes. Thread-safe. Any wire can carry its requests and answers; <see cref="CreateHandler"/> needs none.
/// </summary>
public sealed partial class ZecSimulator
{
    private const int MostCallsKept = 10_000;

    private readonly object _gate = new();
    private readonly SimulatorOptions _options;
    private readonly TimeProvider _clock;
    private readonly RequestCheck _check;
    private readonly SimulatedAccount _account;
    private readonly Queue<SimulatedCall> _calls = new();
    private readonly RequestMoments _before = new();
    private readonly RequestMoments _after = new();
    private int _waiting;

    /// <summary>An account that lives by the machine's clock.</summary>
    /// <param name="options">What it is like.</param>
    public ZecSimulator(SimulatorOptions options)
        : this(options, TimeProvider.System)
    {
    }

    /// <summary>An account that lives by another clock.</summary>
    /// <param name="options">What it is like.</param>
    /// <param name="clock">The clock.</param>
    public ZecSimulator(SimulatorOptions options, TimeProvider clock)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _clock = clock ?? throw new ArgumentNullException(nameof(clock));
        _check = new RequestCheck(options, clock);
        _account = new SimulatedAccount(options, clock);
        Other = new OtherClient(this);
    }

    /// <summary>Somebody else who works in this account.</summary>
    public OtherClient Other { get; }

    /// <summary>What is to go wrong with the next requests, in order; null lets one through.</summary>
    public ConcurrentQueue<SimulatedFault?> Faults { get; } = new();

    /// <summary>What is to go wrong with a request, where <see cref="Faults"/> is empty; null means nothing.</summary>
    public Func<SimulatedRequest, SimulatedFault?>? FaultFor { get; set; }

    /// <summary>The requests that came, the newest last; of very many, the newest.</summary>
    public IReadOnlyList<SimulatedCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>How often an action took effect on a thing, by requests; what <see cref="Other"/> did does not count.</summary>
    /// <param name="action">The action, such as <c>StartInstances</c>.</param>
    /// <param name="id">The thing; it may be gone.</param>
    /// <returns>The number.</returns>
    public int CarriedOutCount(string action, string id) => CarriedOutCount(action, id, byOther: false);

    /// <summary>Lets something happen in the account when a time has passed, such as something that <see cref="Other"/> does.</summary>
    /// <param name="time">How long from now, by the simulator's clock.</param>
    /// <param name="happen">What.</param>
    public void After(TimeSpan time, Action happen) => Locked(account => account.Time.Later(time, happen));

    /// <summary>Lets something happen once, when a request has come and before it is carried out.</summary>
    /// <param name="request">Which request.</param>
    /// <param name="happen">What.</param>
    public void Before(Func<SimulatedRequest, bool> request, Action happen) => Locked(_ => _before.Add(request, happen));

    /// <summary>Lets something happen once, when a request was carried out, or lost, and before it is answered.</summary>
    /// <param name="request">Which request.</param>
    /// <param name="happen">What.</param>
    public void After(Func<SimulatedRequest, bool> request, Action happen) => Locked(_ => _after.Add(request, happen));

    /// <summary>What carries an HttpClient's requests here without a network.</summary>
    /// <returns>A handler; disposing of it leaves the account as it is.</returns>
    public HttpMessageHandler CreateHandler() => new SimulatorHandler(this);

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Fires when whoever asked has gone.</param>
    /// <returns>The answer, for a wire to carry, with how it ends.</returns>
    public async Task<SimulatedAnswer> AnswerAsync(SimulatedRequest request, CancellationToken cancellationToken)
    {
        _ = request ?? throw new ArgumentNullException(nameof(request));
        if (_options.Latency > TimeSpan.Zero)
        {
            await WaitAsync(_options.Latency, cancellationToken).ConfigureAwait(false);
        }

        SimulatedAnswer answer;
        lock (_gate)
        {
            _before.Come(request);
            var fault = Faults.TryDequeue(out var scripted) ? scripted : FaultFor?.Invoke(request);
            answer = fault?.CarriesOut == false ? new SimulatedAnswer(200, []) : Serve(request);
            if (fault?.EffectAfter is { } after && _check.LetIn(request, out var action) is null)
            {
                _account.Time.Later(after, () => CarryOut(action!, request.Body));
            }

            _after.Come(request);
            fault?.Disturb(answer);
            if (!answer.Headers.ContainsKey("Date"))
            {
                answer.Headers["Date"] = _clock.GetUtcNow().ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            }

            answer.Stall = token => WaitAsync(Timeout.InfiniteTimeSpan, token);
            Remember(request, answer, fault);
        }

        if (answer.Ending == AnswerEnding.Hung)
        {
            await WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        }

        return answer;
    }

    /// <summary>The number of requests that only wait: for time to pass, or for their caller to go.</summary>
    internal int WaitingCount => Volatile.Read(ref _waiting);

    /// <summary>A request has begun to wait.</summary>
    internal event Action? WaitBegan;

    internal int CarriedOutCount(string action, string id, bool byOther) => Locked(account => account.CarriedOut.Of(action, id, byOther));

    /// <summary>Carries out what another client asks for.</summary>
    /// <returns>Whether the service took it.</returns>
    internal bool ActForOther(string action, byte[] body) => Locked(account =>
    {
        account.CarriedOut.ActsForOther = true;
        try
        {
            var known = SimulatedAction.Find(action) ?? throw new ArgumentException($"The simulator does not have {action}.", nameof(action));
            return ActionAnswer.Of(known, body, account).Status == 200;
        }
        finally
        {
            account.CarriedOut.ActsForOther = false;
            account.CatchUp();
        }
    });

    private SimulatedAnswer Serve(SimulatedRequest request) => _check.LetIn(request, out var action) ?? CarryOut(action!, request.Body);

    private SimulatedAnswer CarryOut(SimulatedAction action, byte[] body)
    {
        _account.CatchUp();
        var answer = ActionAnswer.Of(action, body, _account);
        _account.CatchUp();
        return answer;
    }

    private void Remember(SimulatedRequest request, SimulatedAnswer answer, SimulatedFault? fault)
    {
        _calls.Enqueue(new SimulatedCall(
            request.Action ?? string.Empty,
            Encoding.UTF8.GetString(request.Body),
            _clock.GetUtcNow(),
            answer.Status,
            fault,
            request.Header("User-Agent") ?? string.Empty));
        if (_calls.Count > MostCallsKept)
        {
            _calls.Dequeue();
        }
    }

    /// <summary>Waits without computing anything: for a time, or until whoever asked has gone.</summary>
    private async Task WaitAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            WaitBegan?.Invoke();
            await _clock.DelayAsync(time, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private void Locked(Action<SimulatedAccount> act) => Locked(account =>
    {
        act(account);
        return true;
    });

    private T Locked<T>(Func<SimulatedAccount, T> ask)
    {
        lock (_gate)
        {
            _account.CatchUp();
            return ask(_account);
        }
    }
}
