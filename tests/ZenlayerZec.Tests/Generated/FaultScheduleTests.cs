using System.Text.Json;
using CsCheck;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Generated;

/// <summary>
/// Whatever the network does, whoever else works in the account, and whenever somebody stops the run: every ID is accounted for, and truly.
/// </summary>
public class FaultScheduleTests
{
    private const int FleetSize = 300;

    /// <summary>What becomes of a request for a change, and of its answer.</summary>
    private static readonly SimulatedFault?[] Faults =
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
    private static readonly SimulatedFault?[] LookFaults =
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

    private static readonly BatchSubject[] Subjects =
    [
        new(InstanceOperations.Release(dependentResources: true, purge: false), MayRepeat: false, _ => false) { ShowsItself = true },
        new(InstanceOperations.Start(), MayRepeat: true, now => now?.Status is "BOOTING" or "RUNNING"),
        new(InstanceOperations.Stop(isForced: true), MayRepeat: true, now => now?.Status is "STOPPING" or "STOPPED"),
        new(InstanceOperations.Restart(isForced: false), MayRepeat: false, _ => false),
        new(InstanceOperations.Reset(new ResetInstancesRequest()), MayRepeat: false, _ => false),
        new(InstanceOperations.Rename("renamed"), MayRepeat: true, now => now?.InstanceName == "renamed"),
    ];

