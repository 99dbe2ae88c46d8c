using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Cmdlets;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.House;

/// <summary>The page of the rights that each cmdlet needs is what the cmdlets send.</summary>
public class PermissionTests
{
    private const string Always = "always";
    private const string AsIds = "given as IDs, rows, or objects older than 30 s";
    private const string AsIdsIncluded = "the same with `-IncludeProtected`";
    private const string Lost = "after a lost answer";
    private const string Waiting = "with `-Wait`";
    private const string Passing = "with `-PassThru`";

    private const string Order = "New-ZecInstance -ZoneId eu-west-1a -InstanceType z2a.cpu.1 -ImageId debian12_20240712 -SubnetId s-1";

    /// <summary>What a user does, when, and how; the rows of the page in their order. What is always sent is named in the first row only.</summary>
    private static readonly (string Cmdlet, string When, string Script)[] Uses =
    [
        ("Connect-Zec", Always, "Connect-Zec -Simulator"),
        ("Disconnect-Zec", Always, "Disconnect-Zec"),
        ("Get-ZecConnection", Always, "Get-ZecConnection"),
        ("Get-ZecImage", Always, "Get-ZecImage eu-west-1a; Get-ZecImage eu-west-1a -ImageId debian12_20240712"),
        ("Get-ZecInstance", Always, "Get-ZecInstance -Name web-*; Get-ZecInstance $id"),
        ("Get-ZecInstanceStatus", Always, "Get-ZecInstanceStatus; Get-ZecInstanceStatus $id"),
        ("Get-ZecInstanceType", Always, "Get-ZecInstanceType -ZoneId eu-west-1a"),
        ("Get-ZecOperation", Always, "Get-ZecOperation"),
        ("Get-ZecTimeZone", Always, "Get-ZecTimeZone"),
        ("Get-ZecZone", Always, "Get-ZecZone; Get-ZecZone eu-west-1a"),
        ("New-ZecInstance", Always, Order),
        ("New-ZecInstance", Waiting, $"{Order} -Wait"),
        ("Remove-ZecInstance", Always, "$fresh | Remove-ZecInstance -Force"),
        ("Remove-ZecInstance", AsIds, "Remove-ZecInstance $id -Force"),
        ("Remove-ZecInstance", AsIdsIncluded, "Remove-ZecInstance $id -Force -IncludeProtected"),
        ("Remove-ZecInstance", "with `-Wait` or `-Purge`", "$fresh | Remove-ZecInstance -Force -Wait; $others | Remove-ZecInstance -Force -Purge"),
        ("Remove-ZecInstance", Lost, "$fresh | Remove-ZecInstance -Force"),
        ("Reset-ZecInstance", Always, "$fresh | Reset-ZecInstance -Force"),
        ("Reset-ZecInstance", AsIds, "Reset-ZecInstance $id -Force"),
        ("Reset-ZecInstance", AsIdsIncluded, "Reset-ZecInstance $id -Force -IncludeProtected"),
        ("Reset-ZecInstance", Waiting, "$fresh | Reset-ZecInstance -Force -Wait"),
        ("Reset-ZecInstance", Passing, "$fresh | Reset-ZecInstance -Force -PassThru"),
        ("Reset-ZecInstance", Lost, "$fresh | Reset-ZecInstance -Force"),
        ("Restart-ZecInstance", Always, "Restart-ZecInstance $running; $runs | Restart-ZecInstance -PowerCycle -Force"),
        ("Restart-ZecInstance", Waiting, "Restart-ZecInstance $running -Wait"),
        ("Restart-ZecInstance", Passing, "Restart-ZecInstance $running -PassThru"),
        ("Restart-ZecInstance", Lost, "Restart-ZecInstance $running"),
        ("Set-ZecInstance", Always, "Set-ZecInstance $id -Name renamed; $fresh | Set-ZecInstance -Name renamed"),
        ("Set-ZecInstance", Passing, "Set-ZecInstance $id -Name renamed -PassThru"),
        ("Set-ZecInstance", Lost, "Set-ZecInstance $id -Name renamed"),
        ("Start-ZecInstance", Always, "Start-ZecInstance $id; $fresh | Start-ZecInstance"),
        ("Start-ZecInstance", Waiting, "Start-ZecInstance $id -Wait"),
        ("Start-ZecInstance", Passing, "Start-ZecInstance $id -PassThru"),
        ("Start-ZecInstance", Lost, "Start-ZecInstance $id"),
        ("Stop-ZecInstance", Always, "Stop-ZecInstance $running; $runs[0] | Stop-ZecInstance -PowerOff -Force"),
        ("Stop-ZecInstance", Waiting, "Stop-ZecInstance $running -Wait"),
        ("Stop-ZecInstance", Passing, "Stop-ZecInstance $running -PassThru"),
        ("Stop-ZecInstance", Lost, "Stop-ZecInstance $running"),
        ("Test-ZecConnection", Always, "Test-ZecConnection"),
        ("Wait-ZecInstance", Always, "Wait-ZecInstance $running -Until RUNNING"),
    ];

