using System.Management.Automation;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Secrets;

/// <summary>Servers that send back whatever they are sent, in every layer, to every cmdlet.</summary>
public class EchoTests
{
    [Fact]
    public Task A_server_that_echoes_a_token_shows_it_to_nobody() => InEveryLayerAsync(async layer =>
    {
        await using var server = new RawServer(request => EchoAnswers.Of(layer, request));
        using var session = EchoSession.Open($"{EchoSession.Connect} -Token $token -Endpoint http://{server.Authority}", layer);

        Sentinels.RunAll(session, () => server.Requests);

        Assert.Contains(server.Requests, request => request.Contains($"Bearer {Sentinels.Token}", StringComparison.Ordinal));
        Assert.Contains(server.Requests, request => request.Contains("SENTINEL!Pa55", StringComparison.Ordinal));
        Assert.Contains(server.Requests, request => request.Contains("ReleaseInstances", StringComparison.Ordinal));
    });

    [Fact]
    public Task A_server_that_echoes_a_signature_shows_it_to_nobody() => InEveryLayerAsync(async layer =>
    {
        await using var server = new RawServer(request => EchoAnswers.Of(layer, request));
        using var session = EchoSession.Open($"{EchoSession.Connect} -AccessKeyId key-id -AccessKeySecret $secret -Endpoint http://{server.Authority}", layer);

        Sentinels.RunAll(session, () => server.Requests);

        Assert.Contains(server.Requests, request => request.Contains("Signature=", StringComparison.Ordinal));
    });

    [Fact]
    public void Every_cmdlet_that_sends_something_is_called()
    {
        using var session = EchoSession.Open(string.Empty);

        var sending = session.Must("Get-Command -Module ZenlayerZec").Of<CmdletInfo>()
            .Where(cmdlet => cmdlet.ImplementingType.BaseType is not { Name: "PSCmdlet" or "ModuleCmdlet" }).Select(cmdlet => cmdlet.Name);

        Assert.Equal(
            sending.Order(StringComparer.Ordinal),
            Sentinels.Calls.Select(call => call.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Connect-Zec -Token $plain")]
    [InlineData("Connect-Zec -AccessKeyId k -AccessKeySecret $plain")]
    [InlineData("Reset-ZecInstance i-1 -Password $plain -Force")]
    [InlineData("Set-ZecInstancePassword i-1 -Password $plain")]
    [InlineData("New-ZecInstance -ZoneId z -InstanceType t -ImageId i -SubnetId s -Password $plain")]
    [InlineData("Connect-Zec -Token $token -Endpoint $endpoint")]
    [InlineData("Connect-Zec -Token $token -Proxy $endpoint")]
    public void A_secret_in_the_wrong_place_is_refused_and_not_shown(string script)
    {
        using var session = EchoSession.Open(string.Empty);
        session["plain"] = "SENTINEL-plain";
        session["endpoint"] = "https://user:SENTINEL pass@host:port";

        var run = session.Run(script);

        Assert.NotNull(run.Errors.Append(run.Terminating).FirstOrDefault(error => error is not null));
        Sentinels.AssertNone(ShownText.Of(run), script, []);
        Sentinels.AssertNone(ShownText.Of(session["Error"]), script, []);
    }

    /// <summary>All layers at once, each in a thread of its own: what is waited for is the settling of lost answers.</summary>
    private static Task InEveryLayerAsync(Func<string, Task> test) => Task.WhenAll(EchoAnswers.Names.Select(async layer =>
    {
        var failure = await Record.ExceptionAsync(() => Task.Factory.StartNew(
            () => test(layer), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap());
        Assert.True(failure is null, $"In the layer '{layer}': {failure}");
    }));
}
