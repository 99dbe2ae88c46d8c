using System.Text.Json;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds;

/// <summary>The moments that a request for what was measured is about.</summary>
/// <param name="Start">The start.</param>
/// <param name="End">The end; not after now.</param>
/// <param name="Step">The minutes between two moments.</param>
internal readonly record struct MetricTime(DateTimeOffset Start, DateTimeOffset End, int Step)
{
    /// <summary>The most that one answer has; the documentation has no number for it.</summary>
    private const int MostPoints = 10_080;

    /// <summary>The moments, on whole steps.</summary>
    public IEnumerable<DateTimeOffset> Moments
    {
        get
        {
            var seconds = Step * 60L;
            for (var moment = (Start.ToUnixTimeSeconds() + seconds - 1) / seconds * seconds; moment <= End.ToUnixTimeSeconds(); moment += seconds)
            {
                yield return DateTimeOffset.FromUnixTimeSeconds(moment);
            }
        }
    }

    /// <summary>Reads it out of a request.</summary>
    /// <returns>Why it is refused; null where it is not.</returns>
    public static ServiceRefusal? Read(JsonElement request, SimulatedAccount account, out MetricTime time)
    {
        time = default;
        if (WireTime.Read(request.Text("startTime")!, "startTime", out var start) is { } startRefusal)
        {
            return startRefusal;
        }

        if (WireTime.Read(request.Text("endTime")!, "endTime", out var end) is { } endRefusal)
        {
            return endRefusal;
        }

        var step = request.Whole("step") ?? 5;
        if (step is not (1 or 5))
        {
            return FormRefusals.Value($"step may be 1 or 5, not {step}.");
        }

        if (end < start || (end - start).TotalMinutes / step > MostPoints)
        {
            return FormRefusals.Value("endTime is after startTime, and not more than a week of minutes.");
        }

        time = new MetricTime(start, end < account.Time.Now ? end : account.Time.Now, step);
        return null;
    }

    /// <summary>How much is used at a moment, from 0 to 1: more by day than by night, with some noise, and always the same of the same thing.</summary>
    /// <param name="what">What is measured of which thing.</param>
    /// <param name="moment">The moment.</param>
    public static double Share(string what, DateTimeOffset moment)
    {
        var seconds = moment.ToUnixTimeSeconds();
        var day = 0.6 + (0.4 * Math.Sin(seconds % 86_400 / 86_400.0 * 2 * Math.PI));
        return day * (0.5 + (Noise(what + seconds) / 2));
    }

    /// <summary>A number from 0 to 1 that a text always has.</summary>
    private static double Noise(string text)
    {
        var hash = 2_166_136_261u;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 16_777_619u);
        }

        return hash % 1000 / 999.0;
    }
}
