using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>-PassThru: the instances as they are after the change, in place of the results.</summary>
public class PassThruTests
{
    [Theory]
    [InlineData("Get-ZecInstance -Status STOPPED | Start-ZecInstance -PassThru", "STOPPED", "BOOTING")]
    [InlineData("Get-ZecInstance -Status RUNNING | Stop-ZecInstance -PassThru", "RUNNING", "STOPPING")]
    [InlineData("Get-ZecInstance -Status RUNNING | Restart-ZecInstance -PassThru", "RUNNING", "REBOOT")]
    [InlineData("Get-ZecInstance -Status STOPPED | Reset-ZecInstance -PassThru -Force", "STOPPED", "DEPLOYING")]
    [InlineData("Get-ZecInstance -Status RUNNING | Set-ZecInstance -Name renamed -PassThru", "RUNNING", "RUNNING")]
    public async Task The_instances_come_as_they_are_after_the_change_and_in_their_order(string pipeline, string from, string to)
    {
        await using var account = await StartAsync(TimeSpan.FromHours(1));
        var ids = account.Simulator.Instances.Where(instance => instance.Status == from).Select(instance => instance.InstanceId).ToArray();

        var run = account.Session.Must($"{pipeline}");
        var looks = account.Simulator.Calls.Count(call => call.Action == "DescribeInstances" && call.Body.Contains("instanceIds", StringComparison.Ordinal));

        Assert.Equal(ids, run.Of<ZecInstance>().Select(instance => instance.InstanceId));
        Assert.All(run.Of<ZecInstance>(), instance => Assert.Equal(to, instance.Status));
        Assert.Equal(pipeline.Contains("Set-", StringComparison.Ordinal) ? "renamed" : run.Of<ZecInstance>()[0].InstanceName, run.Of<ZecInstance>()[0].InstanceName);
        Assert.Equal((ids.Length + 99) / 100, looks);

        // The batches are recorded as they complete.
        Assert.Equal(ids.Order(), account.Session.Must("(Get-ZecOperation).SucceededIds").Of<string>().Order());
    }

    [Theory]
    [InlineData("Get-ZecInstance -Status STOPPED | Start-ZecInstance -PassThru -Wait", "RUNNING")]
    [InlineData("Get-ZecInstance -Status RUNNING | Stop-ZecInstance -PassThru -Wait", "STOPPED")]
    [InlineData("Get-ZecInstance -Status STOPPED | Reset-ZecInstance -PassThru -Wait -Force", "RUNNING")]
    public async Task With_Wait_they_come_when_they_have_arrived(string pipeline, string to)
    {
        await using var account = await StartAsync(TimeSpan.Zero);

        var run = account.Session.Must(pipeline);

        Assert.NotEmpty(run.Output);
        Assert.All(run.Of<ZecInstance>(), instance => Assert.Equal(to, instance.Status));
    }

    [Fact]
    public async Task What_failed_is_an_error_and_the_others_are_emitted()
    {
        await using var account = await StartAsync(TimeSpan.Zero);
        var id = account.Simulator.Instances.First(instance => instance.Status == "STOPPED").InstanceId;
        account.Session["id"] = id;

        var run = account.Run("$id, 'i-none' | Start-ZecInstance -PassThru; Get-ZecOperation");

        Assert.Equal("i-none", Assert.Single(run.Errors).TargetObject);
        Assert.Equal(id, ((ZecInstance)run.Output[0].BaseObject).InstanceId);
        Assert.Equal(["i-none"], (IEnumerable<string>)run.Output[1].Properties["FailedIds"].Value);
    }

    [Fact]
    public async Task An_instance_that_is_gone_already_and_a_look_that_fails_are_errors_and_no_result_is_lost()
    {
        await using var account = await StartAsync(TimeSpan.Zero);
        account.Simulator.FaultFor = request => request.Action == "DescribeInstances" && System.Text.Encoding.UTF8.GetString(request.Body).Contains("instanceIds", StringComparison.Ordinal)
            ? SimulatedFault.Error(403, "OPERATION_DENIED")
            : null;

        var run = account.Run("Get-ZecInstance -Status STOPPED -First 2 | Start-ZecInstance -PassThru; (Get-ZecOperation).SucceededIds.Count");

        Assert.Contains("2 instances were started and could not be read afterwards:", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
        Assert.Equal(2, run.Single<int>());
    }

    [Theory]
    [InlineData("Get-ZecInstance -Status STOPPED | Start-ZecInstance -PassThru -WhatIf")]
    [InlineData("@() | Start-ZecInstance -PassThru")]
    [InlineData("Get-ZecInstance -Status RUNNING | Start-ZecInstance -PassThru")]
    public async Task Where_nothing_was_changed_nothing_comes(string pipeline)
    {
        await using var account = await StartAsync(TimeSpan.Zero);

        Assert.Empty(account.Session.Must(pipeline).Output);
    }

    [Fact]
    public async Task A_command_after_it_that_wants_no_more_cuts_no_run_short()
    {
        await using var account = await StartAsync(TimeSpan.Zero, count: 250);

        var run = account.Session.Must("Get-ZecInstance -Status RUNNING | Set-ZecInstance -Name renamed -PassThru -ThrottleLimit 1 | ForEach-Object { $_; break }");

        Assert.Single(run.Output);
        Assert.DoesNotContain(account.Simulator.Instances, instance => instance.Status == "RUNNING" && instance.InstanceName != "renamed");
    }

    private static Task<ServedAccount> StartAsync(TimeSpan transition, int count = 300) => ServedAccount.StartAsync(options =>
    {
        options.InstanceCount = count;
        options.TransitionTime = transition;
    });
}
