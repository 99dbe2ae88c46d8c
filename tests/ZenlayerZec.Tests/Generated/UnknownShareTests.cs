using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Generated;

/// <summary>
/// How much stays unknown where three of ten requests and looks go wrong in one way. It is bounded for each way, so that the client is not
/// made honest by never knowing anything.
/// </summary>
public class UnknownShareTests(ITestOutputHelper output)
{
    private const int Runs = 40;
    private const int FleetSize = 500;

    /// <summary>
    /// What goes wrong, and how often something may stay unknown at the most: where the request was carried out, and where it was not. One
    /// of the two is null where the way itself decides.
    /// </summary>
    public static TheoryData<string, double?, double?> Ways => new()
    {
        { "drop", 0.01, 0.35 },
        { "hang", 0.01, 0.35 },
        { "500", 0.01, 0.35 },
        { "garbage", 0.01, 0.35 },
        { "exception", 0.01, 0.35 },
        { "late by 2 s", 0.01, null },

        // Two looks come after that, and three of ten fail.
        { "late by 12 s", 0.06, null },
        { "refused", null, 0 },
        { "429", null, 0 },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Only_what_was_lost_and_shows_no_effect_stays_unknown(string way, double? mostOfTaken, double? mostOfLost)
    {
        foreach (var (carriesOut, most) in new[] { (true, mostOfTaken), (false, mostOfLost) }.Where(half => half.Item2 is not null))
        {
            var (unknown, all) = (0, 0);
            for (var seed = 0; seed < Runs; seed++)
            {
                var (more, of) = await RunAsync(way, carriesOut, seed);
                unknown += more;
                all += of;
            }

            var share = (double)unknown / all;
            output.WriteLine($"{way}, {(carriesOut ? "carried out" : "not carried out")}: {share:P2} of {all} IDs that were sent stay unknown");
            Assert.InRange(share, 0, most!.Value);
        }
    }

    private static async Task<(int Unknown, int Sent)> RunAsync(string way, bool carriesOut, int seed)
    {
        using var service = new SimulatedService(account =>
        {
            account.InstanceCount = FleetSize;
            account.RecycleBin = true;
        });
        var random = new Random(seed);
        service.Simulator.FaultFor = request =>
        {
            lock (random)
            {
                var isRelease = request.Action == "ReleaseInstances";
                return random.NextDouble() >= 0.3 ? null : isRelease ? Fault(way, carriesOut) : SimulatedFault.Drop(carriesOut: false);
            }
        };

        var results = await service.ReleaseAsync(service.Ids(FleetSize));

        return (results.Sum(result => result.UnknownIds.Length), FleetSize - service.NeverSent.Count);
    }

    private static SimulatedFault Fault(string way, bool carriesOut) => way switch
    {
        "drop" => SimulatedFault.Drop(carriesOut),
        "hang" => SimulatedFault.Hang(carriesOut),
        "500" => SimulatedFault.Error(500, "INTERNAL_SERVER_ERROR", carriesOut),
        "garbage" => SimulatedFault.Garbage(carriesOut),
        "exception" => SimulatedFault.Throw(() => new InvalidOperationException(), carriesOut),
        "late by 2 s" => SimulatedFault.Late(TimeSpan.FromSeconds(2), SimulatedFault.Drop(carriesOut: false)),
        "late by 12 s" => SimulatedFault.Late(TimeSpan.FromSeconds(12), SimulatedFault.Drop(carriesOut: false)),
        "refused" => SimulatedFault.Refused,
        _ => SimulatedFault.Error(429, "REQUEST_LIMIT_EXCEEDED"),
    };
}
