using System.Text;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>A result of a release names what goes with the instances and what stays, by ID, and what is not known of them.</summary>
public class ReleasedDependentTests
{
    [Fact]
    public async Task A_release_names_what_goes_without_a_further_request_and_says_that_elastic_IPs_are_not_known()
    {
        await using var account = await ReleaseAccount.StartAsync();

        var result = account.Session.Must("Get-ZecInstance | Remove-ZecInstance -Force").Single<ZecBatchResult>();

        Assert.Equal(["DescribeInstances", "ReleaseInstances"], ReleaseAccount.Sent(account));
        Assert.Equal(["Disk d-1 (40 GiB)", "Disk d-2 (100 GiB)", "Disk d-3 (1100 GiB)", "Nic n-2 (10.0.0.9)", "Disk d-9 (40 GiB)"], Texts(result.ReleasedDependents));
        Assert.Empty(result.KeptDependents!);
        Assert.Equal(["Eip of i-1 (203.0.113.7): Elastic IPs were not listed before the release"], Texts(result.UnknownDependents));
    }

    [Fact]
    public async Task A_release_that_keeps_things_lists_the_elastic_IPs_once_and_names_what_stays()
    {
        await using var account = await ReleaseAccount.StartAsync();
        var eip = ReleaseAccount.Eip(account);

        var result = account.Session.Must("Get-ZecInstance | Remove-ZecInstance -Force -KeepDependentResource").Single<ZecBatchResult>();

        Assert.Equal(["DescribeInstances", "DescribeEips", "ReleaseInstances"], ReleaseAccount.Sent(account));
        Assert.Equal(["Disk d-1 (40 GiB)", "Disk d-2 (100 GiB)", "Disk d-9 (40 GiB)"], Texts(result.ReleasedDependents));
        Assert.Equal(["Disk d-3 (1100 GiB)", "Nic n-2 (10.0.0.9)", $"Eip {eip} (203.0.113.7)"], Texts(result.KeptDependents));
        Assert.Equal(["data", "side"], result.KeptDependents!.Take(2).Select(thing => thing.Name));
        Assert.Empty(result.UnknownDependents!);
        Assert.All(result.KeptDependents!, thing => Assert.NotNull(account.Simulator.Row(thing.Kind, thing.Id)));
    }

    [Fact]
    public async Task A_disk_of_which_the_service_does_not_say_whether_it_is_detachable_is_told_as_unknown_where_things_are_kept()
    {
        await using var account = await ReleaseAccount.StartAsync();
        account.Simulator.ChangeRow("Disk", ReleaseAccount.Portable, """{ "portable": null }""");

        var result = account.Session.Must("Remove-ZecInstance i-1 -Force -KeepDependentResource").Single<ZecBatchResult>();

        Assert.DoesNotContain(result.ReleasedDependents!.Concat(result.KeptDependents!), thing => thing.Id == ReleaseAccount.Portable);
        Assert.Contains(result.UnknownDependents!, one => one is { Kind: "Disk", ReleasedId: "i-1", Detail: ReleaseAccount.Portable });
    }

