using Polly;
using Polly.Retry;
using Polly.Timeout;
using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Client.Transport;

/// <summary>
/// When a request may be sent again, and when an attempt has taken too long: the one place that says so. A read is sent again
/// whenever that can help. A write is sent again only where the failed attempt was certainly not carried out: a second
/// release of an instance in the recycle bin destroys it.
/// </summary>
internal sealed class SendPolicy
{
    /// <summary>Longer than this, waiting is not what a person at a prompt wants: the error says how long the service asked for.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly ZecClientOptions _options;
    private readonly ResiliencePipeline _reads;
    private readonly ResiliencePipeline _writes;

    public SendPolicy(ZecClientOptions options)
    {
        _options = options;
        _reads = Retry(failure => failure.Aftermath is Aftermath.NotCarriedOut or Aftermath.Unknown);
        _writes = Retry(failure => failure.Aftermath is Aftermath.NotCarriedOut);
    }

    /// <summary>The rounds of attempts of one request.</summary>
    public ResiliencePipeline Attempts(bool isWrite) => isWrite ? _writes : _reads;

    /// <summary>The bound of one attempt.</summary>
    public ResiliencePipeline Attempt(TimeSpan limit) => new ResiliencePipelineBuilder { TimeProvider = _options.Clock }
        .AddTimeout(new TimeoutStrategyOptions { Timeout = limit })
        .Build();

    private ResiliencePipeline Retry(Func<ZecException, bool> mayBeSentAgain)
    {
        if (_options.MaximumAttempts <= 1)
        {
            return ResiliencePipeline.Empty;
        }

        var retry = new RetryStrategyOptions
        {
            MaxRetryAttempts = _options.MaximumAttempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromSeconds(30),
            ShouldHandle = args => new ValueTask<bool>(args.Outcome.Exception switch
            {
                ZecServiceException { ClockCorrected: true } => true,
                ZecException failure => mayBeSentAgain(failure) && !(failure.RetryAfter > LongestWait),
                _ => false,
            }),
            DelayGenerator = args => new ValueTask<TimeSpan?>(args.Outcome.Exception switch
            {
                ZecServiceException { ClockCorrected: true } => TimeSpan.Zero,
                ZecException failure => failure.RetryAfter,
                _ => null,
            }),
        };
        return new ResiliencePipelineBuilder { TimeProvider = _options.WaitClock }.AddRetry(retry).Build();
    }
}
