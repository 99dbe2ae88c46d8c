using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>Waiting: all instances together, less and less often, and never without end.</summary>
public class WaitingTests
{
    [Fact]
    public async Task Instances_arrive_and_none_is_forgotten()
    {
        using var service = new SimulatedService();
        var ids = service.In("STOPPED", 20);
        await service.StartAsync(ids);

        var arrivals = await WaitAsync(service, ids, InstanceGoal.Running);

        Assert.Equal(ids.Order(StringComparer.Ordinal), arrivals.Select(arrival => arrival.ArrivedId).Order(StringComparer.Ordinal));
        Assert.All(arrivals, arrival => Assert.Equal((WaitOutcome.Reached, "RUNNING"), (arrival.Outcome, arrival.Status)));
    }

    [Fact]
    public async Task A_thousand_instances_are_ten_requests_a_round()
    {
        using var service = new SimulatedService(account =>
        {
            account.InstanceCount = 1000;
            account.TransitionTime = TimeSpan.FromSeconds(1);
        });
        var ids = service.Ids(1000);
        foreach (var id in ids)
        {
            service.Simulator.SetStatus(id, "BOOTING");
        }

        var looks = 0;
        var waiter = Waiter(service, ids, InstanceGoal.Running, TimeSpan.FromSeconds(5));
        waiter.Progress = _ => looks++;
        while (await waiter.NextAsync(TestContext.Current.CancellationToken) is not null)
        {
        }

        Assert.True(looks > 1);
        Assert.Equal(10 * looks, service.Sent("DescribeInstancesStatus"));
    }

