using ZenlayerZec.Client.Batching;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>After a lost answer the service is asked what became of the batch.</summary>
public class SettlingTests
{
    public static TheoryData<string> LostAfter => ["500", "hang", "drop", "cut", "garbage"];

    public static TheoryData<string> LostBefore => ["500", "502 html", "hang", "drop", "garbage"];

    [Theory]
    [MemberData(nameof(LostAfter))]
    public async Task What_was_carried_out_is_found_done_and_never_sent_again(string how)
    {
        using var service = new SimulatedService();
        service.Simulator.Faults.Enqueue(Fault(how, carriesOut: true));
        var ids = service.Ids(100);

        var result = Assert.Single(await service.ReleaseAsync(ids));

        Assert.Equal((ZecBatchStatus.Succeeded, 1, null), (result.Status, result.Attempts, result.ErrorCode));
        Assert.Equal(["ReleaseInstances", "DescribeInstancesStatus"], service.Simulator.Calls.Select(call => call.Action));
        Assert.All(ids, id => Assert.Equal(1, service.Simulator.ReleaseCount(id)));
    }

    [Theory]
    [MemberData(nameof(LostBefore))]
    public async Task A_release_that_was_not_carried_out_is_not_sent_again_and_stays_unknown(string how)
    {
        using var service = new SimulatedService();
        service.Simulator.Faults.Enqueue(Fault(how, carriesOut: false));
        var ids = service.Ids(100);
        var start = service.Clock.GetUtcNow();

        var result = Assert.Single(await service.ReleaseAsync(ids));

        Assert.Equal((ZecBatchStatus.Unknown, 1), (result.Status, result.Attempts));
        Assert.Equal(ids, result.UnknownIds);
        Assert.All(result.LastSeen.Values, state => Assert.Contains(state, (string[])["STOPPED", "RUNNING"]));
        Assert.Equal(6, service.Sent("DescribeInstancesStatus"));
        Assert.InRange(service.Clock.GetUtcNow() - start, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(100));
        Assert.All(ids, id => Assert.Equal(0, service.Simulator.ReleaseCount(id)));
    }

