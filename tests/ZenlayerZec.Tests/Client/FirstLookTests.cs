using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>What is destroyed is looked at directly before, where its state is not fresh.</summary>
public class FirstLookTests
{
    private static readonly WriteOperation Release = InstanceOperations.Release(dependentResources: true, purge: false);

    [Fact]
    public async Task Fresh_objects_cost_no_look()
    {
        using var service = new SimulatedService();

        await service.ReleaseAsync(service.Ids(250));

        Assert.Equal((3, 3), (service.Simulator.Calls.Count, service.Sent("ReleaseInstances")));
    }

    [Fact]
    public async Task Text_costs_one_look_for_each_hundred()
    {
        using var service = new SimulatedService();

        await service.ReleaseAsync(service.Ids(250), looked: false);

        Assert.Equal((6, 3, 3), (service.Simulator.Calls.Count, service.Sent("DescribeInstancesStatus"), service.Sent("ReleaseInstances")));
    }

    [Fact]
    public async Task What_lies_in_the_recycle_bin_is_skipped_and_the_batch_is_filled_up()
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        var ids = service.Ids(150);
        foreach (var id in ids.Take(30))
        {
            service.Simulator.SetStatus(id, "RECYCLE");
        }

        var results = (await service.ReleaseAsync(ids, looked: false)).OrderBy(result => result.BatchNumber).ToArray();

