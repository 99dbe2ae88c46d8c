using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>A look at instances by ID is whole, or it tells nothing.</summary>
public class WholeLookTests
{
    [Fact]
    public async Task A_look_that_lacks_rows_says_nothing_of_any_ID()
    {
        using var service = new SimulatedService();
        var ids = service.Ids(100);
        Lacking(service, 47);

        var failure = await Assert.ThrowsAsync<ZecAnswerException>(() => FindAsync(service, ids));

        Assert.Equal(("AnswerIncomplete", "DescribeInstances", true), (failure.Code, failure.Action, failure.OutcomeUnknown));
        Assert.Contains("53 of 100", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_that_lacks_rows_once_is_made_again()
    {
        using var service = new SimulatedService();
        var ids = service.Ids(100);
        Lacking(service, 47, times: 1);

        Assert.Equal(100, (await FindAsync(service, ids)).Count);
    }

    [Fact]
    public async Task A_caller_with_its_own_schedule_gets_one_look_and_no_more()
    {
        using var service = new SimulatedService();
        Lacking(service, 1);

        await Assert.ThrowsAsync<ZecAnswerException>(() => new InstanceLister(service.Client, service.Call.WithOneAttempt())
            .FindAsync(service.Ids(100), new DescribeInstancesRequest(), TestContext.Current.CancellationToken));

        // One page that is too short, which no other page mends.
        Assert.Equal(1, service.Simulator.Calls.Count(call => call.Body.Contains("\"pageNum\":1}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_release_whose_answer_is_lost_is_not_counted_as_done_for_rows_that_a_look_lacks()
    {
        using var service = new SimulatedService();
        var ids = service.Ids(100);
        service.Simulator.FaultFor = request => request.Action switch
        {
            "ReleaseInstances" => SimulatedFault.Drop(carriesOut: false),
            "DescribeInstancesStatus" => ListAnswers.Page(100, ids.Skip(47), "STOPPED"),
            _ => null,
        };

        var results = await service.ReleaseAsync(ids);

        Assert.Equal(ZecBatchStatus.Unknown, Assert.Single(results).Status);
        Assert.Equal(100, service.Simulator.Instances.Count(instance => ids.Contains(instance.InstanceId)));
    }

    [Fact]
    public async Task Waiting_does_not_take_an_instance_that_is_being_released_for_gone()
    {
        using var service = new SimulatedService();
        var ids = service.Ids(100);
        service.Simulator.FaultFor = request => request.Action == "DescribeInstancesStatus"
            ? ListAnswers.Page(100, ids.Skip(64), "RELEASING")
            : null;
        var waiter = new StateWaiter(service.Client, ids, InstanceGoal.Released, TimeSpan.FromMinutes(1), service.Call);

        var arrivals = await waiter.NextAsync(TestContext.Current.CancellationToken);

        Assert.Equal(100, arrivals!.Count);
        Assert.All(arrivals, arrival => Assert.Equal(WaitOutcome.TimedOut, arrival.Outcome));
    }

    [Theory]
    [InlineData(2, "i-1", "i-2", "i-2")]
    [InlineData(3, "i-1", "i-2", "i-2")]
    [InlineData(1, "i-1", "i-2")]
    [InlineData(0, "i-1")]
    [InlineData(3, "i-1", "i-2")]
    public async Task A_look_whose_rows_are_not_as_many_as_totalCount_says_or_come_twice_is_not_whole(int totalCount, params string[] rows)
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = request => ListAnswers.Page(totalCount, ListAnswers.PageOf(request.Body) == 1 ? rows : []);

        Assert.Equal("AnswerIncomplete", (await Assert.ThrowsAsync<ZecAnswerException>(() => FindAsync(service, ["i-1", "i-2", "i-3"]))).Code);
    }

    [Fact]
    public async Task A_look_that_is_whole_tells_who_is_gone()
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => ListAnswers.Page(1, ["i-2"]);

        Assert.Equal(["i-2"], (await FindAsync(service, ["i-1", "i-2"])).Keys);
    }

    [Fact]
    public async Task A_row_that_nobody_asked_for_is_not_in_the_result()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 2500);
        var all = service.Ids(2500);
        service.Simulator.FaultFor = request => ListAnswers.Page(
            2500, all.Skip((ListAnswers.PageOf(request.Body) - 1) * 1000).Take(1000));

        var found = await FindAsync(service, [all[2400], all[7], "gone"]);

        Assert.Equal(new[] { all[7], all[2400] }.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_list_that_never_holds_still_is_no_list_where_the_look_by_ID_after_it_is_not_whole()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 3000);
        service.Simulator.FaultFor = request =>
        {
            if (ListAnswers.IdsOf(request.Body).Length > 0)
            {
                return ListAnswers.Page(3, []);
            }

            if (ListAnswers.PageOf(request.Body) == 2)
            {
                _ = service.Simulator.Drop(service.Simulator.Instances[0].InstanceId);
            }

            return null;
        };

        var failure = await Assert.ThrowsAsync<ZecAnswerException>(() => new InstanceLister(service.Client, service.Call)
            .ListAsync(new DescribeInstancesRequest(), TestContext.Current.CancellationToken));

        Assert.Equal("AnswerIncomplete", failure.Code);
    }

    /// <summary>A service that leaves out rows and counts them all the same.</summary>
    private static void Lacking(SimulatedService service, int rows, int times = int.MaxValue)
        => service.Simulator.FaultFor = request => ListAnswers.IdsOf(request.Body) is { Length: > 0 } ids && times-- > 0
            ? ListAnswers.Page(ids.Length, ListAnswers.PageOf(request.Body) == 1 ? ids.Skip(rows) : [])
            : null;

    private static Task<IReadOnlyDictionary<string, ZecInstance>> FindAsync(SimulatedService service, IReadOnlyList<string> ids)
        => new InstanceLister(service.Client, service.Call).FindAsync(ids, TestContext.Current.CancellationToken);
}
