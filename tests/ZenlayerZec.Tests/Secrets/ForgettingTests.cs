using System.Management.Automation;
using ZenlayerZec.Tests.Cmdlets;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Secrets;

/// <summary>What is left of a secret when a connection is closed.</summary>
public class ForgettingTests
{
    [Theory]
    [InlineData("-Token $token")]
    [InlineData("-AccessKeyId k -AccessKeySecret $secret")]
    [InlineData("-Token $token -Proxy $proxy")]
    [InlineData("-Token $token -Proxy $bare -ProxyCredential $proxyUser")]
    public async Task A_connection_that_is_kept_after_Disconnect_Zec_holds_no_secret(string parameters)
    {
        await using var server = new RawServer(request => EchoAnswers.Of("error", request));
        using var session = new PowerShellSession();

        // Known to no other test: what all connections of a process share, such as pools, may hold theirs.
        var secret = $"KEPT{Guid.NewGuid():N}";
        session["token"] = session["secret"] = ServedAccount.Plain(secret);
        session["proxyUser"] = new PSCredential("ana", ServedAccount.Plain(secret));
        session["proxy"] = $"http://ana:{secret}@{server.Authority}";
        session["bare"] = $"http://{server.Authority}";
        var endpoint = parameters.Contains("-Proxy", StringComparison.Ordinal) ? "https://zec.invalid" : $"http://{server.Authority}";
        session.Must($"$connection = Connect-Zec {parameters} -Endpoint {endpoint} -MaximumAttemptCount 1 -PassThru");
        session.Run("Get-ZecZone -ErrorAction SilentlyContinue; Remove-ZecInstance i-1 -Force -ErrorAction SilentlyContinue");
        var connection = session.Must("$connection").Output[0].BaseObject;

        Assert.NotEmpty(Reachable.Texts(connection, secret));
        session.Must("Disconnect-Zec");

        Assert.NotEmpty(server.Requests);
        Assert.Empty(Reachable.Texts(connection, secret));
    }
}
