using System.Management.Automation;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>A snapshot outlives its disk, and is unused then; nothing else makes it so.</summary>
public class UnusedSnapshotTests
{
    [Fact]
    public async Task Only_snapshots_whose_disk_is_gone_are_unused()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must("Get-ZecSnapshot -Unused | ForEach-Object SnapshotName; (Get-ZecSnapshot -Unused -First 1).SnapshotName; @(Get-ZecSnapshot -Unused -Name boot-*).Count");

        Assert.Equal(["legacy-56", "legacy-57", "legacy-56", "0"], run.Output.Select(item => item.ToString()));
        Assert.All(
            account.Simulator.Calls.Where(call => call.Action == "DescribeDisks"), call => Assert.Contains("\"diskIds\":[", call.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_disk_in_the_recycle_bin_is_not_gone()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must("""
            $disk = Get-ZecDisk -Unused -First 1; $null = New-ZecSnapshot $disk -Name last -Wait; $null = $disk | Remove-ZecDisk -Force -Wait
            (Get-ZecDisk $disk.DiskId).Status; @(Get-ZecSnapshot -Unused -Name l*).SnapshotName
            """);

        Assert.Equal(["RECYCLED", "legacy-56", "legacy-57"], run.Output.Select(item => item.ToString()));
    }

    [Fact]
    public async Task A_snapshot_that_names_no_disk_may_have_one()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.ChangeRow("Snapshot", account.Session.Must("(Get-ZecSnapshot -Name legacy-56).SnapshotId").Single<string>(), """{"diskId":null}""");

        Assert.Equal(["legacy-57"], account.Session.Must("(Get-ZecSnapshot -Unused).SnapshotName").Output.Select(item => item.ToString()));
    }

    [Theory]
    [InlineData("(Get-ZecSnapshot -Unused).SnapshotName")]
    [InlineData("(Get-ZecUnused -Kind Snapshot -NoPrice).Name")]
    public async Task A_snapshot_that_is_being_deleted_is_not_listed(string command)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.SetStatus("Snapshot", account.Session.Must("(Get-ZecSnapshot -Name legacy-56).SnapshotId").Single<string>(), "DELETING");

        Assert.Equal(["legacy-57"], account.Session.Must(command).Output.Select(item => item.ToString()));
    }

    [Fact]
    public async Task Nothing_is_listed_where_the_disks_cannot_be_looked_up()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "DescribeDisks" ? SimulatedFault.Error(403, "AUTHFAILURE_UNAUTHORIZED_OPERATION") : null;

        var run = account.Run("Get-ZecSnapshot -Unused | Remove-ZecSnapshot -Force");

        Assert.Empty(run.Output);
        Assert.StartsWith(
            "AUTHFAILURE_UNAUTHORIZED_OPERATION,", Assert.IsType<ErrorRecord>(run.Terminating ?? run.Errors[0]).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "DeleteSnapshots");
    }
}
