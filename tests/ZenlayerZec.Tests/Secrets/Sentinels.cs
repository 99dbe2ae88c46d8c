using System.Management.Automation;
using System.Text.RegularExpressions;
using ZenlayerZec.Tests.Cmdlets;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Secrets;

/// <summary>Secrets that no text may show, and a way to use each of them with every cmdlet.</summary>
internal static partial class Sentinels
{
    public const string Token = "SENTINEL.token+0/1==<&>";
    public const string KeySecret = "SENTINEL-key-secret-0123";
    public const string Password = "SENTINEL!Pa55+word";
    public const string ProxyPassword = "SENTINEL:p@ss";

    /// <summary>Too short to be removed from within words.</summary>
    private const string Pin = "q7Z";

    private const string UserData = "#!/bin/sh\nexport PASS=\"SENTINEL in a script\"\n";

    /// <summary>Every cmdlet that sends something, with every secret that it can send.</summary>
    public static IReadOnlyList<string> Calls { get; } =
    [
        "Add-ZecSecurityGroupRule g-1 -Rule @{ Direction = 'ingress'; Protocol = 'icmp'; CidrIp = '10.0.0.0/8' } -Confirm:$false",
        "Copy-ZecImage i-1 -RegionId r -Confirm:$false",
        "Dismount-ZecDisk d-1 -Confirm:$false",
        "Dismount-ZecNic n-1 -Confirm:$false",
        "Get-ZecAutoSnapshotPolicy",
        "Get-ZecDisk",
        "Get-ZecDisk d-1",
        "Get-ZecDiskCategory",
        "Get-ZecDiskMetric d-1 -MetricName DISK_UTIL",
        "Get-ZecDiskPrice -ZoneId z -SizeGiB 20",
        "Get-ZecEip",
        "Get-ZecEip e-1",
        "Get-ZecEipMetric e-1 -MetricName BANDWIDTH",
        "Get-ZecEipPeerRegion r",
        "Get-ZecEipPrice -RegionId r -InternetChargeType ByBandwidth -BandwidthMbps 1",
        "Get-ZecEipTarget e-1",
        "Get-ZecEipTraffic e-1",
        "Get-ZecImage asia-east-1a",
        "Get-ZecImage -Custom",
        "Get-ZecImageCopyProgress i-1",
        "Get-ZecInstance",
        "Get-ZecInstance -First 1",
        "Get-ZecInstance i-1",
        "Get-ZecInstanceMetric i-1 -MetricName CPU_UTILIZATION",
        "Get-ZecInstancePrice -ZoneId z -InstanceType t -SystemDiskSizeGiB 20 -Password $password -UserData $userData",
        "Get-ZecInstanceStatus",
        "Get-ZecInstanceType",
        "Get-ZecInstanceType -Accelerator",
        "Get-ZecInstanceType -Gpu",
        "Get-ZecInstanceVncUrl i-1",
        "Get-ZecInternetChargeType r",
        "Get-ZecNetworkLineType",
        "Get-ZecNic",
        "Get-ZecNicIPv6 n-1",
        "Get-ZecNicIPv6Price -RegionId r -BandwidthMbps 1",
        "Get-ZecNicMetric n-1 -MetricName RX_BITS",
        "Get-ZecPlacementGroup",
        "Get-ZecRegion",
        "Get-ZecRegionCapacity",
        "Get-ZecReleasePlan i-1",
        "Get-ZecSecurityGroup",
        "Get-ZecSecurityGroupRule g-1",
        "Get-ZecSnapshot",
        "Get-ZecSubnet",
        "Get-ZecTimeZone",
        "Get-ZecUnused",
        "Get-ZecVpc",
        "Get-ZecZone",
        "Invoke-ZecApi DescribeInstances",
        "Invoke-ZecApi DescribeInstances -All",
        "Invoke-ZecApi ResetInstances @{ instanceIds = @('i-1'); password = $password; pin = $pin; userData = $userData } -Force",
        "Mount-ZecDisk d-1 -InstanceId i-1 -Confirm:$false",
        "Mount-ZecNic n-1 -InstanceId i-1 -Confirm:$false",
        "New-ZecAutoSnapshotPolicy -ZoneId z -Name nightly -DayOfWeek Monday -HourUtc 2 -RetentionDays 7 -Confirm:$false",
        "New-ZecDisk -ZoneId z -Name data -SizeGiB 20 -Confirm:$false",
        "New-ZecEip r e-name ByBandwidth -BandwidthMbps 1 -NetworkLineType CN2 -Confirm:$false",
        "New-ZecImage i-1 -Name golden -Confirm:$false",
        "New-ZecInstance -ZoneId z -InstanceType t -ImageId i -SubnetId s -Password $password -UserData $userData -Confirm:$false",
        "New-ZecNic s-1 -Name n-name -Confirm:$false",
        "New-ZecNicIPv4 n-1 -IpAddress 10.0.0.2 -Confirm:$false",
        "New-ZecNicIPv6 n-1 -Confirm:$false",
        "New-ZecSecurityGroup g-name -Confirm:$false",
        "New-ZecPlacementGroup z apart -Confirm:$false",
        "New-ZecSnapshot d-1 -Name before -Confirm:$false",
        "New-ZecSubnet v-1 lab r IPv4 -CidrBlock 10.1.0.0/24 -Confirm:$false",
        "New-ZecVpc lab 10.1.0.0/16 -Mtu 1500 -Confirm:$false",
        "Register-ZecAutoSnapshotPolicy d-1 -AutoSnapshotPolicyId p-1 -Confirm:$false",
        "Register-ZecEip e-1 -NicId n-1 -LanIp 10.0.0.1 -Confirm:$false",
        "Register-ZecSecurityGroup v-1 -SecurityGroupId g-1 -Confirm:$false",
        "Remove-ZecAutoSnapshotPolicy p-1 -Force",
        "Remove-ZecDisk d-1 -Force",
        "Remove-ZecEip e-1 -Force",
        "Remove-ZecImage i-1 -Force",
        "Remove-ZecImageCopy i-1 -RegionId r -Force",
        "Remove-ZecInstance i-2 -Force",
        "Remove-ZecNic n-1 -Force",
        "Remove-ZecNicIPv4 n-1 -IpAddress 10.0.0.2 -Force",
        "Remove-ZecNicIPv6 n-1 -Force",
        "Remove-ZecSecurityGroup g-1 -Force",
        "Remove-ZecSecurityGroupRule g-1 -Rule @{ Direction = 'ingress'; Protocol = 'icmp'; CidrIp = '10.0.0.0/8' } -Force",
        "Remove-ZecPlacementGroup g-1 -Force",
        "Remove-ZecSnapshot s-1 -Force",
        "Remove-ZecSubnet s-1 -Force",
        "Remove-ZecVpc v-1 -Force",
        "Reset-ZecInstance i-2 -Password $password -UserData $userData -Force",
        "Resize-ZecDisk d-1 -SizeGiB 40 -Force",
        "Resize-ZecEip e-1 -BandwidthMbps 5 -Confirm:$false",
        "Resize-ZecInstance i-1 -InstanceType t -Confirm:$false",
        "Resize-ZecNicIPv6 n6-1 -BandwidthMbps 5 -Confirm:$false",
        "Restart-ZecInstance i-1 -Confirm:$false",
        "Restore-ZecDisk d-1 -Confirm:$false",
        "Restore-ZecEip e-1 -Confirm:$false",
        "Restore-ZecSnapshot s-1 -Force",
        "Resume-ZecOperation (Get-ZecOperation | Where-Object Outcome -eq Failed) -Force",
        "Set-ZecAutoSnapshotPolicy p-1 -Name nightly -Confirm:$false",
        "Set-ZecDisk d-1 -Name n -Confirm:$false",
        "Set-ZecEip e-1 -Name nn -Confirm:$false",
        "Set-ZecEipAddress e-1 -Force",
        "Set-ZecEipInternetChargeType e-1 ByBandwidth -BandwidthMbps 5 -Confirm:$false",
        "Set-ZecImage i-1 -Name golden -Confirm:$false",
        "Set-ZecInstance i-1 -Name n -Confirm:$false",
        "Set-ZecInstance i-1 -EnableIpForward $true -Confirm:$false",
        "Set-ZecInstance i-1 -NoPlacementGroup -Confirm:$false",
        "Set-ZecInstancePassword i-1 -Password $password -Confirm:$false",
        "Set-ZecNic n-1 -Name nn -Confirm:$false",
        "Set-ZecNicIPv6 n6-1 -RateLimitMode LOOSE -Confirm:$false",
        "Set-ZecSecurityGroup g-1 -Name nn -Confirm:$false",
        "Set-ZecSecurityGroupRule g-1 -Rule @{ Direction = 'ingress'; Protocol = 'icmp'; CidrIp = '10.0.0.0/8' } -Force",
        "Set-ZecPlacementGroup g-1 -Name nn -Confirm:$false",
        "Set-ZecSnapshot s-1 -Name n -Confirm:$false",
        "Set-ZecSubnet s-1 -Name lab -Confirm:$false",
        "Set-ZecVpc v-1 -Name lab -Confirm:$false",
        "Start-ZecInstance i-1 -Confirm:$false",
        "Stop-ZecInstance i-1 -Confirm:$false",
        "Test-ZecConnection -TimeoutSec 1 | ForEach-Object { foreach ($p in $_.psobject.Properties) { \"$($p.Name)=$($p.Value)\" } }",
        "Unregister-ZecAutoSnapshotPolicy d-1 -AutoSnapshotPolicyId p-1 -Confirm:$false",
        "Unregister-ZecEip e-1 -Confirm:$false",
        "Unregister-ZecSecurityGroup v-1 -Confirm:$false",
        "Wait-ZecDisk d-1 -Until Available -TimeoutSec 1",
        "Wait-ZecEip e-1 -Until Unbind -TimeoutSec 1",
        "Wait-ZecImage i-1 -Until Available -TimeoutSec 1",
        "Wait-ZecInstance i-1 -Until Running -TimeoutSec 1",
        "Wait-ZecNic n-1 -Until Available -TimeoutSec 1",
        "Wait-ZecSnapshot s-1 -Until Available -TimeoutSec 1",
    ];