        Assert.Equal(ids.Take(30), results.SelectMany(result => result.SkippedIds).Order(StringComparer.Ordinal));
        Assert.Equal(ids.Skip(30), results.SelectMany(result => result.SucceededIds).Order(StringComparer.Ordinal));
        Assert.All(ids.Take(30), id => Assert.Equal(0, service.Simulator.ReleaseCount(id)));
        Assert.Equal(2, service.Sent("ReleaseInstances"));
        Assert.All(results, result => Assert.Equal(ZecBatchStatus.Succeeded, result.Status));
    }

    [Fact]
    public async Task A_batch_of_which_all_is_skipped_is_a_result_without_an_attempt()
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        var ids = service.Ids(3);
        await service.ReleaseAsync(ids);

        var result = Assert.Single(await service.ReleaseAsync(ids, looked: false));

        Assert.Equal((ZecBatchStatus.Skipped, 0, null), (result.Status, result.Attempts, result.ErrorCode));
        Assert.Equal(ids, result.SkippedIds);
    }

    [Fact]
    public async Task The_same_objects_again_are_looked_at_and_stay_in_the_recycle_bin()
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        var ids = service.Ids(100);
        WriteItem[] before = [.. service.Items(ids)];
        WriteItem[] again = [.. service.Items(ids)];

        await RunAsync(service, before);
        var result = Assert.Single(await RunAsync(service, again));

        Assert.Equal(ids, result.SkippedIds);
        Assert.All(ids, id => Assert.Equal(1, service.Simulator.ReleaseCount(id)));
    }

    [Fact]
    public async Task Another_connection_that_shares_the_record_knows_of_the_release()
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        using var other = new SimulatedService(connect: options =>
        {
            options.Handler = service.Simulator.CreateHandler();
            options.Sent = service.Options.Sent;
            options.Clock = service.Clock;
        });
        var ids = service.Ids(5);
        WriteItem[] read = [.. ids.Select(id => new WriteItem(id).ReadAs("STOPPED", new Reading(other.Client)))];

        await service.ReleaseAsync(ids);
        var result = Assert.Single(await RunAsync(other, read));

        Assert.Equal(ids, result.SkippedIds);
    }

    [Theory]
    [InlineData(29, 0)]
    [InlineData(31, 1)]
    public async Task A_state_is_fresh_for_thirty_seconds(int age, int looks)
    {
        using var service = new SimulatedService();
        var items = service.Items(service.Ids(10)).ToArray();
        service.Clock.Advance(TimeSpan.FromSeconds(age));

        await RunAsync(service, items);

        Assert.Equal(looks, service.Sent("DescribeInstancesStatus"));
    }

    [Fact]
    public async Task A_state_that_grows_old_while_the_request_waits_for_its_turn_is_read_again()
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        var ids = service.Ids(10);
        service.Simulator.Faults.Enqueue(SimulatedFault.Error(429, "REQUEST_LIMIT_EXCEEDED", retryAfter: TimeSpan.FromSeconds(100)));
        service.Simulator.After(request => request.Action == "ReleaseInstances", () => service.Simulator.SetStatus(ids[0], "RECYCLE"));

        var result = Assert.Single(await service.ReleaseAsync(ids));

        Assert.Equal(ids.Take(1), result.SkippedIds);
        Assert.Equal(ids.Skip(1), result.SucceededIds);
        Assert.Equal(0, service.Simulator.ReleaseCount(ids[0]));
    }

    [Theory]
    [InlineData("RUNNING")]
    [InlineData("BOOTING")]
    [InlineData("REBOOT")]
    public async Task What_was_off_when_it_was_read_and_is_in_use_now_is_skipped(string now)
    {
        using var service = new SimulatedService();
        var ids = service.In("STOPPED", 2);
        var items = service.Items(ids).ToArray();
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        service.Simulator.SetStatus(ids[0], now);

        var result = Assert.Single(await RunAsync(service, items));

        Assert.Equal(ids[..1], result.SkippedIds);
        Assert.Equal($"was STOPPED when it was read, and is {now} now", result.SkipReasons[ids[0]]);
        Assert.Equal(ids[1..], result.SucceededIds);
    }

    [Fact]
    public async Task What_this_process_started_itself_is_no_surprise()
    {
        using var service = new SimulatedService(account => account.TransitionTime = TimeSpan.Zero);
        var ids = service.In("STOPPED", 2);
        var items = service.Items(ids).ToArray();
        await service.RunAsync(InstanceOperations.Start(), ids);
        service.Clock.Advance(TimeSpan.FromMinutes(1));

        var result = Assert.Single(await RunAsync(service, items));

        Assert.Equal(ids, result.SucceededIds);
    }

    [Fact]
    public async Task A_start_before_it_was_read_explains_nothing()
    {
        using var service = new SimulatedService(account => account.TransitionTime = TimeSpan.Zero);
        var ids = service.In("STOPPED", 1);
        await service.RunAsync(InstanceOperations.Start(), ids);
        await service.RunAsync(InstanceOperations.Stop(powerOff: false), ids);
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        var items = service.Items(ids).ToArray();
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        service.Simulator.SetStatus(ids[0], "RUNNING");

        Assert.Equal(ids, Assert.Single(await RunAsync(service, items)).SkippedIds);
    }

    [Fact]
    public async Task What_is_not_there_fails_for_that_reason_and_is_not_sent()
    {
        using var service = new SimulatedService();
        var ids = service.Ids(2);

        var result = Assert.Single(await service.ReleaseAsync([.. ids, "stranger"], looked: false));

        Assert.Equal(["stranger"], result.FailedIds);
        Assert.Equal(ids, result.SucceededIds);
        Assert.Equal("InstanceNotFound", Assert.Single(result.Failures).Key.Code);
        Assert.DoesNotContain(service.Simulator.Calls, call => call.Action == "ReleaseInstances" && call.Body.Contains("stranger", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lacks rows")]
    [InlineData("fails")]
    [InlineData("throws")]
    public async Task Where_the_look_tells_nothing_nothing_is_sent(string how)
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = request => request.Action != "DescribeInstancesStatus" ? null : how switch
        {
            "lacks rows" => SimulatedFault.PartialPage(1),
            "fails" => SimulatedFault.Error(500, "INTERNAL_SERVER_ERROR"),
            _ => SimulatedFault.ThrowInBody(() => new InvalidOperationException()),
        };
        var ids = service.Ids(7);

        var result = Assert.Single(await service.ReleaseAsync(ids, looked: false));

        Assert.Equal((ZecBatchStatus.Failed, 0), (result.Status, result.Attempts));
        Assert.Equal(ids, result.FailedIds);
        Assert.NotNull(result.ErrorCode);
        Assert.Equal(0, service.Sent("ReleaseInstances"));
    }

    [Fact]
    public async Task A_start_needs_no_look()
    {
        using var service = new SimulatedService();

        await service.RunAsync(InstanceOperations.Start(), service.In("STOPPED", 100), looked: false);

        Assert.Equal(["StartInstances"], service.Simulator.Calls.Select(call => call.Action));
    }

    private static async Task<List<ZecBatchResult>> RunAsync(SimulatedService service, IEnumerable<WriteItem> items)
    {
        using var run = new WriteRun(service.Client, Release, items, service.Call, CancellationToken.None);
        var results = new List<ZecBatchResult>();
        while (await run.NextAsync() is { } result)
        {
            results.Add(result);
        }

        return results;
    }
}
