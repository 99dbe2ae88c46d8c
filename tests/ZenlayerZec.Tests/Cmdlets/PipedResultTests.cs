using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Results, orders and operations name their instances to the cmdlets that look at them, and to no cmdlet that changes them.</summary>
public class PipedResultTests
{
    private const string Order = "New-ZecInstance -ZoneId asia-east-1a -InstanceType z2a.cpu.2 -ImageId debian12_20240712 -SubnetId subnet-1";

    /// <summary>What a file, a job or another computer makes of an object.</summary>
    private const string Copy = "filter AsCopy { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_, 1)) }; ";

    [Theory]
    [InlineData("Get-ZecInstance -Status STOPPED | Start-ZecInstance", "STOPPED", "RUNNING")]
    [InlineData("Get-ZecInstance -Status RUNNING | Restart-ZecInstance", "RUNNING", "RUNNING")]
    [InlineData("Get-ZecInstance -Status STOPPED | Reset-ZecInstance -Force", "STOPPED", "RUNNING")]
    [InlineData("Get-ZecInstance -Status RUNNING | Stop-ZecInstance", "RUNNING", "STOPPED")]
    [InlineData("Get-ZecInstance -Status RUNNING | Stop-ZecInstance | AsCopy", "RUNNING", "STOPPED")]
    public async Task What_was_changed_is_waited_for_until_it_is_where_the_action_leads(string pipeline, string from, string to)
    {
        await using var account = await StartAsync();
        var ids = account.Simulator.Instances.Where(instance => instance.Status == from).Select(instance => instance.InstanceId).ToArray();

        var run = account.Session.Must($"{Copy}{pipeline} | Wait-ZecInstance");

        Assert.Equal(ids.Order(), run.Of<ZecInstance>().Select(instance => instance.InstanceId).Order());
        Assert.All(run.Of<ZecInstance>(), instance => Assert.Equal(to, instance.Status));
    }

    [Theory]
    [InlineData("$r | Wait-ZecInstance", 0)]
    [InlineData("Wait-ZecInstance $r", 0)]
    [InlineData("Wait-ZecInstance -Operation $r", 0)]
    [InlineData("Get-ZecOperation | Wait-ZecInstance", 0)]
    [InlineData("$r | Wait-ZecInstance -Until Recycle", 20)]
    public async Task Released_instances_are_waited_for_until_they_are_gone_or_in_the_recycle_bin(string wait, int emitted)
    {
        await using var account = await StartAsync(options => options.RecycleBin = emitted > 0);

        var run = account.Session.Must($"$r = Get-ZecInstance | Remove-ZecInstance -Force; {wait}");

        Assert.Equal(emitted, run.Output.Count);
    }

    [Theory]
    [InlineData($"{Order} -Count 3 | Wait-ZecInstance")]
    [InlineData($"{Order} -Count 3 | AsCopy | Wait-ZecInstance")]
    [InlineData($"$order = {Order} -Count 3; Get-ZecOperation | Wait-ZecInstance")]
    [InlineData($"$order = {Order} -Count 3; Get-ZecOperation | AsCopy | Wait-ZecInstance")]
    public async Task An_order_is_waited_for_until_its_instances_run(string script)
    {
        await using var account = await StartAsync();

        var run = account.Session.Must($"{Copy}{script}");

        Assert.Equal(["RUNNING", "RUNNING", "RUNNING"], run.Of<ZecInstance>().Select(instance => instance.Status));
    }

