using System.Diagnostics;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Journal;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Transport;

namespace ZenlayerZec.Client;

/// <summary>
/// The API of Zenlayer Elastic Compute over one connection. Thread-safe. Every failure is a <see cref="ZecException"/>, but for
/// <see cref="OperationCanceledException"/> where the caller cancelled a read.
/// </summary>
public sealed partial class ZecClient : IDisposable
{
    private readonly HttpExchange _exchange;
    private readonly SendThrottle _throttle;

    /// <summary>Opens nothing yet: the first call connects.</summary>
    /// <param name="options">What the client is made of.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time-out, or the throttle limit, is not more than zero.</exception>
    public ZecClient(ZecClientOptions options)
    {
        Options = (options ?? throw new ArgumentNullException(nameof(options))).WithoutCredential();
        if (options.AttemptTimeout <= TimeSpan.Zero || options.OverallTimeout <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(options), "A time-out is more than zero.");
        }

        if (options.ThrottleLimit < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(options), "At least one request has to be on its way at once.");
        }

        Policy = new SendPolicy(Options);
        _throttle = new SendThrottle(options.Clock);
        _exchange = new HttpExchange(options);
    }

    /// <summary>The version of this module, as in the User-Agent header.</summary>
    public static string ModuleVersion { get; } = typeof(ZecClient).Assembly.GetName().Version!.ToString(3);

    /// <summary>The service's time: this machine's, corrected by what the service's answers taught of the difference.</summary>
    public DateTimeOffset ServiceTime => _exchange.ServiceTime;

    /// <summary>When a request may be sent again.</summary>
    internal SendPolicy Policy { get; }

    /// <summary>What the client was made of, but for the credential, which is null here: only the exchange holds it.</summary>
    internal ZecClientOptions Options { get; }

    /// <summary>
    /// Closes the connection and forgets the credential. Requests in flight complete; every later one fails with the code
    /// <c>ConnectionClosed</c>.
    /// </summary>
    public void Dispose() => _exchange.Dispose();

    /// <summary>An exception that neither the service nor the network is known to cause, without this connection's secrets.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="wasSent">Whether a request may have been sent.</param>
    internal ZecTransportException Unexpected(Exception failure, bool wasSent)
        => NetworkFailure.Unexpected(failure, Options.Endpoint, wasSent, _exchange.Secrets);

    /// <summary>How many requests a call may have on their way at once.</summary>
    internal int LimitOf(ZecCallOptions call) => call.ThrottleLimit ?? Options.ThrottleLimit;

    /// <summary>What this process has sent to things of a kind in this account.</summary>
    internal SentThings SentTo(ResourceKind kind) => Options.Sent.Of(Options.Identity, kind);

    /// <summary>Sends a read, and sends it again whenever that can help.</summary>
    /// <param name="action">The action; no write.</param>
    /// <param name="request">What it is asked.</param>
    /// <param name="call">The options of this call.</param>
    /// <param name="count">What to tell of an answer's size.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    internal Task<TResponse> ReadAsync<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action,
        TRequest request,
        ZecCallOptions call,
        Func<TResponse, int> count,
        CancellationToken cancellationToken)
        where TResponse : class
        => ReadAsync(action, request, call, count, null, cancellationToken);

    /// <summary>Sends a read that lists objects, and notes in each where it came from.</summary>
    internal Task<TResponse> ListAsync<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action,
        TRequest request,
        ZecCallOptions call,
        Func<TResponse, IReadOnlyList<ZecObject>?> rows,
        CancellationToken cancellationToken)
        where TResponse : class
        => ReadAsync(action, request, call, response => rows(response)?.Count ?? 0, rows, cancellationToken);

    private async Task<TResponse> ReadAsync<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action,
        TRequest request,
        ZecCallOptions call,
        Func<TResponse, int> count,
        Func<TResponse, IReadOnlyList<ZecObject>?>? rows,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        if (call.IsOneAttempt)
        {
            return WithOrigin(await AttemptAsync(action, request, call, count, 1, null, cancellationToken).ConfigureAwait(false), rows);
        }

        var progress = new RequestProgress(action.Name, Options, _exchange.Secrets);
        using var bound = new AttemptBound(Options.OverallTimeout, Options.Clock, cancellationToken);
        try
        {
            var answer = await Policy.Reads.ExecuteAsync(
                token => new ValueTask<object>(RoundAsync(action, request, call, count, progress, token)), bound.Token)
                .ConfigureAwait(false);
            return WithOrigin((ZecAnswer<TResponse>)answer, rows);
        }
        catch (OperationCanceledException end) when (bound.IsOver)
        {
            throw progress.OutOfTime(end);
        }
        catch (Exception end) when (end is not ZecException && !(end is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw progress.Unexpected(end);
        }
    }

    private TResponse WithOrigin<TResponse>(ZecAnswer<TResponse> answer, Func<TResponse, IReadOnlyList<ZecObject>?>? rows)
        where TResponse : class
    {
        if (rows is not null)
        {
            var reading = new Reading(this);
            foreach (var row in rows(answer.Response) ?? [])
            {
                row.Reading = reading;
            }
        }

        return answer.Response;
    }

    /// <summary>Sends a write that nobody can settle afterwards, and sends it again only where it was certainly not carried out.</summary>
    /// <param name="action">The action.</param>
    /// <param name="request">What it is asked.</param>
    /// <param name="call">The options of this call.</param>
    /// <param name="count">What to tell of an answer's size.</param>
    /// <param name="journaled">What the journal has of it.</param>
    /// <param name="stop">Asks for an end: nothing more is sent, and what is in flight gets some seconds to come home.</param>
    /// <returns>The answer.</returns>
    private Task<TResponse> WriteAsync<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action,
        TRequest request,
        ZecCallOptions call,
        Func<TResponse, int> count,
        JournaledWrite<TResponse> journaled,
        CancellationToken stop)
        where TResponse : class
    {
        var progress = new RequestProgress(action.Name, Options, _exchange.Secrets);
        return journaled.RunAsync(Options, action.Name, call.Origin, progress, () => WriteAsync(action, request, call, count, progress, stop));
    }

    private async Task<TResponse> WriteAsync<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action,
        TRequest request,
        ZecCallOptions call,
        Func<TResponse, int> count,
        RequestProgress progress,
        CancellationToken stop)
        where TResponse : class
    {
        using var grace = new GracePeriod(Options.Clock, () => progress.IsInFlight, stop);
        using var bound = new AttemptBound(Options.OverallTimeout, Options.Clock, grace.Token);
        try
        {
            var answer = await Policy.Writes(stop).ExecuteAsync(
                token => new ValueTask<object>(RoundAsync(action, request, call, count, progress, token)), bound.Token)
                .ConfigureAwait(false);
            return ((ZecAnswer<TResponse>)answer).Response;
        }
        catch (OperationCanceledException end) when (bound.IsOver)
        {
            throw progress.OutOfTime(end);
        }
        catch (OperationCanceledException end) when (stop.IsCancellationRequested)
        {
            throw progress.Stopped(end);
        }
        catch (Exception end) when (end is not ZecException)
        {
            throw progress.Unexpected(end);
        }
    }

    /// <summary>
    /// Sends a request once more, and tells its progress. The answer is an object, since the policy handles objects: any other type it would
    /// convert, by asynchronous methods that are compiled at the first call.
    /// </summary>
    /// <returns>A <see cref="ZecAnswer{TResponse}"/>.</returns>
    private Task<object> RoundAsync<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action,
        TRequest request,
        ZecCallOptions call,
        Func<TResponse, int> count,
        RequestProgress progress,
        CancellationToken cancellationToken)
        where TResponse : class
        => SendAsync(action, request, call, count, progress.Attempts + 1, progress.Sending, progress.Failed, cancellationToken);

    /// <summary>Sends a request once, when it is its turn.</summary>
    /// <param name="action">The action.</param>
    /// <param name="request">What it is asked.</param>
    /// <param name="call">The options of this call.</param>
    /// <param name="count">What to tell of an answer's size.</param>
    /// <param name="number">Which attempt it is, from 1.</param>
    /// <param name="sending">Told when it is its turn: before that, nothing of it can have been carried out.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The answer and the requestId.</returns>
    internal async Task<ZecAnswer<TResponse>> AttemptAsync<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action,
        TRequest request,
        ZecCallOptions call,
        Func<TResponse, int> count,
        int number,
        Action? sending,
        CancellationToken cancellationToken)
        where TResponse : class
        => (ZecAnswer<TResponse>)await SendAsync(action, request, call, count, number, sending, null, cancellationToken).ConfigureAwait(false);

    private async Task<object> SendAsync<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action,
        TRequest request,
        ZecCallOptions call,
        Func<TResponse, int> count,
        int number,
        Action? sending,
        Action<ZecException>? ended,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        var place = await EnterAsync(action.Name, call, number - 1, ended, cancellationToken).ConfigureAwait(false);
        ZecException? failed = null;
        var isAnswered = false;
        var watch = Stopwatch.StartNew();
        var trace = new ExchangeTrace(call.TraceContent);
        try
        {
            using var attempt = _exchange.Begin();
            using var bound = new AttemptBound(call.AttemptTimeout ?? Options.AttemptTimeout, Options.Clock, cancellationToken);
            sending?.Invoke();
            var answer = await _exchange.SendAsync(action, request, trace, bound).ConfigureAwait(false);
            isAnswered = true;
            if (call.OddValue is not null)
            {
                Quietly(() => Report());
            }

            if (call.Trace is not null)
            {
                Quietly(() => Tell(count(answer.Response), "OK"));
            }

            return answer;
        }
        catch (ZecException failure)
        {
            _ = Failed(failure);
            throw;
        }
        catch (Exception e) when (e is not StaleStateException && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // A stale state is this program's own decision not to send it.
            // The exchange tells what became of a request itself: this came before there was one, or after its answer.
            throw Failed(Unexpected(e, wasSent: isAnswered));
        }
        finally
        {
            place.Leave(isAnswered, failed);
        }

        ZecException Failed(ZecException failure)
        {
            failed = failure;
            failure.Action = action.Name;
            failure.Attempts = number;
            trace.RequestId ??= failure.RequestId;
            Quietly(() => Tell(0, failure.Code));
            ended?.Invoke(failure);
            return failure;
        }

        void Tell(int size, string outcome) => call.Trace?.Invoke(trace.Finish(action.Name, size, number, watch.Elapsed, outcome));

        void Report()
        {
            foreach (var value in call.TellsEveryOddValue ? trace.OddValues.All : trace.OddValues.Found)
            {
                call.OddValue!(value);
            }
        }
    }

    private static void Quietly(Action tell)
    {
        try
        {
            tell();
        }
        catch (Exception)
        {
            // Whoever watches must not change what became of the request.
        }
    }

    /// <summary>
    /// Waits for a turn. Calls with a limit of their own are counted each by itself, so that one that wants little stalls nobody, and
    /// all others together.
    /// </summary>
    private async Task<SendThrottle.Place> EnterAsync(
        string action, ZecCallOptions call, int attempts, Action<ZecException>? ended, CancellationToken cancellationToken)
    {
        try
        {
            object caller = call.ThrottleLimit is null ? this : call.Caller;
            return await _throttle.EnterAsync(caller, LimitOf(call), cancellationToken).ConfigureAwait(false);
        }
        catch (ZecException refused)
        {
            refused.Action = action;
            refused.Attempts = attempts;
            ended?.Invoke(refused);
            throw;
        }
    }
}
