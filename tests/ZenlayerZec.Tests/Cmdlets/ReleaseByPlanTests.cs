using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>A release by a plan does what the plan shows, as long as that is still so.</summary>
public class ReleaseByPlanTests
{
    private const string Release = "$plan | Remove-ZecInstance -Force";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_plan_shows_is_released_and_kept(bool keeps)
    {
        await using var account = await StartAsync(keeps);

        var run = account.Session.Must(Release);

        var result = run.Single<ZecBatchResult>();
        Assert.Equal(["i-1"], result.SucceededIds);
        Assert.Equal($"KeepDependentResource={keeps}, Purge=False, Plan=True", result.Options);
        Assert.Equal(keeps, account.Simulator.Row("Disk", ReleaseAccount.Portable) is not null);
        Assert.Equal(keeps, result.KeptDependents!.Any(thing => thing.Kind == "Eip"));
        Assert.Equal(!keeps, result.ReleasedDependents!.Any(thing => thing.Kind == "Eip"));
        Assert.Empty(result.UnknownDependents!);
    }

    [Fact]
    public async Task However_fresh_a_plan_is_its_instance_and_its_elastic_IPs_are_looked_at_directly_before()
    {
        await using var account = await StartAsync();
        var before = account.Simulator.Calls.Count;

        account.Session.Must(Release);

        Assert.Equal(["DescribeInstances", "DescribeEips", "ReleaseInstances"], ReleaseAccount.Sent(account, before));
    }

    [Fact]
    public async Task A_disk_that_came_since_keeps_the_instance_from_being_released()
    {
        await using var account = await StartAsync();
        account.Session.Must("New-ZecDisk asia-east-1a late -SizeGiB 20 -Wait | Mount-ZecDisk -InstanceId i-1 -Wait");

        await AssertSkippedAsync(account, "has the disk ", " now, which its plan does not show");
    }

    [Fact]
    public async Task A_disk_that_was_in_the_recycle_bin_when_the_plan_was_made_and_is_attached_again_keeps_the_instance_from_being_released()
    {
        await using var account = await StartAsync();
        account.Simulator.SetStatus("Disk", ReleaseAccount.Portable, "RECYCLED");
        account.Session["plan"] = Plan(account, "i-1", keeps: false);
        account.Simulator.SetStatus("Disk", ReleaseAccount.Portable, "IN_USE");

        await AssertSkippedAsync(account, $"has the disk {ReleaseAccount.Portable} now, which its plan does not show");
    }

    [Fact]
    public async Task An_elastic_IP_that_was_in_the_recycle_bin_when_the_plan_was_made_and_is_bound_again_keeps_the_instance_from_being_released()
    {
        await using var account = await StartAsync();
        account.Simulator.SetStatus("Eip", ReleaseAccount.Eip(account), "RECYCLED");
        account.Session["plan"] = Plan(account, "i-1", keeps: false);
        account.Simulator.SetStatus("Eip", ReleaseAccount.Eip(account), "BINDED");

        await AssertSkippedAsync(account, "has the elastic IP ", " now, which its plan shows in the recycle bin");
    }

    [Fact]
    public async Task What_is_in_the_recycle_bin_still_keeps_nothing_from_being_released()
    {
        await using var account = await StartAsync();
        account.Simulator.SetStatus("Disk", ReleaseAccount.Portable, "RECYCLED");
        account.Simulator.SetStatus("Eip", ReleaseAccount.Eip(account), "RECYCLED");
        account.Session["plan"] = Plan(account, "i-1", keeps: false);

        Assert.Equal(["i-1"], account.Session.Must(Release).Single<ZecBatchResult>().SucceededIds);
    }

    [Fact]
    public async Task A_disk_that_went_since_keeps_the_instance_from_being_released()
    {
        await using var account = await StartAsync();
        account.Session.Must($"Dismount-ZecDisk {ReleaseAccount.Portable} -Wait");

        await AssertSkippedAsync(account, $"no longer has the disk {ReleaseAccount.Portable}");
    }

