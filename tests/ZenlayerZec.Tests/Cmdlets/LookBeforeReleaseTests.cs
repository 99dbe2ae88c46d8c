using ZenlayerZec.Client.Batching;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>However an instance is named, a release does not destroy what lies in the recycle bin, or what has come into use again.</summary>
public class LookBeforeReleaseTests
{
    /// <summary>The ways to name the instances of <c>$ids</c>, each read before they were released.</summary>
    public static TheoryData<string> Ways =>
    [
        "$ids",
        "$instances",
        "$statuses",
        "$instances | ForEach-Object { [pscustomobject]@{ InstanceId = $_.InstanceId } }",
        "$instances | ForEach-Object { [pscustomobject]@{ Owner = 'ana'; InstanceId = $_.InstanceId; Status = 'STOPPED' } }",
        "$serialized",
        "$rows",
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_was_released_already_is_left_in_the_recycle_bin(string way)
    {
        await using var account = await StartAsync();
        account.Session.Must("$null = $ids | Remove-ZecInstance -Force");

        var run = account.Run($"{way} | Remove-ZecInstance -Force");

        Assert.Empty(run.Errors);
        var result = Assert.Single(run.Of<ZecBatchResult>());
        Assert.Equal((ZecBatchStatus.Skipped, 3), (result.Status, result.SkippedIds.Length));
        Assert.Contains("recycle bin", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.All(result.SkippedIds, id => Assert.Equal(1, account.Simulator.ReleaseCount(id)));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task With_Purge_it_is_destroyed(string way)
    {
        await using var account = await StartAsync();
        account.Session.Must("$null = $ids | Remove-ZecInstance -Force");

        var run = account.Run($"{way} | Remove-ZecInstance -Force -Purge -TimeoutSec 20");

        Assert.Empty(run.Errors);
        Assert.DoesNotContain(account.Simulator.Instances, instance => instance.Status == "RECYCLE");
    }

    [Theory]
    [InlineData("$instances")]
    [InlineData("$ids")]
    public async Task A_first_release_costs_a_look_only_where_nothing_fresh_is_known(string way)
    {
        await using var account = await StartAsync();
        var before = account.Simulator.Calls.Count;

        account.Session.Must($"$null = {way} | Remove-ZecInstance -Force");

        Assert.Equal(way == "$ids" ? 2 : 1, account.Simulator.Calls.Count - before);
    }

    [Theory]
    [InlineData("", "DescribeInstancesStatus, DescribeInstances, DescribeInstances, ReleaseInstances, ReleaseInstances")]
    [InlineData("-ProtectedTag @()", "DescribeInstancesStatus, ReleaseInstances, ReleaseInstances")]
    public async Task A_state_object_is_as_fresh_as_an_instance_but_does_not_say_its_tags(string protectedTag, string calls)
    {
        await using var account = await ServedAccount.StartAsync();

        account.Session.Must($"""
            Connect-Zec -Endpoint $endpoint -AccessKeyId simulated-key-id -AccessKeySecret $secret {protectedTag}
            $null = Get-ZecInstanceStatus -Status STOPPED | Remove-ZecInstance -Force -ThrottleLimit 1
            """);

        Assert.Equal(calls.Split(", ").Order(), account.Simulator.Calls.Select(call => call.Action).Order());
    }

    [Fact]
    public async Task A_state_object_that_says_RECYCLE_is_skipped()
    {
        await using var account = await StartAsync();
        account.Session.Must("$null = $ids | Remove-ZecInstance -Force");

        var run = account.Run("Get-ZecInstanceStatus -Status RECYCLE | Remove-ZecInstance -Force");

        Assert.Equal(3, run.Single<ZecBatchResult>().SkippedIds.Length);
        Assert.Equal(1, account.Releases);
    }

    [Fact]
    public async Task Failed_IDs_that_somebody_else_released_meanwhile_are_left_alone()
    {
        await using var account = await StartAsync();
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" && account.Releases == 0
            ? SimulatedFault.Error(409, "OPERATION_DENIED_BUSY")
            : null;
        account.Run("$results = $ids | Remove-ZecInstance -Force -ErrorAction SilentlyContinue");
        account.Simulator.Other.Release([.. account.Session.Must("$ids").Of<string>()]);

        var run = account.Run("$results.FailedIds | Remove-ZecInstance -Force");

        Assert.Equal(3, run.Single<ZecBatchResult>().SkippedIds.Length);
        Assert.All(account.Session.Must("$ids").Of<string>(), id => Assert.Equal(0, account.Simulator.ReleaseCount(id)));
    }

    [Theory]
    [InlineData("$rows")]
    [InlineData("$serialized")]
    public async Task What_was_stopped_by_its_row_and_runs_now_is_skipped_with_both_states(string way)
    {
        await using var account = await StartAsync();
        account.Simulator.Other.Start([.. account.Session.Must("$ids").Of<string>()]);

        var run = account.Run($"{way} | Remove-ZecInstance -Force");

        Assert.Equal(3, run.Single<ZecBatchResult>().SkippedIds.Length);
        Assert.Matches("was STOPPED when it was read, and is (RUNNING|BOOTING) now", Assert.Single(run.Warnings));
        Assert.Equal(0, account.Releases);
    }

    [Fact]
    public async Task What_the_script_itself_started_is_no_surprise()
    {
        await using var account = await StartAsync();

        var run = account.Run("$null = $instances | Start-ZecInstance; $rows | Remove-ZecInstance -Force");

        Assert.Equal(3, run.Single<ZecBatchResult>().SucceededIds.Length);
    }

    [Fact]
    public async Task Another_runspace_of_the_process_knows_what_was_released()
    {
        await using var account = await StartAsync();
        using var other = new Engine.PowerShellSession(account.Session);
        other["instances"] = account.Session["instances"];
        other["connection"] = account.Session.Must("$null = $ids | Remove-ZecInstance -Force; Get-ZecConnection").Single<object>();

        var run = other.Run("$instances | Remove-ZecInstance -Force -Connection $connection");

        Assert.Equal(3, run.Single<ZecBatchResult>().SkippedIds.Length);
    }

    [Fact]
    public async Task WhatIf_looks_at_nothing_and_says_so()
    {
        await using var account = await StartAsync();
        var before = account.Simulator.Calls.Count;

        var run = account.Run("$ids | Remove-ZecInstance -WhatIf");

        Assert.Equal(before, account.Simulator.Calls.Count);
        Assert.Contains("-WhatIf does not look at the service", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Empty(account.Run("$instances | Remove-ZecInstance -WhatIf").Warnings);
    }

    [Theory]
    [InlineData("'nobody'")]
    [InlineData("[pscustomobject]@{ InstanceId = 'nobody'; Status = 'STOPPED' }")]
    public async Task What_is_not_there_is_an_error_that_says_so_and_nothing_is_sent(string who)
    {
        await using var account = await StartAsync();

        var run = account.Run($"{who} | Remove-ZecInstance -Force");

        var error = Assert.Single(run.Errors);
        Assert.Equal((System.Management.Automation.ErrorCategory.ObjectNotFound, "nobody"), (error.CategoryInfo.Category, error.TargetObject));
        Assert.Equal(0, account.Releases);
    }

    [Fact]
    public async Task A_row_of_another_account_is_refused()
    {
        await using var account = await StartAsync();

        var run = account.Run("[pscustomobject]@{ InstanceId = $ids[0]; Account = 'somebody@elsewhere' }, $instances[1] | Remove-ZecInstance -Force");

        Assert.StartsWith("OtherAccount", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(run.Single<ZecBatchResult>().SucceededIds);
    }

    [Theory]
    [InlineData("'Stop'")]
    [InlineData("[System.Management.Automation.ActionPreference]::Stop")]
    [InlineData("1")]
    public async Task A_script_that_stops_at_errors_sends_no_batch_after_one_that_failed(string preference)
    {
        await using var account = await StartAsync();
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" ? SimulatedFault.Error(409, "OPERATION_DENIED_BUSY") : null;
        account.Session["preference"] = account.Session.Must(preference).Single<object>();

        account.Run("& { $ErrorActionPreference = $preference; Get-ZecInstance | Remove-ZecInstance -Force -ThrottleLimit 1 }");

        Assert.Equal(1, account.Releases);
    }

    [Fact]
    public async Task A_restored_instance_is_not_released_a_second_time_by_Purge()
    {
        await using var account = await StartAsync();
        var first = account.Session.Must("$ids[0]").Single<string>();
        account.Simulator.After(request => request.Action == "DescribeInstancesStatus", () => account.Simulator.SetStatus(first, "STOPPED"));

        var run = account.Run("$instances | Remove-ZecInstance -Force -Purge -TimeoutSec 20");

        Assert.Contains("was RECYCLE when it was read, and is STOPPED now", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal(1, account.Simulator.ReleaseCount(first));
    }

    [Fact]
    public async Task A_script_that_stops_at_warnings_finds_every_ID_of_the_run_afterwards()
    {
        await using var account = await StartAsync();
        account.Session.Must("$null = $ids | Remove-ZecInstance -Force; $all = @((Get-ZecInstance).InstanceId); $before = @(Get-ZecOperation)");

        account.Run("& { $WarningPreference = 'Stop'; $all | Remove-ZecInstance -Force -ThrottleLimit 1 }");

        var run = account.Session.Must("@(Get-ZecOperation | Where-Object { $_ -notin $before } | ForEach-Object { $_.Ids })");
        Assert.Equal(account.Session.Must("$all").Of<string>().Order(StringComparer.Ordinal), run.Of<string>().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task How_something_still_stood_is_said_with_the_time_of_the_look_that_showed_it()
    {
        await using var account = await StartAsync();
        var looks = 0;
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" ? SimulatedFault.Drop(carriesOut: false)
            : ++looks > 1 ? SimulatedFault.Error(401, "AUTHFAILURE_INVALID_AUTHORIZATION")
            : null;

        var run = account.Run("$instances | Remove-ZecInstance -Force");

        Assert.Matches(@"3 still STOPPED 0\.5 s later", Assert.Single(run.Errors).ErrorDetails.Message);
    }

    private static async Task<ServedAccount> StartAsync()
    {
        var account = await ServedAccount.StartAsync(options => options.RecycleBin = true);
        account.Session.Must("""
            $instances = @(Get-ZecInstance -Status STOPPED -First 3)
            $ids = @($instances.InstanceId)
            $statuses = @(Get-ZecInstanceStatus -InstanceId $ids)
            $serialized = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($instances))
            $rows = $instances | ForEach-Object { [pscustomobject]@{ InstanceId = $_.InstanceId; Status = "$($_.Status)"; Account = $_.Account } }
            """);
        return account;
    }
}
