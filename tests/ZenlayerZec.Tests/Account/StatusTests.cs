using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Account;

/// <summary>What time does to the simulated instances, and what their states forbid.</summary>
public class StatusTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    [Theory]
    [InlineData("StartInstances", "STOPPED", "BOOTING", "RUNNING")]
    [InlineData("StopInstances", "RUNNING", "STOPPING", "STOPPED")]
    [InlineData("RebootInstances", "RUNNING", "REBOOT", "RUNNING")]
    [InlineData("ResetInstances", "STOPPED", "DEPLOYING", "RUNNING")]
    public async Task An_action_ends_after_its_time(string action, string before, string meanwhile, string after)
    {
        using var service = new SimulatedService(account => account.TransitionTime = TimeSpan.FromSeconds(20));
        var id = service.In(before)[0];

        var answer = await DoAsync(service, action, id);

        Assert.Null(answer.InstanceIds);
        Assert.Equal(meanwhile, service.StatusOf(id));
        service.Clock.Advance(TimeSpan.FromSeconds(20) - Moment);
        Assert.Equal(meanwhile, service.StatusOf(id));
        service.Clock.Advance(Moment);
        Assert.Equal(after, service.StatusOf(id));
        Assert.Equal(1, service.Simulator.CarriedOutCount(action, id));
    }

    [Theory]
    [InlineData("StartInstances", "STOPPED", "RUNNING")]
    [InlineData("StopInstances", "RUNNING", "STOPPED")]
    [InlineData("RebootInstances", "RUNNING", "RUNNING")]
    [InlineData("ResetInstances", "STOPPED", "RUNNING")]
    public async Task Without_a_time_it_is_done_with_the_answer(string action, string before, string after)
    {
        using var service = new SimulatedService(account => account.TransitionTime = TimeSpan.Zero);
        var id = service.In(before)[0];

        await DoAsync(service, action, id);

        Assert.Equal(after, service.StatusOf(id));
    }

    [Theory]
    [InlineData("StartInstances", "RUNNING", "OPERATION_DENIED_INSTANCE_NOT_STOPPED")]
    [InlineData("StartInstances", "BOOTING", "OPERATION_DENIED_INSTANCE_NOT_STOPPED")]
    [InlineData("StartInstances", "RECYCLE", "OPERATION_DENIED_INSTANCE_RECYCLED")]
    [InlineData("StopInstances", "STOPPED", "OPERATION_DENIED_INSTANCE_NOT_RUNNING")]
    [InlineData("StopInstances", "RECYCLING", "OPERATION_DENIED_INSTANCE_RECYCLED")]
    [InlineData("RebootInstances", "STOPPED", "OPERATION_DENIED_INSTANCE_NOT_RUNNING")]
    [InlineData("RebootInstances", "BOOTING", "OPERATION_DENIED_INSTANCE_NOT_RUNNING")]
    [InlineData("RebootInstances", "RECYCLE", "OPERATION_DENIED_INSTANCE_RECYCLED")]
    [InlineData("ResetInstances", "RUNNING", "OPERATION_DENIED_INSTANCE_NOT_STOPPED")]
    [InlineData("ResetInstances", "RECYCLE", "OPERATION_DENIED_INSTANCE_RECYCLED")]
    public async Task A_batch_of_which_no_state_allows_it_is_refused_with_the_documented_code(string action, string status, string code)
    {
        using var service = new SimulatedService();
        var ids = service.Ids(2);
        Assert.All(ids, id => Assert.True(service.Simulator.SetStatus(id, status)));

        var failure = await Assert.ThrowsAsync<ZecServiceException>(() => DoAsync(service, action, [.. ids]));

        Assert.Equal((code, 403, false), (failure.Code, failure.HttpStatus, failure.OutcomeUnknown));
        Assert.All(ids, id => Assert.Equal((status, 0), (service.StatusOf(id), service.Simulator.CarriedOutCount(action, id))));
    }

    [Theory]
    [InlineData("StartInstances", "STOPPED", "RUNNING")]
    [InlineData("StopInstances", "RUNNING", "STOPPED")]
    [InlineData("RebootInstances", "RUNNING", "STOPPED")]
    [InlineData("ResetInstances", "STOPPED", "RUNNING")]
    public async Task In_a_mixed_batch_what_cannot_be_done_is_listed_and_the_rest_is_done(string action, string good, string bad)
    {
        using var service = new SimulatedService();
        var ids = service.In(good, 3);
        var wrong = service.In(bad)[0];
        Assert.True(service.Simulator.SetStatus(ids[2], "RECYCLE"));

        var answer = await DoAsync(service, action, ids[0], wrong, "stranger", ids[1], ids[2]);

        Assert.Equal([wrong, "stranger", ids[2]], answer.InstanceIds);
        Assert.All(ids[..2], id => Assert.Equal(1, service.Simulator.CarriedOutCount(action, id)));
        Assert.Equal((bad, 0), (service.StatusOf(wrong), service.Simulator.CarriedOutCount(action, wrong)));
    }

    [Theory]
    [InlineData("StartInstances", "STOPPED")]
    [InlineData("StopInstances", "RUNNING")]
    [InlineData("RebootInstances", "RUNNING")]
    [InlineData("ResetInstances", "STOPPED")]
    public async Task What_refuses_everything_is_listed_even_alone(string action, string status)
    {
        using var service = new SimulatedService();
        var id = service.In(status)[0];
        using var refusing = new SimulatedService(account => account.FailingInstanceIds.Add(id));

        Assert.Equal([id], (await DoAsync(refusing, action, id)).InstanceIds);
        Assert.Equal(status, refusing.StatusOf(id));
    }

    [Theory]
    [InlineData("StartInstances")]
    [InlineData("StopInstances")]
    [InlineData("RebootInstances")]
    [InlineData("ResetInstances")]
    public async Task An_unknown_instance_is_listed_or_refused_as_the_account_is_set(string action)
    {
        using var lists = new SimulatedService();
        using var rejects = new SimulatedService(account => account.RejectsUnknownInstances = true);

        Assert.Equal(["stranger"], (await DoAsync(lists, action, "stranger")).InstanceIds);
        var failure = await Assert.ThrowsAsync<ZecServiceException>(() => DoAsync(rejects, action, "stranger"));
        Assert.Equal(("INVALID_INSTANCE_NOT_FOUND", 404), (failure.Code, failure.HttpStatus));
    }

    [Fact]
    public async Task A_hundred_instances_may_be_named_and_for_a_reset_any_number()
    {
        using var service = new SimulatedService();
        var ids = service.Ids(101).ToArray();

        foreach (var action in (string[])["StartInstances", "StopInstances", "RebootInstances"])
        {
            var failure = await Assert.ThrowsAsync<ZecServiceException>(() => DoAsync(service, action, ids));
            Assert.Equal("INVALID_PARAMETER_EXCEED_LENGTH", failure.Code);
            failure = await Assert.ThrowsAsync<ZecServiceException>(() => DoAsync(service, action));
            Assert.Equal("MISSING_PARAMETER", failure.Code);
        }

        Assert.Equal(
            ids.Where(id => service.StatusOf(id) == "RUNNING").Order(StringComparer.Ordinal),
            (await DoAsync(service, "ResetInstances", ids)).InstanceIds!.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_being_stopped_may_be_stopped_again_and_goes_on_as_it_was()
    {
        using var service = new SimulatedService();
        var id = service.In("RUNNING")[0];
        await service.StopAsync(id);
        service.Clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Null((await service.StopAsync(id)).InstanceIds);

        service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(("STOPPED", 1), (service.StatusOf(id), service.Simulator.CarriedOutCount("StopInstances", id)));
    }

    [Fact]
    public async Task A_forced_restart_begins_a_start_or_a_restart_anew()
    {
        using var service = new SimulatedService();
        var id = service.In("STOPPED")[0];
        await service.StartAsync(id);
        service.Clock.Advance(TimeSpan.FromSeconds(4));

        await service.RebootAsync(force: true, id);

        service.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("REBOOT", service.StatusOf(id));
        await service.RebootAsync(force: true, id);
        service.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("REBOOT", service.StatusOf(id));
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("RUNNING", service.StatusOf(id));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task A_release_during_a_start_wins_however_long_it_takes(int releaseSeconds)
    {
        using var service = new SimulatedService(account =>
        {
            account.TransitionTime = TimeSpan.FromSeconds(10);
            account.ReleaseTime = TimeSpan.FromSeconds(releaseSeconds);
        });
        var id = service.In("STOPPED")[0];
        await service.StartAsync(id);

        await service.ReleaseAsync([id]);

        service.Clock.Advance(TimeSpan.FromSeconds(releaseSeconds) - Moment);
        Assert.Equal("RELEASING", service.StatusOf(id));
        service.Clock.Advance(TimeSpan.FromSeconds(100));
        Assert.Null(service.StatusOf(id));
    }

    [Fact]
    public async Task What_somebody_else_does_meanwhile_lasts()
    {
        using var service = new SimulatedService();
        var ids = service.In("STOPPED", 2);
        await service.StartAsync(ids);

        service.Simulator.SetStatus(ids[0], "STOPPED");
        service.Simulator.Drop(ids[1]);
        service.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(("STOPPED", null), (service.StatusOf(ids[0]), service.StatusOf(ids[1])));
    }

    [Fact]
    public async Task What_is_stuck_stays_in_between()
    {
        using var account = new SimulatedService();
        var ids = account.In("STOPPED", 2);
        using var service = new SimulatedService(options => options.StuckInstanceIds.UnionWith(ids));

        await service.StartAsync(ids[0]);
        await service.ReleaseAsync([ids[1]]);
        service.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(("BOOTING", "RELEASING"), (service.StatusOf(ids[0]), service.StatusOf(ids[1])));
    }

    [Fact]
    public async Task Many_instances_end_in_the_order_of_their_moments()
    {
        using var service = new SimulatedService(account => account.ReleaseTime = TimeSpan.FromSeconds(30));
        var released = service.In("STOPPED", 100);
        var stopped = service.In("RUNNING", 50);
        await service.ReleaseAsync(released);
        service.Clock.Advance(TimeSpan.FromSeconds(10));
        await service.StopAsync(stopped);

        service.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.All(stopped, id => Assert.Equal("STOPPED", service.StatusOf(id)));
        Assert.Equal(250, service.Simulator.Instances.Count);
        service.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(150, service.Simulator.Instances.Count);
    }

    private static Task<FailedInstancesResponse> DoAsync(SimulatedService service, string action, params string[] ids) => action switch
    {
        "StartInstances" => service.StartAsync(ids),
        "StopInstances" => service.StopAsync(ids),
        "RebootInstances" => service.RebootAsync(force: null, ids),
        _ => service.SendAsync(ZecActions.ResetInstances, new ResetInstancesRequest { InstanceIds = ids }),
    };
}
