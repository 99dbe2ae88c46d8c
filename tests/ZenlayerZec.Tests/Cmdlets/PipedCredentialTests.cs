using System.Management.Automation;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What a vault returns connects; what it does not return never falls back to another account.</summary>
public class PipedCredentialTests
{
    private const string Secret = "SENTINEL-vault";

    [Theory]
    [InlineData("$cred | Connect-Zec -PassThru", "k")]
    [InlineData("@{ AccessKeyId = 'k2'; AccessKeySecret = $secure } | Connect-Zec -PassThru", "k2")]
    [InlineData("@{ accesskeyid = 'k2'; accesskeysecret = 'plain' } | Connect-Zec -PassThru", "k2")]
    [InlineData("@{ Token = $secure } | Connect-Zec -PassThru -Endpoint https://zec.example.com", null)]
    [InlineData("$cred | Connect-Zec -PassThru -Name prod -TimeoutSec 5", "k")]
    [InlineData("$cred | ForEach-Object { Connect-Zec $_ -PassThru }", "k")]
    public void A_credential_from_the_pipeline_connects(string script, string? accessKeyId)
    {
        using var session = Session();

        var connection = Assert.Single(session.Must(script).Output);

        Assert.Equal(accessKeyId, connection.Properties["AccessKeyId"].Value);
        Assert.Single(session.Must("Get-ZecConnection").Output);
    }

    [Theory]
    [InlineData("$null | Connect-Zec", "CredentialMissing")]
    [InlineData("@() | Connect-Zec", "CredentialMissing")]
    [InlineData("@() | Connect-Zec -Endpoint https://zec.example.com", "CredentialMissing")]
    [InlineData("$cred, $cred | Connect-Zec", "SeveralCredentials")]
    [InlineData("$secure | Connect-Zec", "CredentialKind")]
    [InlineData("'SENTINEL-text' | Connect-Zec", "CredentialKind")]
    [InlineData("4711 | Connect-Zec", "CredentialKind")]
    [InlineData("[pscustomobject]@{ Password = 'SENTINEL-text' } | Connect-Zec", "CredentialKind")]
    [InlineData("@{ AccessKeyId = 'k' } | Connect-Zec", "CredentialIncomplete")]
    [InlineData("@{ AccessKeyId = 'k'; AccessKeySecret = $secure; Token = $secure } | Connect-Zec", "CredentialIncomplete")]
    [InlineData("@{ AccessKeyId = 'k'; AccessKeySecret = $null } | Connect-Zec", "CredentialIncomplete")]
    [InlineData("@{ AccessKeyId = 'k'; AccessKeySecret = $secure; Endpoint = 'SENTINEL-text' } | Connect-Zec", "CredentialKeyUnknown")]
    [InlineData("@{ Token = $secure; 1 = 'SENTINEL-text' } | Connect-Zec", "CredentialKeyUnknown")]
    [InlineData("$null | Connect-Zec -Simulator", null)]
    public void What_is_no_credential_is_an_error_and_no_other_account_is_used(string script, string? code)
    {
        using var session = Session();
        session.Must("Connect-Zec -Simulator -Name before");

        var run = session.Run(script);
        var next = session.Run("Get-ZecInstance -First 1");

        Assert.Contains(run.Errors.Append(run.Terminating), error => error is not null);
        Assert.DoesNotContain("SENTINEL", run.Everything, StringComparison.Ordinal);
        if (code is not null)
        {
            Assert.StartsWith($"{code},", First(run).FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.StartsWith("ConnectFailed,", First(next).FullyQualifiedErrorId, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Keys_of_a_hashtable_that_are_not_read_are_named()
    {
        using var session = Session();

        var run = session.Run("@{ accesskeyid = 'k'; AccessKeySecret = $secure; Region = 'x'; Endpoint = $null } | Connect-Zec");

        Assert.Contains("not a part of a credential: Endpoint, Region.", First(run).Exception.Message, StringComparison.Ordinal);
    }

    private static ErrorRecord First(PowerShellRun run) => run.Errors.Append(run.Terminating).OfType<ErrorRecord>().First();

    private static PowerShellSession Session()
    {
        var session = new PowerShellSession();
        session["secure"] = ServedAccount.Plain(Secret);
        session["cred"] = new PSCredential("k", ServedAccount.Plain(Secret));
        return session;
    }
}
