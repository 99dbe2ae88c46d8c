using System.Net;
using System.Net.Sockets;
using System.Text;
using ZenlayerZec.Simulator;
using ZenlayerZec.SimulatorServer;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.House;

/// <summary>What a runbook's environment says, in a process that has it.</summary>
public class EnvironmentTests
{
    [Fact]
    public async Task The_vendors_variables_are_enough_to_connect()
    {
        var account = new SimulatorOptions();
        await using var server = await SimulatorHost.StartAsync(new ZecSimulator(account));

        var run = await PowerShellProcess.RunAsync(
            Variables(account, server),
            "@(Get-ZecInstance).Count; (Get-ZecConnection).CredentialSource");

        Assert.Equal(["250", "environment variable ZENLAYER_ACCESS_KEY_ID"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Theory]
    [InlineData("$env:ZENLAYER_ACCESS_KEY_ID", "250")]
    [InlineData("$env:ZENLAYER_ACCESS_KEY_ID -Name 'the same'", "250")]
    [InlineData("$env:ZENLAYER_ACCESS_KEY_ID -ProtectedTag ZEC:keep", "250")]
    [InlineData("$env:ZENLAYER_ACCESS_KEY_ID -ProtectedTag zec:keep, env=prod", "ConnectedElsewhere")]
    [InlineData("$env:ZENLAYER_ACCESS_KEY_ID -ProtectedTag @()", "ConnectedElsewhere")]
    [InlineData("another-key", "ConnectedElsewhere")]
    public async Task The_vendors_variables_count_in_a_runspace_that_is_not_connected_where_nobody_asked_for_another_account_or_protection(string key, string answer)
    {
        var account = new SimulatorOptions();
        await using var server = await SimulatorHost.StartAsync(new ZecSimulator(account));

        var run = await PowerShellProcess.RunAsync(
            Variables(account, server),
            $$"""
            $secret = [securestring]::new(); $env:ZENLAYER_ACCESS_KEY_SECRET.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
            $other = [powershell]::Create([initialsessionstate]::CreateDefault2())
            $listed = { $other.Commands.Clear(); $other.AddScript("Import-Module '{{Repository.Manifest}}'; try { @(Get-ZecInstance).Count } catch { `$_.FullyQualifiedErrorId.Split(',')[0] }").Invoke() }
            & $listed
            Connect-Zec -AccessKeySecret $secret -AccessKeyId {{key}}
            & $listed
            Disconnect-Zec
            & $listed
            """);

        Assert.Equal(["250", answer, "250"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task Without_credentials_the_three_ways_to_give_them_are_told_and_nothing_is_listed()
    {
        var home = Directory.CreateTempSubdirectory("zec").FullName;

        var run = await PowerShellProcess.RunAsync(
            new Dictionary<string, string> { ["HOME"] = home, ["USERPROFILE"] = home }, "Get-ZecConnection; Get-ZecInstance");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("in one of three ways: (1) Connect-Zec", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output.Trim());
    }

    [Fact]
    public async Task The_proxy_that_the_environment_names_is_used()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var asked = Task.Run(
            async () =>
            {
                using var socket = await proxy.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
                var buffer = new byte[4096];
                var read = await socket.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
                await socket.GetStream().WriteAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
                proxy.Stop();
                return Encoding.ASCII.GetString(buffer, 0, read);
            },
            TestContext.Current.CancellationToken);

        var run = await PowerShellProcess.RunAsync(
            new Dictionary<string, string> { ["ZENLAYER_TOKEN"] = "t", [DeadEndpoint.Variable] = "https://zec.invalid", ["https_proxy"] = $"http://127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}" },
            "Remove-ZecInstance i-1 -Force -ErrorAction SilentlyContinue | ForEach-Object ErrorCode");

        Assert.StartsWith("CONNECT zec.invalid:443", await asked, StringComparison.Ordinal);
        Assert.Equal("ConnectionFailed", run.Output.Trim());
    }

    private static Dictionary<string, string> Variables(SimulatorOptions account, SimulatorHost server) => new()
    {
        ["ZENLAYER_ACCESS_KEY_ID"] = account.AccessKeyId,
        ["ZENLAYER_ACCESS_KEY_SECRET"] = account.AccessKeySecret,
        [DeadEndpoint.Variable] = server.Endpoint.AbsoluteUri,
    };
}
