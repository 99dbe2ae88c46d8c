using System.Globalization;
using ZenlayerZec.Benchmarks.Floors;
using ZenlayerZec.Benchmarks.Subjects;

namespace ZenlayerZec.Benchmarks.Figures;

/// <summary>Listing instances: by time, and by what is kept of them.</summary>
internal static class ListFigures
{
    private const int Count = 10_000;
    private const int Pages = Count / 1000;
    private const int InFlight = 8;

    public static async Task<IEnumerable<Figure>> ByTimeAsync(int latency)
    {
        using var server = new SimulatorProcess(Count, latency);
        using var session = new ModuleSession(server.Endpoint);
        using var bare = new BareClient(server.Endpoint);
        // Until .NET has compiled for good what both sides run: after 6 lists it still takes a third of the processor's time.
        const int WarmUps = 24;
        var reading = new List<double>();
        var scripted = new List<double>();
        var (direct, deserialising) = await Pairs.TakeAsync(
            _ =>
            {
                scripted.Add(session.Time("Get-ZecInstance | ForEach-Object { $last = $_ }"));
                return Task.FromResult(session.Time("Get-ZecInstance | Out-Null"));
            },
            async _ =>
            {
                reading.Add(await BareList.TimeReadingAsync(bare, Pages, InFlight));
                return await BareList.TimeDeserialisingAsync(bare, Pages, InFlight);
            },
            WarmUps);
        var what = string.Create(CultureInfo.InvariantCulture, $"list 10,000 at {latency} ms");
        return
        [
            new($"{what}, through the pipeline", "the same requests, deserialised", "s", direct, deserialising, 1.3),
            new($"{what}, with a script block for each", "the same requests, deserialised", "s", scripted[WarmUps..], deserialising, null),
            new($"{what}, through the pipeline", "the same requests, read to their ends", "s", direct, reading[WarmUps..], latency == 0 ? 1.8 : null),
        ];
    }

    public static async Task<IEnumerable<Figure>> ByMemoryAsync()
    {
        using var few = new SimulatorProcess(Count);
        using var many = new SimulatorProcess(10 * Count);
        using var fewSession = new ModuleSession(few.Endpoint);
        using var manySession = new ModuleSession(many.Endpoint);
        using var bare = new BareClient(few.Endpoint);
        var bodies = await BareList.BodiesAsync(bare, Pages);
        var (module, plain) = await Pairs.TakeAsync(
            _ => Task.FromResult(Kept(fewSession)),
            _ => Task.FromResult(Kept(() => bodies.SelectMany(PlainAnswer.Read).ToArray())));
        var manyKept = new List<double>();
        for (var run = 0; run < Pairs.Runs; run++)
        {
            manyKept.Add(Kept(manySession));
        }

        return
        [
            new("memory kept of 10,000 listed", "a plain deserialisation of the same answers", "MB", module, plain, 0.6),
            new("memory kept of 100,000 listed", "ten times that of 10,000", "MB", manyKept, [.. module.Select(kept => 10 * kept)], 1.05),
        ];
    }

    private static double Kept(ModuleSession session)
    {
        session["list"] = null;
        return Kept(() =>
        {
            session.Run("$list = Get-ZecInstance");
            return session;
        });
    }

    private static double Kept<T>(Func<T> make)
    {
        var before = Settled();
        var made = make();
        var kept = Settled() - before;
        GC.KeepAlive(made);
        return kept / 1e6;
    }

    private static long Settled()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
