using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Generated;

/// <summary>What goes wrong in generated schedules; a schedule names it by its place.</summary>
internal static class ScheduledFaults
{
    /// <summary>What becomes of a request for a change, and of its answer.</summary>
    public static IReadOnlyList<SimulatedFault?> OfWrites { get; } =
    [
        null,
        SimulatedFault.Refused,
        SimulatedFault.Error(429, "REQUEST_LIMIT_EXCEEDED", retryAfter: TimeSpan.FromSeconds(3)),
        SimulatedFault.Error(429, null),
        SimulatedFault.Error(401, "AUTHFAILURE_SIGNATURE_EXPIRED"),
        SimulatedFault.Error(403, "OPERATION_DENIED_INSTANCE_RECYCLED"),
        SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE"),
        .. Lost(carriesOut: false),
        .. Lost(carriesOut: true),
        SimulatedFault.Cut(),
        SimulatedFault.Stall(),
        SimulatedFault.None.WithContentType("text/plain"),
        SimulatedFault.None.WithContentType("Application/JSON"),
        SimulatedFault.None.WithContentType("application/problem+json"),
        SimulatedFault.None.WithContentType(null),
        SimulatedFault.None.WithHeader("Date", "Fri, 31 Dec 9999 23:59:59 GMT"),
        .. SimulatedFault.UnusualExceptions.Select(SimulatedFault.ThrowBeforeSending),
        .. SimulatedFault.UnusualExceptions.Select(exception => SimulatedFault.Throw(exception, carriesOut: true)),
        .. SimulatedFault.UnusualExceptions.Select(exception => SimulatedFault.Throw(exception, carriesOut: false)),
        .. SimulatedFault.UnusualExceptions.Select(SimulatedFault.ThrowInBody),
        .. LateFaults,
    ];

    /// <summary>What becomes of a look. Beyond its end, and where it is null, nothing goes wrong.</summary>
    public static IReadOnlyList<SimulatedFault?> OfLooks { get; } =
    [
        null,
        null,
        SimulatedFault.PartialPage(1),
        SimulatedFault.PartialPage(0.5),
        SimulatedFault.EmptyPage,
        SimulatedFault.NullPage,
        SimulatedFault.AbsentPage,
        SimulatedFault.TotalCount(int.MaxValue),
        SimulatedFault.Error(500, "INTERNAL_SERVER_ERROR"),
        SimulatedFault.Error(429, "REQUEST_LIMIT_EXCEEDED"),
        SimulatedFault.Html(carriesOut: false),
        SimulatedFault.Drop(carriesOut: false),
        .. SimulatedFault.UnusualExceptions.Select(SimulatedFault.ThrowInBody),
    ];

    private static readonly HashSet<SimulatedFault> LostFaults =
    [
        .. OfWrites.OfType<SimulatedFault>().Where(fault => fault.EffectAfter is null && !IsKnown(fault)),
    ];

    private static IEnumerable<SimulatedFault> LateFaults
        => from after in (double[])[0.3, 1.6, 10, 29, 45]
           from ending in (SimulatedFault[])[SimulatedFault.Drop(false), SimulatedFault.Hang(false), SimulatedFault.Error(504, null)]
           select SimulatedFault.Late(TimeSpan.FromSeconds(after), ending);

    /// <summary>Whether the request takes effect after its answer was lost.</summary>
    public static bool IsLate(int fault) => OfWrites[fault]?.EffectAfter is not null;

    /// <summary>Whether the client cannot know from the answer what became of the request.</summary>
    public static bool IsLost(SimulatedFault? fault) => fault is not null
        && (fault.EffectAfter is not null || LostFaults.Contains(fault));

    private static bool IsKnown(SimulatedFault fault) => fault.ToString() is var name
        && (name.StartsWith("refused", StringComparison.Ordinal)
            || name.Contains("before sending", StringComparison.Ordinal)
            || name.StartsWith("none", StringComparison.Ordinal)
            || name.StartsWith("HTTP 429", StringComparison.Ordinal)
            || name.StartsWith("HTTP 401", StringComparison.Ordinal)
            || name.StartsWith("HTTP 403", StringComparison.Ordinal)
            || name.StartsWith("HTTP 400 INVALID_PARAMETER", StringComparison.Ordinal));

    private static IEnumerable<SimulatedFault> Lost(bool carriesOut) =>
    [
        SimulatedFault.Error(500, "INTERNAL_SERVER_ERROR", carriesOut),
        SimulatedFault.Error(502, null, carriesOut),
        SimulatedFault.Error(408, null, carriesOut),
        SimulatedFault.Error(400, "REQUEST_TIMED_OUT", carriesOut),
        SimulatedFault.Error(400, "INVALID_OPERATION_TIMEOUT", carriesOut),
        SimulatedFault.Error(503, "SERVICE_TEMPORARY_UNAVAILABLE", carriesOut),
        SimulatedFault.Html(carriesOut),
        SimulatedFault.Hang(carriesOut),
        SimulatedFault.Drop(carriesOut),
        SimulatedFault.Garbage(carriesOut),
    ];
}
