using System.Net;
using System.Text;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Transport;
using ZenlayerZec.Simulator;
using ZenlayerZec.SimulatorServer;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Client;

/// <summary>Which way requests go, and who asks the proxy.</summary>
public class ProxyTests
{
    private const string Challenge = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private const string BadGateway = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    /// <summary>A proxy that lets in who knows the password, and then has no way on.</summary>
    private static RawServer Start() => new(request => request.Contains("Proxy-Authorization: Basic ", StringComparison.Ordinal) ? BadGateway : Challenge);

    [Theory]
    [InlineData("http://ana:SENT%40INEL@", "")]
    [InlineData("http://", "ana")]
    [InlineData("http://other:wrong@", "ana")]
    public async Task A_proxy_is_asked_by_the_user_of_its_URL_or_by_the_one_that_was_given(string proxy, string user)
    {
        await using var server = Start();
        var failure = await FailAsync(options =>
        {
            options.Proxy = new Uri(proxy + server.Authority);
            options.ProxyCredentials = user.Length == 0 ? null : new NetworkCredential(user, "SENT@INEL");
        });

        Assert.Equal(
            Convert.ToBase64String(Encoding.UTF8.GetBytes("ana:SENT@INEL")),
            server.Requests[^1].Split("Proxy-Authorization: Basic ")[1].Split('\r')[0]);
        Assert.All(server.Requests, request => Assert.StartsWith("CONNECT console.zenlayer.com:443", request, StringComparison.Ordinal));
        Assert.DoesNotContain("INEL", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("502", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTPS_PROXY")]
    [InlineData("all_proxy")]
    public async Task A_proxy_of_the_environment_is_asked_by_the_user_of_its_URL(string variable)
    {
        await using var server = Start();

        var run = await PowerShellProcess.RunAsync(
            new Dictionary<string, string> { ["ZENLAYER_TOKEN"] = "t", ["ZENLAYER_ENDPOINT"] = "https://127.0.0.1:1", [variable] = $"http://ana:SENT%40INEL@{server.Authority}" },
            "Remove-ZecInstance i-1 -Force -ErrorAction SilentlyContinue | ForEach-Object ErrorMessage; $Error[0].Exception.ToString()");

        Assert.Contains(
            $"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("ana:SENT@INEL"))}", server.Requests[^1], StringComparison.Ordinal);
        Assert.Contains("502", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("INEL", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP_PROXY", "")]
    [InlineData("HTTPS_PROXY", "console.zenlayer.com")]
    [InlineData("HTTPS_PROXY", ".zenlayer.com")]
    public async Task A_proxy_that_the_environment_does_not_mean_is_not_asked(string variable, string except)
    {
        await using var server = new RawServer(_ => BadGateway);

        // The unused port in the end's place: nothing leaves this machine, whichever way is taken.
        var run = await PowerShellProcess.RunAsync(
            new Dictionary<string, string>
            {
                ["ZENLAYER_TOKEN"] = "t",
                ["ZENLAYER_ENDPOINT"] = "https://127.0.0.1:1",
                [variable] = $"http://ana:SENTINEL@{server.Authority}",
                ["NO_PROXY"] = except.Length == 0 ? except : "127.0.0.1",
            },
            "Connect-Zec -MaximumAttemptCount 1; Get-ZecZone -ErrorAction SilentlyContinue; $Error[0].Exception.Message");

        Assert.Empty(server.Requests);
        Assert.Contains("Could not connect to https://127.0.0.1:1", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_that_are_not_encrypted_go_through_no_proxy()
    {
        await using var server = new RawServer(_ => BadGateway);
        await using var account = await SimulatorHost.StartAsync(new ZecSimulator(new SimulatorOptions()));

        var refused = await FailAsync(options =>
        {
            options.Proxy = new Uri($"http://{server.Authority}");
            options.Endpoint = ZecEndpoint.Parse(account.Endpoint.AbsoluteUri);
        });
        var run = await PowerShellProcess.RunAsync(
            new Dictionary<string, string>
            {
                ["ZENLAYER_TOKEN"] = new SimulatorOptions().Token,
                ["ZENLAYER_ENDPOINT"] = account.Endpoint.AbsoluteUri,
                ["http_proxy"] = $"http://{server.Authority}",
                ["all_proxy"] = $"http://{server.Authority}",
            },
            "@(Get-ZecInstance).Count");

        Assert.Equal("ProxyNotAllowed", refused.Code);
        Assert.Equal("250", run.Output.Trim());
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("https_proxy=http://a", "http://a/")]
    [InlineData("https_proxy=http://a|HTTPS_PROXY=http://b", "http://a/")]
    [InlineData("HTTPS_PROXY=u:p@b:3128", "http://u:p@b:3128/")]
    [InlineData("HTTP_PROXY=http://a", null)]
    [InlineData("HTTP_PROXY=http://a|ALL_PROXY=http://c", "http://c/")]
    [InlineData("HTTPS_PROXY=http://a|NO_PROXY=example.com, console.zenlayer.com", null)]
    [InlineData("HTTPS_PROXY=http://a|no_proxy=.zenlayer.com", null)]
    [InlineData("HTTPS_PROXY=http://a|no_proxy=.console.zenlayer.com", null)]
    [InlineData("HTTPS_PROXY=http://a|NO_PROXY=*", null)]
    [InlineData("HTTPS_PROXY=http://a|NO_PROXY=zenlayer.com,,layer.com", "http://a/")]
    [InlineData("HTTPS_PROXY=:::", null)]
    [InlineData("", null)]
    public void Windows_PowerShell_reads_the_environment_as_NET_does(string variables, string? proxy)
    {
        var environment = variables.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=')).ToDictionary(one => one[0], one => one[1]);

        Assert.Equal(proxy, EnvironmentProxy.Find(ZecEndpoint.Default.Root, environment.GetValueOrDefault)?.AbsoluteUri);
    }

    private static async Task<ZecException> FailAsync(Action<ZecClientOptions> connect)
    {
        var options = new ZecClientOptions(ZecCredential.FromAccessKey("k", "s", "the test")) { MaximumAttempts = 1 };
        connect(options);
        return await Assert.ThrowsAnyAsync<ZecException>(async () =>
        {
            using var client = new ZecClient(options);
            await client.DescribeZonesAsync(new DescribeZonesRequest(), new ZecCallOptions(), TestContext.Current.CancellationToken);
        });
    }
}