    [Fact]
    public async Task An_address_that_came_since_keeps_the_instance_from_being_released()
    {
        await using var account = await StartAsync();
        account.Simulator.ChangeRow("Eip", ReleaseAccount.Eip(account), """{ "publicIpAddresses": ["203.0.113.7", "203.0.113.99"] }""");

        await AssertSkippedAsync(account, "has the address 203.0.113.99 now, which its plan does not show");
    }

    [Fact]
    public async Task An_instance_that_goes_by_no_plan_is_not_destroyed_in_the_recycle_bin()
    {
        await using var account = await StartAsync();
        account.Session["plan"] = new ZecReleasePlan(account.Session.Must("Get-ZecInstance i-1").Single<ZecInstance>(), keepDependentResource: false);

        await AssertSkippedAsync(account, "has a plan by which it does not go");
    }

    [Fact]
    public async Task An_elastic_IP_that_went_since_keeps_the_instance_from_being_released()
    {
        await using var account = await StartAsync();
        account.Session.Must($"Unregister-ZecEip {ReleaseAccount.Eip(account)} -Wait");

        await AssertSkippedAsync(account, "no longer has the elastic IP ");
    }

    [Fact]
    public async Task A_protected_tag_that_came_since_keeps_the_instance_from_being_released()
    {
        await using var account = await StartAsync();
        account.Simulator.Drop("i-1");
        account.Simulator.Add(new ZecInstance { InstanceId = "i-1", Status = "STOPPED", Tags = new() { ["zec:keep"] = "x" }, SystemDisk = new() { DiskId = "d-1" } });

        await AssertSkippedAsync(account, "has the protected tag zec:keep");
    }

    [Fact]
    public async Task An_elastic_IP_that_became_the_default_one_would_not_be_kept_as_the_plan_says()
    {
        await using var account = await StartAsync(keeps: true);
        account.Simulator.ChangeRow("Eip", ReleaseAccount.Eip(account), """{ "isDefault": true }""");

        await AssertSkippedAsync(account, "would not keep the elastic IP ");
    }

    [Fact]
    public async Task What_the_release_does_not_care_about_may_differ()
    {
        await using var account = await StartAsync();
        account.Session.Must("Set-ZecInstance i-1 -Name renamed; Start-ZecInstance i-1 -Wait; Stop-ZecInstance i-1 -Wait");

        Assert.Equal(["i-1"], account.Session.Must(Release).Single<ZecBatchResult>().SucceededIds);
    }

    [Fact]
    public async Task An_instance_that_is_in_use_since_is_skipped_as_always()
    {
        await using var account = await StartAsync();
        account.Simulator.Other.Start("i-1");

        await AssertSkippedAsync(account, "was STOPPED when it was read, and is ");
    }

    [Fact]
    public async Task A_look_that_fails_releases_nothing()
    {
        await using var account = await StartAsync();
        account.Simulator.FaultFor = request => request.Action == "DescribeEips" ? ZenlayerZec.Simulator.SimulatedFault.Error(400, "OPERATION_DENIED_BUSY") : null;

        var run = account.Run(Release);

        Assert.Equal(["i-1"], run.Single<ZecBatchResult>().FailedIds);
        Assert.Equal(0, account.Releases);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("-IncludeProtected", true)]
    public async Task A_disk_with_a_protected_tag_keeps_its_instance_from_being_released_by_a_plan(string parameters, bool isReleased)
    {
        await using var account = await StartAsync();
        account.Simulator.ChangeRow("Disk", ReleaseAccount.Portable, """{"tags":{"tags":[ {"key":"zec:keep","value":"backup"} ] } }""");
        account.Session["plan"] = Plan(account, "i-1", keeps: false);

        if (!isReleased)
        {
            await AssertSkippedAsync(account, $"would take the disk {ReleaseAccount.Portable} with it, which has the protected tag zec:keep (-IncludeProtected)");
        }

        Assert.Equal(isReleased, account.Session.Must($"{Release} {parameters}").Single<ZecBatchResult>().SucceededIds.Contains("i-1"));
    }

