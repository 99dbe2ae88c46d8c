using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Placement groups: what a user asks for, what is sent, and what comes back.</summary>
public class PlacementGroupTests
{
    [Fact]
    public async Task Placement_groups_instances_and_zones_lead_to_each_other()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must("""
            $group = Get-ZecPlacementGroup -Name db
            $group
            $group | Get-ZecInstance
            Get-ZecInstance -Name 'db-*' | Get-ZecPlacementGroup
            Get-ZecZone asia-east-1a | Get-ZecPlacementGroup -Unused
            """);

        object[] found = [.. run.Output.Select(item => item.BaseObject)];
        ZecPlacementGroup[] groups = [.. found.OfType<ZecPlacementGroup>()];
        var instances = found.OfType<ZecInstance>();
        Assert.Equal(["pg-db", "pg-db", "pg-unused"], groups.Select(group => group.PlacementGroupId));
        Assert.Equal((3, 3, "Satisfied", "asia-east-1a"), (groups[0].PartitionCount, groups[0].InstanceCount, groups[0].ConstraintStatus, groups[0].ZoneId));
        Assert.Equal(groups[0].InstanceIds.Order(StringComparer.Ordinal), instances.Select(instance => instance.InstanceId).Order(StringComparer.Ordinal));
        Assert.Contains(account.Simulator.Calls, call => call.Action == "DescribeInstances" && call.Body.Contains("\"zoneId\":\"asia-east-1a\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_copy_of_a_placement_group_leads_to_its_instances_too()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must(
            "$xml = [System.Management.Automation.PSSerializer]::Serialize((Get-ZecPlacementGroup pg-db)); [System.Management.Automation.PSSerializer]::Deserialize($xml) | Get-ZecInstance");

        Assert.Equal(3, run.Of<ZecInstance>().Count);
    }

    [Fact]
    public async Task Tags_are_tested_although_the_service_has_no_such_filter()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must("New-ZecPlacementGroup eu-west-1a tagged -Tag @{ env = 'dev' } | Out-Null");

        var found = account.Session.Must("Get-ZecPlacementGroup -Tag @{ env = 'd*' }").Single<ZecPlacementGroup>();

        Assert.Equal("tagged", found.Name);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "DescribePlacementGroups" && call.Body.Contains("tag", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_placement_group_is_returned_as_the_service_has_it()
    {
        await using var account = await ServedAccount.StartAsync();

        var group = account.Session.Must("New-ZecPlacementGroup eu-west-1a 'web a/1' -PartitionCount 4 -Affinity 1").Single<ZecPlacementGroup>();

        Assert.Equal(("web a/1", 4, 1, 0, "eu-west-1a"), (group.Name, group.PartitionCount, group.Affinity, group.InstanceCount, group.ZoneId));
        Assert.Equal(["""{"zoneId":"eu-west-1a","name":"web a/1","partitionNum":4,"affinity":1}"""], Bodies(account, "CreatePlacementGroup"));
    }

    [Fact]
    public async Task A_new_placement_group_whose_answer_is_lost_is_not_asked_for_again_and_the_error_says_how_to_look()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "CreatePlacementGroup" ? SimulatedFault.Drop(carriesOut: true) : null;

        var run = account.Run("New-ZecPlacementGroup eu-west-1a ours");

        var message = Assert.Single(run.Errors).ErrorDetails.Message;
        Assert.Contains("Get-ZecPlacementGroup -ZoneId 'eu-west-1a' -Name 'ours' | Where-Object CreateTime -ge", message, StringComparison.Ordinal);
        Assert.Single(Bodies(account, "CreatePlacementGroup"));
    }

    [Theory]
    [InlineData("-Name new", ",\"name\":\"new\"")]
    [InlineData("-PartitionCount 5", ",\"partitionNum\":5")]
    [InlineData("-PartitionCount 4 -Affinity 2 -Name new", ",\"name\":\"new\",\"partitionNum\":4,\"affinity\":2")]
    public async Task A_change_sends_only_what_is_given(string change, string sent)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Equal(["pg-db"], account.Session.Must($"Set-ZecPlacementGroup pg-db {change}").Single<ZecBatchResult>().SucceededIds);

        Assert.Equal([$$"""{"placementGroupId":"pg-db"{{sent}}}"""], Bodies(account, "ModifyPlacementGroupAttributes"));
    }

    [Theory]
    [InlineData("Set-ZecPlacementGroup pg-db")]
    [InlineData("Set-ZecPlacementGroup pg-db -Name ''")]
    [InlineData("Set-ZecPlacementGroup pg-db -PartitionCount 6")]
    public async Task A_change_of_nothing_sends_nothing(string script)
    {
        await using var account = await ServedAccount.StartAsync();
        var run = account.Run(script);
        Assert.Contains(run.Errors.Append(run.Terminating), error => error is not null);
        Assert.Empty(account.Simulator.Calls);
    }

    [Fact]
    public async Task The_question_says_that_partitions_do_not_become_fewer_and_the_service_refuses_that()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run("Set-ZecPlacementGroup pg-db -PartitionCount 5 -WhatIf; Set-ZecPlacementGroup pg-db -PartitionCount 2");

        Assert.Contains(account.Session.Host.Lines, line => line.Contains("(5 partitions, which cannot become fewer)", StringComparison.Ordinal));
        Assert.Contains("cannot become less", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleted_placement_groups_leave_their_instances_and_those_that_failed_are_named()
    {
        await using var account = await ServedAccount.StartAsync(options => options.FailingIds.Add("pg-unused"));
        var held = account.Simulator.Instances.Where(instance => instance.PlacementGroupId == "pg-db").Select(instance => instance.InstanceId).ToArray();

        var run = account.Run("Get-ZecPlacementGroup | Remove-ZecPlacementGroup -Force; Remove-ZecPlacementGroup pg-gone -Force");

        Assert.Equal(["pg-db"], run.Of<ZecBatchResult>().SelectMany(result => result.SucceededIds));
        Assert.Equal(["pg-gone", "pg-unused"], run.Of<ZecBatchResult>().SelectMany(result => result.FailedIds).Order(StringComparer.Ordinal));
        Assert.Equal(["""{"placementGroupIds":["pg-db","pg-unused"]}"""], Bodies(account, "DeletePlacementGroups"));
        Assert.Equal(3, held.Length);
        Assert.All(held, id => Assert.Null(account.Simulator.Instances.Single(instance => instance.InstanceId == id).PlacementGroupId));
    }

    private static string[] Bodies(ServedAccount account, string action) => [.. account.Simulator.Calls.Where(call => call.Action == action).Select(call => call.Body)];
}