    [Fact]
    public async Task An_elastic_IP_that_is_bound_to_something_else_too_is_told_as_unknown_and_no_command_removes_it()
    {
        await using var account = await ReleaseAccount.StartAsync();
        var eip = ReleaseAccount.Eip(account);
        account.Simulator.ChangeRow("Eip", eip, """{ "associatedId": "lb-7", "associatedType": "LB" }""");

        var run = account.Session.Must("Remove-ZecInstance i-1 -Force -KeepDependentResource");

        var result = run.Single<ZecBatchResult>();
        Assert.DoesNotContain(result.ReleasedDependents!.Concat(result.KeptDependents!), thing => thing.Id == eip);
        Assert.Contains(result.UnknownDependents!, one => one.Detail == eip && one.Reason.Contains("also to LB lb-7", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Information, line => line.Contains($"Remove-ZecEip -EipId {eip}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_default_elastic_IP_goes_in_any_case()
    {
        await using var account = await ReleaseAccount.StartAsync();
        var eip = ReleaseAccount.Eip(account);
        account.Simulator.ChangeRow("Eip", eip, """{ "isDefault": true }""");

        var result = account.Session.Must("Remove-ZecInstance i-1 -Force -KeepDependentResource").Single<ZecBatchResult>();

        Assert.Contains(result.ReleasedDependents!, thing => thing.Id == eip);
        Assert.DoesNotContain(result.KeptDependents!, thing => thing.Kind == "Eip");
    }

    [Theory]
    [InlineData("Remove-ZecInstance i-1 -Force", true)]
    [InlineData("[pscustomobject]@{ InstanceId = 'i-1' } | Remove-ZecInstance -Force", true)]
    [InlineData("Get-ZecInstanceStatus i-1 | Remove-ZecInstance -Force", true)]
    [InlineData("Remove-ZecInstance i-1 -Force -KeepDependentResource -IncludeProtected", true)]
    [InlineData("Remove-ZecInstance i-1 -Force -IncludeProtected", false)]
    public async Task What_the_look_before_a_release_read_is_named_and_what_it_did_not_read_is_told_as_unknown(string script, bool isRead)
    {
        await using var account = await ReleaseAccount.StartAsync();

        var result = account.Session.Must(script).Single<ZecBatchResult>();

        Assert.Equal(["i-1"], result.SucceededIds);
        Assert.Equal(isRead, result.ReleasedDependents!.Any(thing => thing is { Kind: "Disk", Id: ReleaseAccount.Boot }));
        Assert.Equal(!isRead, result.UnknownDependents!.Any(one => one is { Kind: "Disk", ReleasedId: "i-1" }));
        Assert.Equal(!isRead, result.UnknownDependents!.Any(one => one.Kind == "Nic"));
    }

    [Theory]
    [InlineData("-KeepDependentResource", "and the results will not name those that are not")]
    [InlineData("-PurgeDependentResource", "and those that are not will not be deleted permanently")]
    public async Task Where_the_list_of_elastic_IPs_never_holds_still_a_warning_says_that_some_may_not_be_known(string parameter, string effect)
    {
        await using var account = await ReleaseAccount.StartAsync();
        var eip = ReleaseAccount.Eip(account);
        for (var i = 0; i < 1200; i++)
        {
            account.Simulator.AddRow("Eip", $$"""{ "eipId": "e-{{i:0000}}", "status": "UNBIND" }""");
        }

        var next = 0;
        account.Simulator.FaultFor = request =>
        {
            if (request.Action == "DescribeEips" && Encoding.UTF8.GetString(request.Body).Contains("\"pageNum\":2", StringComparison.Ordinal))
            {
                account.Simulator.Drop("Eip", $"e-{next++:0000}");
            }

            return null;
        };

        var run = account.Run($"Get-ZecInstance i-1 | Remove-ZecInstance -Force {parameter}");

        Assert.Contains(run.Warnings, warning => warning.StartsWith($"The elastic IPs of the instances may not all be known, {effect}.", StringComparison.Ordinal));
        Assert.Contains(run.Of<ZecBatchResult>()[0].KeptDependents!.Concat(run.Of<ZecBatchResult>()[0].ReleasedDependents!), thing => thing.Id == eip);
    }

    [Fact]
    public async Task Without_the_right_to_list_elastic_IPs_the_instances_are_released_and_a_warning_says_what_is_not_known()
    {
        await using var account = await ReleaseAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "DescribeEips" ? SimulatedFault.Error(403, "AUTHFAILURE_UNAUTHORIZED_OPERATION") : null;

        var run = account.Run("Get-ZecInstance i-1 | Remove-ZecInstance -Force -KeepDependentResource");

        Assert.Empty(run.Errors);
        Assert.Equal(["i-1"], run.Single<ZecBatchResult>().SucceededIds);
        Assert.Contains("The elastic IPs of the instances are not known", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Contains(run.Single<ZecBatchResult>().UnknownDependents!, one => one is { Kind: "Eip", Detail: "203.0.113.7" });
    }

    [Fact]
    public async Task Only_what_belongs_to_instances_that_were_released_is_named()
    {
        await using var account = await ReleaseAccount.StartAsync(options => options.FailingInstanceIds.Add("i-1"));

        var result = account.Run("Get-ZecInstance | Remove-ZecInstance -Force -KeepDependentResource").Single<ZecBatchResult>();

        Assert.Equal(["i-1"], result.FailedIds);
        Assert.Equal(["Disk d-9 (40 GiB)"], Texts(result.ReleasedDependents));
        Assert.Empty(result.KeptDependents!);
        Assert.Empty(result.UnknownDependents!);
    }

    [Fact]
    public async Task After_a_lost_answer_what_a_look_settles_is_named_as_well()
    {
        await using var account = await ReleaseAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" ? SimulatedFault.Drop(carriesOut: true) : null;

        var result = account.Run("Get-ZecInstance i-1 | Remove-ZecInstance -Force").Single<ZecBatchResult>();

        Assert.Equal(["i-1"], result.SucceededIds);
        Assert.Contains(result.ReleasedDependents!, thing => thing.Id == ReleaseAccount.Portable);
    }

    [Fact]
    public async Task An_instance_that_is_destroyed_in_the_recycle_bin_is_told_of_once()
    {
        await using var account = await ReleaseAccount.StartAsync(options => options.RecycleBin = true);

        var results = account.Session.Must("Get-ZecInstance i-1 | Remove-ZecInstance -Force -Purge").Of<ZecBatchResult>();

        Assert.Equal([true, false], results.Select(result => result.ReleasedDependents is not null));
        Assert.All(results, result => Assert.Equal(["i-1"], result.SucceededIds));
    }

    [Fact]
    public async Task A_result_of_another_action_says_nothing_of_them()
    {
        await using var account = await ReleaseAccount.StartAsync();

        var result = account.Session.Must("Start-ZecInstance i-1").Single<ZecBatchResult>();

        Assert.Null(result.ReleasedDependents);
        Assert.Null(result.KeptDependents);
        Assert.Null(result.UnknownDependents);
    }

    [Fact]
    public async Task The_commands_that_remove_later_what_stays_are_said_once_and_they_run()
    {
        await using var account = await ReleaseAccount.StartAsync();
        var eip = ReleaseAccount.Eip(account);

        var said = Assert.Single(
            account.Session.Must("Get-ZecInstance | Remove-ZecInstance -Force -KeepDependentResource").Information, text => text.Contains("continues to cost", StringComparison.Ordinal));

        Assert.Equal(
            $"What stays continues to cost. To remove it later: Remove-ZecDisk -DiskId d-3; Remove-ZecEip -EipId {eip}; Remove-ZecNic -NicId n-2.", said);
        var commands = said[(said.IndexOf(": ", StringComparison.Ordinal) + 2)..^1];
        account.Session.Must($"$ConfirmPreference = 'None'; {commands}");
        Assert.Equal("RECYCLED", account.Simulator.Row("Disk", ReleaseAccount.Portable)!.Value.GetProperty("diskStatus").GetString());
    }

    [Theory]
    [InlineData("Get-ZecInstance | Remove-ZecInstance -Force")]
    [InlineData("Get-ZecInstance | Remove-ZecInstance -Force -KeepDependentResource -WhatIf")]
    [InlineData("Get-ZecInstance i-2 | Remove-ZecInstance -Force -KeepDependentResource")]
    public async Task Where_nothing_stays_no_command_is_said(string script)
    {
        await using var account = await ReleaseAccount.StartAsync();

        Assert.DoesNotContain(account.Session.Must(script).Information, text => text.Contains("continues to cost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_many_things_the_commands_name_the_property_of_the_results()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 60);

        var run = account.Session.Must("Get-ZecInstance | Remove-ZecInstance -Force -KeepDependentResource -IncludeProtected");

        var said = Assert.Single(run.Information, text => text.Contains("continues to cost", StringComparison.Ordinal));
        Assert.Contains("Remove-ZecEip -EipId ($results.KeptDependents | Where-Object Kind -eq Eip).Id", said, StringComparison.Ordinal);
        Assert.True(said.Length < 500, said);
    }

    [Fact]
    public async Task Files_and_other_processes_get_them_as_text_or_objects_and_can_resume()
    {
        await using var account = await ReleaseAccount.StartAsync(options => options.FailingInstanceIds.Add(ReleaseAccount.Second));
        _ = ReleaseAccount.Eip(account);
        account.Run("$result = Get-ZecInstance | Remove-ZecInstance -Force -KeepDependentResource -ErrorAction SilentlyContinue");

        // As Export-Csv writes it.
        var csv = account.Session.Must("\"$($result.KeptDependents.ToString())\"").Single<string>();
        Assert.StartsWith("Disk d-3 (1100 GiB); Nic n-2 (10.0.0.9); Eip ", csv, StringComparison.Ordinal);

        var copy = account.Session.Must("$copy = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($result, 2)); \"$($copy.ReleasedDependents)\"");
        Assert.Contains("d-1", copy.Single<string>(), StringComparison.Ordinal);
        var resumed = account.Run("$copy | Resume-ZecOperation -Force -ErrorAction SilentlyContinue").Of<ZecBatchResult>();
        Assert.Contains(resumed, result => result.FailedIds.Contains(ReleaseAccount.Second));
    }

    [Fact]
    public async Task What_a_later_look_shows_as_released_has_nothing_that_is_known()
    {
        await using var account = await ReleaseAccount.StartAsync();
        account.Session.Must($"Connect-Zec -Endpoint $endpoint -AccessKeyId {new SimulatorOptions().AccessKeyId} -AccessKeySecret $secret -SettleTimeoutSec 1");
        account.Simulator.FaultFor = request => request.Action is "ReleaseInstances" or "DescribeInstancesStatus" ? SimulatedFault.Drop(carriesOut: true) : null;
        account.Run("$result = Get-ZecInstance i-1 | Remove-ZecInstance -Force -ErrorAction SilentlyContinue");
        account.Simulator.FaultFor = null;

        var looked = account.Run("$result | Resume-ZecOperation -Force").Single<ZecBatchResult>();

        Assert.Equal(["i-1"], looked.SucceededIds);
        Assert.Empty(looked.ReleasedDependents!);
        Assert.Equal(["Disk", "Nic", "Eip"], looked.UnknownDependents!.Select(one => one.Kind));
    }

    private static string[] Texts<T>(IEnumerable<T>? things) => [.. things!.Select(thing => thing!.ToString()!)];
}
