using System.Globalization;
using ZenlayerZec.Benchmarks.Floors;
using ZenlayerZec.Benchmarks.Subjects;

namespace ZenlayerZec.Benchmarks.Figures;

/// <summary>What goes and what stays with a release, and what it costs: instances with two data disks and two addresses each, at 50 ms.</summary>
internal static class PlanFigures
{
    private const int Count = 1_000;
    private const int Many = 10 * Count;
    private const int InFlight = 8;
    private const string Script = "$plans = Get-ZecReleasePlan $all";

    public static async Task<IEnumerable<Figure>> TakeAsync()
    {
        using var server = Server(Count);
        using var manyServer = Server(Many);
        using var session = new ModuleSession(server.Endpoint);
        using var manySession = new ModuleSession(manyServer.Endpoint);
        using var bare = new BareClient(server.Endpoint);
        using var manyBare = new BareClient(manyServer.Endpoint);
        var requests = await PlanRequests.RecordAsync(server.Endpoint);
        var manyRequests = await PlanRequests.RecordAsync(manyServer.Endpoint);

        // A third of a second is short on a machine that others use too: it is taken more often.
        var few = await MeasureAsync(session, bare, requests, Count, runs: 3 * Pairs.Runs);
        var many = await MeasureAsync(manySession, manyBare, manyRequests, Many, Pairs.Runs);
        return
        [
            new("requests of a plan of 1,000", "80 requests", "requests", [requests.Count], [80], 1),
            new("requests of a plan of 10,000", "ten times 80 requests", "requests", [manyRequests.Count], [800], 1),
            new("plan 1,000 at 50 ms", "the same requests, 8 at a time, deserialised", "s", few.Module, few.Deserialising, 1.3),
            new("plan 1,000 at 50 ms", "the same requests, 8 at a time, read to their ends", "s", few.Module, few.Reading, null),
            new("plan 10,000 at 50 ms", "ten times that of 1,000", "s", many.Module, [.. few.Module.Select(time => (double)Many / Count * time)], 1),
            new("plan 10,000 at 50 ms", "the same requests, 8 at a time, deserialised", "s", many.Module, many.Deserialising, null),
        ];
    }

    private static async Task<(List<double> Module, List<double> Deserialising, List<double> Reading)> MeasureAsync(
        ModuleSession session, BareClient bare, IReadOnlyList<(string Action, byte[] Body)> requests, int count, int runs)
    {
        const int WarmUps = 3;
        var reading = new List<double>();
        var (module, deserialising) = await Pairs.TakeAsync(
            _ => Task.FromResult(Time(session, count)),
            async run =>
            {
                var read = await BarePlan.TimeReadingAsync(bare, requests, InFlight);
                if (run >= WarmUps)
                {
                    reading.Add(read);
                }

                return await BarePlan.TimeDeserialisingAsync(bare, requests, InFlight);
            },
            WarmUps,
            runs);
        return (module, deserialising, reading);
    }

    private static SimulatorProcess Server(int count) => new(count, latency: 50, dataDisks: 2, eips: 2);

    private static double Time(ModuleSession session, int count)
    {
        // Objects that are not fresh would be read again.
        session.Run("$all = Get-ZecInstance");
        var time = session.Time(Script);
        var planned = (int)session.Run("$plans.Count")[0].BaseObject;
        return planned == count ? time : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{planned} of {count} were planned."));
    }
}
