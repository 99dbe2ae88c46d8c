using System.Text.Json;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Invoke-ZecApi -All: every item once, or a word that it could not be.</summary>
public class InvokeAllTests
{
    [Theory]
    [InlineData("", null, 3, 1000)]
    [InlineData("@{ pageSize = 400 }", null, 6, 400)]
    [InlineData("'{ \"PageSize\": 400 }'", null, 6, 400)]
    [InlineData("", 300, 8, 1000)]
    public async Task Every_item_is_emitted_once_and_in_order(string body, int? pageSizeCap, int requests, int firstPageSize)
    {
        await using var account = await ServedAccount.StartAsync(options =>
        {
            options.InstanceCount = 2350;
            options.PageSizeCap = pageSizeCap;
        });

        var run = account.Run($"Invoke-ZecApi DescribeInstances {body} -All | ForEach-Object instanceId");

        Assert.Empty(run.Errors);
        Assert.Empty(run.Warnings);
        Assert.Equal(account.Simulator.Instances.Select(instance => instance.InstanceId), run.Of<string>());
        Assert.Equal(requests, account.Simulator.Calls.Count);
        Assert.Equal($"{{\"pageSize\":{firstPageSize},\"pageNum\":1}}", account.Simulator.Calls[0].Body);
    }

    [Fact]
    public async Task An_item_that_goes_between_two_pages_hides_no_other()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 2350);
        var first = account.Simulator.Instances[0].InstanceId;
        account.Simulator.FaultFor = request =>
        {
            if (JsonDocument.Parse(request.Body).RootElement.GetProperty("pageNum").GetInt32() == 2)
            {
                account.Simulator.Drop(first);
            }

            return null;
        };

        var run = account.Run("Invoke-ZecApi DescribeInstances -All | ForEach-Object instanceId");

        Assert.Equal(2349, run.Output.Count);
        Assert.Equal(account.Simulator.Instances.Select(instance => instance.InstanceId), run.Of<string>());
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public async Task A_list_that_never_holds_still_is_said_to_be_one()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 1500);
        account.Simulator.FaultFor = request =>
        {
            if (JsonDocument.Parse(request.Body).RootElement.GetProperty("pageNum").GetInt32() == 2)
            {
                account.Simulator.Drop(account.Simulator.Instances[0].InstanceId);
            }

            return null;
        };

        var run = account.Run("Invoke-ZecApi DescribeInstances -All | ForEach-Object instanceId");

        Assert.Contains("items may be missing", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal(run.Output.Count, run.Of<string>().Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Items_that_are_no_objects_or_look_alike_are_all_emitted()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = _ => SimulatedFault.Answer(
            200, "application/json", """{"requestId":"T1","response":{"totalCount":4,"dataSet":["a","a",{"b":1},{"b":1}]}}"""u8.ToArray());

        Assert.Equal(4, account.Run("Invoke-ZecApi DescribeWhatever -All -ErrorAction Stop").Output.Count);
        Assert.Single(account.Simulator.Calls);
    }

    [Fact]
    public async Task An_action_without_pages_is_an_error_that_says_so()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = _ => SimulatedFault.Answer(
            200, "application/json", """{"requestId":"T1","response":{"requestId":"T1","zoneSet":[{"zoneId":"z"}]}}"""u8.ToArray());

        var run = account.Run("Invoke-ZecApi DescribeZones -All");

        var error = Assert.Single(run.Errors);
        Assert.Equal("AnswerNotPaged,ZenlayerZec.Commands.InvokeZecApiCommand", error.FullyQualifiedErrorId);
        Assert.Contains("without -All", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("ReleaseInstances @{ instanceIds = 'i-1' } -All -Force", "no action that lists")]
    [InlineData("ReleaseInstances @{ instanceIds = 'i-1' } -All -WhatIf", "no action that lists")]
    [InlineData("DescribeInstances @{ pageNum = 2 } -All", "leave pageNum out")]
    [InlineData("DescribeInstances @{ pageSize = 0 } -All", "whole number from 1")]
    [InlineData("DescribeInstances @{ pageSize = 'x' } -All", "whole number from 1")]
    public async Task What_cannot_be_listed_is_refused_before_anything_is_sent(string arguments, string words)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run($"Invoke-ZecApi {arguments}");

        Assert.Contains(words, Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
        Assert.Empty(account.Simulator.Calls);
    }
}
