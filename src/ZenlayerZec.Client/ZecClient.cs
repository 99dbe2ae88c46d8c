using System.Diagnostics;
using Polly.Timeout;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Client.Transport;

namespace ZenlayerZec.Client;

/// <summary>
/// The API of Zenlayer Elastic Compute over one connection. Thread-safe. Every failure is a <see cref="ZecException"/>, but for
/// <see cref="OperationCanceledException"/> where the caller cancelled a read.
/// </summary>
public sealed class ZecClient : IDisposable
{
    private readonly HttpExchange _exchange;
    private readonly SendThrottle _throttle;

    /// <summary>Opens nothing yet: the first call connects.</summary>
    /// <param name="options">What the client is made of.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time-out, or the throttle limit, is not more than zero.</exception>
    public ZecClient(ZecClientOptions options)
    {
        Options = options ?? throw new ArgumentNullException(nameof(options));
        if (options.AttemptTimeout <= TimeSpan.Zero || options.OverallTimeout <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(options), "A time-out is more than zero.");
        }

        if (options.ThrottleLimit < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(options), "At least one request has to be on its way at once.");
        }

        Policy = new SendPolicy(options);
        _throttle = new SendThrottle(options.WaitClock);
        _exchange = new HttpExchange(options);
    }

    /// <summary>The version of this module, as in the User-Agent header.</summary>
    public static string ModuleVersion { get; } = typeof(ZecClient).Assembly.GetName().Version!.ToString(3);

    /// <summary>The service's time: this machine's, corrected by what the service's answers taught of the difference.</summary>
    public DateTimeOffset ServiceTime => _exchange.ServiceTime;

    /// <summary>Lists instances: one page.</summary>
    /// <param name="request">Filters and page.</param>
    /// <param name="call">What this call does differently.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page; its TotalCount is there, and every instance has an ID: one without is left out.</returns>
    /// <exception cref="ZecException">The call failed.</exception>
    public Task<DescribeInstancesResponse> DescribeInstancesAsync(
        DescribeInstancesRequest request, ZecCallOptions call, CancellationToken cancellationToken)
        => ReadAsync(ZecActions.DescribeInstances, request, call, page => page.DataSet?.Count ?? 0, cancellationToken);

    /// <summary>Lists the states of instances: one page.</summary>
    /// <param name="request">Filters and page.</param>
    /// <param name="call">What this call does differently.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page; its TotalCount is there, and every state has an instance's ID: one without is left out.</returns>
    /// <exception cref="ZecException">The call failed.</exception>
    public Task<DescribeInstancesStatusResponse> DescribeInstancesStatusAsync(
        DescribeInstancesStatusRequest request, ZecCallOptions call, CancellationToken cancellationToken)
        => ReadAsync(ZecActions.DescribeInstancesStatus, request, call, page => page.DataSet?.Count ?? 0, cancellationToken);

    /// <summary>Lists availability zones.</summary>
    /// <param name="request">Which ones.</param>
    /// <param name="call">What this call does differently.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>All of them; ZoneSet is there, and every zone has an ID.</returns>
    /// <exception cref="ZecException">The call failed.</exception>
    public Task<DescribeZonesResponse> DescribeZonesAsync(
        DescribeZonesRequest request, ZecCallOptions call, CancellationToken cancellationToken)
        => ReadAsync(ZecActions.DescribeZones, request, call, answer => answer.ZoneSet!.Count, cancellationToken);

    /// <summary>Lists the sizes of instances that zones offer.</summary>
    /// <param name="request">Filters.</param>
    /// <param name="call">What this call does differently.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>All of them; InstanceTypeQuotaSet is there, and every type has a name.</returns>
    /// <exception cref="ZecException">The call failed.</exception>
    public Task<DescribeZoneInstanceConfigInfosResponse> DescribeZoneInstanceConfigInfosAsync(
        DescribeZoneInstanceConfigInfosRequest request, ZecCallOptions call, CancellationToken cancellationToken)
        => ReadAsync(ZecActions.DescribeZoneInstanceConfigInfos, request, call, answer => answer.InstanceTypeQuotaSet!.Count, cancellationToken);

    /// <summary>Lists images: one page.</summary>
    /// <param name="request">The zone, filters and page.</param>
    /// <param name="call">What this call does differently.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page; its TotalCount is there, and every image has an ID: one without is left out.</returns>
    /// <exception cref="ZecException">The call failed.</exception>
    public Task<DescribeImagesResponse> DescribeImagesAsync(
        DescribeImagesRequest request, ZecCallOptions call, CancellationToken cancellationToken)
        => ReadAsync(ZecActions.DescribeImages, request, call, page => page.DataSet?.Count ?? 0, cancellationToken);

    /// <summary>Lists the time zones that an instance can have.</summary>
    /// <param name="request">Nothing in particular.</param>
    /// <param name="call">What this call does differently.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>All of them; TimeZones is there.</returns>
    /// <exception cref="ZecException">The call failed.</exception>
    public Task<DescribeTimeZonesResponse> DescribeTimeZonesAsync(
        DescribeTimeZonesRequest request, ZecCallOptions call, CancellationToken cancellationToken)
        => ReadAsync(ZecActions.DescribeTimeZones, request, call, answer => answer.TimeZones!.Count, cancellationToken);

    /// <summary>
    /// Orders new instances. An order is sent again only where it was certainly not carried out: where its answer is lost, the
    /// instances may be there, and an order sent twice would be paid twice.
    /// </summary>
    /// <param name="request">What is ordered.</param>
    /// <param name="call">What this call does differently.</param>
    /// <param name="stop">
    /// Asks for an end: nothing more is sent, and an order in flight gets up to 5 s to come home. It is no cancellation: the call ends
    /// with an answer, or with an exception that says whether the order was sent.
    /// </param>
    /// <returns>What was ordered; InstanceIdSet is there, though not with as many IDs as were asked for, perhaps.</returns>
    /// <exception cref="ZecException">The call failed; where <see cref="ZecException.OutcomeUnknown"/>, perhaps only its answer.</exception>
    public Task<CreateZecInstancesResponse> CreateZecInstancesAsync(
        CreateZecInstancesRequest request, ZecCallOptions call, CancellationToken stop)
        => WriteAsync(ZecActions.CreateZecInstances, request, call, answer => answer.InstanceIdSet!.Count, stop);

    /// <summary>
    /// Asks any action by its name. A read is sent again whenever that can help, a write only where it was certainly not carried
    /// out.
    /// </summary>
    /// <param name="request">The action and what it is asked.</param>
    /// <param name="call">What this call does differently.</param>
    /// <param name="cancellationToken">
    /// Ends a read. Asks for the end of a write, as of an order: one in flight gets some seconds to come home.
    /// </param>
    /// <returns>The answer's response, whatever is in it.</returns>
    /// <exception cref="ZecException">The call failed; where <see cref="ZecException.OutcomeUnknown"/>, perhaps only its answer.</exception>
    /// <exception cref="ArgumentException">The body holds something that is no value of an <see cref="ApiObject"/>.</exception>
    public Task<ApiObject> InvokeAsync(ApiRequest request, ZecCallOptions call, CancellationToken cancellationToken)
        => (request ?? throw new ArgumentNullException(nameof(request))).IsWrite
            ? WriteAsync(request.ToAction(), request.Body, call, request.Count, cancellationToken)
            : ReadAsync(request.ToAction(), request.Body, call, request.Count, cancellationToken);

    /// <summary>When a request may be sent again.</summary>
    internal SendPolicy Policy { get; }

    internal ZecClientOptions Options { get; }

    /// <inheritdoc/>
    public void Dispose() => _exchange.Dispose();

    /// <summary>How many requests a call may have on their way at once.</summary>
    internal int LimitOf(ZecCallOptions call) => call.ThrottleLimit ?? Options.ThrottleLimit;

    /// <summary>Sends a read, and sends it again whenever that can help.</summary>
    /// <param name="action">The action; no write.</param>
    /// <param name="request">What it is asked.</param>
    /// <param name="call">What this call does differently.</param>
    /// <param name="count">What to tell of an answer's size.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    internal async Task<TResponse> ReadAsync<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action,
        TRequest request,
        ZecCallOptions call,
        Func<TResponse, int> count,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        var attempts = 0;
        try
        {
            return await Policy.Reads.ExecuteAsync(
                async token =>
                {
                    var (answer, _) = await AttemptAsync(
                        attempts == 0 ? action : action.Again, request, call, count, ++attempts, null, token).ConfigureAwait(false);
                    return answer;
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            throw Of(action.Name, attempts, NetworkFailure.TimedOut(Options.OverallTimeout, Options.Endpoint));
        }
    }

    /// <summary>Sends a write that nobody can settle afterwards, and sends it again only where it was certainly not carried out.</summary>
    /// <param name="action">The action.</param>
    /// <param name="request">What it is asked.</param>
    /// <param name="call">What this call does differently.</param>
    /// <param name="count">What to tell of an answer's size.</param>
    /// <param name="stop">Asks for an end: nothing more is sent, and what is in flight gets some seconds to come home.</param>
    /// <returns>The answer.</returns>
    internal async Task<TResponse> WriteAsync<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action, TRequest request, ZecCallOptions call, Func<TResponse, int> count, CancellationToken stop)
        where TResponse : class
    {
        var attempts = 0;
        var isInFlight = false;
        ZecException? last = null;
        using var grace = new GracePeriod(Options.Clock, () => isInFlight, stop);
        try
        {
            return await Policy.Writes(stop).ExecuteAsync(
                async token =>
                {
                    try
                    {
                        var (answer, _) = await AttemptAsync(
                            action, request, call, count, ++attempts, () => isInFlight = true, token).ConfigureAwait(false);
                        return answer;
                    }
                    catch (ZecException failure)
                    {
                        last = failure;
                        isInFlight = false;
                        throw;
                    }
                },
                grace.Token).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            throw Ended(NetworkFailure.TimedOut(Options.OverallTimeout, Options.Endpoint));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw Ended(NetworkFailure.Stopped(Options.Endpoint, isInFlight));
        }

        // Between two attempts the last one's failure tells more, and more truly: that nothing was carried out.
        ZecException Ended(ZecException how) => !isInFlight && last is not null ? last : Of(action.Name, attempts, how);
    }

    /// <summary>Sends a request once, when it is its turn.</summary>
    /// <param name="action">The action.</param>
    /// <param name="request">What it is asked.</param>
    /// <param name="call">What this call does differently.</param>
    /// <param name="count">What to tell of an answer's size.</param>
    /// <param name="number">Which attempt it is, from 1.</param>
    /// <param name="sending">Told when it is its turn: before that, nothing of it can have been carried out.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The answer and the requestId.</returns>
    internal async Task<(TResponse Response, string? RequestId)> AttemptAsync<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action,
        TRequest request,
        ZecCallOptions call,
        Func<TResponse, int> count,
        int number,
        Action? sending,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        var place = await _throttle.EnterAsync(LimitOf(call), cancellationToken).ConfigureAwait(false);
        sending?.Invoke();
        ZecException? failed = null;
        var isAnswered = false;
        var limit = call.AttemptTimeout ?? Options.AttemptTimeout;
        var watch = Stopwatch.StartNew();
        var trace = new ExchangeTrace(call.TraceContent);
        using var bound = new AttemptBound(limit, Options.Clock, cancellationToken);
        try
        {
            var odd = OddValues.Begin();
            var response = await _exchange.SendAsync(action, request, trace, bound.Token).ConfigureAwait(false);
            isAnswered = true;
            if (call.OddValue is { } told)
            {
                foreach (var value in odd.Found)
                {
                    told(value);
                }
            }

            call.Trace?.Invoke(trace.Finish(action.Name, count(response), number, watch.Elapsed, "OK"));
            return (response, trace.RequestId);
        }
        catch (OperationCanceledException) when (bound.IsOver)
        {
            throw Told(NetworkFailure.TimedOut(limit, Options.Endpoint));
        }
        catch (ZecException failure)
        {
            trace.RequestId ??= failure.RequestId;
            _ = Told(failure);
            throw;
        }
        finally
        {
            place.Leave(isAnswered, failed);
        }

        ZecException Told(ZecException failure)
        {
            failed = failure;
            call.Trace?.Invoke(trace.Finish(action.Name, 0, number, watch.Elapsed, failure.Code));
            return Of(action.Name, number, failure);
        }
    }

    private static ZecException Of(string action, int attempts, ZecException failure)
    {
        failure.Action = action;
        failure.Attempts = attempts;
        return failure;
    }
}