    [Fact]
    public async Task Looks_come_at_once_then_after_two_seconds_and_ease_off_to_ten()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 1);
        var waiter = Waiter(service, service.Ids(1), WaitGoal.Until(InstanceKind.Kind, ["NEVER"]), TimeSpan.FromMinutes(2));
        var looks = new List<DateTimeOffset>();
        waiter.Progress = _ => looks.Add(service.Clock.GetUtcNow());

        await waiter.NextAsync(TestContext.Current.CancellationToken);

        var pauses = looks.Zip(looks.Skip(1), (one, next) => (next - one).TotalSeconds).ToArray();
        Assert.Equal(2, pauses[0]);
        Assert.Equal(2.5, pauses[1], 1);
        Assert.Equal(10, pauses.Max());
        Assert.Equal(pauses.SkipLast(1).Order(), pauses.SkipLast(1));
    }

    [Fact]
    public async Task What_is_still_on_its_way_when_the_time_is_up_is_told_with_its_state()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 3);
        var ids = service.Ids(3);
        service.Simulator.SetStatus(ids[0], "RUNNING");
        service.Simulator.SetStatus(ids[1], "BOOTING");
        service.Simulator.SetStatus(ids[2], "STOPPED");
        var start = service.Clock.GetUtcNow();

        var arrivals = await WaitAsync(service, ids, InstanceGoal.Running, TimeSpan.FromSeconds(60));

        Assert.Equal(
            [WaitOutcome.Reached, WaitOutcome.TimedOut, WaitOutcome.TimedOut], arrivals.OrderBy(arrival => arrival.Outcome).Select(arrival => arrival.Outcome));
        Assert.Equal(["BOOTING", "RUNNING", "STOPPED"], arrivals.Select(arrival => arrival.Status).Order());
        Assert.Equal(TimeSpan.FromSeconds(60), service.Clock.GetUtcNow() - start);
    }

    [Theory]
    [InlineData("CREATE_FAILED")]
    [InlineData("REINSTALL_FAILED")]
    [InlineData("RECYCLE")]
    [InlineData("RELEASING")]
    public async Task What_ended_where_nothing_leads_on_from_is_told_at_once(string status)
    {
        using var service = new SimulatedService(account => account.InstanceCount = 1);
        service.Simulator.SetStatus(service.Ids(1)[0], status);

        var arrival = Assert.Single(await WaitAsync(service, service.Ids(1), InstanceGoal.Running));

        Assert.Equal((WaitOutcome.EndedElsewhere, status), (arrival.Outcome, arrival.Status));
        Assert.Single(service.Simulator.Calls);
    }

    /// <summary>For each goal, the states in which the waiting ends without it; gone is one of them but for Released.</summary>
    public static TheoryData<string, string> Ends => new()
    {
        { "RUNNING", "CREATE_FAILED RECYCLE RECYCLING REINSTALL_FAILED RELEASING" },
        { "STOPPED", "CREATE_FAILED RECYCLE RECYCLING REINSTALL_FAILED RELEASING" },
        { "BOOTING", "CREATE_FAILED RECYCLE RECYCLING REINSTALL_FAILED RELEASING" },
        { "STOPPING", "CREATE_FAILED RECYCLE RECYCLING REINSTALL_FAILED RELEASING" },
        { "DEPLOYING", "CREATE_FAILED RECYCLE RECYCLING REINSTALL_FAILED RELEASING" },
        { "REBUILDING", "CREATE_FAILED RECYCLE RECYCLING REINSTALL_FAILED RELEASING" },
        { "REBOOT", "CREATE_FAILED RECYCLE RECYCLING REINSTALL_FAILED RELEASING" },
        { "IMAGING", "CREATE_FAILED RECYCLE RECYCLING REINSTALL_FAILED RELEASING" },
        { "RESIZING", "CREATE_FAILED RECYCLE RECYCLING REINSTALL_FAILED RELEASING" },
        { "CREATE_FAILED", "RECYCLE RECYCLING REINSTALL_FAILED RELEASING" },
        { "REINSTALL_FAILED", "CREATE_FAILED RECYCLE RECYCLING RELEASING" },
        { "RELEASING", "" },
        { "RECYCLING", "RECYCLE" },
        { "RECYCLE", "" },
        { "recycled", "" },
        { "Released", "" },
        { "HIBERNATING", "CREATE_FAILED RECYCLE RECYCLING REINSTALL_FAILED RELEASING" },
        { "RUNNING RECYCLE", "" },
        { "RUNNING CREATE_FAILED", "RECYCLE RECYCLING REINSTALL_FAILED RELEASING" },
        { "RUNNING Released", "" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void Waiting_ends_without_the_goal_only_where_nothing_leads_to_it(string goal, string ends)
    {
        var until = WaitGoal.Until(InstanceKind.Kind, goal.Split(' '));

        var ending = InstanceStatus.All.Append("HIBERNATING").Where(status => until.Judge(status) == WaitOutcome.EndedElsewhere);

        Assert.Equal(ends, string.Join(" ", ending.Order(StringComparer.Ordinal)));
        Assert.Equal(goal.Contains("Released", StringComparison.Ordinal) ? WaitOutcome.Reached : WaitOutcome.EndedElsewhere, until.Judge(null));
    }

    [Theory]
    [InlineData("RECYCLE", "RECYCLED")]
    [InlineData("recycled", "RECYCLE")]
    [InlineData("BOOTING", "STARTING")]
    public void A_state_by_its_other_name_is_the_same_state(string goal, string status)
        => Assert.Equal(WaitOutcome.Reached, WaitGoal.Until(InstanceKind.Kind, [goal]).Judge(status));

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "RECYCLE")]
    public async Task Released_is_gone_or_in_the_recycle_bin(bool recycleBin, string? status)
    {
        using var service = new SimulatedService(account =>
        {
            account.RecycleBin = recycleBin;
            account.ReleaseTime = TimeSpan.FromSeconds(30);
        });
        var ids = service.Ids(5);
        await service.ReleaseAsync(ids);

        var arrivals = await WaitAsync(service, ids, InstanceGoal.Released);

        Assert.Equal(5, arrivals.Count);
        Assert.All(arrivals, arrival => Assert.Equal((WaitOutcome.Reached, status), (arrival.Outcome, arrival.Status)));
    }

    [Fact]
    public async Task An_instance_that_is_not_there_will_not_run()
    {
        using var service = new SimulatedService();

        var arrival = Assert.Single(await WaitAsync(service, ["nobody"], InstanceGoal.Running));

        Assert.Equal((WaitOutcome.EndedElsewhere, null), (arrival.Outcome, arrival.Status));
    }

    [Fact]
    public async Task An_instance_that_was_only_just_ordered_may_be_a_while_in_coming()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 1);
        var looks = 0;
        var waiter = Waiter(service, ["newcomer"], InstanceGoal.Running, TimeSpan.FromMinutes(5));
        waiter.IsAfterOrder = true;
        waiter.Progress = _ =>
        {
            if (++looks == 2)
            {
                service.Simulator.Add(new ZecInstance { InstanceId = "newcomer", Status = "RUNNING" });
            }
        };

        var arrivals = await waiter.NextAsync(TestContext.Current.CancellationToken);

        Assert.Equal(WaitOutcome.Reached, Assert.Single(arrivals!).Outcome);
        Assert.Null(await waiter.NextAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_look_that_fails_is_followed_by_another()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 1, options => options.MaximumAttempts = 1);
        service.Simulator.SetStatus(service.Ids(1)[0], "RUNNING");
        service.Simulator.Faults.Enqueue(SimulatedFault.Error(500, "INTERNAL_SERVER_ERROR"));

        var arrival = Assert.Single(await WaitAsync(service, service.Ids(1), InstanceGoal.Running));

        Assert.Equal(WaitOutcome.Reached, arrival.Outcome);
        Assert.Equal(2, service.Simulator.Calls.Count);
    }

    [Fact]
    public async Task Who_may_not_look_is_told_so()
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => SimulatedFault.Error(403, "AUTHFAILURE_UNAUTHORIZED_OPERATION");

        await Assert.ThrowsAsync<ZecServiceException>(() => WaitAsync(service, service.Ids(1), InstanceGoal.Running));
    }

    [Fact]
    public void A_goal_says_what_it_is()
    {
        Assert.Equal("RUNNING", InstanceGoal.Running.ToString());
        Assert.Equal("gone or RECYCLE", InstanceGoal.Released.ToString());
        Assert.Equal("RUNNING or CREATE_FAILED", WaitGoal.Until(InstanceKind.Kind, ["Running", "create_failed"]).ToString());
        Assert.Equal("gone or STOPPED or RECYCLE", WaitGoal.Until(InstanceKind.Kind, ["Stopped", "Released"]).ToString());
    }

    private static StateWaiter Waiter(SimulatedService service, IReadOnlyList<string> ids, WaitGoal goal, TimeSpan limit)
        => new(service.Client, ids, goal, limit, service.Call);

    private static async Task<List<Arrival>> WaitAsync(
        SimulatedService service, IReadOnlyList<string> ids, WaitGoal goal, TimeSpan? limit = null)
    {
        var waiter = Waiter(service, ids, goal, limit ?? TimeSpan.FromMinutes(10));
        var all = new List<Arrival>();
        while (await waiter.NextAsync(TestContext.Current.CancellationToken) is { } arrivals)
        {
            all.AddRange(arrivals);
        }

        return all;
    }
}
