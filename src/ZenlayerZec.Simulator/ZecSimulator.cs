using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Time;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator;

/// <summary>
/// A ZEC account in memory behind the service's wire contract: signatures, the clock, versions, limits, pages that move, and
/// statuses that time changes. Thread-safe. Any wire can carry its requests and answers; <see cref="CreateHandler"/> needs none.
/// </summary>
public sealed class ZecSimulator
{
    private const int MostCallsKept = 10_000;

    private static readonly string[] Versions = ["2025-09-01", "2024-04-01"];

    private readonly object _gate = new();
    private readonly SimulatorOptions _options;
    private readonly TimeProvider _clock;
    private readonly RequestCheck _check;
    private readonly RequestRate? _rate;
    private readonly SimulatedFleet _fleet;
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
        _rate = options.RequestsPerSecond is { } perSecond ? new RequestRate(perSecond, clock) : null;
        _fleet = new SimulatedFleet(options, clock);
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

    /// <summary>The instances that exist now.</summary>
    public IReadOnlyList<ZecInstance> Instances => Locked(fleet => fleet.Instances.Select(instance => instance.Instance).ToArray());

    /// <summary>How often an instance was released in effect.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <returns>The number; over one means that the recycle bin was emptied of it.</returns>
    public int ReleaseCount(string instanceId) => CarriedOutCount("ReleaseInstances", instanceId);

    /// <summary>How often an action took effect on an instance, by requests; what <see cref="Other"/> did does not count.</summary>
    /// <param name="action">The action, such as <c>StartInstances</c>.</param>
    /// <param name="instanceId">The instance; it may be gone.</param>
    /// <returns>The number.</returns>
    public int CarriedOutCount(string action, string instanceId) => CarriedOutCount(action, instanceId, byOther: false);

    /// <summary>Lets something happen in the account when a time has passed, such as something that <see cref="Other"/> does.</summary>
    /// <param name="time">How long from now, by the simulator's clock.</param>
    /// <param name="happen">What.</param>
    public void After(TimeSpan time, Action happen) => Locked(fleet => fleet.Later(time, happen));

    /// <summary>Lets something happen once, when a request has come and before it is carried out.</summary>
    /// <param name="request">Which request.</param>
    /// <param name="happen">What.</param>
    public void Before(Func<SimulatedRequest, bool> request, Action happen) => Locked(_ => _before.Add(request, happen));

    /// <summary>Lets something happen once, when a request was carried out, or lost, and before it is answered.</summary>
    /// <param name="request">Which request.</param>
    /// <param name="happen">What.</param>
    public void After(Func<SimulatedRequest, bool> request, Action happen) => Locked(_ => _after.Add(request, happen));

    /// <summary>Adds an instance, as somebody else's order would.</summary>
    /// <param name="instance">The instance.</param>
    public void Add(ZecInstance instance) => Locked(fleet => fleet.Add(instance));

    /// <summary>Takes an instance away, as somebody else's release would.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <returns>False where there is none.</returns>
    public bool Drop(string instanceId) => Locked(fleet =>
    {
        if (fleet.Find(instanceId) is not { } instance)
        {
            return false;
        }

        fleet.Drop(instance);
        return true;
    });

    /// <summary>Puts an instance into a state that lasts, as somebody else's action would.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="status">The state.</param>
    /// <returns>False where there is no such instance.</returns>
    public bool SetStatus(string instanceId, string status) => Locked(fleet =>
    {
        if (fleet.Find(instanceId) is not { } instance)
        {
            return false;
        }

        fleet.SetStatus(instance, status);
        return true;
    });

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
            if (fault?.EffectAfter is { } after && LetIn(request, out var action) is null)
            {
                _fleet.Later(after, () => CarryOut(action!, request.Body));
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

    internal int CarriedOutCount(string action, string instanceId, bool byOther)
        => Locked(fleet => fleet.CarriedOutCount(action, instanceId, byOther));

    /// <summary>Carries out what another client asks for.</summary>
    /// <returns>Whether the service took it.</returns>
    internal bool ActForOther(string action, byte[] body) => Locked(fleet =>
    {
        fleet.ActsForOther = true;
        try
        {
            return Respond(SimulatedAction.All[action], body).Status == 200;
        }
        finally
        {
            fleet.ActsForOther = false;
            fleet.CatchUp();
        }
    });

    internal static byte[] ErrorBody(ServiceRefusal refusal) => AnswerJson.ObjectOf(body =>
    {
        body.WriteString("requestId", RequestId());
        body.WriteString("code", refusal.Code);
        body.WriteString("message", refusal.Message);
    });

    private static string RequestId() => $"T{Guid.NewGuid():D}".ToUpperInvariant();

    private static SimulatedAnswer Refusal(ServiceRefusal refusal) => new(refusal.Status, ErrorBody(refusal));

    private SimulatedAnswer Serve(SimulatedRequest request) => LetIn(request, out var action) ?? CarryOut(action!, request.Body);

    /// <summary>Looks at a request as far as the action.</summary>
    /// <returns>Why it is not let in; null where it is.</returns>
    private SimulatedAnswer? LetIn(SimulatedRequest request, out SimulatedAction? action)
    {
        action = null;
        if (_check.Refuse(request) is { } refused)
        {
            return Refusal(refused);
        }

        if (_rate?.Allows() == false)
        {
            var limited = Refusal(new ServiceRefusal(429, "REQUEST_LIMIT_EXCEEDED", "Too many requests."));
            if (_options.SendsRetryAfter)
            {
                limited.Headers["Retry-After"] = "1";
            }

            return limited;
        }

        if (!Versions.Contains(request.Header("X-ZC-Version") ?? Versions[0])
            || !SimulatedAction.All.TryGetValue(request.Action ?? string.Empty, out action))
        {
            return Refusal(new ServiceRefusal(
                403, "AUTHFAILURE_UNAUTHORIZED_OPERATION", "The operation is not authorized, or the interface does not exist."));
        }

        return null;
    }

    private SimulatedAnswer CarryOut(SimulatedAction action, byte[] body)
    {
        _fleet.CatchUp();
        var answer = Respond(action, body);
        _fleet.CatchUp();
        return answer;
    }

    private SimulatedAnswer Respond(SimulatedAction action, byte[] body)
    {
        if (!TryParse(body, out var request))
        {
            return Refusal(new ServiceRefusal(400, "INVALID_PARAMETER_TYPE", "The body is not JSON."));
        }

        if (ContractCheck.Refuse(request, Contracts.Of(action.Name)) is { } malformed)
        {
            return Refusal(malformed);
        }

        var requestId = RequestId();
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("requestId", requestId);
            writer.WriteStartObject("response");
            writer.WriteString("requestId", requestId);
            if (action.Run(request, _fleet, _options, writer) is { } refusal)
            {
                return Refusal(refusal);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return new SimulatedAnswer(200, buffer.ToArray());
    }

    private static bool TryParse(byte[] body, out JsonElement request)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            request = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            request = default;
            return false;
        }
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

    private void Locked(Action<SimulatedFleet> act) => Locked(fleet =>
    {
        act(fleet);
        return true;
    });

    private T Locked<T>(Func<SimulatedFleet, T> ask)
    {
        lock (_gate)
        {
            _fleet.CatchUp();
            return ask(_fleet);
        }
    }
}
