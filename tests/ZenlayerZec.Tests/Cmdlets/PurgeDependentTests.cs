using System.Text.Json;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>-PurgeDependentResource deletes permanently what a release left in the recycle bins, and nothing else.</summary>
public class PurgeDependentTests
{
    private const string Purge = "Get-ZecInstance i-1 | Remove-ZecInstance -Force -PurgeDependentResource";

    [Fact]
    public async Task Disks_and_elastic_IPs_in_the_recycle_bins_are_destroyed_and_each_is_in_a_result()
    {
        await using var account = await StartAsync();
        var eip = ReleaseAccount.Eip(account);

        var run = account.Run(Purge);

        Assert.Empty(run.Errors);
        Assert.Empty(run.Warnings);
        var results = run.Of<ZecBatchResult>();
        Assert.Equal(["ReleaseInstances", "ReleaseDisk", "ReleaseDisk", "DeleteEip"], results.Select(result => result.Action));
        Assert.All(results, result => Assert.Equal(ZecBatchStatus.Succeeded, result.Status));
        Assert.Equal(
            [ReleaseAccount.Boot, ReleaseAccount.Fixed, ReleaseAccount.Portable],
            results.Where(result => result.Action == "ReleaseDisk").SelectMany(result => result.SucceededIds).Order(StringComparer.Ordinal));
        Assert.Equal((0, 1), (results[1].Attempts, results[2].Attempts));
        Assert.Equal((1, 1), (account.Simulator.CarriedOutCount("ReleaseDisk", ReleaseAccount.Portable), account.Simulator.CarriedOutCount("DeleteEip", eip)));
        Assert.Null(account.Simulator.Row("Disk", ReleaseAccount.Portable));
        Assert.Null(account.Simulator.Row("Eip", eip));
    }

    [Theory]
    [InlineData("Get-ZecInstance i-1 | Remove-ZecInstance -Force")]
    [InlineData("Get-ZecInstance i-1 | Remove-ZecInstance -Force -Wait")]
    [InlineData("Get-ZecInstance i-1 | Remove-ZecInstance -Force -Purge")]
    public async Task No_other_switch_implies_it(string script)
    {
        await using var account = await StartAsync();
        var eip = ReleaseAccount.Eip(account);

        account.Session.Must(script);

        Assert.Equal(("RECYCLED", "RECYCLED"), (Status(account, "Disk", ReleaseAccount.Portable, "diskStatus"), Status(account, "Eip", eip, "status")));
    }

    [Theory]
    [InlineData("Remove-ZecInstance i-1 -Force -PurgeDependentResource")]
    [InlineData("[pscustomobject]@{ InstanceId = 'i-1' } | Remove-ZecInstance -Force -PurgeDependentResource -IncludeProtected")]
    public async Task What_instances_named_by_ID_had_is_read_before_their_release(string script)
    {
        await using var account = await StartAsync();

        account.Session.Must(script);

        Assert.Null(account.Simulator.Row("Disk", ReleaseAccount.Portable));
    }

    [Theory]
    [InlineData("""{ "diskStatus": "AVAILABLE" }""", "is AVAILABLE, not in the recycle bin")]
    [InlineData("""{ "diskStatus": "IN_USE", "instanceId": "i-2" }""", "is IN_USE, not in the recycle bin")]
    [InlineData("""{ "instanceId": "i-2" }""", "is attached to the instance i-2")]
    [InlineData("""{ "tags": { "tags": [{ "key": "zec:keep", "value": "" }] } }""", "has the protected tag zec:keep (-IncludeProtected)")]
    public async Task What_somebody_took_back_or_uses_or_protects_is_skipped_with_a_warning(string change, string reason)
    {
        await using var account = await StartAsync();

        // Between the release and the look before the request.
        account.Simulator.After(request => request.Action == "ReleaseInstances", () => account.Simulator.ChangeRow("Disk", ReleaseAccount.Portable, change));

        var run = account.Run(Purge);

        Assert.Equal($"Skipped {ReleaseAccount.Portable}: it {reason}.", Assert.Single(run.Warnings));
        Assert.Contains(run.Of<ZecBatchResult>(), result => result.SkippedIds.Contains(ReleaseAccount.Portable) && result.Action == "ReleaseDisk");
        Assert.NotNull(account.Simulator.Row("Disk", ReleaseAccount.Portable));
        Assert.Equal(0, account.Simulator.CarriedOutCount("ReleaseDisk", ReleaseAccount.Portable));
    }

