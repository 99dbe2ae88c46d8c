using ZenlayerZec.Client.Batching;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>The pipeline that the module exists for, over a real socket.</summary>
public class PipelineTests
{
    private const string Flagship = "Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force";
    private const string OneByOne = "Get-ZecInstance -Status STOPPED | ForEach-Object { Remove-ZecInstance $_ -Force }";

    [Theory]
    [InlineData(Flagship, null)]
    [InlineData(Flagship, 100)]
    [InlineData(OneByOne, null)]
    [InlineData(OneByOne, 100)]
    public async Task Every_stopped_instance_is_released_and_no_other(string pipeline, int? pageSizeCap)
    {
        // 2,350 stopped ones, and 2,546 others between them.
        await using var account = await ServedAccount.StartAsync(options =>
        {
            options.InstanceCount = 4896;
            options.PageSizeCap = pageSizeCap;
        });
        var stopped = account.Simulator.Instances.Where(instance => instance.Status == "STOPPED").Select(instance => instance.InstanceId).ToHashSet();
        Assert.Equal(2350, stopped.Count);

        var run = account.Run(pipeline);

        Assert.Null(run.Terminating);
        Assert.Empty(run.Errors);
        Assert.Equal(stopped, run.Of<ZecBatchResult>().SelectMany(result => result.SucceededIds).ToHashSet());
        Assert.Equal(4896 - 2350, account.Simulator.Instances.Count);
        Assert.DoesNotContain(account.Simulator.Instances, instance => instance.Status == "STOPPED");
        Assert.All(stopped, id => Assert.Equal(1, account.Simulator.ReleaseCount(id)));
    }

    [Theory]
    [InlineData(250, 3)]
    [InlineData(100, 1)]
    [InlineData(0, 0)]
    public async Task A_hundred_IDs_go_into_a_request_and_none_into_none(int count, int requests)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["ids"] = account.Simulator.Instances.Take(count).Select(instance => instance.InstanceId).ToArray();

        var run = account.Run("$ids + $ids | Remove-ZecInstance -Force");

        Assert.Empty(run.Errors);
        Assert.Equal(requests, account.Releases);
        Assert.Equal(requests, run.Output.Count);
        Assert.Equal(250 - count, account.Simulator.Instances.Count);
    }

    [Fact]
    public async Task When_what_comes_before_fails_midway_nothing_is_released()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run("Get-ZecInstance | ForEach-Object { if (++$n -eq 120) { throw 'upstream' }; $_ } | Remove-ZecInstance -Force");

        Assert.Equal("upstream", run.Terminating?.Exception.Message);
        Assert.Equal(0, account.Releases);
    }

    [Fact]
    public async Task When_a_later_page_of_the_list_fails_nothing_is_released()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 1500);
        account.Simulator.FaultFor = request => request.Action == "DescribeInstances" && Body(request).Contains("\"pageNum\":2", StringComparison.Ordinal)
            ? SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE")
            : null;

        var run = account.Run("Get-ZecInstance | Remove-ZecInstance -Force");

        Assert.Equal("INVALID_PARAMETER_VALUE,ZenlayerZec.Commands.GetZecInstanceCommand", run.Errors.Append(run.Terminating).First()!.FullyQualifiedErrorId);
        Assert.Equal(0, account.Releases);
    }

    [Fact]
    public async Task An_empty_pipeline_lists_nothing_and_releases_nothing()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run("@() | Get-ZecInstance | Remove-ZecInstance -Force; $none = $null; Get-ZecInstance -Status $none | Remove-ZecInstance -Force");

        Assert.Empty(run.Output);
        Assert.Empty(account.Simulator.Calls);
    }

    [Fact]
    public async Task More_instances_than_were_allowed_are_none()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run("Get-ZecInstance | Remove-ZecInstance -Force -MaximumCount 200");

        Assert.Equal("MaximumCountExceeded,ZenlayerZec.Commands.RemoveZecInstanceCommand", run.Errors.Append(run.Terminating).First()!.FullyQualifiedErrorId);
        Assert.Equal(0, account.Releases);
        Assert.Equal(3, account.Run("Get-ZecInstance | Remove-ZecInstance -Force -MaximumCount 250").Output.Count);
    }

    [Fact]
    public async Task What_is_on_its_way_out_is_skipped_with_a_warning()
    {
        await using var account = await ServedAccount.StartAsync(options =>
        {
            options.InstanceCount = 3;
            options.RecycleBin = true;
        });
        account.Run("Get-ZecInstance -First 1 | Remove-ZecInstance -Force");
        account.Simulator.SetStatus(account.Simulator.Instances[1].InstanceId, "RELEASING");

        var run = account.Run("Get-ZecInstance | Remove-ZecInstance -Force");

        Assert.Equal(2, run.Warnings.Count);
        Assert.Contains("recycle bin, from which a second release would delete it", run.Warnings[0], StringComparison.Ordinal);
        Assert.Contains("already being released", run.Warnings[1], StringComparison.Ordinal);
        Assert.Single(run.Single<ZecBatchResult>().SucceededIds);
    }

    [Theory]
    [InlineData("-KeepDependentResource", "false")]
    [InlineData("", "true")]
    public async Task What_hangs_on_an_instance_stays_only_if_that_was_said(string option, string sent)
    {
        await using var account = await ServedAccount.StartAsync();

        account.Run($"Get-ZecInstance -First 1 | Remove-ZecInstance -Force {option}");

        Assert.Contains($"\"dependResource\":{sent}", account.Simulator.Calls[^1].Body, StringComparison.Ordinal);
    }

    private static string Body(Simulator.Wire.SimulatedRequest request) => System.Text.Encoding.UTF8.GetString(request.Body);
}
