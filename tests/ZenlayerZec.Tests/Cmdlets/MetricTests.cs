using ZenlayerZec.Client.Models;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What was measured of instances and network interfaces, and what can be done with it.</summary>
public class MetricTests
{
    [Fact]
    public async Task What_idled_for_a_week_would_be_stopped_and_nothing_else()
    {
        await using var account = await StartAsync();

        var run = account.Session.Must("""
            $summaries = Get-ZecInstance -Status RUNNING |
                Get-ZecInstanceMetric -MetricName CPU_UTILIZATION -StartTime ([DateTimeOffset]::UtcNow.AddDays(-7)) -Summary
            $summaries.Count
            ($summaries | Where-Object Maximum -lt 3).InstanceId -join ','
            $summaries | Where-Object Maximum -lt 3 | Stop-ZecInstance -WhatIf
            ($summaries | Where-Object Maximum -lt 3 | Stop-ZecInstance -Confirm:$false).SucceededIds -join ','
            """);

        Assert.Equal(account.Simulator.Calls.Count(call => call.Action == "DescribeInstanceMonitorData"), (int)run.Output[0].BaseObject);
        var idle = ((string)run.Output[1].BaseObject).Split(',');
        Assert.NotEmpty(idle[0]);
        Assert.Equal(run.Output[1].BaseObject, run.Output[2].BaseObject);
        Assert.Equal(
            idle.Order(StringComparer.Ordinal),
            account.Simulator.Instances.Where(one => one.Status is "STOPPING").Select(one => one.InstanceId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_has_no_values_has_no_summary_and_so_never_looks_idle()
    {
        await using var account = await StartAsync();

        var run = account.Run("""
            Get-ZecInstance -Status STOPPED -First 2 | Get-ZecInstanceMetric -MetricName CPU_UTILIZATION, load1 -Summary |
                Where-Object Maximum -lt 3 | Remove-ZecInstance -Force
            """);

        Assert.Empty(run.Output);
        Assert.Equal(0, account.Releases);
        var warning = Assert.Single(run.Warnings);
        Assert.StartsWith("The service has no values in this time, so there is no summary, of: CPU_UTILIZATION of instance ", warning, StringComparison.Ordinal);
        Assert.Equal(4, warning.Split(" of instance ").Length - 1);
        Assert.Contains("LOAD1 of instance ", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"maxValue":0,"minValue":0,"avgValue":0,"metrics":[]}""")]
    [InlineData("""{"maxValue":0,"minValue":0,"avgValue":0,"metrics":[{"time":"2026-01-01T00:00:00Z","value":null},{"time":"2026-01-01T00:05:00Z"}]}""")]
    [InlineData("""{"maxValue":90,"metrics":[{"time":"2026-01-01T00:00:00Z","value":90}]}""")]
    [InlineData("""{"maxValue":-1,"minValue":"?","avgValue":2,"metrics":[{"time":"2026-01-01T00:00:00Z","value":2}]}""")]
    public async Task A_summary_that_no_values_bear_out_or_that_lacks_one_is_none(string answer)
    {
        await using var account = await StartAsync();
        account.Session.Must("$one = Get-ZecInstance -Status RUNNING -First 1; $disk = Get-ZecDisk -First 1; $nic = Get-ZecNic -First 1");
        account.Simulator.FaultFor = request => request.Action!.EndsWith("MonitorData", StringComparison.Ordinal) ? ListAnswers.Response(answer) : null;

        var run = account.Run("""
            $one | Get-ZecInstanceMetric -MetricName CPU_UTILIZATION -Summary
            $disk | Get-ZecDiskMetric -MetricName DISK_UTIL -Summary
            $nic | Get-ZecNicMetric -MetricName RX_BITS -Summary
            """);

        Assert.Empty(run.Output);
        Assert.Equal(3, run.Warnings.Count(warning => warning.StartsWith("The service has no values", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_moment_without_a_value_is_left_out_so_that_it_is_not_less_than_anything()
    {
        await using var account = await StartAsync();
        account.Session.Must("$one = Get-ZecInstance -Status RUNNING -First 1");
        account.Simulator.FaultFor = request => request.Action == "DescribeInstanceMonitorData"
            ? ListAnswers.Response("""{"maxValue":70,"minValue":70,"avgValue":70,"metrics":[null,{"time":"2026-01-01T00:00:00Z","value":null},{"time":"2026-01-01T00:05:00Z","value":70}]}""")
            : null;

        var run = account.Run("$one | Get-ZecInstanceMetric -MetricName CPU_UTILIZATION");

        Assert.Equal([70m], run.Of<ZecInstanceMetric>().Select(point => point.Value));
        Assert.Empty(account.Run("$one | Get-ZecInstanceMetric -MetricName CPU_UTILIZATION | Where-Object Value -lt 3 | Stop-ZecInstance -Confirm:$false").Output);
    }

    [Fact]
    public async Task A_metric_that_was_just_read_does_not_count_as_a_look_at_its_instance()
    {
        await using var account = await StartAsync();

        account.Session.Must("Get-ZecInstance -Status RUNNING -First 1 | Get-ZecInstanceMetric -MetricName CPU_UTILIZATION -Summary | Remove-ZecInstance -Force");

        Assert.Equal(["DescribeInstances", "DescribeInstanceMonitorData", "DescribeInstances", "ReleaseInstances"], account.Simulator.Calls.Select(call => call.Action));
        Assert.Equal(1, account.Releases);
    }

    [Fact]
    public async Task Points_and_summaries_of_a_network_interface_stand_for_it()
    {
        await using var account = await StartAsync();
        account.Session.Must("$nic = @(Get-ZecInstance -Status RUNNING -First 1 | Get-ZecNic)[0]");

        var points = account.Session.Must("$nic | Get-ZecNicMetric -MetricName rx_bits, TX_BITS -Interval 00:05").Of<ZecNicMetric>().ToArray();
        var summary = account.Session.Must("$nic | Get-ZecNicMetric -MetricName RX_BITS -Summary").Single<ZecNicMetricSummary>();

        Assert.Equal(["RX_BITS", "TX_BITS"], points.Select(point => point.MetricName).Distinct());
        Assert.Equal(points.Where(point => point.MetricName == "RX_BITS").Max(point => point.Value), summary.Maximum);
        Assert.True(summary.Minimum <= summary.Average && summary.Average <= summary.Maximum);
        Assert.Equal(summary.NicId, account.Session.Must("$nic | Get-ZecNicMetric -MetricName RX_BITS -Summary | Get-ZecNic").Single<ZecNic>().NicId);
    }

    private static Task<ServedAccount> StartAsync() => ServedAccount.StartAsync(options => options.InstanceCount = 40);
}
