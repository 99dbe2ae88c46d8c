using System.Diagnostics;
using System.Globalization;
using ZenlayerZec.Benchmarks.Floors;
using ZenlayerZec.Benchmarks.Subjects;

namespace ZenlayerZec.Benchmarks.Figures;

/// <summary>Releasing instances: by time, by the service's limit, and by what each ID costs.</summary>
internal static class ReleaseFigures
{
    private const int Count = 10_000;
    private const int InFlight = 8;
    private const string Release = "$slice | Remove-ZecInstance -Force";

    /// <summary>10,000 instances at 50 ms, beside the same requests sent together, and sent one after the other.</summary>
    public static async Task<IEnumerable<Figure>> AtLatencyAsync()
    {
        using var fleet = new Fleet(3 * (Pairs.Runs + 1) * Count, latency: 50);
        var sequential = new List<double>();
        var (module, floor) = await Pairs.TakeAsync(
            _ => Task.FromResult(fleet.TimeModule(Count)),
            async run =>
            {
                if (run > 0)
                {
                    sequential.Add(await fleet.TimeFloorAsync(Count, 1));
                }

                return await fleet.TimeFloorAsync(Count, InFlight);
            });
        return
        [
            new("release 10,000 at 50 ms", "the same requests, 8 at a time", "s", module, floor, 1.15),
            new("release 10,000 at 50 ms", "the same requests, one after the other", "s", module, sequential, 0.16),
        ];
    }

    /// <summary>10,000 instances at no latency, where the engine's own work for each object that is piped shows.</summary>
    public static async Task<IEnumerable<Figure>> AtNoLatencyAsync()
    {
        // Until .NET has compiled for good what both sides run.
        const int WarmUps = 6;
        using var fleet = new Fleet(3 * (Pairs.Runs + WarmUps) * Count, latency: 0);
        fleet.Session.Run($"Import-Module '{Checkout.EmptyManifest}'");
        var byArgument = new List<double>();
        var piping = new List<double>();
        var (piped, floor) = await Pairs.TakeAsync(
            _ =>
            {
                byArgument.Add(fleet.TimeModule(Count, "Remove-ZecInstance $slice -Force"));
                return Task.FromResult(fleet.TimeModule(Count));
            },
            async _ =>
            {
                piping.Add(fleet.Session.Time("$slice | Get-Nothing"));
                return await fleet.TimeFloorAsync(Count, InFlight);
            },
            WarmUps);
        return
        [
            new("release 10,000 at 0 ms, given as an argument", "the same requests, 8 at a time", "s", byArgument[WarmUps..], floor, 1.5),
            new("release 10,000 at 0 ms, through the pipeline", "the same requests, 8 at a time", "s", piped, floor, 1.5),
            new(
                "release 10,000 at 0 ms, through the pipeline",
                "the same requests, and piping the objects to a cmdlet that does nothing",
                "s",
                piped,
                [.. floor.Zip(piping[WarmUps..], (requests, objects) => requests + objects)],
                null),
        ];
    }

    /// <summary>10,000 instances where ten requests a second are let through: nothing fails, and no second is wasted.</summary>
    public static async Task<IEnumerable<Figure>> WithinALimitAsync()
    {
        const int PerSecond = 10;
        var times = new List<double>();
        for (var run = 0; run < Pairs.Runs; run++)
        {
            // A fleet for each run, so that its objects are fresh.
            using var fleet = new Fleet(Count, latency: 0, PerSecond);

            fleet.Read(Count);

            // What the reading sent no longer counts, and what it learned is forgotten.
            await Task.Delay(TimeSpan.FromSeconds(1));
            fleet.Session.Connect();
            times.Add(fleet.Time(Count, Release));
        }

        // The first ten go at once, and each further ten a second later.
        const double Ideal = (double)((Count / 100) - PerSecond) / PerSecond;
        return [new("release 10,000, 10 requests a second let through", "the least that the limit allows", "s", times, [Ideal], 1.1)];
    }

