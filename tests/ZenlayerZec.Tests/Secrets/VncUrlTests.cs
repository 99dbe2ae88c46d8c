using ZenlayerZec.Client.Models;
using ZenlayerZec.Tests.Cmdlets;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Secrets;

/// <summary>The address of a console opens it for whoever has it: its property shows it, and nothing else does.</summary>
public class VncUrlTests
{
    private const string Url = "https://console.example.com/vnc?token=SENTINEL&path=a/b";

    [Fact]
    public async Task The_address_is_in_its_property_and_the_object_as_text_is_the_instance()
    {
        await using var account = await ServedAccount.StartAsync();

        var console = account.Session.Must("($console = Get-ZecInstance -Status RUNNING -First 1 | Get-ZecInstanceVncUrl)").Single<ZecInstanceVncUrl>();

        Assert.Contains(console.InstanceId, console.Url, StringComparison.Ordinal);
        Assert.Equal(console.InstanceId, account.Session.Must("\"$console\"").Single<string>());
        Assert.NotNull(console.Account);
    }

    [Fact]
    public async Task An_instance_that_does_not_exist_is_an_error_and_the_others_are_answered()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run("'i-gone', (Get-ZecInstance -First 1).InstanceId | Get-ZecInstanceVncUrl");

        Assert.Contains("There is no answer for the console of instance i-gone", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
        Assert.Single(run.Of<ZecInstanceVncUrl>());
    }

    [Theory]
    [InlineData("""{"requestId":"T1","response":{"requestId":"T1","url":"URL"}}""")]
    [InlineData("""{"requestId":"T1","response":{"requestId":"T1","url" : "URL"}}""")]
    [InlineData("""{"requestId":"T1","response":{"requestId":"T1","url":"URL""")]
    [InlineData("""{"requestId":"T1","response":{"url":"URL"},"url":"URL"}, """)]
    public async Task No_stream_no_error_and_no_operation_shows_the_address_in_whatever_answer_it_comes(string answer)
    {
        var body = answer.Replace("URL", Url, StringComparison.Ordinal);
        await using var server = new RawServer(
            _ => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
        using var session = new PowerShellSession();
        Sentinels.Give(session);
        session["plain"] = ServedAccount.Plain("a-plain-token-0123456789");
        session.Must($"Connect-Zec -MaximumAttemptCount 1 -Token $plain -Endpoint http://{server.Authority}");

        string[] asking = ["$null = Get-ZecInstanceVncUrl i-1", "$null = Invoke-ZecApi DescribeVncUrl @{ instanceId = 'i-1' }"];
        foreach (var script in asking.Concat(Sentinels.Looks))
        {
            var run = session.Run($"$VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'; {script}");
            Sentinels.AssertNone(ShownText.Of(run), script, []);
        }

        Sentinels.AssertNone(string.Join('\n', session.Host.Lines), "the console", []);
        Assert.Equal(2, server.Requests.Count);
    }
}
