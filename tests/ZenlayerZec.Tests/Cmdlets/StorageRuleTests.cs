using System.Management.Automation;
using System.Text.Json;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What nobody asked for is not sent, and every ID of a disk, a snapshot or a policy is accounted for.</summary>
public class StorageRuleTests
{
    [Fact]
    public async Task Disks_named_by_text_go_without_those_that_are_gone_or_attached_to_nothing()
    {
        await using var account = await ServedAccount.StartAsync();
        var disks = new ScriptedDisks();
        account.Simulator.FaultFor = disks.Answer;
        disks.Add("d-1", "IN_USE", "i-1");
        disks.Add("d-2");

        var run = account.Run("'d-1', 'd-2', 'd-gone' | Dismount-ZecDisk");

        Assert.Equal(["{\"diskIds\":[\"d-1\"]}"], Bodies(account, "DetachDisks"));
        Assert.Equal(["d-2"], run.Of<ZecBatchResult>().SelectMany(result => result.SkippedIds));
        Assert.Equal(["d-gone"], run.Of<ZecBatchResult>().SelectMany(result => result.FailedIds));
        Assert.StartsWith("DiskNotFound,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'d-1', 'd-2' | Dismount-ZecDisk", "DescribeDisks", "d-1, d-2")]
    [InlineData("Restore-ZecSnapshot s-1, s-2 -Force", "DescribeSnapshots", "s-1, s-2")]
    [InlineData("Unregister-ZecAutoSnapshotPolicy d-1", "DescribeDisks", "d-1")]
    public async Task What_cannot_be_looked_at_before_it_is_changed_is_recorded_as_never_sent(string command, string look, string ids)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == look ? SimulatedFault.Error(403, "UNAUTHORIZED") : null;

        var run = account.Run(command);