    /// <summary>10,000 instances with the journal of changes, beside the same without it.</summary>
    public static async Task<IEnumerable<Figure>> WithJournalAsync()
    {
        const int Times = 15;
        using var fleet = new Fleet(2 * (Times + 1) * Count, latency: 50);
        try
        {
            var (with, without) = await Pairs.TakeAsync(
                _ => Task.FromResult(Time(string.Empty)), _ => Task.FromResult(Time(Journal.Off)), runs: Times);
            return [new("release 10,000 at 50 ms, with the journal", "the same without it", "s", with, without, 1.05)];
        }
        finally
        {
            Journal.Set(string.Empty);
        }

        double Time(string journal)
        {
            Journal.Set(journal);
            return fleet.TimeModule(Count);
        }
    }

    /// <summary>What an ID costs does not grow with their number.</summary>
    public static async Task<IEnumerable<Figure>> ByCountAsync()
    {
        const int Many = 10 * Count;

        // One release of 10,000 is too short for the system's count of processor time to be exact.
        const int Times = 3;
        using var fleet = new Fleet((Pairs.Runs + 1) * (Many + (Times * Count)), latency: 0);

        // By their IDs: to keep so many instances would cost more, at every collection of garbage, than to release them.
        var (many, few) = await Pairs.TakeAsync(
            _ => Task.FromResult(Processor(() => fleet.TimeModule(Many, byId: true))),
            _ => Task.FromResult(Enumerable.Range(0, Times).Sum(_ => Processor(() => fleet.TimeModule(Count, byId: true))) * 10 / Times));
        return [new("processor time of releasing 100,000", "ten times that of 10,000", "s", many, few, 1.05)];
    }

    private static double Processor(Func<double> work)
    {
        GC.Collect();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        work();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    }

    /// <summary>A simulated fleet of which each run releases some that none has before.</summary>
    private sealed class Fleet : IDisposable
    {
        private readonly SimulatorProcess _server;
        private readonly BareClient _bare;
        private int _used;

        public Fleet(int count, int latency, int? requestsPerSecond = null)
        {
            _server = new SimulatorProcess(count, latency, requestsPerSecond);
            _bare = new BareClient(_server.Endpoint);
            Session = new ModuleSession(_server.Endpoint);

            // Their IDs alone: a collection of garbage would look at all instances of the fleet while 10,000 of them are released.
            Session.Run("$all = Get-ZecInstance | ForEach-Object InstanceId");
        }

        public ModuleSession Session { get; }

        public double TimeModule(int count, string script = Release, bool byId = false)
        {
            if (byId)
            {
                Take(count);
                Session.Run("$slice = $ids");
            }
            else
            {
                Read(count);
            }

            return Time(count, script);
        }

        /// <summary>Reads the next instances, as the flagship pipeline does just before: older objects would be looked at once more.</summary>
        public void Read(int count)
        {
            Take(count);
            Session.Run("$slice = Get-ZecInstance -InstanceId $ids");
        }

        /// <summary>Times a release of what was taken, all of which must be released.</summary>
        public double Time(int count, string script)
        {
            var time = Session.Time($"$results = {script}");
            var succeeded = (int)Session.Run("($results | ForEach-Object { $_.SucceededIds.Count } | ForEach-Object { $sum = 0 } { $sum += $_ } { $sum })")[0].BaseObject;
            return succeeded == count ? time : throw new InvalidOperationException($"{succeeded} of {count} were released.");
        }

        public Task<double> TimeFloorAsync(int count, int mostAtOnce)
        {
            Take(count);
            return BareRelease.TimeAsync(_bare, [.. Session.Run("$ids").Select(id => (string)id.BaseObject)], mostAtOnce);
        }

        public void Dispose()
        {
            _bare.Dispose();
            Session.Dispose();
            _server.Dispose();
        }

        private void Take(int count)
        {
            Session.Run(string.Create(CultureInfo.InvariantCulture, $"$ids = $all[{_used}..{_used + count - 1}]"));
            _used += count;
        }
    }
}