    /// <summary>What is asked of the session afterwards, as somebody does who looks for what went wrong.</summary>
    public static IReadOnlyList<string> Looks { get; } =
    [
        "$Error; $Error | ForEach-Object { $_.Exception.ToString(); $_.ErrorDetails; $_.InvocationInfo.Line; $_.InvocationInfo.PositionMessage; $_.ScriptStackTrace }",
        "$Error | ForEach-Object { $e = $_.Exception; while ($e) { foreach ($p in $e.psobject.Properties) { \"$($p.Name)=$($p.Value)\" }; $e.Data.Values; $e = $e.InnerException } }",
        "Get-ZecOperation",
        "Get-ZecOperation | ForEach-Object { foreach ($p in $_.psobject.Properties) { \"$($p.Name)=$($p.Value)\" } }",
        "Get-ZecConnection",
        "Get-ZecConnection | ForEach-Object { \"$_\"; foreach ($p in $_.psobject.Properties) { \"$($p.Name)=$($p.Value)\" } }",
        "Disconnect-Zec -Verbose -Debug",
    ];

    /// <summary>Makes the secrets known to a session, as variables: what a person types in the clear is shown in errors by PowerShell itself.</summary>
    public static void Give(PowerShellSession session)
    {
        session["token"] = ServedAccount.Plain(Token);
        session["secret"] = ServedAccount.Plain(KeySecret);
        session["password"] = ServedAccount.Plain(Password);
        session["pin"] = ServedAccount.Plain(Pin);
        session["userData"] = UserData;
        session["proxyUser"] = new PSCredential("ana", ServedAccount.Plain(ProxyPassword));
    }

