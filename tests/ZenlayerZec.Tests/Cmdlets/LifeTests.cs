using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Starting, stopping, restarting, naming and installing anew, as a user does it.</summary>
public class LifeTests
{
    [Theory]
    [InlineData("Get-ZecInstance -Status STOPPED | Start-ZecInstance", "STOPPED", "RUNNING", "StartInstances", "")]
    [InlineData("Get-ZecInstance -Status RUNNING | Stop-ZecInstance -PowerOff -Force", "RUNNING", "STOPPED", "StopInstances", "\"forceShutdown\":true")]
    [InlineData("Get-ZecInstance -Status RUNNING | Stop-ZecInstance", "RUNNING", "STOPPED", "StopInstances", "\"forceShutdown\":false")]
    [InlineData("Get-ZecInstance -Status RUNNING | Restart-ZecInstance -PowerCycle -Force", "RUNNING", "RUNNING", "RebootInstances", "\"forceReboot\":true")]
    [InlineData("Get-ZecInstance -Status RUNNING | Restart-ZecInstance", "RUNNING", "RUNNING", "RebootInstances", "\"forceReboot\":false")]
    public async Task Every_instance_goes_there_once_and_no_other(string pipeline, string from, string to, string action, string said)
    {
        await using var account = await StartAsync(2000);
        var ids = account.Simulator.Instances.Where(instance => instance.Status == from).Select(instance => instance.InstanceId).ToArray();
        var others = account.Simulator.Instances.Where(instance => instance.Status != from).ToDictionary(instance => instance.InstanceId, instance => instance.Status);

        var run = account.Run(pipeline);

        Assert.Empty(run.Errors);
        Assert.Equal(ids, run.Of<ZecBatchResult>().OrderBy(result => result.BatchNumber).SelectMany(result => result.SucceededIds));
        Assert.All(ids, id => Assert.Equal(1, account.Simulator.CarriedOutCount(action, id)));
        Assert.All(account.Simulator.Instances, instance => Assert.Equal(others.GetValueOrDefault(instance.InstanceId, to), instance.Status));
        Assert.Equal((ids.Length + 99) / 100, account.Simulator.Calls.Count(call => call.Action == action));
        Assert.All(account.Simulator.Calls.Where(call => call.Action == action), call => Assert.Contains(said, call.Body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Start-ZecInstance", "RUNNING", "already running")]
    [InlineData("Stop-ZecInstance", "STOPPED", "already stopped")]
    public async Task What_is_where_it_was_to_go_is_left_out_and_said_so_only_to_who_listens(string command, string status, string words)
    {
        await using var account = await StartAsync(20);
        var before = account.Simulator.Instances.Count(instance => instance.Status == status);

        var run = account.Run($"Get-ZecInstance | {command} -Verbose");

        Assert.Equal(20 - before, run.Of<ZecBatchResult>().Sum(result => result.SucceededIds.Length));
        Assert.Equal(before, run.Verbose.Count(line => line.StartsWith("Skipped ", StringComparison.Ordinal) && line.Contains(words, StringComparison.Ordinal)));
        Assert.Empty(run.Warnings);
        Assert.Empty(run.Errors);
    }

    [Theory]
    [InlineData("Stop-ZecInstance -PowerOff", "Power off (data not written to disk is lost)")]
    [InlineData("Stop-ZecInstance", "Shut down")]
    [InlineData("Restart-ZecInstance -PowerCycle", "Power off and on (data not written to disk is lost)")]
    [InlineData("Restart-ZecInstance", "Restart")]
    [InlineData("Set-ZecInstance -Name web-9", "Rename to web-9")]
    [InlineData("Reset-ZecInstance -ImageId debian12_20240712", "Format the boot disk 1395000000000000002 (40 GiB) and install debian12_20240712")]
    public async Task The_question_says_what_it_means(string command, string question)
    {
        await using var account = await StartAsync(3);
        account.Session.Host.Answers.Enqueue("No");

        account.Run($"Get-ZecInstance -Status RUNNING -First 1 | {command} -Confirm");

        Assert.Contains(question, Assert.Single(account.Session.Host.Questions), StringComparison.Ordinal);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action != "DescribeInstances");
    }

    [Theory]
    [InlineData("Start-ZecInstance i-1 -WhatIf")]
    [InlineData("Stop-ZecInstance i-1 -WhatIf")]
    [InlineData("Restart-ZecInstance i-1 -WhatIf")]
    [InlineData("Set-ZecInstance i-1 -Name n -WhatIf")]
    [InlineData("Reset-ZecInstance i-1 -Force -WhatIf")]
    public async Task What_if_sends_nothing(string command)
    {
        await using var account = await StartAsync(1);

        var run = account.Run(command);

        Assert.Empty(run.Errors);
        Assert.Empty(account.Simulator.Calls);
    }

    [Theory]
    [InlineData("Start-ZecInstance", "InstanceNotStarted")]
    [InlineData("Stop-ZecInstance", "InstanceNotStopped")]
    [InlineData("Restart-ZecInstance", "InstanceNotRestarted")]
    [InlineData("Reset-ZecInstance -Force", "InstanceNotReset")]
    public async Task A_failing_ID_is_an_error_and_holds_up_no_other(string command, string code)
    {
        await using var account = await StartAsync(10);
        var ids = account.Simulator.Instances.Select(instance => instance.InstanceId).ToArray();
        var needed = command.StartsWith("Start", StringComparison.Ordinal) || command.StartsWith("Reset", StringComparison.Ordinal) ? "STOPPED" : "RUNNING";
        foreach (var id in ids)
        {
            account.Simulator.SetStatus(id, needed);
        }

        account.Simulator.SetStatus(ids[3], "IMAGING");
        account.Session["ids"] = ids;

        var run = account.Run($"$ids | {command}");

        var error = Assert.Single(run.Errors);
        Assert.StartsWith($"{code},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ids[3], error.TargetObject);
        Assert.Equal(9, run.Single<ZecBatchResult>().SucceededIds.Length);
    }

    [Fact]
    public async Task A_batch_that_the_service_denies_fails_with_the_services_code()
    {
        await using var account = await StartAsync(2);
        account.Session["ids"] = account.Simulator.Instances.Select(instance => instance.InstanceId).ToArray();
        account.Run("$ids | Stop-ZecInstance | Out-Null");

        var run = account.Run("$ids | Stop-ZecInstance");

        Assert.StartsWith("OPERATION_DENIED_INSTANCE_NOT_RUNNING,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_name_goes_to_all_of_them_and_an_ID_that_is_not_there_holds_up_no_other()
    {
        await using var account = await StartAsync(150);
        account.Session["ids"] = (string[])[.. account.Simulator.Instances.Select(instance => instance.InstanceId), "nobody"];

        var run = account.Run("$ids | Set-ZecInstance -Name web.blue-1");

        Assert.Equal("nobody", Assert.Single(run.Errors).TargetObject);
        Assert.All(account.Simulator.Instances, instance => Assert.Equal("web.blue-1", instance.InstanceName));
        Assert.All(
            account.Run("Get-ZecInstance | Set-ZecInstance -Name web.blue-1").Of<ZecBatchResult>(),
            result => Assert.Equal((ZecBatchStatus.Skipped, 0), (result.Status, result.Attempts)));
        Assert.Contains("'Name'", Assert.Single(account.Run("Set-ZecInstance i-1 -Name 'no spaces'").Errors).Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_system_is_installed_anew_and_its_password_is_seen_nowhere()
    {
        const string Password = "SENTINEL-Pa55wd";
        await using var account = await StartAsync(10);
        account.Session["password"] = ServedAccount.Plain(Password);
        var id = account.Simulator.Instances.First(instance => instance.Status == "STOPPED").InstanceId;
        account.Session["id"] = id;

        var run = account.Run("$DebugPreference = 'Continue'; Reset-ZecInstance $id -Password $password -Name fresh -Force -Wait -Verbose");

        Assert.Empty(run.Errors);
        Assert.Equal([id], run.Single<ZecBatchResult>().SucceededIds);
        Assert.Equal(("fresh", "RUNNING"), account.Simulator.Instances.Where(instance => instance.InstanceId == id).Select(instance => (instance.InstanceName, instance.Status)).Single());
        Assert.Contains(Password, account.Simulator.Calls.Single(call => call.Action == "ResetInstances").Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, run.Everything, StringComparison.Ordinal);
        Assert.NotEmpty(run.Debug);
        Assert.StartsWith(
            "PasswordAndKey,", Assert.Single(account.Run("Reset-ZecInstance $id -Password $password -KeyId k -Force").Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ZecInstance -Status STOPPED | Start-ZecInstance -Wait")]
    [InlineData("Get-ZecInstance -Status RUNNING | Stop-ZecInstance -Wait")]
    [InlineData("Get-ZecInstance | Remove-ZecInstance -Force -Wait")]
    public async Task Waiting_ends_when_all_are_there(string pipeline)
    {
        await using var account = await StartAsync(300);

        var run = account.Run(pipeline);

        Assert.Empty(run.Errors);
        Assert.All(run.Of<ZecBatchResult>(), result => Assert.Equal(ZecBatchStatus.Succeeded, result.Status));
        Assert.Contains(account.Simulator.Calls, call => call.Action == "DescribeInstancesStatus");
        Assert.Contains(run.Progress, record => record.Activity.StartsWith("Waiting until ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_ended_elsewhere_is_an_error_and_the_others_arrive()
    {
        string? failing = null;
        await using var account = await ServedAccount.StartAsync(options =>
        {
            options.InstanceCount = 10;
            options.TransitionTime = TimeSpan.Zero;
            failing = new ZenlayerZec.Simulator.ZecSimulator(options).Instances.First(instance => instance.Status == "STOPPED").InstanceId;
            options.ResetFailingInstanceIds.Add(failing);
        });

        var run = account.Run("Get-ZecInstance -Status STOPPED | Reset-ZecInstance -Force -Wait");

        var error = Assert.Single(run.Errors);
        Assert.Equal(failing, error.TargetObject);
        Assert.Equal(ErrorCategory.InvalidResult, error.CategoryInfo.Category);
        Assert.Contains("REINSTALL_FAILED", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purging_destroys_what_landed_in_the_recycle_bin_and_what_lay_there()
    {
        await using var account = await ServedAccount.StartAsync(options =>
        {
            options.InstanceCount = 150;
            options.RecycleBin = true;
        });
        account.Run("Get-ZecInstance -First 10 | Remove-ZecInstance -Force -Wait | Out-Null");
        Assert.Equal(10, account.Simulator.Instances.Count(instance => instance.Status == "RECYCLE"));

        var run = account.Run("Get-ZecInstance | Remove-ZecInstance -Force -Purge");

        Assert.Empty(run.Errors);
        Assert.Empty(run.Warnings);
        Assert.Empty(account.Simulator.Instances);
        Assert.Equal(150 + 140, run.Of<ZecBatchResult>().Sum(result => result.SucceededIds.Length));
    }

    [Fact]
    public async Task Without_purging_a_release_ends_in_the_recycle_bin_and_stays_there()
    {
        await using var account = await ServedAccount.StartAsync(options =>
        {
            options.InstanceCount = 5;
            options.RecycleBin = true;
        });

        var run = account.Run("Get-ZecInstance | Remove-ZecInstance -Force -Wait; Get-ZecInstance | Remove-ZecInstance -Force -Wait");

        Assert.Equal(5, run.Warnings.Count);
        Assert.All(account.Simulator.Instances, instance => Assert.Equal("RECYCLE", instance.Status));
        Assert.All(account.Simulator.Instances, instance => Assert.Equal(1, account.Simulator.ReleaseCount(instance.InstanceId)));
    }

    [Fact]
    public async Task Wait_emits_the_instances_as_they_arrive()
    {
        await using var account = await StartAsync(120);
        account.Session["ids"] = account.Simulator.Instances.Select(instance => instance.InstanceId).ToArray();

        var run = account.Run("$ids | Start-ZecInstance -ErrorAction SilentlyContinue | Out-Null; $ids | Wait-ZecInstance -Until Running");

        Assert.All(run.Of<ZecInstance>(), instance => Assert.Equal("RUNNING", instance.Status));
        Assert.Equal(120, run.Output.Count);
    }

    [Fact]
    public async Task Wait_says_nothing_of_what_is_gone_where_that_was_waited_for_and_an_error_where_not()
    {
        await using var account = await StartAsync(2);

        var released = account.Run("Wait-ZecInstance nobody -Until Released");
        var running = account.Run("Wait-ZecInstance nobody -Until Running, STOPPED");
        var late = account.Run("Get-ZecInstance -First 1 | Wait-ZecInstance -Until Imaging -TimeoutSec 1");

        Assert.Empty(released.Output);
        Assert.Empty(released.Errors);
        Assert.Equal(ErrorCategory.ObjectNotFound, Assert.Single(running.Errors).CategoryInfo.Category);
        Assert.Equal(ErrorCategory.OperationTimeout, Assert.Single(late.Errors).CategoryInfo.Category);
        Assert.StartsWith("WaitTimedOut,", late.Errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private static Task<ServedAccount> StartAsync(int count) => ServedAccount.StartAsync(options =>
    {
        options.InstanceCount = count;
        options.TransitionTime = TimeSpan.Zero;
    });
}
