using ZenlayerZec.Client.Models;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What a user is told of values that cannot be read.</summary>
public class OddValueWarningTests
{
    private const string Page = """
        {"totalCount":3,"dataSet":[
          {"instanceId":"i-1","createTime":"last summer","status":"STOPPED"},
          {"instanceId":"i-2","createTime":"2020-01-01T00:00:00Z","memory":1.5,"status":"STOPPED"},
          {"instanceId":"i-3","createTime":"2020-01-01T00:00:00Z","status":{}}]}
        """;

    [Fact]
    public async Task One_warning_names_the_field_and_the_instance_and_the_account_is_listed()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = _ => ListAnswers.Response(Page);

        var run = account.Run("Get-ZecInstance");

        var warning = Assert.Single(run.Warnings);
        Assert.Contains("createTime of i-1", warning, StringComparison.Ordinal);
        Assert.Empty(run.Errors);
        Assert.Equal(["i-1", "i-2", "i-3"], run.Of<ZecInstance>().Select(instance => instance.InstanceId));
    }

    [Fact]
    public async Task An_instance_of_unknown_age_is_not_among_the_old_ones()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = _ => ListAnswers.Response(Page);

        var old = account.Session.Must("Get-ZecInstance | Where-Object CreateTime -lt ([datetime]::Now.AddDays(-30))");

        Assert.Equal(["i-2", "i-3"], old.Of<ZecInstance>().Select(instance => instance.InstanceId));
    }

    [Fact]
    public async Task An_instance_of_unknown_state_is_not_among_those_in_a_state()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = _ => ListAnswers.Response(Page);

        Assert.Equal(["i-1", "i-2"], account.Run("Get-ZecInstance -Status STOPPED").Of<ZecInstance>().Select(instance => instance.InstanceId));
    }
}
