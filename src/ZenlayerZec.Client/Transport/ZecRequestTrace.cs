using System.Globalization;

namespace ZenlayerZec.Client.Transport;

/// <summary>One attempt of a request, as it is told to a person who watches. It holds no secret.</summary>
public sealed class ZecRequestTrace
{
    internal ZecRequestTrace(string action, int count, int attempt, TimeSpan duration, string outcome, string? requestId, string? content)
    {
        Action = action;
        Count = count;
        Attempt = attempt;
        Duration = duration;
        Outcome = outcome;
        RequestId = requestId;
        Content = content;
    }

    /// <summary>The action.</summary>
    public string Action { get; }

    /// <summary>How many IDs the request named, or else how many rows the answer had.</summary>
    public int Count { get; }

    /// <summary>Which attempt it was, from 1.</summary>
    public int Attempt { get; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; }

    /// <summary><c>OK</c>, or the error's code.</summary>
    public string Outcome { get; }

    /// <summary>The request's ID; null where no answer gave one.</summary>
    public string? RequestId { get; }

    /// <summary>Headers and bodies without secrets; null unless they were asked for.</summary>
    public string? Content { get; }

    /// <summary>How far the service's clock is ahead of this machine's, by the answer; null where it did not say.</summary>
    internal TimeSpan? ClockOffset { get; init; }

    /// <summary>One line.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "{0}: {1}, {2} item(s), requestId {3}, attempt {4}, {5:F0} ms",
        Action, Outcome, Count, RequestId ?? "none", Attempt, Duration.TotalMilliseconds);
}