    [Fact]
    public async Task An_instance_that_is_gone_is_not_taken_for_one_that_was_only_just_ordered()
    {
        await using var account = await StartAsync();

        var run = account.Run($"""
            $start = Get-ZecInstance -Status STOPPED -First 1 | Start-ZecInstance
            $start.SucceededIds | Remove-ZecInstance -Force -Wait | Out-Null
            ({Order}), $start | Wait-ZecInstance -TimeoutSec 60
            """);

        Assert.Single(run.Of<ZecInstance>());
        Assert.DoesNotContain("Timed", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("$r | Get-ZecInstance")]
    [InlineData("$r | Get-ZecInstanceStatus")]
    [InlineData("Get-ZecInstance $r")]
    [InlineData("Get-ZecInstance -Operation $r")]
    [InlineData("$r, $r | Get-ZecInstance")]
    [InlineData("$r | AsCopy | Get-ZecInstance")]
    [InlineData("Get-ZecOperation | Get-ZecInstance")]
    [InlineData("Get-ZecOperation | AsCopy | Get-ZecInstance")]
    public async Task All_instances_of_a_result_are_looked_up(string script)
    {
        await using var account = await StartAsync(options => (options.FailureCount, options.RecycleBin) = (2, true));
        var ids = account.Simulator.Instances.Select(instance => instance.InstanceId).ToArray();

        var run = account.Run($"{Copy}$r = Get-ZecInstance | Remove-ZecInstance -Force -ErrorAction Ignore; {script}");

        Assert.Empty(run.Errors);
        Assert.Equal(ids.Order(), run.Output.Select(item => (string)item.Properties["InstanceId"].Value).Order());
    }

    [Theory]
    [InlineData($"$o = {Order} -Count 3; $o | Get-ZecInstance")]
    [InlineData($"$o = {Order} -Count 3; Get-ZecInstance $o")]
    public async Task The_instances_of_an_order_are_looked_up(string script)
    {
        await using var account = await StartAsync();

        Assert.Equal(3, account.Session.Must(script).Of<ZecInstance>().Count);
    }

    [Theory]
    [InlineData(true, 20, 0)]
    [InlineData(false, 0, 20)]
    public async Task What_was_released_is_found_in_the_recycle_bin_and_is_an_error_where_it_is_gone(bool hasBin, int found, int errors)
    {
        await using var account = await StartAsync(options => options.RecycleBin = hasBin);

        var run = account.Run("Get-ZecInstance | Remove-ZecInstance -Force | Get-ZecInstance");

        Assert.Equal(found, run.Output.Count);
        Assert.Equal(errors, run.Errors.Count(error => error.FullyQualifiedErrorId.StartsWith("InstanceNotFound,", StringComparison.Ordinal)));
        Assert.Equal(errors, run.Errors.Count);
    }

    [Fact]
    public async Task What_failed_or_was_never_sent_is_not_waited_for()
    {
        await using var account = await StartAsync(options => options.InstanceCount = 250);
        account.Simulator.FaultFor = request => request.Action == "StopInstances" ? SimulatedFault.Error(400, "INVALID_PARAMETER") : null;

        var run = account.Run("""
            $r = Get-ZecInstance | Stop-ZecInstance -ErrorAction SilentlyContinue
            try { $null = Get-ZecInstance | Stop-ZecInstance -ErrorAction Stop -ThrottleLimit 1 } catch { }
            $r | Wait-ZecInstance
            Get-ZecOperation | Wait-ZecInstance
            """);

        Assert.Empty(run.Errors);
        Assert.Empty(run.Output);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "DescribeInstancesStatus");
    }

