using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>The password of an instance is set by one request for each, and is nowhere but in it.</summary>
public class InstancePasswordTests
{
    private const string Password = "Example-1pass";

    [Theory]
    [InlineData("Get-ZecInstance i-1 | Set-ZecInstancePassword -Password $password")]
    [InlineData("Set-ZecInstancePassword i-1 $password")]
    public async Task The_password_is_sent_for_each_instance(string script)
    {
        await using var account = await StartAsync(InstanceStatus.Running);

        Assert.Equal(["i-1"], account.Session.Must(script).Single<ZecBatchResult>().SucceededIds);

        Assert.Equal([$$"""{"instanceId":"i-1","password":"{{Password}}"}"""], Bodies(account));
    }

    [Theory]
    [InlineData(InstanceStatus.Stopped, "is not running")]
    [InlineData(InstanceStatus.Recycle, null)]
    public async Task One_that_does_not_run_is_an_error_and_one_in_the_recycle_bin_is_skipped(string state, string? says)
    {
        await using var account = await StartAsync(state);

        var run = account.Run("Get-ZecInstance i-1 | Set-ZecInstancePassword -Password $password");

        Assert.Equal(says is null ? 0 : 1, run.Errors.Count(error => error.ToString().Contains(says!, StringComparison.Ordinal)));
        Assert.Equal(says is null ? 0 : 1, Bodies(account).Length);
        Assert.Equal(says is null ? 1 : 0, run.Of<ZecBatchResult>().Sum(result => result.SkippedIds.Length));
    }

    [Fact]
    public async Task After_a_lost_answer_nobody_knows_and_it_is_not_sent_again()
    {
        await using var account = await StartAsync(InstanceStatus.Running);
        account.Session.Must("Connect-Zec -Endpoint $endpoint -AccessKeyId simulated-key-id -AccessKeySecret $secret -SettleTimeoutSec 1");
        account.Simulator.FaultFor = request => request.Action == "ResetInstancePassword" ? SimulatedFault.Drop(carriesOut: true) : null;

        var run = account.Run("$lost = Set-ZecInstancePassword i-1 $password; $lost; $lost | Resume-ZecOperation -Force");

        Assert.Equal(["i-1"], run.Of<ZecBatchResult>().SelectMany(result => result.UnknownIds));
        Assert.Contains(run.Errors, error => $"{error}{error.ErrorDetails?.RecommendedAction}".Contains("A password is not kept", StringComparison.Ordinal));
        Assert.Single(Bodies(account));
    }

    private static async Task<ServedAccount> StartAsync(string state)
    {
        var account = await ServedAccount.StartAsync();
        account.Simulator.Add(new ZecInstance { InstanceId = "i-1", ZoneId = "asia-east-1a", Status = state, EnableAgent = true });
        account.Session["password"] = ServedAccount.Plain(Password);
        return account;
    }

    [Theory]
    [InlineData("Set-ZecInstancePassword i-1 -Password $empty")]
    [InlineData("Reset-ZecInstance i-1 -Password $empty -Force")]
    [InlineData("New-ZecInstance -ZoneId z -InstanceType t -ImageId i -SubnetId s -Password $empty")]
    public async Task A_password_that_is_empty_is_never_sent(string script)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["empty"] = ServedAccount.Plain(string.Empty);

        Assert.Contains("is empty", account.Run(script).Everything, StringComparison.Ordinal);

        Assert.Empty(account.Simulator.Calls);
    }

    private static string[] Bodies(ServedAccount account)
        => [.. account.Simulator.Calls.Where(call => call.Action == "ResetInstancePassword").Select(call => call.Body)];
}
