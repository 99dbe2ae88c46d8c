using System.Collections.Concurrent;
using System.Globalization;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Client.Prices;

namespace ZenlayerZec.Client.Costs;

/// <summary>
/// Asks what things of an account cost, as if each were ordered today: equal questions once, several at a time. A question that fails leaves the
/// things that it was asked for without a price, and says why.
/// </summary>
/// <param name="client">The connection.</param>
/// <param name="call">Options for the calls.</param>
internal sealed class CostReader(ZecClient client, ZecCallOptions call)
{
    private readonly ConcurrentDictionary<PriceQuestion, Lazy<Task<KnownCosts>>> _answers = new();
    private readonly ConcurrentDictionary<Type, ZecException> _forbidden = new();
    private int _asked;
    private int _answered;

    /// <summary>Told how many questions were answered of how many; from any thread.</summary>
    public Action<int, int>? Progress { get; set; }

    /// <summary>The costs of things.</summary>
    /// <param name="things">Instances, whose boot disk is an item of theirs, disks, elastic IPs, or anything that has no price.</param>
    /// <param name="stop">Cancels the calls.</param>
    /// <returns>What is known of each.</returns>
    /// <exception cref="ZecException">Every request would fail, such as for credentials that are not accepted.</exception>
    public async Task<IReadOnlyDictionary<ZecObject, KnownCosts>> ReadAsync(IEnumerable<ZecObject> things, CancellationToken stop)
    {
        var known = new Dictionary<ZecObject, KnownCosts>();
        var open = new Dictionary<PriceQuestion, List<ZecObject>>();
        foreach (var thing in things.Where(thing => !known.ContainsKey(thing)))
        {
            if (WhyNot(thing) is { } reason)
            {
                known[thing] = KnownCosts.Unknown(reason);
            }
            else if (Question(thing) is not { } question)
            {
                known[thing] = KnownCosts.Unknown(Unsaid(thing));
            }
            else if (open.TryGetValue(question, out var alike))
            {
                alike.Add(thing);
            }
            else
            {
                open.Add(question, [thing]);
            }
        }

        PriceQuestion[] questions = [.. open.Keys];
        Interlocked.Add(ref _asked, questions.Length);
        await Concurrently.RunAsync(
            questions.Length,
            client.LimitOf(call),
            async (index, _) => (Question: questions[index], Answer: await AnswerAsync(questions[index], stop).ConfigureAwait(false)),
            one =>
            {
                open[one.Question].ForEach(thing => known[thing] = one.Answer);
                Progress?.Invoke(Interlocked.Increment(ref _answered), Volatile.Read(ref _asked));
                return true;
            },
            stop).ConfigureAwait(false);
        return known;
    }

    /// <summary>Why nothing is asked for a thing, whatever is known of it, as a sentence; null where it is.</summary>
    /// <param name="thing">The thing.</param>
    internal static string? WhyNot(ZecObject thing)
    {
        (DateTimeOffset? Expires, string? Status, ResourceKind? Kind) known = thing switch
        {
            ZecInstance instance => (instance.ExpiredTime, instance.Status, InstanceKind.Kind),
            ZecDisk disk => (disk.ExpiredTime, disk.Status, DiskKind.Kind),
            ZecEip eip => (eip.ExpiredTime, eip.Status, EipKind.Kind),
            _ => default,
        };
        return known.Kind switch
        {
            null => $"The API does not say the price of {AllKinds.NounOf(thing.GetType().Name)}s.",
            { } kind when kind.States.IsInBin(known.Status) => "The API does not say whether what is in the recycle bin costs.",
            _ when known.Expires is { } end => string.Format(CultureInfo.InvariantCulture, "It is prepaid until {0:yyyy-MM-dd}.", end),
            _ when known.Status is "CREATE_FAILED" or "FAILED" => $"It is {known.Status}, and the API does not say whether it costs.",
            _ => null,
        };
    }

    private static PriceQuestion? Question(ZecObject thing) => thing switch
    {
        ZecInstance instance => InstanceQuestion.Ordered.Of(instance),
        ZecDisk disk => DiskQuestion.Ordered.Of(disk),
        ZecEip eip => EipQuestion.Ordered.Of(eip),
        _ => null,
    };

    private static string Unsaid(ZecObject thing) => thing switch
    {
        ZecInstance => "The service does not say its zone, its instance type or its boot disk, as for all instances with a GPU.",
        ZecDisk => "The service does not say its zone or its size.",
        _ => "The service does not say its region or its charge type.",
    };

    /// <summary>The answer to a question, which is asked once however often and by whomever it is wanted.</summary>
    private Task<KnownCosts> AnswerAsync(PriceQuestion question, CancellationToken stop)
        => _answers.GetOrAdd(question, asked => new Lazy<Task<KnownCosts>>(() => AskAsync(asked, stop))).Value;

    private async Task<KnownCosts> AskAsync(PriceQuestion question, CancellationToken stop)
    {
        if (_forbidden.TryGetValue(question.GetType(), out var refusal))
        {
            return Failed(question, refusal);
        }

        var unread = new ConcurrentQueue<string>();
        try
        {
            var prices = await question.AskAsync(client, call.WithEveryOddValue(value => unread.Enqueue(value.Field)), [null], stop).ConfigureAwait(false);
            return unread.IsEmpty
                ? KnownCosts.Of(question, prices)
                : KnownCosts.Unknown($"The answer for {question} has values that cannot be read: {string.Join(", ", unread.Distinct())}.");
        }
        catch (ZecException failure) when (!failure.FailsEveryAction)
        {
            // Whoever may not ask one such question may ask none: the others would be requests for nothing.
            if (failure.Kind == ZecErrorKind.Permission)
            {
                _forbidden[question.GetType()] = failure;
            }

            return Failed(question, failure);
        }
    }

    /// <summary>Why something is not known, with the action whose right is missing: the service does not say which right that is.</summary>
    /// <param name="lead">What is not known.</param>
    /// <param name="failure">The failure.</param>
    internal static string Why(string lead, ZecException failure)
        => $"{lead}: {failure.Message}{(failure.Kind == ZecErrorKind.Permission ? $" The action was {failure.Action}." : string.Empty)}";

    private static KnownCosts Failed(PriceQuestion question, ZecException failure)
        => KnownCosts.Unknown(Why($"There is no answer for {question}", failure));
}