    [Theory]
    [InlineData("$start, $stop | Wait-ZecInstance", "SeveralGoals", "lead to RUNNING, and others to STOPPED")]
    [InlineData("$name | Wait-ZecInstance", "GoalMissing", "ModifyInstancesAttribute leads to no state")]
    [InlineData("(Get-ZecInstance -First 1 | Remove-ZecInstance -Force), (Get-ZecInstance -First 1 | Remove-ZecInstance -Force -Purge) | Wait-ZecInstance", "SeveralGoals", "lead to gone or RECYCLE, and others to gone.")]
    [InlineData("Get-ZecInstance | Wait-ZecInstance", "GoalMissing", "-Until is required here")]
    [InlineData("Wait-ZecInstance i-1", "GoalMissing", "-Until is required here")]
    [InlineData("$start, (Get-ZecInstance -First 1) | Wait-ZecInstance", "GoalMissing", "-Until is required here")]
    [InlineData("$start, $stop, $name, (Get-ZecInstance -First 1) | Wait-ZecInstance -Until Running, Stopped", "", "")]
    public async Task Without_one_goal_there_is_a_sentence_and_no_waiting(string wait, string code, string words)
    {
        await using var account = await StartAsync();

        var run = account.Run($"""
            $stop = Get-ZecInstance -Status RUNNING | Stop-ZecInstance
            $start = Get-ZecInstance -Status STOPPED | Start-ZecInstance
            $name = Get-ZecInstance -First 2 | Set-ZecInstance -Name web-1
            {wait} | Out-Null
            """);

        var errors = run.Errors.Append(run.Terminating).OfType<System.Management.Automation.ErrorRecord>().ToArray();
        Assert.Equal(code.Length > 0 ? 1 : 0, errors.Length);
        Assert.All(errors, error => Assert.StartsWith($"{code},", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.All(errors, error => Assert.Contains(words, error.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$r | Get-ZecInstance", "simulator-1, simulator-2")]
    [InlineData("Get-ZecOperation | Get-ZecInstance", "simulator-1, simulator-2")]
    [InlineData("$r[0] | Wait-ZecInstance -Until Stopping", "simulator-1")]
    [InlineData("$r | Wait-ZecInstance -Until Stopping", "SeveralAccounts")]
    [InlineData("$r | AsCopy | Get-ZecInstance", "OtherAccount")]
    [InlineData("$r[0] | AsCopy | Wait-ZecInstance -Until Stopping", "OtherAccount")]
    [InlineData("$r[0] | AsCopy | Wait-ZecInstance -Until Stopping -Connection $a", "simulator-1")]
    [InlineData("$r[0] | Wait-ZecInstance -Until Stopping -Connection $b", "OtherAccount")]
    [InlineData("$r | AsCopy | Get-ZecInstance -Connection $a, $b", "simulator-1, simulator-2")]
    public void A_result_is_looked_at_in_its_own_account(string script, string end)
    {
        using var session = new PowerShellSession();

        var run = session.Run($$"""
            {{Copy}}
            $a = Connect-Zec -Simulator -SimulatedInstanceCount 2 -PassThru
            $b = Connect-Zec -Simulator -SimulatedInstanceCount 2 -PassThru
            $r = $a, $b | ForEach-Object { Get-ZecInstance -Connection $_ -Status RUNNING | Stop-ZecInstance }
            Connect-Zec -Simulator -SimulatedInstanceCount 0
            ({{script}}).Account -join ', '
            """);

        var errors = run.Errors.Append(run.Terminating).OfType<System.Management.Automation.ErrorRecord>().Select(error => error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal([end], run.Of<string>().Concat(errors).Where(text => text.Length > 0).Distinct());
    }

    [Theory]
    [InlineData("$r | Remove-ZecInstance -Force")]
    [InlineData("$r | AsCopy | Remove-ZecInstance -Force")]
    [InlineData("Remove-ZecInstance $r -Force")]
    [InlineData("Remove-ZecInstance -InputObject $r -Force")]
    [InlineData("Remove-ZecInstance -InstanceId $r -Force")]
    [InlineData("Remove-ZecInstance -InstanceId $r[0], 'i-1' -Force")]
    [InlineData("Get-ZecOperation | Remove-ZecInstance -Force")]
    [InlineData("Get-ZecOperation | AsCopy | Stop-ZecInstance")]
    [InlineData($"{Order} | Remove-ZecInstance -Force")]
    [InlineData("$r | Reset-ZecInstance -Force")]
    [InlineData("$r | Set-ZecInstance -Name web-1")]
    [InlineData("$r | Start-ZecInstance")]
    public async Task A_cmdlet_that_changes_instances_takes_no_result_and_says_which_property_is_meant(string script)
    {
        await using var account = await StartAsync();
        account.Session.Must("$r = Get-ZecInstance -Status RUNNING | Stop-ZecInstance");
        var before = account.Simulator.Calls.Count;

        var run = account.Run($"{Copy}{script}");

        Assert.Contains("A result is not an instance", Assert.Single(run.Errors.Append(run.Terminating).OfType<System.Management.Automation.ErrorRecord>()).ToString(), StringComparison.Ordinal);
        Assert.Contains("$results.FailedIds", run.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(account.Simulator.Calls.Skip(before), call => call.Action is not "CreateZecInstances");
    }

    private static Task<ServedAccount> StartAsync(Action<SimulatorOptions>? configure = null) => ServedAccount.StartAsync(options =>
    {
        options.InstanceCount = 20;
        options.TransitionTime = TimeSpan.Zero;
        configure?.Invoke(options);
    });
}
