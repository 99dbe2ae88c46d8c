using CsCheck;
using Microsoft.Extensions.Time.Testing;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Simulator;
using ZenlayerZec.SimulatorServer;
using ZenlayerZec.Tests.Cmdlets;
using ZenlayerZec.Tests.Engine;
using ZenlayerZec.Tests.Generated;

namespace ZenlayerZec.Tests.Estates;

/// <summary>What plans of a release say is what the account then costs less, and what it still costs.</summary>
public class PlanSumTests
{
    /// <summary>Each case is a whole release in PowerShell.</summary>
    private const int CasesOfOne = 20;

    private static readonly TimeSpan ReleaseTime = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_release_saves_what_its_plans_say_and_what_stays_costs_what_they_say(bool keeps)
    {
        using var session = new PowerShellSession();
        session["secret"] = ServedAccount.Plain(ServedAccount.Secret);
        Gen.Select(GeneratedEstate.Any, Gen.Bool).Sample(
            (estate, recycleBin) => CheckAsync(session, estate, recycleBin, keeps).GetAwaiter().GetResult(),
            iter: Math.Max(1, Cases.Count / CasesOfOne),
            threads: 1,
            print: test => $"{(test.Item2 ? "With" : "Without")} a recycle bin: {test.Item1}");
    }

    private static async Task CheckAsync(PowerShellSession session, GeneratedEstate estate, bool recycleBin, bool keeps)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var options = new SimulatorOptions { AccessKeySecret = ServedAccount.Secret, InstanceCount = 2, ReleaseTime = ReleaseTime, RecycleBin = recycleBin };
        var simulator = new ZecSimulator(options, clock);
        var ids = simulator.Add(estate);
        await using var server = await SimulatorHost.StartAsync(simulator);
        session["endpoint"] = server.Endpoint.GetLeftPart(UriPartial.Authority);
        session["ids"] = ids;
        session.Must($"Connect-Zec -Endpoint $endpoint -AccessKeyId {options.AccessKeyId} -AccessKeySecret $secret");
        var keep = keeps ? "-KeepDependentResource" : string.Empty;

        var plans = session.Must($"Get-ZecInstance $ids | Get-ZecReleasePlan {keep}").Of<ZecReleasePlan>();
        var before = simulator.Charges;
        var results = session.Must($"Get-ZecInstance $ids | Remove-ZecInstance -Force {keep} -WarningAction SilentlyContinue").Of<ZecBatchResult>();
        clock.Advance(ReleaseTime);
        var after = simulator.Charges;

        Assert.Equal(ids, plans.Select(plan => plan.InstanceId));
        Assert.Equal(
            estate.Instances.Zip(ids).Where(one => !one.First.IsInBin).Select(one => one.Second).Order(StringComparer.Ordinal),
            results.SelectMany(result => result.SucceededIds).Order(StringComparer.Ordinal));
        Assert.Empty(after.Except(before));
        new PlanSums(plans).Check(gone: [.. before.Except(after)], left: [.. after.Where(charge => charge.Id.Contains("-i-", StringComparison.Ordinal))]);
    }
}