    [Theory]
    [MemberData(nameof(LostBefore))]
    public async Task A_start_that_was_not_carried_out_is_found_standing_and_sent_again(string how)
    {
        using var service = new SimulatedService(account => account.TransitionTime = TimeSpan.Zero);
        service.Simulator.Faults.Enqueue(Fault(how, carriesOut: false));
        var ids = service.In("STOPPED", 100);

        var result = Assert.Single(await service.RunAsync(InstanceOperations.Start(), ids));

        Assert.Equal((ZecBatchStatus.Succeeded, 2), (result.Status, result.Attempts));
        Assert.Equal(["StartInstances", "DescribeInstancesStatus", "StartInstances"], service.Simulator.Calls.Select(call => call.Action));
        Assert.All(ids, id => Assert.Equal(1, service.Simulator.CarriedOutCount("StartInstances", id)));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1.6)]
    [InlineData(20)]
    public async Task A_release_that_takes_effect_late_is_waited_for_and_carried_out_once(double seconds)
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        service.Simulator.Faults.Enqueue(SimulatedFault.Late(TimeSpan.FromSeconds(seconds), SimulatedFault.Drop(carriesOut: false)));
        var ids = service.Ids(100);

        var result = Assert.Single(await service.ReleaseAsync(ids));

        Assert.Equal((ZecBatchStatus.Succeeded, 1, null), (result.Status, result.Attempts, result.ErrorCode));
        Assert.All(ids, id => Assert.Equal(1, service.Simulator.ReleaseCount(id)));
    }

    [Fact]
    public async Task A_release_that_takes_effect_after_the_settling_time_is_unknown_and_was_sent_once()
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        service.Simulator.Faults.Enqueue(SimulatedFault.Late(TimeSpan.FromMinutes(3), SimulatedFault.Hang(carriesOut: false)));
        var ids = service.Ids(3);

        var result = Assert.Single(await service.ReleaseAsync(ids));
        service.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(ids, result.UnknownIds);
        Assert.All(ids, id => Assert.Equal(1, service.Simulator.ReleaseCount(id)));
    }

    [Theory]
    [InlineData("SERVICE_TEMPORARY_UNAVAILABLE")]
    [InlineData("REQUEST_TIMED_OUT")]
    [InlineData("INVALID_OPERATION_TIMEOUT")]
    public async Task A_release_that_was_carried_out_before_the_service_gave_up_is_sent_once(string code)
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        service.Simulator.Faults.Enqueue(SimulatedFault.Error(503, code, carriesOut: true));
        var ids = service.Ids(10);

        var result = Assert.Single(await service.ReleaseAsync(ids));

        Assert.Equal(ZecBatchStatus.Succeeded, result.Status);
        Assert.All(ids, id => Assert.Equal(1, service.Simulator.ReleaseCount(id)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_instance_that_runs_after_a_lost_reset_proves_nothing(bool looked)
    {
        using var service = new SimulatedService(account => account.TransitionTime = TimeSpan.Zero);
        service.Simulator.Faults.Enqueue(looked ? SimulatedFault.Drop(carriesOut: true) : null);
        service.Simulator.Faults.Enqueue(looked ? null : SimulatedFault.Drop(carriesOut: true));
        var ids = service.In("STOPPED", 3);

        var result = Assert.Single(await service.RunAsync(InstanceOperations.Reset(), ids, looked));

        Assert.Equal(ids, result.UnknownIds);
        Assert.All(ids, id => Assert.Equal(1, service.Simulator.CarriedOutCount("ResetInstances", id)));
    }

    [Fact]
    public async Task A_reset_that_is_seen_under_way_is_done()
    {
        using var service = new SimulatedService(account => account.TransitionTime = TimeSpan.FromMinutes(5));
        service.Simulator.Faults.Enqueue(SimulatedFault.Drop(carriesOut: true));

        var result = Assert.Single(await service.RunAsync(InstanceOperations.Reset(), service.In("STOPPED", 3)));

        Assert.Equal((ZecBatchStatus.Succeeded, 1), (result.Status, result.Attempts));
    }

    [Fact]
    public async Task A_restart_is_never_sent_twice_and_only_its_own_state_shows_it()
    {
        using var service = new SimulatedService(account => account.TransitionTime = TimeSpan.Zero);
        service.Simulator.Faults.Enqueue(SimulatedFault.Drop(carriesOut: true));
        var ids = service.In("RUNNING", 2);

        var result = Assert.Single(await service.RunAsync(InstanceOperations.Restart(powerCycle: false), ids));

        Assert.Equal(ids, result.UnknownIds);
        Assert.Equal(1, service.Sent("RebootInstances"));
    }

    [Theory]
    [InlineData(false, "RELEASING")]
    [InlineData(true, "RECYCLE")]
    public async Task What_is_on_its_way_out_or_in_the_recycle_bin_counts_as_done_and_is_left_there(bool recycleBin, string status)
    {
        using var service = new SimulatedService(account =>
        {
            account.RecycleBin = recycleBin;
            account.ReleaseTime = recycleBin ? TimeSpan.Zero : TimeSpan.FromHours(1);
        });
        service.Simulator.Faults.Enqueue(SimulatedFault.Drop(carriesOut: true));
        var ids = service.Ids(10);

        var result = Assert.Single(await service.ReleaseAsync(ids));

        Assert.Equal(ZecBatchStatus.Succeeded, result.Status);
        Assert.All(service.Simulator.Instances.Take(10), instance => Assert.Equal(status, instance.Status));
        Assert.Equal(1, service.Sent("ReleaseInstances"));
    }

    [Fact]
    public async Task A_lost_answer_to_the_request_that_destroys_for_good_is_settled_and_not_repeated()
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        var ids = service.Ids(1);
        await service.ReleaseAsync(ids);
        service.Simulator.Faults.Enqueue(null);
        service.Simulator.Faults.Enqueue(SimulatedFault.Drop(carriesOut: false));

        var result = Assert.Single(await service.ReleaseAsync(ids, purge: true));

        Assert.Equal((ZecBatchStatus.Unknown, 1), (result.Status, result.Attempts));
        Assert.Equal("RECYCLE", result.LastSeen[ids[0]]);
        Assert.Equal(2, service.Sent("ReleaseInstances"));
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_sent_again()
    {
        using var service = new SimulatedService(account => account.TransitionTime = TimeSpan.Zero);
        var ids = service.In("STOPPED", 2);
        service.Simulator.Faults.Enqueue(SimulatedFault.Drop(carriesOut: false));
        service.Simulator.After(request => request.Action == "StartInstances", () => service.Simulator.SetStatus(ids[1], "IMAGING"));

        var result = Assert.Single(await service.RunAsync(InstanceOperations.Start(), ids));

        Assert.Equal(ids[..1], result.SucceededIds);
        Assert.Equal(ids[1..], result.UnknownIds);
        Assert.Equal(0, service.Simulator.CarriedOutCount("StartInstances", ids[1]));
    }

    [Fact]
    public async Task A_look_that_lacks_rows_tells_nothing_and_the_next_one_tells()
    {
        using var service = new SimulatedService();
        var ids = service.Ids(100);
        service.Simulator.Faults.Enqueue(SimulatedFault.Drop(carriesOut: false));
        service.Simulator.Faults.Enqueue(SimulatedFault.PartialPage(47));
        service.Simulator.Faults.Enqueue(SimulatedFault.EmptyPage);

        var result = Assert.Single(await service.ReleaseAsync(ids));

        Assert.Equal(ids, result.UnknownIds);
        Assert.Empty(result.SucceededIds);
    }

    [Fact]
    public async Task Where_nothing_can_be_looked_up_all_is_unknown()
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => SimulatedFault.Drop(carriesOut: true);

        var result = Assert.Single(await service.ReleaseAsync(service.Ids(7)));

        Assert.Equal((ZecBatchStatus.Unknown, 7, "ConnectionLost"), (result.Status, result.UnknownIds.Length, result.ErrorCode));
        Assert.Equal(1, service.Sent("ReleaseInstances"));
    }

    [Fact]
    public async Task A_start_that_is_lost_again_and_again_is_sent_no_more_often_than_allowed()
    {
        using var service = new SimulatedService(connect: options => options.MaximumAttempts = 3);
        service.Simulator.FaultFor = request => request.Action == "StartInstances" ? SimulatedFault.Error(500, null) : null;

        var result = Assert.Single(await service.RunAsync(InstanceOperations.Start(), service.In("STOPPED", 5)));

        Assert.Equal((ZecBatchStatus.Unknown, 3), (result.Status, result.Attempts));
        Assert.Equal(3, service.Sent("StartInstances"));
    }

    [Fact]
    public async Task What_failed_by_name_and_what_is_lost_are_told_apart()
    {
        using var service = new SimulatedService(account => account.FailureCount = 1);
        var ids = service.Simulator.Instances.Where(instance => instance.Status == "STOPPED").Take(3).Select(instance => instance.InstanceId).ToArray();
        service.Simulator.Faults.Enqueue(SimulatedFault.Drop(carriesOut: true));

        var result = Assert.Single(await service.ReleaseAsync(ids));

        // That the first one was refused, the lost answer alone would have said.
        Assert.Equal(ids[..1], result.UnknownIds);
        Assert.Equal(ids[1..], result.SucceededIds);
        Assert.Equal("ConnectionLost", result.ErrorCode);
    }

    [Fact]
    public async Task After_a_wish_to_stop_the_request_in_flight_comes_home_and_no_other_goes_out()
    {
        using var service = new SimulatedService(connect: options => options.ThrottleLimit = 1);
        using var stop = new CancellationTokenSource();
        service.Simulator.FaultFor = _ =>
        {
            stop.Cancel();
            return null;
        };
        var ids = service.Ids(250);

        var result = Assert.Single(await service.ReleaseAsync(ids, stop: stop));

        Assert.Equal(ids.Take(100), result.SucceededIds);
        Assert.Equal(ids.Skip(100), service.NeverSent);
    }

    [Fact]
    public async Task After_a_wish_to_stop_nobody_waits_longer_than_five_seconds()
    {
        using var service = new SimulatedService(connect: options => options.ThrottleLimit = 1);
        using var stop = new CancellationTokenSource();
        var start = service.Clock.GetUtcNow();
        service.Simulator.FaultFor = _ =>
        {
            stop.Cancel();
            return SimulatedFault.Hang(carriesOut: false);
        };

        var result = Assert.Single(await service.ReleaseAsync(service.Ids(250), stop: stop));

        Assert.Equal((ZecBatchStatus.Unknown, 100, "Stopped"), (result.Status, result.UnknownIds.Length, result.ErrorCode));
        Assert.Equal(TimeSpan.FromSeconds(5), service.Clock.GetUtcNow() - start);
        Assert.Equal(150, service.NeverSent.Count);
    }

    [Fact]
    public void A_request_that_comes_home_as_its_time_runs_out_harms_nobody()
    {
        var clock = new LateClock();
        using var stop = new CancellationTokenSource();
        var grace = new GracePeriod(clock, () => true, stop.Token);
        stop.Cancel();
        grace.Dispose();

        // A timer that has begun to fire cannot be taken back.
        clock.Fire!(null);
    }

    private static SimulatedFault Fault(string name, bool carriesOut) => name switch
    {
        "500" => SimulatedFault.Error(500, "INTERNAL_SERVER_ERROR", carriesOut),
        "502 html" => SimulatedFault.Error(502, null, carriesOut),
        "hang" => SimulatedFault.Hang(carriesOut),
        "drop" => SimulatedFault.Drop(carriesOut),
        "cut" => SimulatedFault.Cut(),
        _ => SimulatedFault.Garbage(carriesOut),
    };

    /// <summary>A clock whose timers fire when they are told to, disposed of or not.</summary>
    private sealed class LateClock : TimeProvider
    {
        public TimerCallback? Fire { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Fire = callback;
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
