using System.Net;
using System.Net.Sockets;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Demo;

/// <summary>The demo as CI sees it: nobody types, and its exit code tells how it went.</summary>
public class DemoTests
{
    private const string Start = "src/ZenlayerZec.Demo/Start-Demo.ps1";
    private const string Show = "src/ZenlayerZec.Demo/Show-Demo.ps1";

    [Fact]
    public async Task It_releases_the_stopped_instances_and_shows_what_became_of_each()
    {
        var run = await PowerShellProcess.RunFileAsync([], Start);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("PS> $results = Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force", run.Output, StringComparison.Ordinal);
        Assert.Contains("What if: Performing the operation", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"119 RELEASING\s+130 RUNNING\s+1 STOPPED\b", run.Output);
        Assert.Contains("was not released: the service refused it", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("This prompt", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_heeds_no_credentials_and_no_service_of_the_environment()
    {
        using var service = new TcpListener(IPAddress.Loopback, 0);
        service.Start();

        var run = await PowerShellProcess.RunFileAsync(
            new()
            {
                ["ZENLAYER_TOKEN"] = "t",
                ["ZENLAYER_PROFILE"] = "nowhere-to-be-found",
                ["ZENLAYER_ENDPOINT"] = $"http://{service.LocalEndpoint}",
            },
            Show,
            "-Path",
            await ScriptAsync("Get-ZecConnection; Connect-Zec -Simulator; (Get-ZecConnection).AccessKeyId; \"left: $(Get-ChildItem Env:ZENLAYER_* | ForEach-Object Name)\""));

        Assert.Contains("\nsimulated-key-id", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nleft: ZENLAYER_ENDPOINT", run.Output, StringComparison.Ordinal);
        Assert.False(service.Pending());
    }

    [Theory]
    [InlineData("Connect-Zec -Simulator; 'fine'", 0)]
    [InlineData("throw 'on purpose'", 1)]
    [InlineData("Get-ZecInstance -NoSuchParameter; 'goes on'", 1)]
    [InlineData("Write-Error 'on purpose'; 'goes on'", 1)]
    public async Task Its_exit_code_tells_whether_anything_went_wrong_that_is_not_part_of_it(string script, int code)
    {
        var run = await PowerShellProcess.RunFileAsync([], Show, "-Path", await ScriptAsync(script));

        Assert.Equal(code, run.ExitCode);
    }

    private static async Task<string> ScriptAsync(string text)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("zec").FullName, "demo.ps1");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }
}
