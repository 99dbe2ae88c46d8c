using CsCheck;
using ZenlayerZec.Tests.Client;
using ZenlayerZec.Tests.Generated;
using static ZenlayerZec.Tests.Account.AccountRows;

namespace ZenlayerZec.Tests.Account;

/// <summary>Whatever is done to a simulated account, in any order, it stays consistent.</summary>
public class AccountSequenceTests
{
    /// <summary>A sequence is many requests, with a look at everything after each.</summary>
    private const int CasesOfOne = 50;

    /// <summary>What can be done: an action, of what, and how long to wait after it.</summary>
    private static readonly Gen<(int Action, int First, int Second, int Wait)[]> Sequences =
        Gen.Select(Gen.Int[0, 17], Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Int[0, 3]).Array[1, 40];

    [Fact]
    public void Any_sequence_of_actions_leaves_the_account_consistent() => Sequences.Sample(
        sequence =>
        {
            using var service = new SimulatedService(account =>
            {
                account.InstanceCount = 12;
                account.ReleaseTime = TimeSpan.FromSeconds(7);
                account.RecycleBin = sequence.Length % 2 == 0;
            });
            foreach (var (action, first, second, wait) in sequence)
            {
                var (name, body) = Request(service, action, first, second);
                _ = service.Simulator.Other.Act(name, body);
                service.Clock.Advance(wait switch { 0 => TimeSpan.Zero, 1 => TimeSpan.FromSeconds(3), 2 => TimeSpan.FromSeconds(8), _ => TimeSpan.FromHours(13) });
                AccountConsistency.Check(service.Simulator);
            }
        },
        iter: Cases.Count / CasesOfOne,
        threads: 1);

    private static (string Action, string Body) Request(SimulatedService service, int action, int first, int second)
    {
        var instance = Pick(service.Simulator.Instances.Select(machine => machine.InstanceId), first);
        var disk = Pick(service.Simulator.Rows("Disk").Select(row => row.Text("diskId")!), second);
        var other = Pick(service.Simulator.Rows("Disk").Select(row => row.Text("diskId")!), first);
        var snapshot = Pick(service.Simulator.Rows("Snapshot").Select(row => row.Text("snapshotId")!), first);
        var policy = Pick(service.Simulator.Rows("AutoSnapshotPolicy").Select(row => row.Text("autoSnapshotPolicyId")!), first);
        var zone = service.Simulator.Instances.FirstOrDefault(machine => machine.InstanceId == instance)?.ZoneId ?? "eu-west-1a";
        return action switch
        {
            0 => ("ReleaseInstances", Body(("instanceIds", new[] { instance }), ("dependResource", second % 2 == 0))),
            1 => ("StopInstances", RawCalls.Body(instance)),
            2 => ("StartInstances", RawCalls.Body(instance)),
            3 => ("CreateDisks", Body(("zoneId", zone), ("diskName", "more"), ("diskSize", 10), ("instanceId", second % 2 == 0 ? instance : null))),
            4 => ("AttachDisks", Body(("diskIds", new[] { disk }), ("instanceId", instance))),
            5 => ("DetachDisks", Body(("diskIds", new[] { disk }), ("instanceCheckFlag", first % 2 == 0))),
            6 => ("ReleaseDisk", Body(("diskId", disk))),
            7 => ("RenewDisk", Body(("diskId", disk))),
            8 => ("ResizeDisk", Body(("diskId", disk), ("diskSize", 100 + second))),
            9 => ("CreateSnapshot", Body(("diskId", disk), ("snapshotName", "s"))),
            10 => ("ApplySnapshot", Body(("snapshotId", snapshot), ("diskId", service.Simulator.Row("Snapshot", snapshot)?.Text("diskId") ?? disk))),
            11 => ("DeleteSnapshots", Body(("snapshotIds", new[] { snapshot }))),
            12 => ("ApplyAutoSnapshotPolicy", Body(("autoSnapshotPolicyId", policy), ("diskIds", new[] { disk, other }))),
            13 => ("CancelAutoSnapshotPolicy", Body(("autoSnapshotPolicyId", policy), ("diskIds", new[] { disk }))),
            14 => ("DeleteAutoSnapshotPolicies", Body(("autoSnapshotPolicyIds", new[] { policy }))),
            15 => ("CreateAutoSnapshotPolicy", Merged("""{"autoSnapshotPolicyName":"again","repeatWeekDays":[1],"hours":[1]}""", Body(("zoneId", zone)))),
            16 => ("ModifyDisksAttributes", Body(("diskIds", new[] { disk }), ("diskName", "other-name"))),
            _ => ("CreateZecInstances", Body(
                ("zoneId", zone), ("imageId", "debian12_20240712"), ("instanceType", "z2a.cpu.2"), ("subnetId", "subnet-1"), ("dataDisks", new[] { new { diskSize = 20 } }))),
        };
    }

    private static string Pick(IEnumerable<string> ids, int number) => ids.ToArray() is { Length: > 0 } all ? all[number % all.Length] : "stranger";
}
