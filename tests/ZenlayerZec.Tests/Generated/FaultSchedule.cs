using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Generated;

/// <summary>A run of one kind of change, and all that goes wrong meanwhile; the places in <see cref="ScheduledFaults"/> name it.</summary>
/// <param name="Ids">The things, by their places; beyond the last one, the ID is a stranger's.</param>
/// <param name="Looked">Whether they were read before.</param>
/// <param name="RecycleBin">Whether the account has a recycle bin.</param>
/// <param name="IsSlow">Whether everything that is begun takes hours.</param>
/// <param name="RejectsUnknown">Whether an unknown ID refuses the whole request.</param>
/// <param name="Failures">How many things refuse.</param>
/// <param name="Faults">What becomes of the changes.</param>
/// <param name="Looks">What becomes of the looks.</param>
/// <param name="StopAt">The request at which somebody stops the run; less than zero where nobody does.</param>
/// <param name="ClockHours">How far this machine's clock is off.</param>
/// <param name="Other">The change at which somebody else does the same to one of the things; less than zero where nobody does.</param>
internal sealed record FaultSchedule(
    int[] Ids,
    bool Looked,
    bool RecycleBin,
    bool IsSlow,
    bool RejectsUnknown,
    int Failures,
    int[] Faults,
    int[] Looks,
    int StopAt,
    int ClockHours,
    int Other)
{
    private const int Strangers = 20;

    /// <summary>Any schedule.</summary>
    /// <param name="things">How many things there are.</param>
    /// <param name="most">How many IDs one run names at the most.</param>
    public static Gen<FaultSchedule> Any(int things, int most) =>
        from ids in Gen.Frequency((1, Gen.Int[0, things + Strangers]), (1, Gen.Int[0, things - 1])).Array[1, most]
        from looked in Gen.Bool
        from recycleBin in Gen.Bool
        from isSlow in Gen.Bool
        from rejectsUnknown in Gen.Bool
        from failures in Gen.Int[0, 8]
        from runs in Gen.Select(Gen.Int[0, ScheduledFaults.OfWrites.Count - 1], Gen.Int[1, 6]).Array[0, 8]
        from looks in Gen.Frequency(
            (1, Gen.Const(Array.Empty<int>())), (1, Gen.Int[0, ScheduledFaults.OfLooks.Count - 1].Array[0, 12]))
        from stopAt in Gen.Frequency((2, Gen.Const(-1)), (1, Gen.Int[0, 12]))
        from clock in Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[-3, 3]))
        from other in Gen.Frequency((3, Gen.Const(-1)), (1, Gen.Int[0, 8]))
        select new FaultSchedule(
            ids, looked, recycleBin, isSlow, rejectsUnknown, failures,
            [.. runs.SelectMany(run => Enumerable.Repeat(run.Item1, run.Item2))], looks, stopAt, clock, other);

    /// <summary>Runs it, and checks that the run accounts for every ID, truly.</summary>
    /// <param name="subject">What is done.</param>
    public async Task CheckAsync(ScheduleSubject subject)
    {
        using var service = new SimulatedService(
            account =>
            {
                account.RecycleBin = account.DiskRecycleBin = RecycleBin;
                account.ReleaseTime = account.TransitionTime = IsSlow ? TimeSpan.FromHours(10) : TimeSpan.Zero;
                account.RejectsUnknownInstances = RejectsUnknown;
                subject.Configure(account, Failures);
            },
            options => options.Clock = ClockHours == 0 ? options.Clock : new SkewedClock(options.Clock, TimeSpan.FromHours(ClockHours)));
        var things = subject.Things(service);
        var operation = subject.Operation(service);
        using var stop = new CancellationTokenSource();
        var ids = Ids.Select(index => index < things.Count ? things[index].Id : $"stranger-{index}").ToArray();
        var (requests, writes, looks) = (0, 0, 0);
        var lost = new HashSet<string>(StringComparer.Ordinal);
        var sentAgain = new List<string>();
        service.Simulator.FaultFor = request =>
        {
            if (requests++ == StopAt)
            {
                stop.Cancel();
            }

            if (request.Action != operation.Action)
            {
                var look = looks++;
                return look < Looks.Length ? ScheduledFaults.OfLooks[Looks[look]] : null;
            }

            var body = JsonNode.Parse(request.Body)!.AsObject();
            var named = subject.Named(body, operation);
            Assert.InRange(named.Length, 1, operation.BatchSize);
            sentAgain.AddRange(named.Where(lost.Contains));
            var write = writes++;
            if (write == Other)
            {
                service.Simulator.Other.Act(operation.Action, subject.AsOther(subject.Only(body, operation, named[0])));
            }

            var fault = write < Faults.Length ? ScheduledFaults.OfWrites[Faults[write]] : null;
            lost.UnionWith(ScheduledFaults.IsLost(fault) ? named : []);
            return fault;
        };

        using var run = new WriteRun(service.Client, operation, Items(service, ids, things), service.Call, stop.Token);
        var results = new List<ZecBatchResult>();
        while (await run.NextAsync() is { } result)
        {
            results.Add(result);
        }

        string[] neverSent = [.. run.NeverSent.Select(item => item.Id)];
        service.Clock.Advance(TimeSpan.FromMinutes(2));

        var succeeded = results.SelectMany(result => result.SucceededIds).ToArray();
        var failed = results.SelectMany(result => result.FailedIds).ToArray();
        var unknown = results.SelectMany(result => result.UnknownIds).ToArray();
        var skipped = results.SelectMany(result => result.SkippedIds).ToArray();
        var all = (string[])[.. succeeded, .. failed, .. unknown, .. skipped, .. neverSent];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
        Assert.All(failed, id => Assert.True(Count(id) == 0, $"{id} is said to have failed."));
        Assert.All(skipped, id => Assert.True(Count(id) == 0, $"{id} is said to have been left out."));
        Assert.All(neverSent, id => Assert.True(Count(id) == 0, $"{id} is said to have been never sent."));
        Assert.All(results, result => Assert.Equal(result.UnknownIds.Length > 0, result.Status == ZecBatchStatus.Unknown));
        if (!subject.MayRepeat)
        {
            Assert.Empty(sentAgain);
            Assert.All(ids, id => Assert.InRange(Count(id), 0, 1));
        }

        if (Other < 0)
        {
            // With nobody else in the account, what is said to be done was done by these requests, or was so before.
            Assert.All(succeeded, id => Assert.True(Count(id) >= 1 || subject.IsWhereItWasToGo(service.Simulator, id), $"{id} is said to be done."));
        }

        if (subject.ShowsItself && Other < 0 && StopAt < 0 && Looks.All(look => ScheduledFaults.OfLooks[look] is null) && !Faults.Any(ScheduledFaults.IsLate))
        {
            // Where every look is whole and nothing comes late, whatever took is seen: nobody is left in doubt of what was done.
            Assert.All(unknown, id => Assert.True(Count(id) == 0, $"{id} is said to be unknown."));
        }

        int Count(string id) => service.Simulator.CarriedOutCount(operation.Action, id);
    }

    /// <summary>In a report, and for a seed.</summary>
    public override string ToString() => JsonSerializer.Serialize(this);

    private IEnumerable<WriteItem> Items(SimulatedService service, string[] ids, IReadOnlyList<(string Id, string? State)> things)
    {
        var states = things.ToDictionary(thing => thing.Id, thing => thing.State, StringComparer.Ordinal);
        var reading = new Reading(service.Client);
        return [.. ids.Select(id => Looked && states.TryGetValue(id, out var state) ? new WriteItem(id).ReadAs(state, reading) : new WriteItem(id))];
    }
}