    private static readonly Gen<Case> AnyCase =
        from subject in Gen.Int[0, Subjects.Length - 1]
        from ids in Gen.Int[0, FleetSize + 20].Array[1, 500]
        from looked in Gen.Bool
        from recycleBin in Gen.Bool
        from isSlow in Gen.Bool
        from rejectsUnknown in Gen.Bool
        from failures in Gen.Int[0, 8]
        from runs in Gen.Select(Gen.Int[0, Faults.Length - 1], Gen.Int[1, 6]).Array[0, 8]
        from looks in Gen.Frequency((1, Gen.Const(Array.Empty<int>())), (1, Gen.Int[0, LookFaults.Length - 1].Array[0, 12]))
        from stopAt in Gen.Frequency((2, Gen.Const(-1)), (1, Gen.Int[0, 12]))
        from clock in Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[-3, 3]))
        from other in Gen.Frequency((3, Gen.Const(-1)), (1, Gen.Int[0, 8]))
        select new Case(
            subject, ids, looked, recycleBin, isSlow, rejectsUnknown, failures,
            [.. runs.SelectMany(run => Enumerable.Repeat(run.Item1, run.Item2))], looks, stopAt, clock, other);

    private static IEnumerable<SimulatedFault> LateFaults
        => from after in (double[])[0.3, 1.6, 10, 29, 45]
           from ending in (SimulatedFault[])[SimulatedFault.Drop(false), SimulatedFault.Hang(false), SimulatedFault.Error(504, null)]
           select SimulatedFault.Late(TimeSpan.FromSeconds(after), ending);

    [Fact]
    public void Every_ID_is_accounted_for_and_truly()
        => AnyCase.Sample(test => CheckAsync(test).GetAwaiter().GetResult(), iter: Cases.Count, print: test => JsonSerializer.Serialize(test));

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

    private static async Task CheckAsync(Case test)
    {
        using var service = new SimulatedService(
            account =>
            {
                account.InstanceCount = FleetSize;
                account.RecycleBin = test.RecycleBin;
                account.ReleaseTime = account.TransitionTime = test.IsSlow ? TimeSpan.FromHours(10) : TimeSpan.Zero;
                account.RejectsUnknownInstances = test.RejectsUnknown;
                account.FailureCount = test.Failures;
            },
            options => options.Clock = test.ClockHours == 0 ? options.Clock : new SkewedClock(options.Clock, TimeSpan.FromHours(test.ClockHours)));
        var subject = Subjects[test.Subject];
        var action = subject.Operation.Action;
        using var stop = new CancellationTokenSource();
        var fleet = service.Ids(FleetSize);
        var ids = test.Ids.Select(index => index < FleetSize ? fleet[index] : $"stranger-{index}").ToArray();
        var (requests, writes, looks) = (0, 0, 0);
        var lost = new HashSet<string>(StringComparer.Ordinal);
        var sentAgain = new List<string>();
        service.Simulator.FaultFor = request =>
        {
            if (requests++ == test.StopAt)
            {
                stop.Cancel();
            }

            if (request.Action != action)
            {
                var look = looks++;
                return look < test.Looks.Length ? LookFaults[test.Looks[look]] : null;
            }

            var named = JsonDocument.Parse(request.Body).RootElement.GetProperty("instanceIds").EnumerateArray().Select(id => id.GetString()!).ToArray();
            Assert.InRange(named.Length, 1, 100);
            sentAgain.AddRange(named.Where(lost.Contains));
            var write = writes++;
            if (write == test.Other)
            {
                Interfere(service.Simulator, action, named[0]);
            }

            var fault = write < test.Faults.Length ? Faults[test.Faults[write]] : null;
            lost.UnionWith(IsLost(fault) ? named : []);
            return fault;
        };

        var results = await service.RunAsync(subject.Operation, ids, test.Looked, stop);
        service.Clock.Advance(TimeSpan.FromMinutes(2));

        var succeeded = results.SelectMany(result => result.SucceededIds).ToArray();
        var failed = results.SelectMany(result => result.FailedIds).ToArray();
        var unknown = results.SelectMany(result => result.UnknownIds).ToArray();
        var skipped = results.SelectMany(result => result.SkippedIds).ToArray();
        var all = (string[])[.. succeeded, .. failed, .. unknown, .. skipped, .. service.NeverSent];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
        Assert.All(failed, id => Assert.Equal(0, Count(id)));
        Assert.All(skipped, id => Assert.Equal(0, Count(id)));
        Assert.All(service.NeverSent, id => Assert.Equal(0, Count(id)));
        Assert.All(results, result => Assert.Equal(result.UnknownIds.Length > 0, result.Status == ZecBatchStatus.Unknown));
        if (!subject.MayRepeat)
        {
            Assert.Empty(sentAgain);
            Assert.All(ids, id => Assert.InRange(Count(id), 0, 1));
        }

        if (test.Other < 0)
        {
            // With nobody else in the account, what is said to be done was done by these requests, or was so before.
            Assert.All(succeeded, id => Assert.True(Count(id) >= 1 || subject.IsWhereItWasToGo(Now(id)), id));
        }

        if (subject.ShowsItself && test.Other < 0 && test.StopAt < 0 && test.Looks.All(look => LookFaults[look] is null) && !test.Faults.Any(IsLate))
        {
            // Where every look is whole and nothing comes late, whatever took is seen: nobody is left in doubt of what was done.
            Assert.All(unknown, id => Assert.Equal(0, Count(id)));
        }

        int Count(string id) => service.Simulator.CarriedOutCount(action, id);

        ZecInstance? Now(string id) => service.Simulator.Instances.SingleOrDefault(instance => instance.InstanceId == id);
    }

    private static bool IsLate(int fault) => Faults[fault]?.EffectAfter is not null;

    /// <summary>Whether the client cannot know from the answer what became of the request.</summary>
    private static bool IsLost(SimulatedFault? fault) => fault is not null
        && (fault.EffectAfter is not null || LostFaults.Contains(fault));

    private static readonly HashSet<SimulatedFault> LostFaults =
    [
        .. Faults.OfType<SimulatedFault>().Where(fault => fault.EffectAfter is null && !IsKnown(fault)),
    ];

    private static bool IsKnown(SimulatedFault fault) => fault.ToString() is var name
        && (name.StartsWith("refused", StringComparison.Ordinal)
            || name.Contains("before sending", StringComparison.Ordinal)
            || name.StartsWith("none", StringComparison.Ordinal)
            || name.StartsWith("HTTP 429", StringComparison.Ordinal)
            || name.StartsWith("HTTP 401", StringComparison.Ordinal)
            || name.StartsWith("HTTP 403", StringComparison.Ordinal)
            || name.StartsWith("HTTP 400 INVALID_PARAMETER", StringComparison.Ordinal));

    /// <summary>Somebody else does the same to one of the IDs at the same moment.</summary>
    private static void Interfere(ZecSimulator simulator, string action, string id) => _ = action switch
    {
        "ReleaseInstances" => simulator.Other.Release(id),
        "StartInstances" => simulator.Other.Start(id),
        "StopInstances" => simulator.Other.Stop(id),
        "RebootInstances" => simulator.Other.Restart(id),
        "ResetInstances" => simulator.Other.Reset(id),
        _ => simulator.Other.Rename("theirs", id),
    };

    /// <param name="Operation">What is done.</param>
    /// <param name="MayRepeat">Whether it may be sent again after a lost answer.</param>
    /// <param name="IsWhereItWasToGo">Whether an instance looks as if it had been done.</param>
    private sealed record BatchSubject(WriteOperation Operation, bool MayRepeat, Func<ZecInstance?, bool> IsWhereItWasToGo)
    {
        /// <summary>Whether an instance never looks as before once it was done; a restart and a reset may be over when it is looked at.</summary>
        public bool ShowsItself { get; init; }
    }

    private sealed record Case(
        int Subject,
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
        int Other);
}
