using System.Collections.Concurrent;
using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Bases;

/// <summary>The base of the cmdlets that read what was measured in a time: by default, the last hour.</summary>
public abstract class MetricCmdlet : AskCmdlet
{
    private static readonly TimeSpan DefaultTime = TimeSpan.FromHours(1);

    private readonly ConcurrentQueue<string> _withoutValues = new();

    /// <summary><para type="description">The start of the time. The default is one hour before its end.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public DateTimeOffset? StartTime { get; set; }

    /// <summary><para type="description">The end of the time. The default is now.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public DateTimeOffset? EndTime { get; set; }

    /// <summary><para type="description">The time between two values, in whole minutes. The default of the service is 5 minutes.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan? Interval { get; set; }

    /// <summary><para type="description">Returns a summary of the values, such as the least, the average and the greatest, instead of each of them.</para></summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>The start of the time, for all questions the same.</summary>
    private protected DateTimeOffset From => StartTime ?? (Until - DefaultTime);

    /// <summary>The end of the time.</summary>
    private protected DateTimeOffset Until { get; private set; }

    /// <summary>The interval in minutes, as the API takes it; null for its default.</summary>
    private protected int? Step => (int?)Interval?.TotalMinutes;

    /// <summary>Asks for each metric of each thing that the present record names.</summary>
    /// <param name="kind">The kind of the things.</param>
    /// <param name="ids">What the parameter for IDs has.</param>
    /// <param name="things">What the parameter for objects has.</param>
    /// <param name="metrics">The metrics, as the API spells them.</param>
    private protected void Ask(ResourceKind kind, string[] ids, ZecObject[] things, IReadOnlyCollection<string> metrics)
    {
        foreach (var (client, id) in Named(kind, ids, things))
        {
            foreach (var metric in metrics)
            {
                Ask(client, new Measured(id, metric));
            }
        }
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Until = EndTime ?? DateTimeOffset.UtcNow;
        var fault = Interval is { } interval && (interval < TimeSpan.FromMinutes(1) || interval.Ticks % TimeSpan.TicksPerMinute != 0)
            ? "-Interval is a number of whole minutes."
            : From >= Until ? "-StartTime is not before -EndTime." : null;
        if (fault is not null)
        {
            ThrowTerminatingError(new ErrorRecord(new ArgumentException(fault), "TimeInvalid", ErrorCategory.InvalidArgument, null));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (!_withoutValues.IsEmpty)
        {
            WriteWarning($"The service has no values in this time, so there is no summary, of: {string.Join(", ", _withoutValues.OrderBy(one => one, StringComparer.Ordinal))}.");
        }
    }

    private protected override IReadOnlyList<string> IdsOf(ZecClient client, object question) => question is Measured one ? [one.Id] : base.IdsOf(client, question);

    /// <summary>Asks for one metric of one thing, whose answer has a list of moments and what they come to.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="action">The action.</param>
    /// <param name="one">What is asked for.</param>
    /// <param name="call">Options of the request.</param>
    /// <param name="request">Makes the request.</param>
    /// <param name="told">The moments, the least, the average and the greatest value of an answer.</param>
    /// <param name="point">Makes what is returned for a moment.</param>
    /// <param name="summary">Makes what is returned for them all.</param>
    /// <param name="stop">Cancels the request.</param>
    private protected async Task<IReadOnlyList<ZecObject>> AskAsync<TRequest, TResponse>(
        ZecClient client,
        ZecAction<TRequest, TResponse> action,
        Measured one,
        ZecCallOptions call,
        Func<Measured, TRequest> request,
        Func<TResponse, (IReadOnlyList<ZecMetricPoint>? Points, decimal? Least, decimal? Average, decimal? Greatest)> told,
        Func<Measured, ZecMetricPoint, Reading, ZecObject> point,
        Func<Measured, decimal?, decimal?, decimal?, Reading, ZecObject> summary,
        CancellationToken stop)
        where TRequest : notnull
        where TResponse : class
    {
        var answer = told(await client.ReadAsync(action, request(one), call, found => told(found).Points?.Count ?? 0, stop).ConfigureAwait(false));
        var reading = new Reading(client);
        var points = Measurements(answer.Points, moment => moment.Value is not null);
        decimal?[] numbers = [answer.Least, answer.Average, answer.Greatest];
        return Summary
            ? Summed(one, points.Count > 0, numbers.Cast<object?>(), () => summary(one, answer.Least, answer.Average, answer.Greatest, reading))
            : [.. points.Select(moment => point(one, moment, reading))];
    }

    /// <summary>
    /// The moments of an answer that have a value. To PowerShell, what is not set is less than any number: what is not known would be taken for idle, and
    /// stopped.
    /// </summary>
    /// <param name="points">All moments.</param>
    /// <param name="hasValue">Whether one has a value.</param>
    private protected static IReadOnlyList<T> Measurements<T>(IEnumerable<T?>? points, Func<T, bool> hasValue)
        where T : class
        => [.. (points ?? []).OfType<T>().Where(hasValue)];

    /// <summary>
    /// A summary; nothing where there were no values, whatever the service says of them, or where it lacks a number. Of no values, 0 may be said to be the
    /// greatest.
    /// </summary>
    /// <param name="question">What it is the answer to.</param>
    /// <param name="hasValues">Whether there were values.</param>
    /// <param name="numbers">The numbers that it has to have.</param>
    /// <param name="summary">Makes the summary.</param>
    private protected IReadOnlyList<ZecObject> Summed(object question, bool hasValues, IEnumerable<object?> numbers, Func<ZecObject> summary)
    {
        if (hasValues && numbers.All(number => number is not null))
        {
            return [summary()];
        }

        _withoutValues.Enqueue(Describe(question));
        return [];
    }

    /// <summary>The question for one metric of one thing.</summary>
    private protected sealed record Measured(string Id, string Metric);
}