    [Fact]
    public async Task Nobody_is_asked_about_an_instance_that_is_skipped_for_a_protected_disk()
    {
        await using var account = await StartAsync();
        account.Simulator.ChangeRow("Disk", ReleaseAccount.Portable, """{"tags":{"tags":[ {"key":"zec:keep","value":"backup"} ] } }""");
        account.Session["plan"] = Plan(account, "i-1", keeps: false);

        // A question would fail here: nobody answers it.
        var run = account.Session.Must("$plan | Remove-ZecInstance");

        Assert.Equal(["i-1"], run.Single<ZecBatchResult>().SkippedIds);
        Assert.Contains("would take the disk ", Assert.Single(account.Session.Must("$plan | Remove-ZecInstance -WhatIf").Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_with_a_protected_tag_that_is_kept_keeps_nothing_from_being_released()
    {
        await using var account = await StartAsync();
        account.Simulator.ChangeRow("Disk", ReleaseAccount.Portable, """{"tags":{"tags":[ {"key":"zec:keep","value":"backup"} ] } }""");
        account.Session["plan"] = Plan(account, "i-1", keeps: true);

        Assert.Equal(["i-1"], account.Session.Must(Release).Single<ZecBatchResult>().SucceededIds);
    }

    [Theory]
    [InlineData("-KeepDependentResource", "-KeepDependentResource is given, and the plan of i-1 does not keep the dependent resources.")]
    [InlineData("-KeepDependentResource -WhatIf", "-KeepDependentResource is given, and the plan of i-1 does not keep the dependent resources.")]
    public async Task What_the_command_line_says_otherwise_is_an_error_before_anything_is_sent(string parameters, string sentence)
    {
        await using var account = await StartAsync();
        var before = account.Simulator.Calls.Count;

        var run = account.Run($"{Release} {parameters}");

        var error = Assert.Single(run.Errors);
        Assert.Equal("PlanDiffers,ZenlayerZec.Commands.RemoveZecInstanceCommand", error.FullyQualifiedErrorId);
        Assert.Contains(sentence, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(ReleaseAccount.Sent(account, before));
    }

    [Theory]
    [InlineData("-KeepDependentResource:$false")]
    [InlineData("-PurgeDependentResource")]
    public async Task A_plan_that_keeps_things_cannot_be_told_to_release_or_to_destroy_them(string parameters)
    {
        await using var account = await StartAsync(keeps: true);

        Assert.Equal("PlanDiffers,ZenlayerZec.Commands.RemoveZecInstanceCommand", Assert.Single(account.Run($"{Release} {parameters}").Errors).FullyQualifiedErrorId);
        Assert.Equal(0, account.Releases);
    }

    [Fact]
    public async Task Plans_that_differ_in_what_they_keep_go_in_batches_of_their_own()
    {
        await using var account = await StartAsync(keeps: true);
        account.Session["plans"] = new[] { Plan(account, "i-1", keeps: true), Plan(account, ReleaseAccount.Second, keeps: false) };

        var results = account.Session.Must("$plans | Remove-ZecInstance -Force").Of<ZecBatchResult>().OrderBy(result => result.BatchNumber).ToArray();

        Assert.Equal(["i-1", ReleaseAccount.Second], results.SelectMany(result => result.SucceededIds));
        Assert.Equal(
            ["KeepDependentResource=True, Purge=False, Plan=True", "KeepDependentResource=False, Purge=False, Plan=True"], results.Select(result => result.Options));
        Assert.NotNull(account.Simulator.Row("Disk", ReleaseAccount.Portable));
    }

    [Theory]
    [InlineData("$plan, $other | Remove-ZecInstance -Force")]
    [InlineData("$plan, (Get-ZecInstance i-1) | Remove-ZecInstance -Force")]
    [InlineData("'i-1', $plan | Remove-ZecInstance -Force")]
    public async Task One_instance_cannot_be_released_in_two_ways(string script)
    {
        await using var account = await StartAsync(keeps: true);
        account.Session["other"] = Plan(account, "i-1", keeps: false);

        var run = account.Run(script);

        Assert.Equal("SeveralValues,ZenlayerZec.Commands.RemoveZecInstanceCommand", Assert.Single(run.Errors).FullyQualifiedErrorId);
        Assert.Equal(0, account.Releases);
    }

    [Theory]
    [InlineData("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($plan))")]
    [InlineData("$row")]
    public async Task A_copy_of_a_plan_is_refused_with_the_way_to_make_it_again(string copy)
    {
        await using var account = await StartAsync();
        account.Session.Must("$row = [pscustomobject]@{}; foreach ($one in $plan.PSObject.Properties) { $row.PSObject.Properties.Add([psnoteproperty]::new($one.Name, \"$($one.Value)\")) }");

        foreach (var cmdlet in new[] { "Remove-ZecInstance -Force", "Stop-ZecInstance", "Remove-ZecDisk -Force" })
        {
            var run = account.Run($"{copy} | {cmdlet}");

            var error = Assert.Single(run.Errors.Append(run.Terminating).OfType<ErrorRecord>());
            Assert.Contains("make it again with Get-ZecReleasePlan", error.ToString(), StringComparison.Ordinal);
        }

        Assert.All(account.Simulator.Calls, call => Assert.StartsWith("Describe", call.Action, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Stop-ZecInstance")]
    [InlineData("Reset-ZecInstance -Force")]
    [InlineData("Remove-ZecDisk -Force")]
    [InlineData("Set-ZecInstance -Name renamed")]
    public async Task Only_the_release_takes_a_plan(string cmdlet)
    {
        await using var account = await StartAsync();

        var run = account.Run($"$plan | {cmdlet}");

        Assert.Contains("This is a release plan, not ", Assert.Single(run.Errors.Append(run.Terminating).OfType<ErrorRecord>()).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Remove-ZecInstance $plan -WhatIf")]
    [InlineData("Remove-ZecInstance -Plan $plan -WhatIf")]
    [InlineData("$plan | Remove-ZecInstance -WhatIf")]
    public async Task What_if_shows_what_the_plan_keeps(string script)
    {
        await using var account = await StartAsync(keeps: true);

        account.Session.Must(script);

        Assert.Contains(
            account.Session.Host.Lines, line => line.Contains("keep, and continue to pay for, 1 detachable disk (1,100 GiB), 1 elastic IP", StringComparison.Ordinal));
        Assert.Equal(0, account.Releases);
    }

    [Fact]
    public async Task With_a_plan_what_lies_in_the_recycle_bins_is_destroyed_by_the_IDs_of_the_plan()
    {
        await using var account = await StartAsync(configureBins: true);
        var eip = ReleaseAccount.Eip(account);

        account.Session.Must($"{Release} -PurgeDependentResource");

        Assert.Null(account.Simulator.Row("Disk", ReleaseAccount.Portable));
        Assert.Null(account.Simulator.Row("Eip", eip));
    }

    private static Task AssertSkippedAsync(ServedAccount account, params string[] parts)
    {
        var run = account.Run(Release);

        Assert.Empty(run.Errors);
        Assert.Equal(["i-1"], run.Single<ZecBatchResult>().SkippedIds);
        Assert.All(parts, part => Assert.Contains(part, Assert.Single(run.Warnings), StringComparison.Ordinal));
        Assert.Equal(0, account.Releases);
        return Task.CompletedTask;
    }

    private static ZecReleasePlan Plan(ServedAccount account, string id, bool keeps)
        => account.Session.Must($"Get-ZecReleasePlan {id} -NoPrice -KeepDependentResource:${keeps}").Single<ZecReleasePlan>();

    private static async Task<ServedAccount> StartAsync(bool keeps = false, bool configureBins = false)
    {
        var account = await ReleaseAccount.StartAsync(options => options.DependentRecycleBin = configureBins);
        account.Session["plan"] = Plan(account, "i-1", keeps);
        return account;
    }
}
