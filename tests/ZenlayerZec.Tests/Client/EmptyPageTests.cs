using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>An empty page may come without its list; a page that has items may not.</summary>
public class EmptyPageTests
{
    [Theory]
    [InlineData("""{"totalCount":0,"dataSet":null}""")]
    [InlineData("""{"totalCount":0}""")]
    [InlineData("""{"totalCount":0,"dataSet":[]}""")]
    public async Task An_empty_account_is_an_empty_list(string response)
    {
        using var service = Serving(response);
        var token = TestContext.Current.CancellationToken;

        Assert.Empty((await new InstanceLister(service.Client, service.Call).ListAsync(new DescribeInstancesRequest(), token)).Items);
        Assert.Empty(await new InstanceLister(service.Client, service.Call).FindAsync(["i-1"], token));
        Assert.Empty(await new InstanceStatusLister(service.Client, service.Call).FindAsync(["i-1"], new DescribeInstancesStatusRequest(), token));
        Assert.Empty(await new ImageLister(service.Client, service.Call).FindAsync(["img-1"], new DescribeImagesRequest(), token));
        Assert.Empty((await new ApiLister(service.Client, service.Call).ListAsync(new ApiRequest("DescribeDisks", ApiObject.Empty), token)).Items);
    }

    [Fact]
    public async Task Waiting_ends_where_all_are_gone()
    {
        using var service = Serving("""{"totalCount":0,"dataSet":null}""");
        var waiter = new StateWaiter(service.Client, service.Ids(3), InstanceGoal.Released, TimeSpan.FromMinutes(1), service.Call);

        var arrivals = await waiter.NextAsync(TestContext.Current.CancellationToken);

        Assert.All(arrivals!, arrival => Assert.Equal(WaitOutcome.Reached, arrival.Outcome));
    }

    [Fact]
    public async Task A_release_whose_answer_is_lost_is_settled()
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = request => request.Action switch
        {
            "ReleaseInstances" => SimulatedFault.Drop(carriesOut: true),
            "DescribeInstances" => ListAnswers.Response("""{"totalCount":0,"dataSet":null}"""),
            _ => null,
        };

        Assert.Equal(ZecBatchStatus.Succeeded, Assert.Single(await service.ReleaseAsync(service.Ids(3))).Status);
    }

    [Theory]
    [InlineData("""{"totalCount":1,"dataSet":null}""")]
    [InlineData("""{"totalCount":1}""")]
    public async Task A_page_that_lacks_its_items_says_nothing_of_any_ID(string response)
    {
        using var service = Serving(response);
        var token = TestContext.Current.CancellationToken;

        await Assert.ThrowsAsync<ZecAnswerException>(() => new InstanceLister(service.Client, service.Call).FindAsync(["i-1"], token));
        await Assert.ThrowsAsync<ZecAnswerException>(
            () => new ApiLister(service.Client, service.Call).ListAsync(new ApiRequest("DescribeDisks", ApiObject.Empty), token));
    }

    [Fact]
    public async Task A_page_after_the_last_may_come_without_a_list()
    {
        using var service = new SimulatedService();
        var first = service.Ids(100);
        service.Simulator.FaultFor = request => ListAnswers.PageOf(request.Body) == 1
            ? ListAnswers.Page(service.Simulator.Calls.Count == 0 ? 101 : 100, first)
            : ListAnswers.Response("""{"totalCount":100,"dataSet":null}""");

        var list = await new InstanceLister(service.Client, service.Call)
            .ListAsync(new DescribeInstancesRequest(), TestContext.Current.CancellationToken);

        Assert.Equal((100, true), (list.Items.Count, list.IsSettled));
    }

    private static SimulatedService Serving(string response)
    {
        var service = new SimulatedService(connect: options => options.MaximumAttempts = 1);
        service.Simulator.FaultFor = _ => ListAnswers.Response(response);
        return service;
    }
}
