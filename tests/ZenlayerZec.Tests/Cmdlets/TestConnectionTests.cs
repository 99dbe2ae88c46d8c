using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Test-ZecConnection: what is wrong with a connection is a result, not an error.</summary>
public class TestConnectionTests
{
    private const string Envelope = """{"requestId":"T1","code":"CODE","message":"no"}""";

    [Fact]
    public async Task A_connection_that_works_says_by_what_it_works()
    {
        await using var account = await ServedAccount.StartAsync();

        var test = Result.Of(account.Session.Must("Test-ZecConnection"));

        Assert.True(test.Succeeded);
        Assert.Equal((null, null, null, null), (test.Problem, test.ErrorCode, test.Message, test.Advice));
        Assert.Equal(("simulated-key-id", account.Endpoint, true, TimeSpan.Zero), (test.AccessKeyId, test.Endpoint, test.CanReadInstances, test.ClockOffset));
        Assert.Equal((1, "Connect-Zec -AccessKeyId"), (test.Attempts, test.CredentialSource));
        Assert.StartsWith("T", test.RequestId, StringComparison.Ordinal);
        Assert.True(test.Duration > TimeSpan.Zero);
        Assert.Equal("DescribeInstances", Assert.Single(account.Simulator.Calls).Action);
        Assert.Contains("\"pageSize\":1", account.Simulator.Calls[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "AUTHFAILURE_UNAUTHORIZED_OPERATION", "Permission", false)]
    [InlineData(401, "AUTHFAILURE_SIGNATURE_FAILURE", "Credentials", null)]
    [InlineData(401, "AUTHFAILURE_INVALID_AUTHORIZATION", "Credentials", null)]
    [InlineData(401, "AUTHFAILURE_SIGNATURE_EXPIRED", "Clock", null)]
    [InlineData(429, "REQUEST_LIMIT_EXCEEDED", "RateLimit", null)]
    [InlineData(500, "INTERNAL_SERVER_ERROR", "Service", null)]
    [InlineData(503, "SERVICE_TEMPORARY_UNAVAILABLE", "Service", null)]
    public async Task A_refusal_of_the_service_is_told_by_what_is_wrong(int status, string code, string problem, bool? canRead)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = _ => SimulatedFault.Error(status, code);

        var test = Result.Of(account.Session.Must("Test-ZecConnection"));

        Assert.Equal((false, problem, code, canRead), (test.Succeeded, test.Problem, test.ErrorCode, test.CanReadInstances));
        Assert.NotNull(test.Message);
        Assert.NotNull(test.Advice);
        Assert.NotNull(test.RequestId);
        Assert.Equal(1, test.Attempts);
        Assert.Single(account.Simulator.Calls);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_apart_from_a_missing_right()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["wrong"] = ServedAccount.Plain("SENTINEL-wrong");

        var run = account.Session.Must("Connect-Zec -AccessKeyId simulated-key-id -AccessKeySecret $wrong -Endpoint $endpoint; Test-ZecConnection");

        Assert.Equal("Credentials", Result.Of(run).Problem);
        Assert.DoesNotContain("SENTINEL", run.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(-7200)]
    public async Task A_clock_that_is_off_is_measured(int seconds)
    {
        await using var server = new RawServer(_ => Answer(401, Envelope.Replace("CODE", "AUTHFAILURE_SIGNATURE_EXPIRED", StringComparison.Ordinal), DateTimeOffset.UtcNow.AddSeconds(seconds)));
        using var session = Connected($"-Endpoint http://{server.Authority}");

        var test = Result.Of(session.Must("Test-ZecConnection"));

        Assert.Equal("Clock", test.Problem);
        Assert.InRange(test.ClockOffset!.Value.TotalSeconds, seconds - 5, seconds + 5);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_answer_that_is_not_the_services_has_no_clock()
    {
        await using var server = new RawServer(_ => Answer(502, "<html>", DateTimeOffset.UtcNow.AddHours(1)));
        using var session = Connected($"-Endpoint http://{server.Authority}");

        var test = Result.Of(session.Must("Test-ZecConnection"));

        Assert.Equal(("Service", null), (test.Problem, test.ClockOffset));
    }

    [Theory]
    [InlineData("403 Forbidden", "cf-mitigated: challenge\r\n", "Blocked")]
    [InlineData("451 Unavailable For Legal Reasons", "", "Blocked")]
    [InlineData("407 Who are you", "Proxy-Authenticate: Basic realm=\"x\"\r\n", "Proxy")]
    public async Task What_blocks_on_the_way_is_told(string status, string header, string problem)
    {
        await using var server = new RawServer(_ => $"HTTP/1.1 {status}\r\n{header}Content-Length: 0\r\nConnection: close\r\n\r\n");
        using var session = Connected($"-Endpoint http://{server.Authority}");

        Assert.Equal(problem, Result.Of(session.Must("Test-ZecConnection")).Problem);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("407 Who are you\r\nProxy-Authenticate: Basic realm=\"x\"")]
    [InlineData("502 Bad Gateway")]
    [InlineData("403 Forbidden")]
    public async Task A_proxy_that_refuses_is_named_without_its_password(string status)
    {
        await using var proxy = new RawServer(_ => $"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var session = Connected($"-Endpoint https://zec.example.com -Proxy http://ana:SENTINEL@{proxy.Authority}");

        var run = session.Must("Test-ZecConnection; Test-ZecConnection | ForEach-Object { $_.PSObject.Properties | ForEach-Object { \"$($_.Name) $($_.Value)\" } }");

        var test = new Result(run.Output[0]);
        Assert.Equal(("Proxy", $"http://{proxy.Authority}"), (test.Problem, test.Proxy));
        Assert.DoesNotContain("SENTINEL", run.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public void No_network_is_told_and_tried_once()
    {
        using var session = Connected($"-Endpoint http://{DeadAuthority()} -Name there");

        var run = session.Must("Test-ZecConnection; Test-ZecConnection -Quiet");

        var test = new Result(run.Output[0]);
        Assert.Equal(("Network", "ConnectionFailed", 1, "there"), (test.Problem, test.ErrorCode, test.Attempts, test.Account));
        Assert.False((bool)run.Output[1].BaseObject);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_told()
    {
        await using var server = new UntrustedServer();
        using var session = Connected($"-Endpoint {server.Url}");

        Assert.Equal("Certificate", Result.Of(session.Must("Test-ZecConnection")).Problem);
    }

    [Fact]
    public async Task A_service_that_is_silent_ends_after_the_time_that_was_given()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = _ => SimulatedFault.Hang(carriesOut: false);

        var test = Result.Of(account.Session.Must("Test-ZecConnection -TimeoutSec 1"));

        Assert.Equal(("Network", "RequestTimedOut", 1), (test.Problem, test.ErrorCode, test.Attempts));
    }

    [Fact]
    public void Several_connections_are_tested_each_and_a_closed_one_is_a_result_too()
    {
        using var session = new PowerShellSession();

        var run = session.Must("$a = Connect-Zec -Simulator -PassThru; $b = Connect-Zec -Simulator -PassThru; Connect-Zec -Simulator; "
            + "Disconnect-Zec -Connection $b; Test-ZecConnection -Connection $a, $b");

        Result[] tests = [.. run.Output.Select(item => new Result(item))];
        Assert.Equal([null, "Connection"], tests.Select(test => test.Problem));
        Assert.Equal(["simulator-1", "simulator-2"], tests.Select(test => test.Account));
        Assert.Equal([1, 0], tests.Select(test => test.Attempts));
    }

    [Fact]
    public void With_Quiet_several_connections_are_true_only_where_all_of_them_work()
    {
        using var session = new PowerShellSession();
        session.Must("$a = Connect-Zec -Simulator -PassThru; $b = Connect-Zec -Simulator -PassThru; $c = Connect-Zec -Simulator -PassThru; Disconnect-Zec -Connection $c");

        Assert.True(session.Must("Test-ZecConnection -Connection $a, $b -Quiet").Single<bool>());
        Assert.False(session.Must("Test-ZecConnection -Connection $a, $c -Quiet").Single<bool>());
        Assert.False(session.Must("Test-ZecConnection -Connection $c, $a -Quiet").Single<bool>());
    }

    [Fact]
    public void After_a_Connect_Zec_that_failed_there_is_nothing_to_test()
    {
        using var session = new PowerShellSession();
        session.Run("Connect-Zec -ProfileName no-such-profile-here");

        var run = session.Run("Test-ZecConnection");

        Assert.StartsWith("ConnectFailed,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private static PowerShellSession Connected(string options)
    {
        var session = new PowerShellSession();
        session["secret"] = ServedAccount.Plain("SENTINEL-secret");
        session.Must($"Connect-Zec -AccessKeyId k -AccessKeySecret $secret {options}");
        return session;
    }

    private static string Answer(int status, string body, DateTimeOffset date) => string.Create(
        CultureInfo.InvariantCulture,
        $"HTTP/1.1 {status} X\r\nDate: {date:R}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");

    /// <summary>An address of this machine on which nothing listens.</summary>
    private static string DeadAuthority()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var authority = listener.LocalEndpoint.ToString()!;
        listener.Stop();
        return authority;
    }

    /// <summary>A result by its properties, as a script reads them.</summary>
    private sealed class Result(PSObject item)
    {
        public string? Account => (string?)this["Account"];

        public string? Endpoint => (string?)this["Endpoint"];

        public bool Succeeded => (bool)this["Succeeded"]!;

        public string? Problem => (string?)this["Problem"];

        public string? ErrorCode => (string?)this["ErrorCode"];

        public string? Message => (string?)this["Message"];

        public string? Advice => (string?)this["Advice"];

        public bool? CanReadInstances => (bool?)this["CanReadInstances"];

        public TimeSpan? ClockOffset => (TimeSpan?)this["ClockOffset"];

        public string? Proxy => (string?)this["Proxy"];

        public string? AccessKeyId => (string?)this["AccessKeyId"];

        public string? CredentialSource => (string?)this["CredentialSource"];

        public TimeSpan Duration => (TimeSpan)this["Duration"]!;

        public int Attempts => (int)this["Attempts"]!;

        public string? RequestId => (string?)this["RequestId"];

        private object? this[string name] => item.Properties[name].Value;

        public static Result Of(PowerShellRun run) => new(Assert.Single(run.Output));
    }
}