    [Fact]
    public async Task What_is_taken_back_after_the_first_look_is_seen_by_the_one_directly_before_the_request()
    {
        await using var account = await StartAsync();
        var looks = 0;
        account.Simulator.After(
            request => request.Action == "DescribeDisks" && ++looks == 2,
            () => account.Simulator.Other.Act("RenewDisk", $$"""{ "diskId": "{{ReleaseAccount.Portable}}" }"""));

        var run = account.Run(Purge);

        Assert.Equal($"Skipped {ReleaseAccount.Portable}: it is AVAILABLE, not in the recycle bin.", Assert.Single(run.Warnings));
        Assert.Equal("AVAILABLE", Status(account, "Disk", ReleaseAccount.Portable, "diskStatus"));
    }

    [Fact]
    public async Task What_lies_in_the_recycle_bin_of_another_instance_is_not_touched()
    {
        await using var account = await StartAsync();
        account.Session.Must("New-ZecDisk asia-east-1a other -SizeGiB 20 -Wait | Remove-ZecDisk -Force -Wait");
        var other = account.Session.Must("Get-ZecDisk -Status RECYCLED -Name other | ForEach-Object DiskId").Single<string>();

        account.Session.Must(Purge);

        Assert.Equal("RECYCLED", Status(account, "Disk", other, "diskStatus"));
    }

    [Fact]
    public async Task What_went_for_good_with_its_instance_is_one_result_without_a_request()
    {
        await using var account = await ReleaseAccount.StartAsync();

        var results = account.Session.Must("Get-ZecInstance | Remove-ZecInstance -Force -PurgeDependentResource").Of<ZecBatchResult>();

        Assert.Equal(["ReleaseInstances", "ReleaseDisk", "DeleteEip"], results.Select(result => result.Action));
        Assert.Equal(["d-1", "d-2", "d-3", "d-9"], results[1].SucceededIds.Order(StringComparer.Ordinal));
        Assert.Equal((0, 0), (results[1].Attempts, results[1].BatchNumber));
        Assert.DoesNotContain("ReleaseDisk", ReleaseAccount.Sent(account));
    }

    [Fact]
    public async Task A_disk_on_its_way_into_the_recycle_bin_is_waited_for()
    {
        await using var account = await StartAsync();
        var looks = 0;
        account.Simulator.After(request => request.Action == "ReleaseInstances", () => account.Simulator.SetStatus("Disk", ReleaseAccount.Portable, "RECYCLING"));
        account.Simulator.Before(
            request => request.Action == "DescribeDisks" && ++looks == 3, () => account.Simulator.SetStatus("Disk", ReleaseAccount.Portable, "RECYCLED"));

        account.Session.Must(Purge);

        Assert.Null(account.Simulator.Row("Disk", ReleaseAccount.Portable));
    }

    [Fact]
    public async Task After_a_lost_answer_no_second_request_is_sent_and_a_look_tells()
    {
        await using var account = await StartAsync();
        account.Simulator.FaultFor = request => request.Action == "ReleaseDisk" ? SimulatedFault.Drop(carriesOut: true) : null;

        var results = account.Session.Must(Purge).Of<ZecBatchResult>();

        Assert.Contains(results, result => result.SucceededIds.Contains(ReleaseAccount.Portable));
        Assert.Equal(1, account.Simulator.CarriedOutCount("ReleaseDisk", ReleaseAccount.Portable));
    }

    [Fact]
    public async Task A_lost_request_leaves_the_disk_unknown_and_it_is_not_resumed_as_a_release()
    {
        await using var account = await StartAsync();
        account.Session.Must($"Connect-Zec -Endpoint $endpoint -AccessKeyId {new SimulatorOptions().AccessKeyId} -AccessKeySecret $secret -SettleTimeoutSec 1");
        account.Simulator.FaultFor = request => request.Action == "ReleaseDisk" ? SimulatedFault.Drop(carriesOut: false) : null;

        var run = account.Run($"$results = {Purge}; $results");

        var lost = Assert.Single(run.Of<ZecBatchResult>(), result => result.UnknownIds.Contains(ReleaseAccount.Portable));
        Assert.Equal("Purge=True", lost.Options);
        account.Simulator.FaultFor = null;
        var error = Assert.Single(account.Run("$results | Resume-ZecOperation -Force").Errors);
        Assert.Contains("Get-ZecDisk -Status RECYCLED", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, account.Simulator.Calls.Count(call => call.Action == "ReleaseDisk"));
    }

