using System.Management.Automation;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Connect-Zec, Disconnect-Zec and Get-ZecConnection.</summary>
public class ConnectionTests
{
    [Theory]
    [InlineData("Connect-Zec -AccessKeyId k -AccessKeySecret $secret -Endpoint http://console.example.com", "EndpointInvalid", "not https")]
    [InlineData("Connect-Zec -AccessKeyId k -AccessKeySecret $secret -Endpoint 'a b'", "EndpointInvalid", "not a valid URL")]
    [InlineData("Connect-Zec -AccessKeyId k -AccessKeySecret $secret -Proxy nonsense", "ProxyInvalid", "not a valid http or https URL")]
    [InlineData("Connect-Zec -AccessKeyId k -AccessKeySecret $secret -Proxy http://p -Endpoint http://127.0.0.1", "ProxyNotAllowed", "not encrypted")]
    [InlineData("Connect-Zec -AccessKeyId k -AccessKeySecret $secret -ProxyCredential $proxyUser", "ProxyParameters", "requires -Proxy")]
    [InlineData("Connect-Zec -AccessKeyId k -AccessKeySecret $secret -ProxyUseDefaultCredentials", "ProxyParameters", "requires -Proxy")]
    [InlineData("Connect-Zec -AccessKeyId k -AccessKeySecret $secret -Proxy http://p -ProxyCredential $proxyUser -ProxyUseDefaultCredentials", "ProxyParameters", "together")]
    [InlineData("Connect-Zec -AccessKeyId k -AccessKeySecret $secret -TimeoutSec 0", "ParameterArgumentValidationError", "TimeoutSec")]
    [InlineData("Connect-Zec -Token $empty", "CredentialIncomplete", "empty")]
    [InlineData("Connect-Zec -ProfileName no-such-profile-here", "ProfileNotFound", "no-such-profile-here")]
    public void Settings_that_cannot_be_used_are_told_at_once(string script, string id, string words)
    {
        using var session = new PowerShellSession();
        session["secret"] = ServedAccount.Plain("s");
        session["empty"] = ServedAccount.Plain(" ");
        session["proxyUser"] = new PSCredential("ana", ServedAccount.Plain("p"));

        var run = session.Run(script);

        var error = run.Errors.Append(run.Terminating).First(error => error is not null)!;
        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(words, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(session.Run("Get-ZecConnection").Output, connection => (string?)connection.Properties["AccessKeyId"].Value == "k");
    }

    [Fact]
    public async Task A_credential_object_connects_with_its_user_as_the_key_ID()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["credential"] = new PSCredential("simulated-key-id", ServedAccount.Plain(ServedAccount.Secret));

        var run = account.Run("$c = Connect-Zec -Credential $credential -Endpoint $endpoint -PassThru; Connect-Zec -Simulator; Get-ZecInstance -Connection $c -First 1; $c");

        Assert.Equal(2, run.Output.Count);
        Assert.Equal("Connect-Zec -Credential", run.Output[1].Properties["CredentialSource"].Value);
    }

    [Fact]
    public async Task A_token_connects()
    {
        await using var account = await ServedAccount.StartAsync(options => options.Token = "the-token");
        account.Session["token"] = ServedAccount.Plain("the-token");

        Assert.Single(account.Run("Connect-Zec -Token $token -Endpoint $endpoint; Get-ZecInstance -First 1").Output);
    }

    [Fact]
    public void The_simulator_needs_nothing_and_keeps_what_was_done_to_it()
    {
        using var session = new PowerShellSession();

        var run = session.Must("Connect-Zec -Simulator -SimulatedInstanceCount 30; $r = Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force; (Get-ZecInstance -Status STOPPED); (Get-ZecInstance -Status RELEASING).Count; (Get-ZecConnection).Endpoint");

        Assert.Equal([14, "simulator"], run.Of<object>());
    }

    [Fact]
    public void A_connection_that_was_closed_says_so()
    {
        using var session = new PowerShellSession();

        var run = session.Run("$c = Connect-Zec -Simulator -PassThru; Disconnect-Zec; Disconnect-Zec; $c.IsConnected; Get-ZecInstance -Connection $c");

        Assert.Equal([false], run.Of<bool>());
        Assert.Contains("Disconnect-Zec", run.Errors.Append(run.Terminating).First(error => error is not null)!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Runspaces_do_not_share_a_connection()
    {
        using var one = new PowerShellSession();
        using var other = new PowerShellSession();
        one.Must("Connect-Zec -Simulator -SimulatedInstanceCount 3");
        other.Must("Connect-Zec -Simulator -SimulatedInstanceCount 5");

        Assert.Equal([3], one.Must("@(Get-ZecInstance).Count").Of<int>());
        Assert.Equal([5], other.Must("@(Get-ZecInstance).Count").Of<int>());
    }

    [Fact]
    public async Task An_endpoint_that_answers_a_web_page_is_a_clear_error()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = _ => Simulator.SimulatedFault.Answer(200, "text/html", "<html/>"u8.ToArray());

        var run = account.Run("Get-ZecInstance");

        var error = run.Errors.Append(run.Terminating).First(error => error is not null)!;
        Assert.Equal(ErrorCategory.InvalidResult, error.CategoryInfo.Category);
        Assert.Contains("not the ZEC API", error.ToString(), StringComparison.Ordinal);
    }
}
