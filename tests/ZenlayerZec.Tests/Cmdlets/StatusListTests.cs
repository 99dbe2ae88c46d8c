using System.Management.Automation;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>The light listing keeps the rules of the whole one.</summary>
public class StatusListTests
{
    [Theory]
    [InlineData(2350, null)]
    [InlineData(250, 40)]
    public async Task Every_instance_is_listed_once_with_its_state(int count, int? pageSizeCap)
    {
        await using var account = await ServedAccount.StartAsync(options =>
        {
            options.InstanceCount = count;
            options.PageSizeCap = pageSizeCap;
        });

        var run = account.Session.Must("Get-ZecInstanceStatus");

        Assert.Equal(
            account.Simulator.Instances.Select(instance => (instance.InstanceId, instance.Status)),
            run.Of<ZecInstanceStatus>().Select(item => (item.InstanceId, item.Status)));
        Assert.All(account.Simulator.Calls, call => Assert.Equal("DescribeInstancesStatus", call.Action));
        Assert.Equal(count > 1000, run.Progress.Count > 0);
    }

    [Fact]
    public async Task An_instance_that_goes_between_two_pages_hides_no_other()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 2500);
        var first = account.Simulator.Instances[0].InstanceId;
        account.Simulator.FaultFor = request =>
        {
            if (System.Text.Encoding.UTF8.GetString(request.Body).Contains("\"pageNum\":2", StringComparison.Ordinal))
            {
                _ = account.Simulator.Drop(first);
            }

            return null;
        };

        var listed = account.Session.Must("Get-ZecInstanceStatus -ThrottleLimit 1").Of<ZecInstanceStatus>();

        Assert.Equal(account.Simulator.Instances.Select(instance => instance.InstanceId), listed.Select(item => item.InstanceId));
    }

    [Fact]
    public async Task A_state_or_a_resource_group_narrows_it()
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Equal(Ids("STOPPED", null), Listed("-Status stopped"));
        Assert.Equal(Ids(null, "rg-research"), Listed("-ResourceGroupId rg-research"));
        Assert.Equal(Ids("RUNNING", "rg-platform").Skip(2).Take(3), Listed("-ResourceGroupId rg-platform -Status RUNNING -First 3 -Skip 2"));
        Assert.Equal((ulong)250, account.Session.Must("Get-ZecInstanceStatus -First 1 -IncludeTotalCount").Output[0].BaseObject);

        IEnumerable<string> Listed(string filter)
            => account.Session.Must($"Get-ZecInstanceStatus {filter}").Of<ZecInstanceStatus>().Select(item => item.InstanceId);

        IEnumerable<string> Ids(string? status, string? group) => account.Simulator.Instances
            .Where(instance => (status is null || instance.Status == status) && (group is null || instance.ResourceGroupId == group))
            .Select(instance => instance.InstanceId);
    }

    [Fact]
    public async Task States_of_a_resource_group_say_their_account_as_all_others_do()
    {
        await using var account = await ServedAccount.StartAsync();

        var all = account.Session.Must("Get-ZecInstanceStatus -First 1").Single<ZecInstanceStatus>();

        Assert.NotNull(all.Account);
        Assert.All(
            account.Session.Must("Get-ZecInstanceStatus -ResourceGroupId rg-research").Of<ZecInstanceStatus>(),
            status => Assert.Equal((all.Account, true), (status.Account, status.Reading is not null)));
    }

    [Fact]
    public async Task IDs_are_looked_up_a_hundred_a_request_and_one_that_is_not_there_is_an_error()
    {
        await using var account = await ServedAccount.StartAsync();
        var ids = account.Simulator.Instances.Select(instance => instance.InstanceId).Reverse().Take(150).ToArray();
        account.Session["ids"] = ids;

        var run = account.Run("$ids + 'i-gone' + $ids | Get-ZecInstanceStatus");

        var error = Assert.Single(run.Errors);
        Assert.Equal("InstanceNotFound,ZenlayerZec.Commands.GetZecInstanceStatusCommand", error.FullyQualifiedErrorId);
        Assert.Equal((ErrorCategory.ObjectNotFound, "i-gone"), (error.CategoryInfo.Category, error.TargetObject));
        Assert.Equal(ids, run.Of<ZecInstanceStatus>().Select(item => item.InstanceId));
        Assert.Equal(2, account.Simulator.Calls.Count);
    }

    [Fact]
    public async Task An_empty_pipeline_asks_for_nothing()
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Empty(account.Run("@() | Get-ZecInstanceStatus").Output);
        Assert.Empty(account.Simulator.Calls);
    }

    [Fact]
    public async Task States_are_the_input_of_what_takes_instances()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must("Get-ZecInstanceStatus -First 2 | Get-ZecInstance");

        Assert.Equal(account.Simulator.Instances.Take(2).Select(instance => instance.InstanceId), run.Of<ZecInstance>().Select(item => item.InstanceId));
    }
}