    [Fact]
    public async Task Where_disks_cannot_be_read_none_is_destroyed_and_all_are_told_as_failed()
    {
        await using var account = await StartAsync();
        var eip = ReleaseAccount.Eip(account);
        account.Simulator.FaultFor = request => request.Action == "DescribeDisks" ? SimulatedFault.Error(403, "AUTHFAILURE_UNAUTHORIZED_OPERATION") : null;

        var run = account.Run(Purge);

        Assert.Contains("None was deleted permanently", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(run.Of<ZecBatchResult>(), result => result.Action == "ReleaseDisk").FailedIds.Length);
        Assert.Null(account.Simulator.Row("Eip", eip));
    }

    [Fact]
    public async Task Where_elastic_IPs_cannot_be_listed_a_warning_says_that_they_stay_in_the_recycle_bin()
    {
        await using var account = await StartAsync();
        var eip = ReleaseAccount.Eip(account);
        account.Simulator.FaultFor = request => request.Action == "DescribeEips" ? SimulatedFault.Error(403, "AUTHFAILURE_UNAUTHORIZED_OPERATION") : null;

        var run = account.Run(Purge);

        Assert.Empty(run.Errors);
        Assert.Equal(2, run.Warnings.Count);
        Assert.Contains("none of them will be deleted permanently", run.Warnings[0], StringComparison.Ordinal);
        Assert.Contains("Eip of i-1 (203.0.113.7)", run.Warnings[1], StringComparison.Ordinal);
        Assert.Equal("RECYCLED", Status(account, "Eip", eip, "status"));
        Assert.Null(account.Simulator.Row("Disk", ReleaseAccount.Portable));
    }

    [Fact]
    public async Task An_instance_that_was_not_released_keeps_everything()
    {
        await using var account = await StartAsync(options => options.FailingInstanceIds.Add("i-1"));

        account.Run("Get-ZecInstance | Remove-ZecInstance -Force -PurgeDependentResource");

        Assert.Equal("IN_USE", Status(account, "Disk", ReleaseAccount.Portable, "diskStatus"));
        Assert.DoesNotContain("ReleaseDisk", ReleaseAccount.Sent(account));
    }

    [Fact]
    public async Task It_cannot_be_combined_with_keeping_them_and_nothing_is_sent()
    {
        await using var account = await StartAsync();

        var run = account.Run("$i = Get-ZecInstance; $i | Remove-ZecInstance -Force -KeepDependentResource -PurgeDependentResource");

        Assert.Equal("ParametersExclusive,ZenlayerZec.Commands.RemoveZecInstanceCommand", Assert.Single(run.Errors).FullyQualifiedErrorId);
        Assert.Equal(0, account.Releases);
    }

    [Fact]
    public async Task What_if_says_before_what_is_destroyed()
    {
        await using var account = await StartAsync();

        var run = account.Session.Must("Get-ZecInstance | Remove-ZecInstance -PurgeDependentResource -WhatIf");

        Assert.Contains(
            "What if: Performing the operation \"Release the instance, its 3 disks (1,240 GiB), 1 elastic IP (203.0.113.7) and 1 secondary interface; then delete its "
                + "3 disks (1,240 GiB) and 1 elastic IP permanently, out of their recycle bins\" on target \"web-1 (i-1)\".",
            account.Session.Host.Lines);
        Assert.Contains(
            "In total: 2 instances, 4 disks (1,280 GiB), 1 elastic IP and 1 secondary interface; then delete the 4 disks (1,280 GiB) and 1 elastic IP permanently, "
                + "out of their recycle bins.",
            run.Information);
        account.Session.Must("Remove-ZecInstance i-1 -PurgeDependentResource -WhatIf");
        Assert.Contains(
            account.Session.Host.Lines,
            line => line.Contains("whatever is attached to it; then delete its disks and elastic IPs permanently", StringComparison.Ordinal));
        Assert.Equal(0, account.Releases);
    }

    private static Task<ServedAccount> StartAsync(Action<SimulatorOptions>? configure = null) => ReleaseAccount.StartAsync(options =>
    {
        options.DependentRecycleBin = true;
        configure?.Invoke(options);
    });

    private static string? Status(ServedAccount account, string kind, string id, string field)
        => account.Simulator.Row(kind, id) is { } row && row.TryGetProperty(field, out JsonElement value) ? value.GetString() : null;
}
