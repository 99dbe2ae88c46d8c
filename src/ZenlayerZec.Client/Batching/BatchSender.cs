using System.Diagnostics;
using Polly;
using Polly.Timeout;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Client.Transport;

namespace ZenlayerZec.Client.Batching;

/// <summary>
/// Carries out one batch and finds out what became of every ID of it. Where an answer is lost, it asks DescribeInstances, counts
/// what took, and sends again only what stands as it was: a second release of an instance in the recycle bin destroys it.
/// </summary>
/// <param name="client">The connection.</param>
/// <param name="action">What is done.</param>
/// <param name="call">What these calls do differently.</param>
/// <param name="stop">Asks for an end: nothing more is sent, and what is in flight gets some seconds to come home.</param>
internal sealed class BatchSender(ZecClient client, WriteOperation action, ZecCallOptions call, CancellationToken stop)
{
    private readonly ResiliencePipeline _rounds = client.Policy.Batches(stop);

    /// <summary>Carries out a batch.</summary>
    /// <param name="batchNumber">Which of the run.</param>
    /// <param name="batch">The IDs, each with its state as last seen; null where nobody looked.</param>
    /// <returns>What became of each ID, whatever happened; null where it never came to its turn.</returns>
    public async Task<ZecBatchResult?> SendAsync(int batchNumber, IReadOnlyList<KeyValuePair<string, string?>> batch)
    {
        var ledger = new BatchLedger(batch);
        var result = new ZecBatchResult(action.Name, batchNumber);
        var watch = Stopwatch.StartNew();
        using var grace = new GracePeriod(client.Options.Clock, () => ledger.IsInFlight, stop);
        try
        {
            await _rounds.ExecuteAsync(
                async token => await RoundAsync(ledger, result, token).ConfigureAwait(false), grace.Token).ConfigureAwait(false);
        }
        catch (ZecException failure)
        {
            result.Error = failure;
        }
        catch (TimeoutRejectedException)
        {
            result.Error = NetworkFailure.TimedOut(client.Options.OverallTimeout, client.Options.Endpoint);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Between two attempts the last one's failure tells more than that somebody then lost patience.
            result.Error = !ledger.IsInFlight && result.Error is { } last ? last : NetworkFailure.Stopped(client.Options.Endpoint, ledger.IsInFlight);
        }

        if (result.Attempts == 0 && stop.IsCancellationRequested)
        {
            return null;
        }

        Close(ledger, result);
        result.Duration = watch.Elapsed;
        return result;
    }

    private async Task RoundAsync(BatchLedger ledger, ZecBatchResult result, CancellationToken token)
    {
        try
        {
            var answer = await action.Attempt(ledger.Open, result.Attempts + 1, Sending, token).ConfigureAwait(false);
            result.RequestId = answer.RequestId;
            await ReadAsync(ledger, answer, token).ConfigureAwait(false);
            ledger.IsInFlight = false;
        }
        catch (ZecException failure)
        {
            result.Error = failure;
            result.RequestId = failure.RequestId ?? result.RequestId;
            if (failure.OutcomeUnknown)
            {
                ledger.IsDoubtful = true;
                await SettleAsync(ledger, token).ConfigureAwait(false);
            }
            else if (failure.Code == ServiceErrors.InstanceNotFound)
            {
                await SetMissingApartAsync(ledger, failure, token).ConfigureAwait(false);
            }

            ledger.IsInFlight = false;
            if (ledger.Open.Count > 0)
            {
                throw;
            }
        }

        void Sending()
        {
            result.Attempts++;
            ledger.IsInFlight = true;
        }
    }

    private async Task ReadAsync(BatchLedger ledger, BatchAnswer answer, CancellationToken token)
    {
        var failed = answer.FailedIds;
        ledger.Succeed([.. ledger.Open.Except(failed, StringComparer.Ordinal)]);
        if (ledger.IsDoubtful && failed.Count > 0)
        {
            // Refused now, perhaps because the attempt whose answer was lost had come to pass after all.
            await SettleAsync(ledger, token).ConfigureAwait(false);
        }

        ledger.Fail(ledger.Open);
    }

    /// <summary>Looks at the open IDs and leaves open only those that stand as they were.</summary>
    private async Task SettleAsync(BatchLedger ledger, CancellationToken token)
    {
        try
        {
            var found = await new InstanceLister(client, call).FindAsync(ledger.Open, token).ConfigureAwait(false);
            var fates = ledger.Open.ToLookup(id => action.Fate(ledger.Before(id), found.TryGetValue(id, out var now) ? now : null));
            ledger.Succeed(fates[Fate.Took]);
            ledger.Doubt(fates[Fate.Unknown]);
        }
        catch (ZecException)
        {
            // Without a look nothing can be told. The failure that led here is the one to report.
            ledger.Doubt(ledger.Open);
        }
    }

    /// <summary>
    /// The documentation does not say whether an ID that is not there fails alone or fails the whole request. Where it fails all,
    /// nothing was carried out, and the others can go without it.
    /// </summary>
    private async Task SetMissingApartAsync(BatchLedger ledger, ZecException failure, CancellationToken token)
    {
        try
        {
            var found = await new InstanceLister(client, call).FindAsync(ledger.Open, token).ConfigureAwait(false);
            var missing = ledger.Open.Where(id => !found.ContainsKey(id)).ToArray();
            ledger.Fail(missing);
            failure.Aftermath = missing.Length > 0 ? Aftermath.NotCarriedOut : failure.Aftermath;
        }
        catch (ZecException)
        {
            // Then the refusal stands for all of them.
        }
    }

    private static void Close(BatchLedger ledger, ZecBatchResult result)
    {
        // What is open was either certainly not carried out, or was lost once and may yet come to pass.
        var isExplained = ledger.Open.Count == 0 && ledger.Unknown.Count == 0;
        if (ledger.IsInFlight || ledger.IsDoubtful)
        {
            ledger.Doubt(ledger.Open);
        }

        ledger.Fail(ledger.Open);
        result.SucceededIds = ledger.Succeeded;
        result.FailedIds = ledger.Failed;
        result.UnknownIds = ledger.Unknown;
        result.Error = isExplained ? null : result.Error;
    }
}
