using System.Diagnostics;
using Polly.Timeout;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Transport;

namespace ZenlayerZec.Client;

/// <summary>
/// The API of Zenlayer Elastic Compute over one connection. Thread-safe. Every failure is a <see cref="ZecException"/>, but for
/// <see cref="OperationCanceledException"/> where the caller cancelled.
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

    /// <summary>Lists instances: one page.</summary>
    /// <param name="request">Filters and page.</param>
    /// <param name="call">What this call does differently.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page; its TotalCount and DataSet are there, and every instance has an ID.</returns>
    /// <exception cref="ZecException">The call failed.</exception>
    public async Task<DescribeInstancesResponse> DescribeInstancesAsync(
        DescribeInstancesRequest request, ZecCallOptions call, CancellationToken cancellationToken)
    {
        var attempts = 0;
        try
        {
            return await Policy.Reads.ExecuteAsync(
                async token =>
                {
                    var (page, _) = await AttemptAsync(
                        ZecActions.DescribeInstances, request, call, page => page.DataSet!.Count, ++attempts, null, token).ConfigureAwait(false);
                    return page;
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            throw NetworkFailure.TimedOut(Options.OverallTimeout, Options.Endpoint);
        }
    }

    /// <summary>When a request may be sent again.</summary>
    internal SendPolicy Policy { get; }

    internal ZecClientOptions Options { get; }

    /// <inheritdoc/>
    public void Dispose() => _exchange.Dispose();

    /// <summary>How many requests a call may have on their way at once.</summary>
    internal int LimitOf(ZecCallOptions call) => call.ThrottleLimit ?? Options.ThrottleLimit;

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
        var limit = call.AttemptTimeout ?? Options.AttemptTimeout;
        var watch = Stopwatch.StartNew();
        var trace = new ExchangeTrace(call.TraceContent);
        try
        {
            var response = await Policy.Attempt(limit).ExecuteAsync(
                async bounded => await _exchange.SendAsync(action, request, trace, bounded).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);
            call.Trace?.Invoke(trace.Finish(action.Name, count(response), number, watch.Elapsed, "OK"));
            return (response, trace.RequestId);
        }
        catch (TimeoutRejectedException)
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
            place.Leave(failed);
        }

        ZecException Told(ZecException failure)
        {
            failed = failure;
            failure.Action = action.Name;
            failure.Attempts = number;
            call.Trace?.Invoke(trace.Finish(action.Name, 0, number, watch.Elapsed, failure.Code));
            return failure;
        }
    }
}
