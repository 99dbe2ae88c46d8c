using System.Management.Automation;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What a user sees of a release before it: what goes, what stays, and what both cost.</summary>
public class ReleasePlanTests
{
    /// <summary>Makes of objects what a CSV file makes of them: rows of texts.</summary>
    private const string Csv = "ForEach-Object { $row = [ordered]@{}; foreach ($one in $_.PSObject.Properties) { $row[$one.Name] = [string]$one.Value }; [pscustomobject]$row }";

    private static readonly string[] Reads = ["DescribeDisks", "DescribeEips", "DescribeSnapshots"];

    [Fact]
    public async Task Fresh_instances_are_planned_without_another_look()
    {
        await using var account = await StartAsync();
        account.Session.Must("$fresh = @(Get-ZecInstance -Status STOPPED -First 3)");
        var before = account.Simulator.Calls.Count;

        var plans = account.Session.Must("$fresh | Get-ZecReleasePlan").Of<ZecReleasePlan>();

        Assert.Equal(account.Session.Must("$fresh.InstanceId").Of<string>(), plans.Select(plan => plan.InstanceId));
        Assert.All(plans, plan => Assert.False(plan.KeepDependentResource));
        Assert.DoesNotContain(account.Simulator.Calls.Skip(before), call => call.Action == "DescribeInstances");
        Assert.All(account.Simulator.Calls, call => Assert.True(call.Action.StartsWith("Describe", StringComparison.Ordinal) || call.Action.StartsWith("InquiryPrice", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task IDs_and_rows_are_looked_up_together_and_each_counts_once()
    {
        await using var account = await StartAsync();
        string[] ids = [.. account.Simulator.Instances.Take(3).Select(instance => instance.InstanceId)];
        account.Session["ids"] = ids;

        var plans = account.Session.Must("$ids + $ids[0] | Get-ZecReleasePlan -NoPrice; $ids | ForEach-Object { [pscustomobject]@{ InstanceId = $_ } } | Get-ZecReleasePlan -NoPrice").Of<ZecReleasePlan>();

        Assert.Equal([.. ids, .. ids], plans.Select(plan => plan.InstanceId));
        Assert.Equal(2, account.Simulator.Calls.Count(call => call.Action == "DescribeInstances"));
    }

    [Fact]
    public async Task An_instance_that_is_gone_is_an_error_and_the_others_are_planned()
    {
        await using var account = await StartAsync();
        account.Session["id"] = account.Simulator.Instances[0].InstanceId;

        var run = account.Run("'i-gone', $id | Get-ZecReleasePlan -NoPrice");

        var error = Assert.Single(run.Errors);
        Assert.Equal((ErrorCategory.ObjectNotFound, "i-gone"), (error.CategoryInfo.Category, error.TargetObject));
        Assert.Single(run.Of<ZecReleasePlan>());
    }

    [Fact]
    public async Task An_object_of_another_account_is_planned_there()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();
        one.Session["other"] = other.Endpoint;
        one.Session.Must($"$there = Connect-Zec -Endpoint $other -AccessKeyId {new SimulatorOptions().AccessKeyId} -AccessKeySecret $secret -Name other -PassThru");
        one.Session.Must($"Connect-Zec -Endpoint $endpoint -AccessKeyId {new SimulatorOptions().AccessKeyId} -AccessKeySecret $secret -Name mine");
        var (mine, theirs) = (one.Simulator.Calls.Count, other.Simulator.Calls.Count);

        var plan = one.Session.Must("Get-ZecInstance -First 1 -Connection $there | Get-ZecReleasePlan").Single<ZecReleasePlan>();

        Assert.Equal("other", plan.Account);
        Assert.Equal(mine, one.Simulator.Calls.Count);
        Assert.True(other.Simulator.Calls.Count > theirs + 1);
    }

    [Fact]
    public async Task A_missing_right_is_no_error()
    {
        await using var account = await StartAsync();
        account.Simulator.FaultFor = request => request.Action == "DescribeInstances" ? null : SimulatedFault.Error(403, "AUTHFAILURE_UNAUTHORIZED_OPERATION");

        var plan = account.Session.Must("Get-ZecInstance -First 1 | Get-ZecReleasePlan").Single<ZecReleasePlan>();

        Assert.All(Reads, action => Assert.Contains(plan.NotPriced, lack => lack.Id is null && lack.Reason.Contains(action, StringComparison.Ordinal)));
        Assert.Null(plan.SavesPerHour);
        Assert.Equal(plan.InstanceId, plan.Goes[0].Id);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(" -KeepDependentResource:$false", false)]
    public async Task A_plan_that_is_made_again_is_for_the_same_release(string parameter, bool keeps)
    {
        await using var account = await StartAsync();
        account.Session.Must("$all = @(Get-ZecInstance -First 4); $plans = @($all[0..1] | Get-ZecReleasePlan -NoPrice -KeepDependentResource) + @($all[2..3] | Get-ZecReleasePlan -NoPrice)");
        account.Simulator.SetStatus(account.Session.Must("$all[0].InstanceId").Single<string>(), "STOPPING");

        var plans = account.Session.Must($"$plans | Get-ZecReleasePlan -NoPrice{parameter}").Of<ZecReleasePlan>();

        Assert.Equal([keeps, keeps, false, false], plans.Select(plan => plan.KeepDependentResource));
        Assert.Equal("STOPPING", plans[0].Status);
        Assert.Equal(account.Session.Must("$all.InstanceId").Of<string>(), plans.Select(plan => plan.InstanceId));
    }

    [Theory]
    [InlineData("Get-ZecDisk -First 1 | Get-ZecReleasePlan", "This is a disk (ZecDisk), not an instance.")]
    [InlineData("Get-ZecUnused Eip -NoPrice | Get-ZecReleasePlan", "This is an elastic IP (ZecEip), not an instance.")]
    [InlineData("Get-ZecInstance -First 1 | Get-ZecReleasePlan -NoPrice -Detailed | Get-ZecReleasePlan", "not an instance")]
    [InlineData("Get-ZecInstance -Status RUNNING -First 1 | Stop-ZecInstance | Get-ZecReleasePlan", "A result is not an instance")]
    [InlineData($"Get-ZecInstance -First 1 | Get-ZecReleasePlan -NoPrice | {Csv} | Get-ZecReleasePlan", "plan")]
    [InlineData("Get-ZecUnused Eip -NoPrice | Get-ZecDiskPrice", "This is an elastic IP (ZecEip), not a disk.")]
    [InlineData("Get-ZecUnused Eip -NoPrice | Get-ZecDiskPrice -SizeGiB 100", "This is an elastic IP (ZecEip), not a disk.")]
    [InlineData("Get-ZecDisk -First 1 | Get-ZecInstancePrice -InstanceType z2a.cpu.8", "This is a disk (ZecDisk), not an instance.")]
    public async Task Things_of_another_kind_are_refused_by_a_sentence_that_says_so(string script, string sentence)
    {
        await using var account = await StartAsync();

        var run = account.Run(script);

        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Errors);
        Assert.All(run.Errors, error => Assert.Contains(sentence, error.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action.Contains("Price", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$one | Get-ZecReleasePlan -NoPrice | ConvertTo-ZecReport")]
    [InlineData("$one | Get-ZecReleasePlan -Detailed")]
    [InlineData("$one | Remove-ZecInstance -Force")]
    [InlineData("$one | Remove-ZecInstance -Force -KeepDependentResource")]
    public async Task A_null_in_a_list_of_an_instance_is_told_and_ends_nothing(string script)
    {
        await using var account = await StartAsync();
        account.Simulator.FaultFor = request => request.Action == "DescribeInstances"
            ? ListAnswers.Response("""{"totalCount":1,"dataSet":[{"instanceId":"i-1","status":"STOPPED","systemDisk":{"diskId":"d-1"},"dataDisks":[null],"nics":[null],"publicIpAddresses":[null],"loadBalancerIds":[null]}]}""")
            : null;
        var read = account.Session.Must("$one = Get-ZecInstance i-1 -Verbose");

        var run = account.Session.Run(script);

        Assert.Contains("The service gave a value for dataDisks of i-1 that cannot be read", Assert.Single(read.Warnings), StringComparison.Ordinal);
        Assert.NotEmpty(run.Output);
        Assert.DoesNotContain("null", string.Join(' ', run.Errors.Select(error => error.Exception.Message)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_a_protected_tag_says_so_where_a_release_skips_it_and_where_it_does_not()
    {
        await using var account = await StartAsync();
        var standing = account.Simulator.Instances.Where(one => one.Status is "STOPPED" or "RUNNING").ToArray();
        var (kept, tag) = standing.Where(one => one.Tags.Count > 0).Select(one => (one.InstanceId, Tag: one.Tags.First())).First();
        var other = standing.First(one => one.DataDisks.Count > 0 && !one.Tags.ContainsKey(tag.Key));
        var disk = other.DataDisks[0].DiskId!;
        account.Simulator.ChangeRow("Disk", disk, $$"""{"tags":{"tags":[ {"key":"{{tag.Key.ToUpperInvariant()}}","value":"{{tag.Value}}"} ] } }""");
        account.Session["ids"] = (string[])[kept, other.InstanceId];
        account.Session["tag"] = $"{tag.Key}={tag.Value}";
        account.Session.Must("Connect-Zec -Endpoint $endpoint -AccessKeyId simulated-key-id -AccessKeySecret $secret -ProtectedTag $tag");

        var run = account.Session.Must("$ids | Get-ZecReleasePlan -NoPrice");

        Assert.Equal((kept, $"{tag.Key}={tag.Value}"), run.Of<ZecReleasePlan>().SelectMany(plan => plan.Goes).Where(thing => thing.ProtectedTag is not null && thing.Kind == "Instance").Select(thing => (thing.Id, thing.ProtectedTag)).Single());
        Assert.Equal(disk, run.Of<ZecReleasePlan>().SelectMany(plan => plan.Goes).Single(thing => thing.ProtectedTag is not null && thing.Id == disk).Id);
        Assert.Equal(
            [
                "1 instance has a protected tag. Remove-ZecInstance skips it without -IncludeProtected, but its plan is for a release.",
                "A protected tag is on some of what would go with its instance: 1 disk. Remove-ZecInstance skips such an instance by its plan, but not without a plan. "
                    + "The property ProtectedTag of what goes says which they are.",
            ],
            run.Warnings);
        Assert.Equal(disk, account.Session.Must("$ids | Get-ZecReleasePlan -NoPrice -Detailed -WarningAction Ignore | Where-Object { $_.ProtectedTag -and $_.AttachedInstanceId -ne $ids[0] }").Single<ZecReleasePlanItem>().DependentId);
        Assert.Empty(account.Session.Must("Connect-Zec -Endpoint $endpoint -AccessKeyId simulated-key-id -AccessKeySecret $secret -ProtectedTag @(); $ids | Get-ZecReleasePlan -NoPrice").Warnings);
    }

    [Fact]
    public async Task Detailed_rows_have_each_thing_once_and_are_refused_by_what_removes_things()
    {
        await using var account = await StartAsync();

        account.Session.Must("$rows = @(Get-ZecInstance -Status STOPPED -First 3 | Get-ZecReleasePlan -Detailed)");
        account.Session.Must("$plans = @(Get-ZecInstance -Status STOPPED -First 3 | Get-ZecReleasePlan)");

        Assert.True(account.Session.Must("$rows.Count -ge ($plans.Goes.Count + $plans.Stays.Count)").Single<bool>());
        foreach (var form in new[] { "$rows", $"$rows | {Csv}" })
        {
            foreach (var cmdlet in new[] { "Remove-ZecInstance", "Remove-ZecDisk", "Remove-ZecEip", "Remove-ZecNic", "Remove-ZecSnapshot" })
            {
                var run = account.Run($"{form} | {cmdlet} -Force");
                Assert.NotEmpty(run.Errors);
                Assert.Empty(run.Output);
            }
        }

        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action.StartsWith("Release", StringComparison.Ordinal) || call.Action.StartsWith("Delete", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$plans.Goes | Remove-ZecDisk -Force")]
    [InlineData($"$plans | {Csv} | Remove-ZecInstance -Force")]
    [InlineData("$plans | Measure-ZecReleasePlan | Remove-ZecInstance -Force")]
    public async Task What_a_plan_names_is_not_removed_by_it(string script)
    {
        await using var account = await StartAsync();
        account.Session.Must("$plans = @(Get-ZecInstance -Status STOPPED -First 2 | Get-ZecReleasePlan)");

        var run = account.Run(script);

        Assert.NotEmpty(run.Errors);
        Assert.Empty(run.Output);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action.StartsWith("Release", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_total_has_the_sums_and_the_numbers_of_the_plans()
    {
        await using var account = await StartAsync();
        account.Session.Must("$plans = @(Get-ZecInstance -First 20 | Get-ZecReleasePlan -KeepDependentResource)");
        var plans = account.Session.Must("$plans").Of<ZecReleasePlan>();

        var total = account.Session.Must("$plans | Measure-ZecReleasePlan").Single<ZecReleasePlanTotal>();

        Assert.Equal(20, total.InstanceCount);
        Assert.Equal(plans[0].Account, total.Account);
        Assert.Equal(plans.Sum(plan => plan.SavesPerHour), total.SavesPerHour);
        Assert.Equal(plans.Sum(plan => plan.StaysPerHour), total.StaysPerHour);
        Assert.Null(total.SavesPerDay);
        Assert.Equal(plans.SelectMany(plan => plan.NotPriced).Select(lack => (lack.Kind, lack.Id)).Distinct().Count(), total.NotPricedCount);
        Assert.Equal(plans.Sum(plan => plan.Goes.Length), total.Goes.Sum(kind => kind.Count));
        Assert.Equal(20, total.Goes.Single(kind => kind.Kind == "Instance").Count);
    }

    [Theory]
    [InlineData("$all | Get-ZecReleasePlan", "The release of 3 instances could not be planned:")]
    [InlineData("$all | Get-ZecInstancePrice -InstanceType z2a.cpu.8", "as z2a.cpu.8, nor for 2 more questions:")]
    public async Task What_ends_the_command_names_each_instance_that_was_not_told(string script, string sentence)
    {
        await using var account = await StartAsync();
        account.Session.Must("$all = @(Get-ZecInstance -First 3)");
        account.Simulator.FaultFor = _ => SimulatedFault.Error(401, "AUTHFAILURE_INVALID_AUTHORIZATION");

        var error = account.Session.Must($"try {{ {script} }} catch {{ $_ }}").Single<ErrorRecord>();

        Assert.Contains(sentence, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(account.Session.Must("$all.InstanceId").Of<string>(), error.TargetObject);
    }

    [Fact]
    public async Task Addresses_that_no_elastic_IP_has_are_counted_each()
    {
        await using var account = await StartAsync();
        account.Simulator.FaultFor = request => request.Action == "DescribeEips" ? ListAnswers.Response("""{"totalCount":0,"dataSet":[]}""") : null;
        string[] ids = [.. account.Simulator.Instances.Where(one => one is { Status: "STOPPED", PublicIpAddresses.Count: 1 }).Take(3).Select(one => one.InstanceId)];
        account.Session["ids"] = ids;

        var total = account.Session.Must("$ids | Get-ZecReleasePlan -NoPrice | Measure-ZecReleasePlan").Single<ZecReleasePlanTotal>();

        Assert.Equal(3, total.NotPricedCount);
    }

    [Fact]
    public async Task What_moved_from_one_instance_to_another_between_their_plans_counts_once()
    {
        await using var account = await StartAsync();
        var eips = account.Simulator.Rows("Eip").Where(row => row.GetProperty("instanceId").ValueKind == System.Text.Json.JsonValueKind.String).Take(2).ToArray();
        account.Session["ids"] = (string[])[.. eips.Select(row => row.GetProperty("instanceId").GetString()!)];
        var moved = eips[0].GetProperty("eipId").GetString()!;
        account.Session.Must("$first = Get-ZecReleasePlan $ids[0]");
        account.Simulator.ChangeRow("Eip", moved, $$"""{"instanceId":"{{eips[1].GetProperty("instanceId").GetString()}}","nicId":null,"associatedId":null}""");
        account.Session.Must("$second = Get-ZecReleasePlan $ids[1]");

        var total = account.Session.Must("$first, $second | Measure-ZecReleasePlan").Single<ZecReleasePlanTotal>();

        var things = account.Session.Must("$first.Goes; $second.Goes").Of<ZecDependent>();
        Assert.Equal(2, things.Count(thing => thing.Id == moved));
        Assert.Equal(things.DistinctBy(thing => thing.Id).Sum(thing => thing.Costs.Where(cost => cost.Per == "HOUR").Sum(cost => cost.Price)), total.SavesPerHour);
        Assert.Equal(things.DistinctBy(thing => thing.Id).Count(), total.Goes.Sum(kind => kind.Count));
    }

    [Fact]
    public async Task A_second_plan_of_an_instance_is_not_counted_and_a_copy_is_no_plan()
    {
        await using var account = await StartAsync();

        var twice = account.Run("$plan = Get-ZecInstance -First 1 | Get-ZecReleasePlan; $plan, $plan | Measure-ZecReleasePlan");
        var copy = account.Run("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($plan)) | Measure-ZecReleasePlan");

        Assert.Equal(1, twice.Single<ZecReleasePlanTotal>().InstanceCount);
        Assert.Single(twice.Warnings);
        Assert.Contains("make it again", Assert.Single(copy.Errors).ToString(), StringComparison.Ordinal);
        Assert.Empty(account.Session.Must("@() | Measure-ZecReleasePlan").Output);
    }

    private static Task<ServedAccount> StartAsync() => ServedAccount.StartAsync(options => options.InstanceCount = 60);
}
