using ZenlayerZec.Client.Batching;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>A hundred a request, and every ID accounted for.</summary>
public class BatchTests
{
    [Theory]
    [InlineData(0, new int[] { })]
    [InlineData(1, new[] { 1 })]
    [InlineData(100, new[] { 100 })]
    [InlineData(101, new[] { 100, 1 })]
    [InlineData(250, new[] { 100, 100, 50 })]
    public async Task Instances_go_out_a_hundred_a_request(int count, int[] batches)
    {
        using var service = new SimulatedService(account => account.InstanceCount = 300);

        var results = await RunAsync(service, service.Ids(count));

        Assert.Equal(batches, results.Select(result => result.SucceededIds.Length));
        Assert.Equal(Enumerable.Range(1, batches.Length), results.Select(result => result.BatchNumber));
        Assert.All(results, result => Assert.Equal(ZecBatchStatus.Succeeded, result.Status));
        Assert.All(results, result => Assert.StartsWith("T", result.RequestId, StringComparison.Ordinal));
        Assert.Equal(batches.Length, service.Sent("ReleaseInstances"));
        Assert.Equal(300 - count, service.Simulator.Instances.Count);
    }

    [Fact]
    public async Task An_ID_that_comes_twice_is_sent_once()
    {
        using var service = new SimulatedService();
        var ids = service.Ids(60);

        var result = Assert.Single(await RunAsync(service, [.. ids, .. ids]));

        Assert.Equal(ids, result.SucceededIds);
    }

    [Fact]
    public async Task The_IDs_that_the_service_names_have_failed_and_the_others_have_not()
    {
        using var service = new SimulatedService(account => account.FailureCount = 3);
        var ids = service.Simulator.Instances.Where(instance => instance.Status == "STOPPED").Select(instance => instance.InstanceId).Take(10).ToArray();

        var result = Assert.Single(await RunAsync(service, ids));

        Assert.Equal(ZecBatchStatus.PartiallyFailed, result.Status);
        Assert.Equal(ids[..3], result.FailedIds);
        Assert.Equal(ids[3..], result.SucceededIds);
        Assert.Null(result.ErrorCode);
    }

    [Fact]
    public async Task A_batch_that_is_refused_has_failed_whole()
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE");

        var result = Assert.Single(await RunAsync(service, service.Ids(2)));

        Assert.Equal(ZecBatchStatus.Failed, result.Status);
        Assert.Equal("INVALID_PARAMETER_VALUE", result.ErrorCode);
        Assert.Equal(250, service.Simulator.Instances.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_ID_that_is_not_there_fails_and_holds_up_no_other(bool rejectsWholeRequest)
    {
        using var service = new SimulatedService(account => account.RejectsUnknownInstances = rejectsWholeRequest);
        var ids = service.Ids(5);

        var result = Assert.Single(await RunAsync(service, [.. ids, "stranger", "alien"]));

        Assert.Equal(["stranger", "alien"], result.FailedIds);
        Assert.Equal(ids, result.SucceededIds);
        Assert.Null(result.ErrorCode);
    }

    [Fact]
    public async Task IDs_of_which_none_is_there_fail_for_that_reason()
    {
        using var service = new SimulatedService(account => account.RejectsUnknownInstances = true);

        var result = Assert.Single(await RunAsync(service, ["stranger", "alien"]));

        Assert.Equal((ZecBatchStatus.Failed, 2), (result.Status, result.FailedIds.Length));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_hangs_on_an_instance_goes_or_stays_as_was_said(bool goes)
    {
        using var service = new SimulatedService();

        await RunAsync(service, service.Ids(1), goes);

        Assert.Contains($"\"dependResource\":{(goes ? "true" : "false")}", Assert.Single(service.Simulator.Calls).Body, StringComparison.Ordinal);
    }

    private static async Task<List<ZecBatchResult>> RunAsync(SimulatedService service, IReadOnlyList<string> ids, bool releaseDependentResources = true)
    {
        var results = await service.ReleaseAsync(ids, releaseDependentResources: releaseDependentResources);
        Assert.Empty(service.NeverSent);
        return [.. results.OrderBy(result => result.BatchNumber)];
    }
}
