using System.Text.RegularExpressions;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Every table as it is on a screen of 80 and of 120 columns.</summary>
public class ViewTextTests
{
    /// <summary>What is shown, and how it is at 80 and at 120 columns.</summary>
    public static TheoryData<string, string, string> Tables { get; } = new()
    {
        {
            """
            Get-ZecInstance -First 4
            """,
            """
            InstanceId          Name               Status     Zone              Type
            ----------          ----               ------     ----              ----
            1394000000010000000 api-1              STOPPED    eu-west-1a        z2a.cpu.1
            1394000000010000007 web-2              RUNNING    sa-east-1a        z2a.cpu.4
            1394000000010000014 api-3              RUNNING    asia-east-1a      z2a.cpu.4
            1394000000010000021 build-4            STOPPED    sa-east-1a        z2a.cpu.1
            """,
            """
            InstanceId          Name               Status     Zone              Type        IP
            ----------          ----               ------     ----              ----        --
            1394000000010000000 api-1              STOPPED    eu-west-1a        z2a.cpu.1   203.0.0.1, 10.0.0.1
            1394000000010000007 web-2              RUNNING    sa-east-1a        z2a.cpu.4   203.0.0.2, 10.0.0.2
            1394000000010000014 api-3              RUNNING    asia-east-1a      z2a.cpu.4   203.0.0.3, 10.0.0.3
            1394000000010000021 build-4            STOPPED    sa-east-1a        z2a.cpu.1   203.0.0.4, 10.0.0.4
            """
        },
        {
            """
            Get-ZecInstanceStatus -First 2
            """,
            """
            InstanceId                           Status
            ----------                           ------
            1394000000010000000                  STOPPED
            1394000000010000007                  RUNNING
            """,
            """
            InstanceId                           Status
            ----------                           ------
            1394000000010000000                  STOPPED
            1394000000010000007                  RUNNING
            """
        },
        {
            """
            (Get-ZecInstance -First 1).SystemDisk
            """,
            """
            DiskId                               SizeGiB Category             Bursting
            ------                               ------- --------             --------
            1395000000000000000                       40 Standard NVMe SSD    False
            """,
            """
            DiskId                               SizeGiB Category             Bursting
            ------                               ------- --------             --------
            1395000000000000000                       40 Standard NVMe SSD    False
            """
        },
        {
            """
            (Get-ZecInstance -First 1).DataDisks
            """,
            """
            DiskId               Name                 SizeGiB Category           Detachable
            ------               ----                 ------- --------           ----------
            1395000000000000001  api-data                 100 Basic NVMe SSD     True
            """,
            """
            DiskId               Name                 SizeGiB Category           Detachable
            ------               ----                 ------- --------           ----------
            1395000000000000001  api-data                 100 Basic NVMe SSD     True
            """
        },
        {
            """
            (Get-ZecInstance -First 1).Nics
            """,
            """
            NicId               Name          Status    PrivateIp       InstanceId
            -----               ----          ------    ---------       ----------
            nic-0               api-primary   USED      10.0.0.1        1394000000010000000
            """,
            """
            NicId               Name          Status    PrivateIp       InstanceId          Type      PublicIp
            -----               ----          ------    ---------       ----------          ----      --------
            nic-0               api-primary   USED      10.0.0.1        1394000000010000000 Primary   203.0.0.1
            """
        },
        {
            """
            Get-ZecZone
            """,
            """
            ZoneId              Name            Region           City        Country
            ------              ----            ------           ----        -------
            asia-east-1a        Hong Kong A     asia-east-1      Hong Kong   Hong Kong SAR
            asia-southeast-1a   Singapore A     asia-southeast-1 Singapore   Singapore
            eu-west-1a          London A        eu-west-1        London      United Kingdom
            na-west-1a          Los Angeles A   na-west-1        Los Angeles United States
            sa-east-1a          São Paulo A     sa-east-1        São Paulo   Brazil
            """,
            """
            ZoneId              Name            Region           City        Country
            ------              ----            ------           ----        -------
            asia-east-1a        Hong Kong A     asia-east-1      Hong Kong   Hong Kong SAR
            asia-southeast-1a   Singapore A     asia-southeast-1 Singapore   Singapore
            eu-west-1a          London A        eu-west-1        London      United Kingdom
            na-west-1a          Los Angeles A   na-west-1        Los Angeles United States
            sa-east-1a          São Paulo A     sa-east-1        São Paulo   Brazil
            """
        },
        {
            """
            Get-ZecInstanceType asia-southeast-1a
            """,
            """
            ZoneId            InstanceType     Cpu MemoryGiB MaxMbps InStock ChargeTypes
            ------            ------------     --- --------- ------- ------- -----------
            asia-southeast-1a z2a.cpu.1          1         2     500 True    ByBandwidth, …
            asia-southeast-1a z2a.cpu.2          2         4    1000 True    ByBandwidth, …
            asia-southeast-1a z2a.cpu.4          4         8    2000 True    ByBandwidth, …
            asia-southeast-1a z2a.cpu.8          8        16    4000 True    ByBandwidth, …
            """,
            """
            ZoneId            InstanceType     Cpu MemoryGiB MaxMbps InStock ChargeTypes
            ------            ------------     --- --------- ------- ------- -----------
            asia-southeast-1a z2a.cpu.1          1         2     500 True    ByBandwidth, ByTrafficPackage, BandwidthCluster
            asia-southeast-1a z2a.cpu.2          2         4    1000 True    ByBandwidth, ByTrafficPackage, BandwidthCluster
            asia-southeast-1a z2a.cpu.4          4         8    2000 True    ByBandwidth, ByTrafficPackage, BandwidthCluster
            asia-southeast-1a z2a.cpu.8          8        16    4000 True    ByBandwidth, ByTrafficPackage, BandwidthCluster
            """
        },
        {
            """
            Get-ZecImage asia-east-1a -Name Ubuntu*, web*
            """,
            """
            ImageId                  Name                     System  Source    Status
            -------                  ----                     ------  ------    ------
            ubuntu2404_20240712      Ubuntu Server 24.04 LTS  linux   OFFICIAL  AVAILABLE
            ubuntu2204_20240712      Ubuntu Server 22.04 LTS  linux   OFFICIAL  AVAILABLE
            webgolden_20250301       web-golden               linux   CUSTOM    AVAILABLE
            """,
            """
            ImageId                  Name                     System  Source    Status      DiskGiB Place
            -------                  ----                     ------  ------    ------      ------- -----
            ubuntu2404_20240712      Ubuntu Server 24.04 LTS  linux   OFFICIAL  AVAILABLE        20 asia-east-1a
            ubuntu2204_20240712      Ubuntu Server 22.04 LTS  linux   OFFICIAL  AVAILABLE        20 asia-east-1a
            webgolden_20250301       web-golden               linux   CUSTOM    AVAILABLE       100 asia-east-1a
            """
        },
        {
            """
            Get-ZecInstance -Status STOPPED -First 5 | Remove-ZecInstance -Force -ErrorAction SilentlyContinue
            """,
            """
               Action: ReleaseInstances
            Batch Status           Done Failed Unknown Skipped FailedIds
            ----- ------           ---- ------ ------- ------- ---------
                1 PartiallyFailed     3      2       0       0 1394000000010000000
                                                               1394000000010000021
            """,
            """
               Action: ReleaseInstances
            Batch Status           Done Failed Unknown Skipped FailedIds
            ----- ------           ---- ------ ------- ------- ---------
                1 PartiallyFailed     3      2       0       0 1394000000010000000
                                                               1394000000010000021
            """
        },
        {
            """
            New-ZecInstance -ZoneId asia-east-1a -InstanceType z2a.cpu.2 -ImageId debian12_20240712 -SubnetId s-1 -Count 3
            """,
            """
            OrderNumber          Asked Created InstanceIds
            -----------          ----- ------- -----------
            ZEC0000000003            3       3 1394000000010001750 1394000000010001757
                                               1394000000010001764
            """,
            """
            OrderNumber          Asked Created InstanceIds
            -----------          ----- ------- -----------
            ZEC0000000003            3       3 1394000000010001750 1394000000010001757
                                               1394000000010001764
            """
        },
        {
            """
            $null = Get-ZecInstance -Status STOPPED -First 5 | Remove-ZecInstance -Force -ErrorAction SilentlyContinue; $null = Set-ZecInstance 1394000000010000007 -Name web-two; Get-ZecOperation
            """,
            """
            Time                Action                   Outcome         Count ErrorCode
            ----                ------                   -------         ----- ---------
            2026-02-03 04:05:06 ReleaseInstances         PartiallyFailed     5
            2026-02-03 04:05:06 ModifyInstancesAttribute Succeeded           1
            """,
            """
            Time                Action                   Outcome         Count ErrorCode
            ----                ------                   -------         ----- ---------
            2026-02-03 04:05:06 ReleaseInstances         PartiallyFailed     5
            2026-02-03 04:05:06 ModifyInstancesAttribute Succeeded           1
            """
        },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_table_reads_well_at_80_and_at_120_columns(string script, string at80, string at120)
    {
        await using var account = await ServedAccount.StartAsync(options => options.FailureCount = 2);
        var objects = account.Run($"$objects = & {{ {script} }}");
        Assert.Empty(objects.Errors);

        Assert.Equal(at80.ReplaceLineEndings("\n"), Shown(account, 80));
        Assert.Equal(at120.ReplaceLineEndings("\n"), Shown(account, 120));
    }

    /// <summary>The table without blank lines; times and request IDs, which differ from run to run, are always the same ones.</summary>
    private static string Shown(ServedAccount account, int width)
    {
        account.Session.Host.UI.RawUI.BufferSize = new(width, 50);
        var before = account.Session.Host.Lines.Count;
        account.Session.Must("$objects | Out-Default");
        var lines = account.Session.Host.Lines.Skip(before).Select(line => Regex.Replace(line, "\u001b\\[[0-9;]*m", string.Empty).TrimEnd()).Where(line => line.Length > 0);
        Assert.All(lines, line => Assert.True(line.Length <= width, line));
        var text = Regex.Replace(string.Join('\n', lines), "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}", "2026-02-03 04:05:06");
        return Regex.Replace(text, "T[0-9A-F]{8}-[0-9A-F-]{27}", "T00000000-0000-0000-0000-000000000000");
    }
}
