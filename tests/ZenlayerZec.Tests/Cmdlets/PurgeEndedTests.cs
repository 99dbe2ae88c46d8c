using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>However a release ends before its disks and elastic IPs are deleted permanently, one line names them, and the command that does it.</summary>
public class PurgeEndedTests
{
    private const string Purge = "Remove-ZecInstance -Force -PurgeDependentResource";

    [Fact]
    public async Task Ctrl_C_during_the_wait_is_followed_by_the_line()
    {
        await using var account = await StartAsync();
        var eip = ReleaseAccount.Eip(account);
        var waiting = new TaskCompletionSource();
        account.Simulator.After(request => request.Action == "DescribeInstancesStatus", () => waiting.TrySetResult());

        await account.Session.RunAndStopAsync($"Get-ZecInstance i-1 | {Purge}", waiting.Task);

        AssertLine(account, eip);
        AssertRecorded(account, eip);
    }

    [Theory]
    [InlineData($"Get-ZecInstance i-1 | {Purge} | ForEach-Object {{ throw 'no more' }}")]
    [InlineData($"Get-ZecInstance i-1 | {Purge} -TimeoutSec 1 -ErrorAction Stop")]
    [InlineData($"Get-ZecInstance i-1 | {Purge} -TimeoutSec 1 -ErrorAction SilentlyContinue")]
    public async Task Any_other_end_is_followed_by_the_warning(string script)
    {
        await using var account = await StartAsync();
        var eip = ReleaseAccount.Eip(account);

        account.Run(script);

        AssertLine(account, eip);
        AssertRecorded(account, eip);
    }

    [Fact]
    public async Task A_failure_that_ends_the_run_is_followed_by_the_warning_about_what_was_released_before_it()
    {
        await using var account = await StartAsync();
        var (eip, releases) = (ReleaseAccount.Eip(account), 0);
        account.Session.Must("$plan = Get-ZecInstance i-1 | Get-ZecReleasePlan; $other = Get-ZecInstance i-2");
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" && ++releases == 2
            ? SimulatedFault.Error(401, "AUTHFAILURE_SIGNATURE_FAILURE")
            : null;

        var run = account.Run($"$plan, $other | {Purge} -ThrottleLimit 1");

        Assert.Contains(run.Errors, error => error.FullyQualifiedErrorId.StartsWith("AUTHFAILURE", StringComparison.Ordinal));
        AssertLine(account, eip);
        AssertRecorded(account, eip);
    }

    [Fact]
    public async Task The_command_that_the_line_says_deletes_what_is_in_the_recycle_bins_and_nothing_else()
    {
        await using var account = await ReleaseAccount.StartAsync(options =>
        {
            options.DependentRecycleBin = true;
            options.ActionTimes["DeleteEip"] = TimeSpan.Zero;
        });
        var eip = ReleaseAccount.Eip(account);
        var run = account.Run($"Get-ZecInstance i-1 | {Purge} | ForEach-Object {{ throw 'no more' }}");
        var line = Assert.Single(run.Warnings, warning => warning.Contains("deleted permanently", StringComparison.Ordinal));
        account.Simulator.Other.Act("RenewEip", $$"""{ "eipId": "{{eip}}" }""");

        account.Run("$ConfirmPreference = 'None'; " + Command(line));

        Assert.Null(account.Simulator.Row("Disk", ReleaseAccount.Portable));
        Assert.NotNull(account.Simulator.Row("Eip", eip));
    }

