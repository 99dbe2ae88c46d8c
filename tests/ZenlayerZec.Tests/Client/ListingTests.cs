using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;

namespace ZenlayerZec.Tests.Client;

/// <summary>A list is never short, whatever the pages do.</summary>
public class ListingTests
{
    [Theory]
    [InlineData(0, null, 1)]
    [InlineData(1, null, 1)]
    [InlineData(1000, null, 1)]
    [InlineData(1001, null, 2)]
    [InlineData(2350, null, 3)]
    [InlineData(2350, 100, 24)]
    [InlineData(2350, 1, 2350)]
    public async Task Every_instance_is_listed_once_and_in_order(int count, int? pageSizeCap, int requests)
    {
        using var service = new SimulatedService(account =>
        {
            account.InstanceCount = count;
            account.PageSizeCap = pageSizeCap;
        });

        var list = await ListAsync(service);

        Assert.True(list.IsSettled);
        Assert.Equal(count, list.TotalCount);
        Assert.Equal(service.Simulator.Instances.Select(Id), list.Items.Select(Id));
        Assert.Equal(requests, service.Simulator.Calls.Count);
    }

    [Fact]
    public async Task An_instance_that_goes_between_two_pages_hides_no_other()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 2500);
        var first = service.Ids(1)[0];
        DropAt(service, page: 2, first);

        var list = await ListAsync(service);

        Assert.Equal(service.Simulator.Instances.Select(Id), list.Items.Select(Id));
        Assert.True(list.IsSettled);
    }

    [Fact]
    public async Task An_instance_that_comes_between_two_pages_is_listed_and_doubles_no_other()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 1500);
        var newcomer = new ZecInstance { InstanceId = "newcomer", Status = InstanceStatus.Running };
        service.Simulator.FaultFor = request =>
        {
            if (PageOf(request.Body) == 2 && service.Simulator.Instances.Count == 1500)
            {
                service.Simulator.Add(newcomer);
            }

            return null;
        };

        var list = await ListAsync(service);

        Assert.Equal(service.Simulator.Instances.Select(Id), list.Items.Select(Id));
    }

    [Fact]
    public async Task A_fleet_that_never_holds_still_is_listed_as_far_as_it_can_be_known()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 3000);
        service.Simulator.FaultFor = request =>
        {
            if (PageOf(request.Body) == 2)
            {
                // Somebody else releases the very first instance whenever a second page is asked for.
                _ = service.Simulator.Drop(service.Simulator.Instances[0].InstanceId);
            }

            return null;
        };

        var list = await ListAsync(service);

        var listed = list.Items.Select(Id).ToArray();
        Assert.False(list.IsSettled);
        Assert.Equal(listed.Length, listed.Distinct().Count());
        Assert.Empty(service.Simulator.Instances.Select(Id).Except(listed));

        // But for the one that went during the very last look, what is gone is not listed.
        Assert.True(listed.Except(service.Simulator.Instances.Select(Id)).Count() <= 1);
    }

    [Fact]
    public async Task A_bounded_list_asks_for_no_more_than_it_needs()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 5000);

        var list = await Lister(service).TakeAsync(new DescribeInstancesRequest(), 10, null, TestContext.Current.CancellationToken);

        Assert.Equal(service.Ids(10), list.Items.Select(Id));
        Assert.Contains("\"pageSize\":10", Assert.Single(service.Simulator.Calls).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IDs_are_looked_up_a_hundred_a_request_and_all_come_back()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 1000);
        var wanted = service.Ids(250);

        var found = await Lister(service).FindAsync([.. wanted, "not-there"], TestContext.Current.CancellationToken);

        Assert.Equal(wanted.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(3, service.Simulator.Calls.Count);
    }

    private static void DropAt(SimulatedService service, int page, string instanceId)
        => service.Simulator.FaultFor = request =>
        {
            if (PageOf(request.Body) == page)
            {
                _ = service.Simulator.Drop(instanceId);
            }

            return null;
        };

    private static int PageOf(byte[] body)
        => JsonDocument.Parse(body).RootElement.TryGetProperty("pageNum", out var page) ? page.GetInt32() : 0;

    private static string Id(ZecInstance instance) => instance.InstanceId;

    private static InstanceLister Lister(SimulatedService service) => new(service.Client, service.Call);

    private static Task<ItemList<ZecInstance>> ListAsync(SimulatedService service)
        => Lister(service).ListAsync(new DescribeInstancesRequest(), TestContext.Current.CancellationToken);
}
