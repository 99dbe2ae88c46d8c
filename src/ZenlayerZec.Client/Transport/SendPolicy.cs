using Polly;
using Polly.Retry;
using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Client.Transport;

/// <summary>
/// When a request may be sent again: the one place that says so. The time of all its rounds is bounded by whoever runs them, by an
/// <see cref="AttemptBound"/>: a strategy for it would be some sixty methods more to compile for the first call of a process.
/// </summary>
internal sealed class SendPolicy
{
    /// <summary>Longer than this, waiting is not what a person at a prompt wants: the error says how long the service asked for.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly ZecClientOptions _options;

    public SendPolicy(ZecClientOptions options)
    {
        _options = options;
        Reads = Rounds(MayReadAgain);
    }

    /// <summary>The rounds of a read: sent again whenever that can help.</summary>
    public ResiliencePipeline Reads { get; }

    /// <summary>
    /// The rounds of a write: sent again only where it was certainly not carried out. A lost answer ends them, for sent twice it may be
    /// carried out twice; a batch then looks what became of it.
    /// </summary>
    /// <param name="stop">After it fires there is no further round.</param>
    public ResiliencePipeline Writes(CancellationToken stop)
        => Rounds(failure => !stop.IsCancellationRequested && MayWriteAgain(failure));

    private static bool MayReadAgain(ZecException failure) => IsWorthRepeating(failure) && failure.Aftermath != Aftermath.Refused;

    private static bool MayWriteAgain(ZecException failure) => IsWorthRepeating(failure) && failure.Aftermath == Aftermath.NotCarriedOut;

    /// <summary>A signature that was refused for its time is made anew by the corrected clock.</summary>
    private static bool IsWorthRepeating(ZecException failure)
        => (!failure.FailsEveryRequest || failure is ZecServiceException { ClockCorrected: true }) && !(failure.RetryAfter > LongestWait);

    private ResiliencePipeline Rounds(Func<ZecException, bool> mayBeSentAgain)
    {
        var rounds = new ResiliencePipelineBuilder { TimeProvider = _options.Clock };
        if (_options.MaximumAttempts <= 1)
        {
            return rounds.Build();
        }

        var retry = new RetryStrategyOptions
        {
            MaxRetryAttempts = _options.MaximumAttempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromSeconds(30),
            ShouldHandle = args => new ValueTask<bool>(args.Outcome.Exception is ZecException failure && mayBeSentAgain(failure)),
            DelayGenerator = args => new ValueTask<TimeSpan?>(args.Outcome.Exception switch
            {
                ZecServiceException { ClockCorrected: true } => TimeSpan.Zero,
                // The throttle keeps the wait, for every request of the connection.
                ZecException { Kind: ZecErrorKind.RateLimit } => TimeSpan.Zero,
                ZecException failure => failure.RetryAfter,
                _ => null,
            }),
        };

        return rounds.AddRetry(retry).Build();
    }
}