    /// <summary>Runs everything and looks at all that is shown.</summary>
    /// <param name="session">A session that is connected.</param>
    /// <param name="requests">What the server, or the proxy, was sent: signatures and the like are secrets too.</param>
    public static void RunAll(PowerShellSession session, Func<IReadOnlyList<string>> requests)
    {
        foreach (var call in Calls.Concat(Looks))
        {
            var run = session.Run($"$VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'; {call}");
            AssertNone(ShownText.Of(run), call, requests());
        }

        AssertNone(ShownText.Of(session["Error"]), "$Error", requests());
        AssertNone(string.Join('\n', session.Host.Lines), "the console", requests());
    }

    public static void AssertNone(string shown, string where, IReadOnlyList<string> requests)
    {
        var proofs = requests.SelectMany(request => Proof().Matches(request)).Select(match => match.Groups[1].Value);
        foreach (var secret in proofs.Concat(["SENTINEL", Pin]).Distinct(StringComparer.Ordinal))
        {
            AssertNone(shown, shown.IndexOf(secret, StringComparison.Ordinal), $"{where} shows {secret}");
        }

        AssertNone(shown, UnknownProof().Match(shown) is { Success: true } proof ? proof.Index : -1, $"{where} shows a proof");
    }

    private static void AssertNone(string shown, int at, string what)
        => Assert.True(at < 0, $"{what}: {(at < 0 ? string.Empty : shown[Math.Max(0, at - 200)..Math.Min(shown.Length, at + 200)])}");

    [GeneratedRegex(@"(?:Signature=|Bearer )(?!\[removed\])")]
    private static partial Regex UnknownProof();

    [GeneratedRegex("(?:Signature=|Basic )([0-9A-Za-z+/=]{12,})")]
    private static partial Regex Proof();
}
