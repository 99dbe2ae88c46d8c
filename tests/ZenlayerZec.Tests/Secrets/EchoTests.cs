using System.Management.Automation;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Secrets;

/// <summary>Servers and proxies that send back whatever they are sent, in every layer, to every cmdlet.</summary>
public class EchoTests
{
    /// <summary>One attempt: another would say the same, and the waits would be real.</summary>
    private const string Connect = "Connect-Zec -MaximumAttemptCount 1 -TimeoutSec 20 -SettleTimeoutSec 1";

    [Fact]
    public Task A_server_that_echoes_a_token_shows_it_to_nobody() => InEveryLayerAsync(async layer =>
    {
        await using var server = new RawServer(request => EchoAnswers.Of(layer, request));
        using var session = Session($"{Connect} -Token $token -Endpoint http://{server.Authority}", layer);

        Sentinels.RunAll(session, () => server.Requests);

        Assert.Contains(server.Requests, request => request.Contains($"Bearer {Sentinels.Token}", StringComparison.Ordinal));
        Assert.Contains(server.Requests, request => request.Contains("SENTINEL!Pa55", StringComparison.Ordinal));
        Assert.Contains(server.Requests, request => request.Contains("ReleaseInstances", StringComparison.Ordinal));
    });

    [Fact]
    public Task A_server_that_echoes_a_signature_shows_it_to_nobody() => InEveryLayerAsync(async layer =>
    {
        await using var server = new RawServer(request => EchoAnswers.Of(layer, request));
        using var session = Session($"{Connect} -AccessKeyId key-id -AccessKeySecret $secret -Endpoint http://{server.Authority}", layer);

        Sentinels.RunAll(session, () => server.Requests);

        Assert.Contains(server.Requests, request => request.Contains("Signature=", StringComparison.Ordinal));
    });

    [Theory]
    [InlineData(407, "-Proxy $proxy")]
    [InlineData(502, "-Proxy $proxy")]
    [InlineData(407, "-Proxy $bare -ProxyCredential $proxyUser")]
    [InlineData(502, "-Proxy $bare -ProxyCredential $proxyUser")]
    public async Task A_proxy_that_echoes_its_password_shows_it_to_nobody(int status, string parameters)
    {
        await using var proxy = new RawServer(request => EchoAnswers.OfProxy(Asked(request) ? status : 407, request));
        using var session = Session(string.Empty);
        session["proxy"] = $"http://ana:{Uri.EscapeDataString(Sentinels.ProxyPassword)}@{proxy.Authority}/?SENTINEL";
        session["bare"] = $"http://{proxy.Authority}";
        session.Must($"{Connect} -Token $token -Endpoint https://zec.invalid {parameters}");

        Sentinels.RunAll(session, () => proxy.Requests);

        Assert.Contains(proxy.Requests, Asked);
    }

    [Theory]
    [InlineData(407)]
    [InlineData(502)]
    public async Task A_proxy_of_the_environment_that_echoes_its_password_shows_it_to_nobody(int status)
    {
        await using var proxy = new RawServer(request => EchoAnswers.OfProxy(Asked(request) ? status : 407, request));

        var run = await PowerShellProcess.RunAsync(
            new Dictionary<string, string>
            {
                ["HTTPS_PROXY"] = $"http://ana:{Uri.EscapeDataString(Sentinels.ProxyPassword)}@{proxy.Authority}",
                ["ZENLAYER_ENDPOINT"] = "https://zec.invalid",
                ["ZENLAYER_TOKEN"] = Sentinels.Token,
            },
            $$"""
            $password = [securestring]::new(); '{{Sentinels.Password}}'.ToCharArray() | ForEach-Object { $password.AppendChar($_) }
            $pin = $password
            $userData = 'a script'
            {{Connect}}
            $VerbosePreference = $DebugPreference = 'Continue'
            foreach ($call in @(
                {{string.Join('\n', Sentinels.Calls.Concat(Sentinels.Looks).Select(call => $"{{ {call} }}"))}}
            )) { try { . $call } catch { "$_" } }
            """);

        Assert.Contains(proxy.Requests, Asked);
        Assert.Contains("Could not connect to https://zec.invalid", run.Output + run.Error, StringComparison.Ordinal);

        // An error shows the line of the script that it is in: the passwords are given in lines of their own.
        Sentinels.AssertNone(run.Output + run.Error, "the process", proxy.Requests);
    }

    [Fact]
    public void Every_cmdlet_that_sends_something_is_called()
    {
        using var session = Session(string.Empty);

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
        using var session = Session(string.Empty);
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

    private static bool Asked(string request) => request.Contains("Proxy-Authorization: Basic ", StringComparison.Ordinal);

    private static PowerShellSession Session(string connect, string? layer = null)
    {
        var session = new PowerShellSession();
        Sentinels.Give(session);
        if (layer == EchoAnswers.Success)
        {
            // Data keep what is so short that it could stand in them by chance.
            session["pin"] = session["password"];
        }

        session.Must(connect);
        return session;
    }
}