        Assert.Contains("Nothing was sent", run.Everything, StringComparison.Ordinal);
        account.Simulator.FaultFor = null;
        Assert.Equal($"NeverSent {ids}", account.Session.Must("Get-ZecOperation | ForEach-Object { \"$($_.Outcome) $($_.Ids -join ', ')\" }").Single<string>());
    }

    [Fact]
    public async Task A_disk_that_is_gone_is_taken_out_of_no_policy()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run("Unregister-ZecAutoSnapshotPolicy d-gone");

        Assert.Empty(Bodies(account, "CancelAutoSnapshotPolicy"));
        Assert.Equal(["d-gone"], run.Single<ZecBatchResult>().FailedIds);
        Assert.StartsWith("DiskNotFound,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_that_another_runspace_has_released_is_not_released_a_second_time()
    {
        await using var account = await ServedAccount.StartAsync(options => options.RecycleBin = true);
        using var other = new PowerShellSession(account.Session);
        other["disk"] = account.Session.Must("$disk = Get-ZecDisk -Unused -First 1; $disk").Single<ZecDisk>();
        other["connection"] = account.Session.Must("$null = $disk | Remove-ZecDisk -Force; Get-ZecConnection").Single<object>();

        var run = other.Run("$disk | Remove-ZecDisk -Force -Connection $connection");

        Assert.Single(run.Single<ZecBatchResult>().SkippedIds);
        Assert.Single(Bodies(account, "ReleaseDisk"));
    }

    [Fact]
    public async Task What_the_script_itself_has_changed_is_not_left_out_for_how_it_stood_before()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must("""
            $instance = Get-ZecInstance -Status RUNNING -First 1
            $null = $instance | Stop-ZecInstance -Wait
            $instance | Start-ZecInstance
            $disk = Get-ZecDisk -Unused -First 1
            $null = $disk | Set-ZecDisk -Name other
            $disk | Set-ZecDisk -Name $disk.DiskName
            """);

        Assert.All(run.Of<ZecBatchResult>(), result => Assert.Single(result.SucceededIds));
        Assert.Single(Bodies(account, "StartInstances"));
        Assert.Equal(2, Bodies(account, "ModifyDisksAttributes").Length);
    }

    [Fact]
    public async Task An_empty_reference_leads_to_nothing()
    {
        await using var account = await ServedAccount.StartAsync();
        var disks = new ScriptedDisks();
        account.Simulator.FaultFor = disks.Answer;
        disks.Add("d-1", instanceId: string.Empty)["autoSnapshotPolicyId"] = string.Empty;

        Assert.Empty(account.Session.Must("Get-ZecDisk | Get-ZecInstance; Get-ZecDisk | Get-ZecAutoSnapshotPolicy").Output);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Body.Contains("[\"\"]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1..2 | ForEach-Object { [pscustomobject]@{ DiskId = 'd-1'; Name = \"s-$_\" } } | New-ZecSnapshot", "SeveralValues")]
    [InlineData("'d-1', 'd-2', 'd-1' | New-ZecSnapshot -MaximumCount 1", "MaximumCountExceeded")]
    [InlineData("'v-1', 'v-2' | New-ZecSubnet -Name lab -RegionId asia-east-1 -IpStackType IPv4 -CidrBlock 10.1.0.0/24 -MaximumCount 1", "MaximumCountExceeded")]
    [InlineData(
        "1..2 | ForEach-Object { [pscustomobject]@{ InstanceId = \"i-$_\" } }"
            + " | New-ZecEip -RegionId eu-west-1 -Name front -InternetChargeType ByBandwidth -BandwidthMbps 5 -NetworkLineType CN2 -MaximumCount 1",
        "MaximumCountExceeded")]
    public async Task Nothing_is_created_for_records_that_contradict_each_other_or_are_too_many(string command, string code)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run(command);

        Assert.StartsWith(
            $"{code},", Assert.Single(run.Errors.Append(run.Terminating).OfType<ErrorRecord>()).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(account.Simulator.Calls);
    }

    [Fact]
    public async Task A_run_that_ends_early_names_the_disks_of_which_no_snapshot_was_asked_for()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "CreateSnapshot" ? SimulatedFault.Error(503, null) : null;

        account.Run("'d-1', 'd-2', 'd-3' | New-ZecSnapshot -Name same");

        var left = account.Session.Must("Get-ZecOperation | Where-Object Outcome -eq NeverSent | ForEach-Object Options").Single<string>();
        Assert.Equal("for d-2, d-3", left);
    }

    [Fact]
    public async Task One_disk_is_not_restored_from_two_snapshots()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must("$disk = Get-ZecDisk -Unused -First 1; 1..2 | ForEach-Object { New-ZecSnapshot $disk -Name \"s-$_\" -Wait } | Out-Null");

        var run = account.Run("$disk | Get-ZecSnapshot | Restore-ZecSnapshot -Force");

        Assert.StartsWith("SeveralSnapshots,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Bodies(account, "ApplySnapshot"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public async Task A_snapshot_whose_disk_is_not_told_overwrites_none(string diskId)
    {
        await using var account = await ServedAccount.StartAsync();
        string[] ids = [.. account.Simulator.Rows("Snapshot").Take(2).Select(row => row.GetProperty("snapshotId").GetString()!)];
        account.Simulator.ChangeRow("Snapshot", ids[0], $$"""{"diskId":{{diskId}}}""");
        account.Session["ids"] = ids;

        var run = account.Run("Get-ZecSnapshot $ids | Restore-ZecSnapshot -Force; Restore-ZecSnapshot $ids[0], s-gone -Force");

        Assert.Equal([ids[1]], Bodies(account, "ApplySnapshot").Select(body => JsonDocument.Parse(body).RootElement.GetProperty("snapshotId").GetString()));
        Assert.Equal(
            ["DiskUnknown", "DiskUnknown", "SnapshotNotFound"],
            run.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).Order(StringComparer.Ordinal));
        Assert.Equal([ids[0], ids[0], "s-gone"], run.Of<ZecBatchResult>().SelectMany(result => result.FailedIds).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Mount-ZecDisk d-1 -InstanceId i-1", "AttachDisks", "Mount-ZecDisk d-1 -InstanceId i-2")]
    [InlineData("Resize-ZecDisk d-1 -SizeGiB 40 -Force", "ResizeDisk", "Resize-ZecDisk d-1 -SizeGiB 80 -Force")]
    [InlineData("Mount-ZecDisk d-1 -InstanceId i-1", "AttachDisks", "Remove-ZecDisk d-1 -Force")]
    public async Task A_change_that_a_later_one_overtook_is_not_sent_again(string first, string action, string later)
    {
        await using var account = await ServedAccount.StartAsync();
        var disks = Refusing(account, action);
        disks.Add("d-1");
        account.Run($"$first = {first}");
        disks.Fault = _ => null;

        var run = account.Run($"{later} | Out-Null; $first | Resume-ZecOperation -Force");

        Assert.Contains("a later change has succeeded", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_disk_that_has_left_a_policy_since_is_not_put_into_it_again()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must("$disk = Get-ZecDisk -Unused -First 1; $policy = Get-ZecAutoSnapshotPolicy -ZoneId $disk.ZoneId");
        account.Simulator.FaultFor = request => request.Action == "ApplyAutoSnapshotPolicy" ? SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE") : null;
        account.Run("$first = Register-ZecAutoSnapshotPolicy $disk $policy.AutoSnapshotPolicyId");
        account.Simulator.FaultFor = null;

        var run = account.Run("Unregister-ZecAutoSnapshotPolicy $disk.DiskId -AutoSnapshotPolicyId $policy.AutoSnapshotPolicyId | Out-Null; $first | Resume-ZecOperation -Force");

        Assert.Contains("a later change has succeeded", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Single(Bodies(account, "ApplyAutoSnapshotPolicy"));
    }

    [Fact]
    public async Task A_change_of_an_instance_with_the_ID_of_a_disk_does_not_overtake_it()
    {
        await using var account = await ServedAccount.StartAsync();
        var id = account.Simulator.Instances.First(instance => instance.Status == "RUNNING").InstanceId;
        var disks = Refusing(account, "AttachDisks");
        disks.Add(id);
        account.Run($"$first = Mount-ZecDisk {id} -InstanceId i-1");
        disks.Fault = _ => null;

        var run = account.Session.Must($"Stop-ZecInstance {id} | Out-Null; $first | Resume-ZecOperation -Force");

        Assert.Equal([id], run.Single<ZecBatchResult>().SucceededIds);
    }

    [Fact]
    public async Task Two_changes_of_one_disk_that_leave_each_other_alone_are_both_resumed()
    {
        await using var account = await ServedAccount.StartAsync();
        var disks = Refusing(account, "AttachDisks", "ModifyDisksAttributes");
        disks.Add("d-1");
        account.Run("Set-ZecDisk d-1 -Name renamed; Mount-ZecDisk d-1 -InstanceId i-1");
        disks.Fault = _ => null;

        account.Session.Must("Get-ZecOperation | Resume-ZecOperation -Force");

        Assert.Equal(("renamed", "i-1"), ((string?)disks["d-1"]["diskName"], (string?)disks["d-1"]["instanceId"]));
    }

    [Fact]
    public async Task Snapshots_of_another_account_that_were_never_asked_for_are_recorded()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "CreateSnapshot" ? SimulatedFault.Error(401, "AUTHFAILURE_SIGNATURE_FAILURE") : null;

        var run = account.Run(
            "$ours = Get-ZecDisk -Unused -First 2; $lab = Connect-Zec -Simulator -Name lab -PassThru; $theirs = Get-ZecDisk -Unused -First 1; Disconnect-Zec; "
            + "@($ours) + $theirs | New-ZecSnapshot");

        Assert.NotEmpty(run.Errors);
        Assert.Contains("lab NeverSent 1", account.Run("Get-ZecOperation | ForEach-Object { \"$($_.Account) $($_.Outcome) $($_.Count)\" }").Of<string>());
    }

    private static ScriptedDisks Refusing(ServedAccount account, params string[] actions)
    {
        var disks = new ScriptedDisks { Fault = action => actions.Contains(action) ? SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE") : null };
        account.Simulator.FaultFor = disks.Answer;
        return disks;
    }

    private static string[] Bodies(ServedAccount account, string action) => [.. account.Simulator.Calls.Where(call => call.Action == action).Select(call => call.Body)];
}
