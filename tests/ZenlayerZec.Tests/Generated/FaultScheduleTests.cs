using System.Text.Json;
using CsCheck;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Generated;

/// <summary>Whatever the network does, and whenever somebody stops the run, every ID is accounted for, and truly.</summary>
public class FaultScheduleTests
{
    private const int FleetSize = 300;

    private static readonly SimulatedFault?[] Faults =
    [
        null,
        SimulatedFault.Refused,
        SimulatedFault.Error(429, "REQUEST_LIMIT_EXCEEDED", retryAfter: TimeSpan.FromSeconds(3)),
        SimulatedFault.Error(429, null),
        SimulatedFault.Error(503, "SERVICE_TEMPORARY_UNAVAILABLE"),
        SimulatedFault.Error(401, "AUTHFAILURE_SIGNATURE_EXPIRED"),
        SimulatedFault.Error(403, "OPERATION_DENIED_INSTANCE_RECYCLED"),
        SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE"),
        .. Lost(carriesOut: false),
        .. Lost(carriesOut: true),
        SimulatedFault.Cut(),
    ];

    private static readonly BatchSubject[] Subjects =
    [
        new("ReleaseInstances", actions => actions.Release(dependentResources: true), _ => false),
        new("StartInstances", actions => actions.Start(), now => now?.Status is "BOOTING" or "RUNNING"),
        new("StopInstances", actions => actions.Stop(isForced: true), now => now?.Status is "STOPPING" or "STOPPED"),
        new("RebootInstances", actions => actions.Restart(isForced: false), _ => false),
        new(
            "ResetInstances",
            actions => actions.Reset(new ResetInstancesRequest()),
            now => now?.Status is "DEPLOYING" or "RUNNING"),
        new("ModifyInstancesAttribute", actions => actions.Rename("renamed"), now => now?.InstanceName == "renamed"),
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
        from stopAt in Gen.Frequency((2, Gen.Const(-1)), (1, Gen.Int[0, 12]))
        select new Case(subject, ids, looked, recycleBin, isSlow, rejectsUnknown, failures, [.. runs.SelectMany(run => Enumerable.Repeat(run.Item1, run.Item2))], stopAt);

    [Fact]
    public void Every_ID_is_accounted_for_and_truly()
        => AnyCase.Sample(test => CheckAsync(test).GetAwaiter().GetResult(), iter: Cases.Count, print: test => JsonSerializer.Serialize(test));

    private static IEnumerable<SimulatedFault> Lost(bool carriesOut) =>
    [
        SimulatedFault.Error(500, "INTERNAL_SERVER_ERROR", carriesOut),
        SimulatedFault.Error(502, null, carriesOut),
        SimulatedFault.Error(400, "REQUEST_TIMED_OUT", carriesOut),
        SimulatedFault.Hang(carriesOut),
        SimulatedFault.Drop(carriesOut),
        SimulatedFault.Garbage(carriesOut),
    ];

    private static async Task CheckAsync(Case test)
    {
        using var service = new SimulatedService(account =>
        {
            account.InstanceCount = FleetSize;
            account.RecycleBin = test.RecycleBin;
            account.ReleaseTime = account.TransitionTime = test.IsSlow ? TimeSpan.FromHours(10) : TimeSpan.Zero;
            account.RejectsUnknownInstances = test.RejectsUnknown;
            account.FailureCount = test.Failures;
        });
        var subject = Subjects[test.Subject];
        using var stop = new CancellationTokenSource();
        var fleet = service.Ids(FleetSize);
        var ids = test.Ids.Select(index => index < FleetSize ? fleet[index] : $"stranger-{index}").ToArray();
        var requests = 0;
        service.Simulator.FaultFor = _ =>
        {
            var number = requests++;
            if (number == test.StopAt)
            {
                stop.Cancel();
            }

            return number < test.Faults.Length ? Faults[test.Faults[number]] : null;
        };

        var results = await service.RunAsync(subject.Run, ids, test.Looked, stop);

        var succeeded = results.SelectMany(result => result.SucceededIds).ToArray();
        var failed = results.SelectMany(result => result.FailedIds).ToArray();
        var unknown = results.SelectMany(result => result.UnknownIds).ToArray();
        var all = (string[])[.. succeeded, .. failed, .. unknown, .. service.NeverSent];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
        Assert.All(succeeded, id => Assert.True(Count(id) == 1 || (Count(id) == 0 && subject.IsWhereItWasToGo(Now(id)))));
        Assert.All(failed, id => Assert.Equal(0, Count(id)));
        Assert.All(service.NeverSent, id => Assert.Equal(0, Count(id)));
        Assert.All(unknown, id => Assert.True(Count(id) <= 1));
        Assert.All(results, result => Assert.Equal(result.UnknownIds.Count > 0, result.Status == ZecBatchStatus.Unknown));
        Assert.All(
            service.Simulator.Calls.Where(call => call.Action == subject.Action),
            call => Assert.InRange(JsonDocument.Parse(call.Body).RootElement.GetProperty("instanceIds").GetArrayLength(), 1, 100));

        int Count(string id) => service.Simulator.CarriedOutCount(subject.Action, id);

        ZecInstance? Now(string id) => service.Simulator.Instances.SingleOrDefault(instance => instance.InstanceId == id);
    }

    private sealed record BatchSubject(string Action, Func<InstanceOperations, WriteRun> Run, Func<ZecInstance?, bool> IsWhereItWasToGo);

    private sealed record Case(
        int Subject, int[] Ids, bool Looked, bool RecycleBin, bool IsSlow, bool RejectsUnknown, int Failures, int[] Faults, int StopAt);
}
