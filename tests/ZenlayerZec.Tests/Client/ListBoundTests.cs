using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>
/// What a service says of its lists is bounded: an error names what was wrong, after few requests. Runs alone, since it counts what the
/// process allocates.
/// </summary>
[CollectionDefinition(nameof(ListBoundTests), DisableParallelization = true)]
[Collection(nameof(ListBoundTests))]
public class ListBoundTests
{
    private const int MostRequests = 100;

    /// <summary>What may be allocated, with what the simulated service itself allocates for its pages.</summary>
    private const long MostBytes = 192L * 1024 * 1024;

    /// <summary>Services that promise what they do not give, each as the page that it gives for a number and a size.</summary>
    public static TheoryData<string, Func<int, int, SimulatedFault>, string> Services => new()
    {
        { "a first page of one and then empty ones", (page, _) => ListAnswers.Page(5000, page == 1 ? Ids(0, 1) : []), "page 2 is empty after 1 of 5000 items" },
        { "full pages and then empty ones", (page, size) => ListAnswers.Page(900_000, page < 3 ? Ids(page * size, size) : []), "page 3 is empty after 2000 of 900000 items" },
        { "empty pages from the first on", (_, _) => ListAnswers.Page(7, []), "page 1 is empty after 0 of 7 items" },
        { "the same page again and again", (_, size) => ListAnswers.Page(900_000, Ids(0, size)), "page 2 has only items of earlier pages" },
        { "pages that shrink", (page, size) => ListAnswers.Page(900_000, Ids(page * 1000, Math.Max(1, size >> (page - 1)))), "page 2 has 500 items in place of 1000" },
        { "a total that grows with every page", (page, size) => ListAnswers.Page((page + 1) * size, Ids(page * size, size)), "totalCount has grown to 5000" },
        { "more items than it counts", (page, size) => ListAnswers.Page(10, Ids(page * size, size)), "1000 items came and totalCount is 10" },
        { "items and a total of none", (page, size) => ListAnswers.Page(0, Ids(page * size, size)), "1000 items came and totalCount is 0" },
    };

    [Theory]
    [MemberData(nameof(Services), DisableDiscoveryEnumeration = true)]
    public async Task A_list_that_cannot_be_is_an_error_that_says_why(string service, Func<int, int, SimulatedFault> page, string words)
    {
        using var simulated = Serving(page);

        var failure = await FailAsync(simulated, () => ListAsync(simulated));
        var untyped = await FailAsync(simulated, () => ListAnyAsync(simulated));

        Assert.Equal(("AnswerIncomplete", "DescribeInstances"), (failure.Code, failure.Action));
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.True(untyped.Code == "AnswerIncomplete" && untyped.Message.Contains(words, StringComparison.Ordinal), service);
    }

    [Theory]
    [InlineData(1_000_001, 1000, "ListTooLong")]
    [InlineData(1_000_000_000, 1000, "ListTooLong")]
    [InlineData(int.MaxValue, 1000, "ListTooLong")]
    [InlineData(int.MaxValue, 0, "AnswerIncomplete")]
    [InlineData(20_000, 1, "ListTooLong")]
    [InlineData(2_147_483_648, 1000, "AnswerInconsistent")]
    [InlineData(long.MaxValue, 1000, "AnswerInconsistent")]
    public async Task A_total_that_no_list_can_have_is_an_error_before_it_is_read(long totalCount, int rows, string code)
    {
        using var simulated = Serving((page, _) => ListAnswers.Page(totalCount, Ids(page * rows, rows)));

        Assert.Equal(code, (await FailAsync(simulated, () => ListAsync(simulated))).Code);
        Assert.IsType<ZecAnswerException>(await FailAsync(simulated, () => ListAnyAsync(simulated)));
    }

    [Fact]
    public async Task A_look_up_by_ID_is_bounded_as_a_list_is()
    {
        using var simulated = Serving((_, _) => ListAnswers.Page(int.MaxValue, Ids(0, 1000)));

        var failure = await FailAsync(simulated, () => new InstanceLister(simulated.Client, simulated.Call)
            .FindAsync([.. Ids(0, 1000)], TestContext.Current.CancellationToken));

        Assert.Equal("ListTooLong", failure.Code);
    }

    [Fact]
    public async Task A_bounded_list_does_not_mind_how_long_the_whole_would_be()
    {
        using var simulated = Serving((page, size) => ListAnswers.Page(int.MaxValue, Ids((page - 1) * size, size)));

        var list = await new InstanceLister(simulated.Client, simulated.Call)
            .TakeAsync(new DescribeInstancesRequest(), 10, null, TestContext.Current.CancellationToken);

        Assert.Equal(Ids(0, 10), list.Items.Select(item => item.InstanceId));
    }

    [Fact]
    public async Task A_bounded_list_that_looks_for_what_never_comes_is_an_error()
    {
        using var simulated = Serving((page, size) => ListAnswers.Page(int.MaxValue, Ids((page - 1) * size, size)));

        var failure = await FailAsync(simulated, () => new InstanceLister(simulated.Client, simulated.Call)
            .TakeAsync(new DescribeInstancesRequest(), 10, item => item.InstanceName == "nobody", TestContext.Current.CancellationToken));

        Assert.Equal("ListTooLong", failure.Code);
    }

    [Fact]
    public async Task A_service_that_asks_to_wait_for_years_is_not_waited_for()
    {
        using var simulated = Serving((_, _) => SimulatedFault.Error(429, "REQUEST_LIMIT_EXCEEDED", retryAfter: TimeSpan.FromDays(3650)));
        var start = simulated.Clock.GetUtcNow();

        var failure = await Assert.ThrowsAsync<ZecServiceException>(() => ListAsync(simulated));

        Assert.Equal(ZecErrorKind.RateLimit, failure.Kind);
        Assert.True(simulated.Clock.GetUtcNow() - start < TimeSpan.FromMinutes(10));
    }

    private static SimulatedService Serving(Func<int, int, SimulatedFault> page)
    {
        var simulated = new SimulatedService(account => account.InstanceCount = 1, options => options.MaximumAttempts = 1);
        simulated.Simulator.FaultFor = request => page(ListAnswers.PageOf(request.Body), ListAnswers.SizeOf(request.Body));
        return simulated;
    }

    private static async Task<ZecAnswerException> FailAsync(SimulatedService simulated, Func<Task> list)
    {
        var sent = simulated.Simulator.Calls.Count;
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var failure = await Assert.ThrowsAsync<ZecAnswerException>(list);

        Assert.InRange(simulated.Simulator.Calls.Count - sent, 1, MostRequests);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, MostBytes);
        return failure;
    }

    private static Task<ItemList<ZecInstance>> ListAsync(SimulatedService simulated)
        => new InstanceLister(simulated.Client, simulated.Call).ListAsync(new DescribeInstancesRequest(), TestContext.Current.CancellationToken);

    private static Task<ItemList<object?>> ListAnyAsync(SimulatedService simulated) => new ApiLister(simulated.Client, simulated.Call)
        .ListAsync(new ApiRequest("DescribeInstances", ApiObject.Empty), TestContext.Current.CancellationToken);

    private static IEnumerable<string> Ids(int first, int count) => Enumerable.Range(first, count).Select(number => $"i-{number}");
}
