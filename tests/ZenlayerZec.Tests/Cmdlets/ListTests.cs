using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What Get-ZecInstance finds.</summary>
public class ListTests
{
    [Theory]
    [InlineData("-Status STOPPED")]
    [InlineData("-Status stopped")]
    [InlineData("-ZoneId asia-east-1a")]
    [InlineData("-ImageId debian12_20240712")]
    [InlineData("-ResourceGroupId rg-platform")]
    [InlineData("-IPv4Address 203.0.0.7")]
    [InlineData("-Name web-1*")]
    [InlineData("-Name *-1?")]
    [InlineData("-Name WEB-*,db-*")]
    [InlineData("-Name web-[1-3]*")]
    [InlineData("-Tag @{ env = 'dev' }")]
    [InlineData("-Tag @{ env = 'dev'; role = 'web' }")]
    [InlineData("-Status STOPPED -ZoneId asia-east-1a -Tag @{ env = 'prod' } -Name *e*")]
    public async Task Filters_find_what_a_person_would_find(string filter)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["all"] = account.Simulator.Instances.ToArray();

        var run = account.Run($"Get-ZecInstance {filter}");

        var expected = account.Simulator.Instances.Where(Expected(filter)).Select(instance => instance.InstanceId);
        Assert.NotEmpty(run.Output);
        Assert.True(run.Output.Count < 250);
        Assert.Equal(expected, run.Of<ZecInstance>().Select(instance => instance.InstanceId));
    }

    [Fact]
    public async Task A_filter_that_the_service_overlooks_lets_nothing_else_through()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 1);
        account.Simulator.FaultFor = _ => Simulator.SimulatedFault.Answer(200, "application/json", """
            {"requestId":"T1","response":{"totalCount":2,"dataSet":[{"instanceId":"i-1","status":"RUNNING"},{"instanceId":"i-2","status":"STOPPED"}]}}
            """u8.ToArray());

        Assert.Equal("i-2", account.Run("Get-ZecInstance -Status STOPPED").Single<ZecInstance>().InstanceId);
    }

    [Fact]
    public async Task First_and_skip_page_through_the_list_and_the_total_comes_when_asked_for()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 2500);
        var ids = account.Simulator.Instances.Select(instance => instance.InstanceId).ToArray();

        Assert.Equal(ids[..3], Ids("-First 3"));
        Assert.Equal(ids[1200..1205], Ids("-First 5 -Skip 1200"));
        Assert.Equal(ids[2400..], Ids("-Skip 2400"));
        Assert.Equal((ulong)2500, account.Run("Get-ZecInstance -First 1 -IncludeTotalCount").Output[0].BaseObject);

        IEnumerable<string> Ids(string paging) => account.Run($"Get-ZecInstance {paging}").Of<ZecInstance>().Select(instance => instance.InstanceId);
    }

    [Fact]
    public async Task Every_field_is_there_and_typed()
    {
        await using var account = await ServedAccount.StartAsync();

        var actual = account.Run("Get-ZecInstance -First 1").Single<ZecInstance>();

        var expected = account.Simulator.Instances[0];
        Assert.Equal(31, typeof(ZecInstance).GetProperties().Length);
        Assert.Equal($"simulated-key-id@{new Uri(account.Endpoint).Authority}", actual.Account);
        Assert.EquivalentWithExclusions(expected, actual, strict: true, nameof(ZecInstance.Account), "Nics[].Account");
        Assert.Equal(actual.Account, actual.Nics[0].Account);
        Assert.NotNull(actual.CreateTime);
        Assert.Equal("USED", actual.Nics[0].Status);
        Assert.Equal(expected.Nics[0].PrimaryIPv4, actual.Nics[0].PrimaryIPv4);
    }

    [Fact]
    public async Task IDs_come_back_in_the_order_in_which_they_were_asked_for()
    {
        await using var account = await ServedAccount.StartAsync();
        var ids = account.Simulator.Instances.Select(instance => instance.InstanceId).Reverse().Take(150).ToArray();
        account.Session["ids"] = ids;

        Assert.Equal(ids, account.Run("$ids | Get-ZecInstance").Of<ZecInstance>().Select(instance => instance.InstanceId));
        Assert.Equal(2, account.Simulator.Calls.Count);
    }

    [Fact]
    public async Task The_progress_of_a_bounded_list_ends_with_it()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 3000);

        var run = account.Run("Get-ZecInstance -First 10");

        Assert.Equal(System.Management.Automation.ProgressRecordType.Completed, run.Progress[^1].RecordType);
    }

    private static Func<ZecInstance, bool> Expected(string filter) => filter switch
    {
        "-Status STOPPED" or "-Status stopped" => instance => instance.Status == "STOPPED",
        "-ZoneId asia-east-1a" => instance => instance.ZoneId == "asia-east-1a",
        "-ImageId debian12_20240712" => instance => instance.ImageId == "debian12_20240712",
        "-ResourceGroupId rg-platform" => instance => instance.ResourceGroupId == "rg-platform",
        "-IPv4Address 203.0.0.7" => instance => instance.PublicIpAddresses.Contains("203.0.0.7"),
        "-Name web-1*" => instance => instance.InstanceName!.StartsWith("web-1", StringComparison.Ordinal),
        "-Name *-1?" => instance => instance.InstanceName!.Split('-')[1] is ['1', _],
        "-Name WEB-*,db-*" => instance => instance.InstanceName!.Split('-')[0] is "web" or "db",
        "-Name web-[1-3]*" => instance => instance.InstanceName!.Split('-') is ["web", ['1' or '2' or '3', ..]],
        "-Tag @{ env = 'dev' }" => instance => instance.Tags.GetValueOrDefault("env") == "dev",
        "-Tag @{ env = 'dev'; role = 'web' }" => instance => instance.Tags.GetValueOrDefault("env") == "dev" && instance.Tags["role"] == "web",
        _ => instance => instance.Status == "STOPPED" && instance.ZoneId == "asia-east-1a"
            && instance.Tags.GetValueOrDefault("env") == "prod" && instance.InstanceName!.Contains('e', StringComparison.Ordinal),
    };
}
