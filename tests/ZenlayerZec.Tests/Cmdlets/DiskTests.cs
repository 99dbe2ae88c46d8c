using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Disks go the way that instances go: the same lists, questions, results, looks and errors.</summary>
public class DiskTests
{
    [Fact]
    public async Task A_filter_that_the_service_ignores_is_tested_again()
    {
        await using var account = await StartAsync(disks =>
        {
            disks.Add("d-1", "IN_USE", "i-1");
            disks.Add("d-2");
            disks.Add("d-3", name: "other");
        });

        Assert.Equal(["d-2"], Ids(account.Session.Must("Get-ZecDisk -Status available -Name name-*").Of<ZecDisk>()));
        Assert.Equal(["d-2", "d-3"], Ids(account.Session.Must("Get-ZecDisk -Unused").Of<ZecDisk>()));
        Assert.Contains(account.Simulator.Calls, call => call.Body.Contains("\"diskStatus\":\"AVAILABLE\"", StringComparison.Ordinal));
        Assert.Contains("no disk named 'nobody'", account.Run("Get-ZecDisk -Name nobody").Everything, StringComparison.Ordinal);
        Assert.Contains("DiskNotFound", account.Run("Get-ZecDisk d-9").Everything, StringComparison.Ordinal);
        Assert.Contains("Did you mean", Assert.Single(account.Run("Get-ZecDisk -Status AVAILABEL").Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pipeline_walks_from_instances_to_disks_and_back()
    {
        await using var account = await StartAsync();
        var id = account.Simulator.Instances[7].InstanceId;
        var disks = Script(account);
        disks.Add("d-1", "IN_USE", id);
        disks.Add("d-2");

        Assert.Equal(["d-1"], Ids(account.Session.Must($"Get-ZecInstance {id} | Get-ZecDisk").Of<ZecDisk>()));
        Assert.Equal([id], account.Session.Must("Get-ZecDisk | Get-ZecInstance").Of<ZecInstance>().Select(instance => instance.InstanceId));
        Assert.Empty(account.Session.Must("Get-ZecDisk d-2 | Get-ZecInstance").Output);
        Assert.Empty(account.Session.Must("Get-ZecDisk d-1 | Get-ZecInstance -Status CREATE_FAILED").Output);
    }

    [Fact]
    public async Task Each_disk_is_released_by_a_request_of_its_own()
    {
        await using var account = await StartAsync(disks => Enumerable.Range(1, 5).ToList().ForEach(number => disks.Add($"d-{number}")));

        var run = account.Session.Must("Get-ZecDisk | Remove-ZecDisk -Force -InformationVariable line; $line");

        Assert.Equal(["d-1", "d-2", "d-3", "d-4", "d-5"], run.Output.Select(item => item.BaseObject).OfType<ZecBatchResult>().SelectMany(result => result.SucceededIds).Order());
        Assert.Equal(5, account.Simulator.Calls.Count(call => call.Action == "ReleaseDisk"));
        Assert.Single(account.Simulator.Calls, call => call.Action == "DescribeDisks");
        Assert.Contains("5 of 5 disks", run.Everything, StringComparison.Ordinal);
        Assert.Contains("ReleaseDisk: 5 done", run.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_named_by_text_is_looked_at_together_before_it_is_released()
    {
        await using var account = await StartAsync(disks =>
        {
            Enumerable.Range(1, 60).ToList().ForEach(number => disks.Add($"d-{number}"));
            disks.Add("d-bin", "RECYCLED");
        });

        var run = account.Run("(1..60 | ForEach-Object { \"d-$_\" }) + 'd-bin', 'd-none' | Remove-ZecDisk -Force -ThrottleLimit 4");

        Assert.Equal(60, account.Simulator.Calls.Count(call => call.Action == "ReleaseDisk"));
        Assert.InRange(account.Simulator.Calls.Count(call => call.Action == "DescribeDisks"), 1, 4);
        Assert.Contains("Skipped d-bin: it is in the recycle bin", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Contains("There is no disk d-none", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_is_settled_by_a_look_and_not_sent_again()
    {
        await using var account = await StartAsync(disks => disks.Add("d-1"));
        var disks = Script(account);
        disks.Add("d-1");
        var sent = 0;
        disks.Fault = action =>
        {
            if (action != "ReleaseDisk")
            {
                return null;
            }

            sent++;
            disks["d-1"]["diskStatus"] = "RECYCLING";
            return SimulatedFault.Error(503, null);
        };

        Assert.Equal(["d-1"], account.Session.Must("Get-ZecDisk | Remove-ZecDisk -Force").Single<ZecBatchResult>().SucceededIds);
        Assert.Equal(1, sent);
    }

    [Fact]
    public async Task Disks_of_one_instance_are_detached_together()
    {
        await using var account = await StartAsync(disks =>
        {
            disks.Add("d-1", "IN_USE", "i-1");
            disks.Add("d-2", "IN_USE", "i-2");
            disks.Add("d-3", "IN_USE", "i-1");
            disks.Add("d-4");
        });

        var run = account.Session.Must("$a = Get-ZecDisk d-1, d-4; @($a) + 'd-2', 'd-3' | Dismount-ZecDisk");

        Assert.Equal(
            ["{\"diskIds\":[\"d-1\",\"d-3\"]}", "{\"diskIds\":[\"d-2\"]}"],
            account.Simulator.Calls.Where(call => call.Action == "DetachDisks").Select(call => call.Body).Order());
        Assert.Equal(["d-4"], run.Of<ZecBatchResult>().SelectMany(result => result.SkippedIds));
    }

    [Fact]
    public async Task Names_sizes_and_instances_are_set_and_waited_for()
    {
        await using var account = await StartAsync(disks =>
        {
            disks.Add("d-1");
            disks.Add("d-2", "RECYCLED");
        });

        Assert.Equal("data-1", account.Session.Must("Get-ZecDisk d-1 | Set-ZecDisk -Name data-1 -PassThru").Single<ZecDisk>().DiskName);
        Assert.Equal(40, account.Session.Must("Get-ZecDisk d-1 | Resize-ZecDisk -SizeGiB 40 -Force -Wait -PassThru").Single<ZecDisk>().SizeGiB);
        Assert.Equal("i-7", account.Session.Must("Get-ZecDisk d-1 | Mount-ZecDisk -InstanceId i-7 -Wait -PassThru").Single<ZecDisk>().AttachedInstanceId);
        Assert.Equal("AVAILABLE", account.Session.Must("Get-ZecDisk d-2 | Restore-ZecDisk | Wait-ZecDisk").Single<ZecDisk>().Status);
        Assert.Equal(["ModifyDisksAttributes", "ResizeDisk", "AttachDisks", "RenewDisk"], account.Session.Must("(Get-ZecOperation).Action").Of<string>());
    }

    [Fact]
    public async Task A_request_that_is_too_long_goes_again_in_halves()
    {
        await using var account = await StartAsync(disks => Enumerable.Range(1, 100).ToList().ForEach(number => disks.Add($"d-{number}")));
        account.Session.Must("$all = Get-ZecDisk");
        var disks = Script(account);
        Enumerable.Range(1, 100).ToList().ForEach(number => disks.Add($"d-{number}"));
        disks.MostIds = 30;

        var run = account.Session.Must("$all | Set-ZecDisk -Name same");

        Assert.Equal(100, run.Of<ZecBatchResult>().SelectMany(result => result.SucceededIds).Distinct().Count());
        Assert.Equal([100, 50, 25, 25, 25, 25], account.Simulator.Calls.Where(call => call.Action == "ModifyDisksAttributes")
            .Select(call => call.Body.Split("\"d-").Length - 1));
    }

    [Theory]
    [InlineData("$r | Wait-ZecInstance -Until RUNNING")]
    [InlineData("$r | Get-ZecInstance")]
    public async Task A_result_about_disks_says_nothing_of_instances(string script)
    {
        await using var account = await StartAsync(disks => disks.Add("d-1"));

        var run = account.Run($"$r = Get-ZecDisk | Remove-ZecDisk -Force; {script}");

        Assert.Contains("is about disks, not about instances", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_run_left_is_resumed_by_the_disks_own_cmdlet()
    {
        await using var account = await StartAsync(disks => disks.Add("d-1"));
        var disks = Script(account);
        disks.Add("d-1");
        disks.Fault = action => action == "RenewDisk" || action == "ReleaseDisk" ? SimulatedFault.Error(400, "UNSUPPORTED_OPERATION_DISK_STATUS") : null;
        var failed = account.Run("$r = Get-ZecDisk | Remove-ZecDisk -Force; $r");
        disks.Fault = _ => null;

        Assert.Contains("The disk d-1 was not released.", Assert.Single(failed.Errors).ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Equal(["d-1"], account.Session.Must("$r | Resume-ZecOperation -Force").Single<ZecBatchResult>().SucceededIds);
    }

    [Fact]
    public async Task New_disks_are_returned_and_waited_for()
    {
        await using var account = await StartAsync();

        var run = account.Session.Must("New-ZecDisk -ZoneId asia-east-1a -Name data -SizeGiB 40 -Count 2; New-ZecDisk -ZoneId asia-east-1a -Name log -SizeGiB 10 -Wait");

        Assert.Equal(["data", "data", "log"], run.Of<ZecDisk>().Select(disk => disk.DiskName));
        Assert.All(run.Of<ZecDisk>(), disk => Assert.NotNull(disk.Account));
        Assert.Equal(["Succeeded 2", "Succeeded 1"], account.Session.Must("Get-ZecOperation | ForEach-Object { \"$($_.Outcome) $($_.Count)\" }").Of<string>());
    }

    [Fact]
    public async Task An_order_of_disks_whose_answer_is_lost_is_not_sent_again_and_says_where_to_look()
    {
        await using var account = await StartAsync();
        var disks = Script(account);
        disks.Fault = action => action == "CreateDisks" ? SimulatedFault.Error(503, null) : null;

        var run = account.Run("New-ZecDisk -ZoneId asia-east-1a -Name data -SizeGiB 40");

        Assert.Contains("It is unknown whether 1 disk (40 GiB in asia-east-1a, name data) was created.", Assert.Single(run.Errors).ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("Get-ZecDisk -ZoneId 'asia-east-1a' -Name 'data' | Where-Object CreateTime -ge", run.Errors[0].ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Single(account.Simulator.Calls, call => call.Action == "CreateDisks");
    }

    private static IEnumerable<string> Ids(IEnumerable<ZecDisk> disks) => disks.Select(disk => disk.DiskId);

    private static async Task<ServedAccount> StartAsync(Action<ScriptedDisks>? fill = null)
    {
        var account = await ServedAccount.StartAsync();
        var disks = Script(account);
        fill?.Invoke(disks);
        return account;
    }

    private static ScriptedDisks Script(ServedAccount account)
    {
        var disks = new ScriptedDisks();
        account.Simulator.FaultFor = disks.Answer;
        return disks;
    }
}