    [Fact]
    public async Task The_page_lists_the_actions_that_each_cmdlet_sends()
    {
        var always = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var rows = new List<string>();
        foreach (var (cmdlet, when, script) in Uses)
        {
            var sent = await SentAsync(script, loses: when == Lost);
            if (when == Always)
            {
                always[cmdlet] = sent;
            }
            else
            {
                Assert.Empty(always[cmdlet].Except(sent));
                sent = [.. sent.Except(always[cmdlet])];
            }

            rows.Add($"| `{cmdlet}` | {when} | {(sent.Length == 0 ? "none" : string.Join(", ", sent.Select(action => $"`{action}`")))} |");
        }

        // The two cmdlets whose actions the user chooses.
        InsertBefore("New-ZecInstance", "| `Invoke-ZecApi` | always | the action that you name |");
        InsertBefore("Set-ZecInstance", "| `Resume-ZecOperation` | always | `DescribeInstances`, and the rights of the cmdlet whose change it continues |");
        var page = Page().Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToArray();
        Assert.True(
            rows.SequenceEqual(page),
            $"The page has to have these rows:\n{string.Join('\n', rows.Except(page))}\nand not these:\n{string.Join('\n', page.Except(rows))}");

        void InsertBefore(string cmdlet, string row) => rows.Insert(rows.FindIndex(one => one.Contains(cmdlet, StringComparison.Ordinal)), row);
    }

    [Fact]
    public void Every_cmdlet_is_on_the_page()
    {
        using var session = new PowerShellSession();

        Assert.All(
            session.Must("Get-Command -Module ZenlayerZec | ForEach-Object Name").Of<string>(),
            name => Assert.Contains(Page(), line => line.StartsWith($"| `{name}` | {Always} |", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Page() => File.ReadLines(Path.Combine(Repository.Root, "docs", "permissions.md"));

    /// <summary>What is sent, but for what it takes to list the instances that it is about.</summary>
    private static async Task<string[]> SentAsync(string script, bool loses)
    {
        await using var account = await ServedAccount.StartAsync(options =>
        {
            options.InstanceCount = 20;
            options.TransitionTime = TimeSpan.Zero;
        });

        // One look after a lost answer is enough to see which action it is.
        account.Session.Must(
            $"Connect-Zec -Endpoint $endpoint -AccessKeyId {new SimulatorOptions().AccessKeyId} -AccessKeySecret $secret -SettleTimeoutSec 1");
        account.Session.Must("""
            $stopped = @(Get-ZecInstance -Status STOPPED)
            $runs = @(Get-ZecInstance -Status RUNNING)[0..1]
            $fresh = $stopped[0..1]
            $others = $stopped[2..3]
            $id = $stopped[4].InstanceId
            $running = $runs[1].InstanceId
            """);
        var before = account.Simulator.Calls.Count;
        account.Simulator.FaultFor = request => loses && request.Action?.StartsWith("Describe", StringComparison.Ordinal) == false
            && !account.Simulator.Calls.Any(call => call.Fault is not null)
                ? SimulatedFault.Drop(carriesOut: true)
                : null;

        // Where the looks cannot tell what became of it, that is an error too.
        var run = account.Run(script);

        Assert.Null(run.Terminating);
        Assert.True(loses || run.Errors.Count == 0, $"{script}: {string.Join(' ', run.Errors)}");
        return [.. account.Simulator.Calls.Skip(before).Select(call => call.Action).Distinct().Order(StringComparer.Ordinal)];
    }
}
