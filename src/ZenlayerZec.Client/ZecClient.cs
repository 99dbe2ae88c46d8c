using System.Diagnostics;
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
    private readonly ZecClientOptions _options;
    private readonly SendPolicy _policy;
    private readonly HttpExchange _exchange;

    /// <summary>Opens nothing yet: the first call connects.</summary>
    /// <param name="options">What the client is made of.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time-out is not more than zero.</exception>
    public ZecClient(ZecClientOptions options)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        if (options.AttemptTimeout <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(options), "A time-out is more than zero.");
        }

        _policy = new SendPolicy(options);
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
        var sent = await SendAsync(
            ZecActions.DescribeInstances, request, call, page => page.DataSet?.Count ?? 0, cancellationToken).ConfigureAwait(false);
        return sent.Response;
    }

    /// <summary>Releases up to a hundred instances. Not safe to send twice; never sent again unless the first was certainly not carried out.</summary>
    /// <param name="request">The instances, 1 to <see cref="ReleaseInstancesRequest.MaximumInstanceIds"/>.</param>
    /// <param name="call">What this call does differently.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer, with the IDs that failed.</returns>
    /// <exception cref="ArgumentException">There is no ID, or there are too many.</exception>
    /// <exception cref="ZecException">The call failed; <see cref="ZecException.OutcomeUnknown"/> tells whether it may have been carried out.</exception>
    public Task<ZecSent<ReleaseInstancesResponse>> ReleaseInstancesAsync(
        ReleaseInstancesRequest request, ZecCallOptions call, CancellationToken cancellationToken)
    {
        var count = (request ?? throw new ArgumentNullException(nameof(request))).InstanceIds?.Count ?? 0;
        return count is > 0 and <= ReleaseInstancesRequest.MaximumInstanceIds
            ? SendAsync(ZecActions.ReleaseInstances, request, call, _ => count, cancellationToken)
            : throw new ArgumentException($"A request releases 1 to {ReleaseInstancesRequest.MaximumInstanceIds} instances.", nameof(request));
    }

    /// <inheritdoc/>
    public void Dispose() => _exchange.Dispose();

    private async Task<ZecSent<TResponse>> SendAsync<TRequest, TResponse>(
        ZecAction<TRequest, TResponse> action, TRequest request, ZecCallOptions call, Func<TResponse, int> count, CancellationToken cancellationToken)
        where TResponse : class
    {
        var attempts = 0;
        var limit = call.AttemptTimeout ?? _options.AttemptTimeout;
        var attempt = _policy.Attempt(limit);
        try
        {
            return await _policy.Attempts(action.IsWrite).ExecuteAsync(
                async token =>
                {
                    attempts++;
                    var watch = Stopwatch.StartNew();
                    var trace = new ExchangeTrace(call.TraceContent);
                    try
                    {
                        var response = await attempt.ExecuteAsync(
                            async bounded => await _exchange.SendAsync(action, request, trace, bounded).ConfigureAwait(false), token)
                            .ConfigureAwait(false);
                        call.Trace?.Invoke(trace.Finish(action.Name, count(response), attempts, watch.Elapsed, "OK"));
                        return new ZecSent<TResponse>(response, trace.RequestId, attempts);
                    }
                    catch (Polly.Timeout.TimeoutRejectedException)
                    {
                        var failure = NetworkFailure.TimedOut(limit, _options.Endpoint);
                        call.Trace?.Invoke(trace.Finish(action.Name, 0, attempts, watch.Elapsed, failure.Code));
                        throw failure;
                    }
                    catch (ZecException failure)
                    {
                        trace.RequestId ??= failure.RequestId;
                        call.Trace?.Invoke(trace.Finish(action.Name, 0, attempts, watch.Elapsed, failure.Code));
                        throw;
                    }
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (ZecException failure)
        {
            failure.Action = action.Name;
            failure.Attempts = attempts;
            throw;
        }
    }
}
