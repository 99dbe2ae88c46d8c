using ZenlayerZec.Simulator;
using ZenlayerZec.SimulatorServer;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.House;

/// <summary>
/// The build of the client for Windows PowerShell, behind the one build of the cmdlets: in the real engine, as far as .NET can
/// stand in for .NET Framework. In a process of its own, since an engine takes a type only once. The build for PowerShell 7 is
/// what every other test of the shell runs.
/// </summary>
public class DesktopEditionTests
{
    /// <summary>An assembly that a load context has already is found there before anywhere else.</summary>
    private const string ImportDesktop = """
        Remove-Module ZenlayerZec
        $context = [Runtime.Loader.AssemblyLoadContext]::new('desktop')
        $desktop = [IO.Directory]::GetFiles('bin/desktop', '*.dll') | ForEach-Object { $context.LoadFromAssemblyPath([IO.Path]::GetFullPath($_)) }
        Import-Module -Assembly ($context.LoadFromAssemblyPath([IO.Path]::GetFullPath('bin/ZenlayerZec.dll')))
        $framework = ($desktop | Where-Object { $_.GetName().Name -eq 'ZenlayerZec.Client' }).CustomAttributes |
            Where-Object { $_.AttributeType.Name -eq 'TargetFrameworkAttribute' } | ForEach-Object { $_.ConstructorArguments[0].Value }

        """;

    [Fact]
    public async Task The_flagship_runs_on_the_simulator()
    {
        var run = await PowerShellProcess.RunAsync(ImportDesktop + """
            Connect-Zec -Simulator -SimulatedFailureCount 1
            $results = Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -ThrottleLimit 1 -ErrorAction SilentlyContinue
            $framework
            Invoke-ZecApi DescribeInstances @{ pageSize = 2 } | ForEach-Object { "$($_.dataSet.Count) $($_.dataSet[1].systemDisk.diskSize)" }
            $results | ForEach-Object { "$($_.Status) $($_.SucceededIds.Count) $($_.FailedIds.Count)" }
            New-ZecInstance -ZoneId eu-west-1a -InstanceType z2a.cpu.1 -ImageId debian12_20240712 -SubnetId s-1 -Count 101 | ForEach-Object { $_.InstanceIds.Count }
            @(Get-ZecZone | Get-ZecImage).Count
            $results[0].GetType().Assembly -eq ($desktop | Where-Object { $_.GetName().Name -eq 'ZenlayerZec.Client' })
            """);

        Assert.Equal(
            [".NETStandard,Version=v2.0", "2 40", "PartiallyFailed 99 1", "Succeeded 20 0", "100", "1", "35", "True"],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task It_talks_over_a_real_socket_and_settles_a_lost_answer()
    {
        var account = new SimulatorOptions();
        var simulator = new ZecSimulator(account);
        simulator.FaultFor = request => request.Action == "ReleaseInstances" && !simulator.Calls.Any(call => call.Fault?.CarriesOut == true)
            ? SimulatedFault.Drop(carriesOut: true)
            : null;
        simulator.Faults.Enqueue(SimulatedFault.Error(503, "SERVICE_TEMPORARY_UNAVAILABLE"));
        await using var server = await SimulatorHost.StartAsync(simulator);

        var run = await PowerShellProcess.RunAsync(ImportDesktop + $$"""
            $secret = [securestring]::new(); '{{account.AccessKeySecret}}'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
            Connect-Zec -AccessKeyId {{account.AccessKeyId}} -AccessKeySecret $secret -Endpoint {{server.Endpoint}}
            @(Get-ZecInstance).Count
            $results = Get-ZecInstance -First 150 | Remove-ZecInstance -Force -ErrorAction SilentlyContinue
            $results | ForEach-Object { "$($_.Status) $($_.ErrorCode) $($_.Attempts)" }
            Connect-Zec -AccessKeyId k -AccessKeySecret $secret -Endpoint http://127.0.0.1:1 -MaximumAttemptCount 2
            $lost = Remove-ZecInstance i-1 -Force -ErrorAction SilentlyContinue
            "$($lost.Status) $($lost.ErrorCode) $($lost.Attempts)"
            """);

        Assert.Equal(
            ["250", "Succeeded  1", "Succeeded  1", "Failed ConnectionFailed 0"],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Equal(2, simulator.Calls.Count(call => call.Action == "ReleaseInstances"));
        Assert.All(simulator.Calls, call => Assert.StartsWith("ZenlayerZec/", call.UserAgent, StringComparison.Ordinal));
    }
}