    [Fact]
    public async Task The_line_names_the_account_where_it_is_not_the_one_in_use()
    {
        await using var account = await StartAsync();

        account.Run($"$i = Get-ZecInstance i-1; Connect-Zec -Simulator; $i | {Purge} | ForEach-Object {{ throw 'no more' }}");

        Assert.Contains(
            account.Session.Host.Lines,
            line => line.StartsWith("WARNING: These were not deleted permanently after the release of their instances (in ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_command_for_many_takes_them_from_the_record_and_leaves_alone_what_else_is_in_the_recycle_bin()
    {
        await using var account = await ServedAccount.StartAsync(options =>
        {
            (options.InstanceCount, options.DependentRecycleBin, options.TransitionTime) = (30, true, TimeSpan.Zero);
            options.ActionTimes["ReleaseDisk"] = TimeSpan.Zero;
        });
        var other = account.Session.Must("$other = Get-ZecDisk -Unused -First 1; $null = $other | Remove-ZecDisk -Force -Wait; $other.DiskId").Single<string>();
        account.Session.Run($"Get-ZecInstance -Status STOPPED | {Purge} | ForEach-Object {{ throw 'no more' }}");
        var line = Assert.Single(account.Session.Host.Lines, line => line.StartsWith("WARNING: These were not deleted permanently", StringComparison.Ordinal));
        Assert.Contains("(Get-ZecOperation | ", line, StringComparison.Ordinal);

        account.Run("$ConfirmPreference = 'None'; $ErrorActionPreference = 'SilentlyContinue'; " + Command(line));

        var binned = account.Session.Must("(Get-ZecDisk -Status RECYCLED).DiskId").Of<string>();
        Assert.Contains(other, binned);
        Assert.DoesNotContain(account.Session.Must("(Get-ZecOperation | Where-Object Options -eq 'Purge=True').Ids").Of<string>(), binned.Contains);
        Assert.Contains(account.Simulator.Calls, call => call.Action == "ReleaseDisk");
    }

    [Fact]
    public async Task Ctrl_C_during_the_wait_for_the_recycle_bin_is_followed_by_the_line_that_names_the_instances()
    {
        await using var account = await StartAsync();
        var waiting = new TaskCompletionSource();
        account.Simulator.After(request => request.Action == "DescribeInstancesStatus", () => waiting.TrySetResult());

        await account.Session.RunAndStopAsync("Get-ZecInstance | Remove-ZecInstance -Force -Purge", waiting.Task);

        Assert.Contains(
            "WARNING: The release ended before these could be deleted permanently: 2 instances (i-1, i-2). To delete them when they are in the recycle bin, run: "
                + "Get-ZecInstance i-1, i-2 | Where-Object Status -eq RECYCLE | Remove-ZecInstance -Purge",
            account.Session.Host.Lines);
    }

    [Theory]
    [InlineData("-PurgeDependentResource")]
    [InlineData("-Purge")]
    [InlineData("-Purge -PurgeDependentResource")]
    public async Task Nothing_is_said_where_all_was_done(string switches)
    {
        await using var account = await ReleaseAccount.StartAsync(options =>
        {
            options.DependentRecycleBin = true;
            options.RecycleBin = !switches.StartsWith("-PurgeD", StringComparison.Ordinal);
        });

        Assert.Empty(account.Session.Must($"Get-ZecInstance i-1 | Remove-ZecInstance -Force {switches}").Warnings);
    }

    [Fact]
    public async Task Ctrl_C_during_a_release_that_keeps_things_is_followed_by_the_line_that_names_them()
    {
        await using var account = await ReleaseAccount.StartAsync();
        await account.StopInReleaseAsync("Get-ZecInstance i-1 | Remove-ZecInstance -Force -KeepDependentResource");

        Assert.Contains(
            account.Session.Host.Lines,
            line => line.StartsWith($"WARNING: What stays continues to cost. To remove it later: Remove-ZecDisk -DiskId {ReleaseAccount.Portable}; ", StringComparison.Ordinal));
    }

    private static string Command(string line) => line[(line.IndexOf("run: ", StringComparison.Ordinal) + "run: ".Length)..];

    private static void AssertLine(ServedAccount account, string eip)
    {
        var line = Assert.Single(account.Session.Host.Lines, line => line.StartsWith("WARNING: These were not deleted permanently", StringComparison.Ordinal));
        Assert.Contains($"3 disks ({ReleaseAccount.Boot}, {ReleaseAccount.Fixed}, {ReleaseAccount.Portable}) and the elastic IP {eip}", line, StringComparison.Ordinal);
        Assert.DoesNotContain("ReleaseDisk", ReleaseAccount.Sent(account));
    }

    private static void AssertRecorded(ServedAccount account, string eip)
    {
        var left = account.Run("Get-ZecOperation | Where-Object Outcome -eq NeverSent | ForEach-Object { \"$($_.Action) $($_.Ids) $($_.Options)\" }").Of<string>();
        Assert.Equal([$"ReleaseDisk {ReleaseAccount.Boot} {ReleaseAccount.Fixed} {ReleaseAccount.Portable} Purge=True", $"DeleteEip {eip} Purge=True"], left);
    }

    /// <summary>An account whose instance is released and does not go.</summary>
    private static Task<ServedAccount> StartAsync() => ReleaseAccount.StartAsync(options =>
    {
        options.DependentRecycleBin = true;
        options.ReleaseTime = TimeSpan.FromDays(1);
    });
}
