using ZenlayerZec.Client.Batching;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>A service that loses answers is not sent batch after batch; and what is being settled holds up nobody else.</summary>
public class BrakeTests
{
    [Fact]
    public async Task After_three_unknown_batches_in_a_row_the_rest_is_not_sent()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 1000, options => options.ThrottleLimit = 1);
        service.Simulator.FaultFor = request => request.Action == "ReleaseInstances" ? SimulatedFault.Drop(carriesOut: false) : null;
        var ids = service.Ids(1000);
        using var run = service.Begin(InstanceOperations.Release(dependentResources: true, purge: false), ids);

        var results = await ReadAsync(run);

        Assert.Equal(3, results.Count);
        Assert.All(results, result => Assert.Equal(ZecBatchStatus.Unknown, result.Status));
        Assert.True(run.IsGivenUp);
        Assert.Equal(ids.Skip(300), run.NeverSent.Select(item => item.Id));
        Assert.Equal(3, service.Sent("ReleaseInstances"));
    }

    [Fact]
    public async Task While_three_are_unsettled_no_new_batch_leaves()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 1000, options => options.ThrottleLimit = 1);
        var sent = 0;
        service.Simulator.FaultFor = request => request.Action == "ReleaseInstances" && ++sent <= 3
            ? SimulatedFault.Late(TimeSpan.FromSeconds(10), SimulatedFault.Drop(carriesOut: false))
            : null;
        using var run = service.Begin(InstanceOperations.Release(dependentResources: true, purge: false), service.Ids(1000));

        var results = await ReadAsync(run);

        Assert.Equal(10, results.Count);
        Assert.All(results, result => Assert.Equal(ZecBatchStatus.Succeeded, result.Status));
        var releases = service.Simulator.Calls.Where(call => call.Action == "ReleaseInstances").Select(call => call.Time).ToArray();
        Assert.True(releases[2] - releases[0] < TimeSpan.FromSeconds(1));
        Assert.True(releases[3] - releases[2] > TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task One_batch_that_is_being_settled_gives_its_place_to_others()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 1000, options => options.ThrottleLimit = 1);
        service.Simulator.Faults.Enqueue(SimulatedFault.Drop(carriesOut: false));
        var start = service.Clock.GetUtcNow();
        using var run = service.Begin(InstanceOperations.Release(dependentResources: true, purge: false), service.Ids(1000));

        var results = await ReadAsync(run);

        Assert.Equal(1, results[^1].BatchNumber);
        Assert.Equal(ZecBatchStatus.Unknown, results[^1].Status);
        Assert.All(results[..^1], result => Assert.Equal(ZecBatchStatus.Succeeded, result.Status));
        Assert.All(
            service.Simulator.Calls.Where(call => call.Action == "ReleaseInstances"),
            call => Assert.True(call.Time - start < TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Losing_answers_before_their_effect_delays_a_run_of_ten_thousand_by_no_more_than_the_settling_time()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 10_000);
        var sent = 0;
        service.Simulator.FaultFor = request => request.Action == "ReleaseInstances" && ++sent * 15 % 100 < 15 ? SimulatedFault.Drop(carriesOut: false) : null;
        var start = service.Clock.GetUtcNow();

        var results = await service.ReleaseAsync(service.Ids(10_000));

        Assert.Equal(10_000, results.Sum(result => result.SucceededIds.Length + result.UnknownIds.Length) + service.NeverSent.Count);
        Assert.True(service.Clock.GetUtcNow() - start < TimeSpan.FromSeconds(31), string.Join("\n", service.Simulator.Calls.Select(call => $"{call.Time - start} {call.Action} {call.Body.Length} {call.Fault}")));
    }

    [Fact]
    public async Task The_looks_of_batches_that_are_settled_together_go_out_together()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 1000);
        var ids = service.Ids(240);

        // Of each batch little stays open.
        service.Simulator.FaultFor = request => request.Action == "ReleaseInstances" ? SimulatedFault.Drop(carriesOut: true) : null;
        await service.ReleaseAsync(ids);

        Assert.Equal(3, service.Sent("ReleaseInstances"));
        Assert.Equal(3, service.Sent("DescribeInstancesStatus"));
        Assert.Equal([100, 100, 40], service.Simulator.Calls.Where(call => call.Action == "DescribeInstancesStatus")
            .Select(call => System.Text.Json.JsonDocument.Parse(call.Body).RootElement.GetProperty("instanceIds").GetArrayLength()).OrderDescending());
    }

    [Fact]
    public async Task Where_the_caller_may_end_the_run_at_a_failure_a_lost_answer_holds_it_at_once()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 1000, options => options.ThrottleLimit = 1);
        service.Simulator.FaultFor = request => request.Action == "ReleaseInstances" ? SimulatedFault.Drop(carriesOut: false) : null;
        using var run = service.Begin(InstanceOperations.Release(dependentResources: true, purge: false), service.Ids(1000));
        run.WaitsAfterFailure = true;

        var first = await run.NextAsync();
        await run.EndAsync();

        Assert.Equal(ZecBatchStatus.Unknown, first!.Status);
        Assert.Equal(1, service.Sent("ReleaseInstances"));
        Assert.Equal(900, run.NeverSent.Count);
    }

    [Fact]
    public async Task A_stop_that_comes_while_nobody_waits_for_a_result_ends_the_sending()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 1000, options => options.ThrottleLimit = 1);
        using var stop = new CancellationTokenSource();
        using var run = service.Begin(InstanceOperations.Release(dependentResources: true, purge: false), service.Ids(1000), stop: stop);
        service.Simulator.After(request => service.Sent("ReleaseInstances") == 2, stop.Cancel);

        // What is downstream takes its time with the first result: nobody asks for the next.
        await run.NextAsync();
        await run.EndAsync();

        Assert.InRange(service.Sent("ReleaseInstances"), 1, 3);
        Assert.Equal(1000 - (100 * service.Sent("ReleaseInstances")), run.NeverSent.Count);
    }

    [Fact]
    public async Task Whoever_keeps_accounts_beside_the_run_cannot_cost_it_a_result()
    {
        using var service = new SimulatedService();
        using var run = service.Begin(InstanceOperations.Release(dependentResources: true, purge: false), service.Ids(250));
        run.Completed = _ => throw new InvalidOperationException("The log is full.");

        Assert.Equal(3, (await ReadAsync(run)).Count);
    }

    private static async Task<List<ZecBatchResult>> ReadAsync(WriteRun run)
    {
        var results = new List<ZecBatchResult>();
        while (await run.NextAsync() is { } result)
        {
            results.Add(result);
        }

        return results;
    }
}
