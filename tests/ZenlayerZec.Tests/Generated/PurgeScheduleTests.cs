using System.Collections.Concurrent;
using System.Text.Json;
using CsCheck;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Cmdlets;

namespace ZenlayerZec.Tests.Generated;

/// <summary>
/// Whatever somebody else does at any moment, and whatever fails: -PurgeDependentResource destroys only what was attached to an instance at the last look
/// before its release, and accounts for each thing that it was to destroy.
/// </summary>
public class PurgeScheduleTests
{
    private const int Runs = 20;

    private static readonly string[] Moments =
        ["DescribeInstances", "DescribeEips", "DescribeDisks", "ReleaseInstances", "DescribeInstancesStatus", "ReleaseDisk", "DeleteEip"];

    private static readonly string[] Deeds =
    [
        "detach", "detach and release", "restore", "restore and release", "bind elsewhere", "unbind and release", "protect", "release the instance",
        "lose", "lose the effect", "refuse",
    ];

    private static readonly string[] AtOnce =
        ["DeleteEip", "UnassociateEipAddress", "AssociateEipAddress", "DetachDisks", "RenewDisk", "RenewEip", "ReleaseDisk"];

    private static readonly Gen<(string Moment, int Time, string Deed, bool Before)[]> Any =
        Gen.Select(One(Moments), Gen.Int[1, 3], One(Deeds), Gen.Bool).Array[1, 4];

    [Fact]
    public void Nothing_is_destroyed_that_was_not_attached_directly_before_the_release() => Gen.Select(Any, One("$i", "$plan", "$id")).Sample(
        (schedule, input) => RunAsync(schedule, input).GetAwaiter().GetResult(), iter: Runs, threads: 1);

    private static Gen<string> One(params string[] all) => Gen.Int[0, all.Length - 1].Select(index => all[index]);

    private static async Task RunAsync((string Moment, int Time, string Deed, bool Before)[] schedule, string input)
    {
        await using var account = await ReleaseAccount.StartAsync(options =>
        {
            options.DependentRecycleBin = true;
            foreach (var action in AtOnce)
            {
                options.ActionTimes[action] = TimeSpan.Zero;
            }
        });
        var simulator = account.Simulator;
        var eip = ReleaseAccount.Eip(account);
        account.Session.Must($"Connect-Zec -Endpoint $endpoint -AccessKeyId {new SimulatorOptions().AccessKeyId} -AccessKeySecret $secret -SettleTimeoutSec 1");
        account.Session.Must("$i = Get-ZecInstance i-1; $plan = $i | Get-ZecReleasePlan -NoPrice; $id = 'i-1'");

        // What the last looks before the release could see.
        var attached = new Dictionary<string, string[]>();
        foreach (var (look, kind) in new[] { ("DescribeDisks", "Disk"), ("DescribeEips", "Eip") })
        {
            simulator.Before(
                request => request.Action == look && !simulator.Calls.Any(call => call.Action == "ReleaseInstances"),
                () => attached[kind] = Attached(simulator, kind));
        }

        var faults = new ConcurrentDictionary<(string Action, int Time), SimulatedFault>();
        foreach (var (moment, time, deed, before) in schedule)
        {
            if (deed is "lose" or "refuse" or "lose the effect")
            {
                faults[(moment, time)] = deed == "refuse" ? SimulatedFault.Error(400, "OPERATION_DENIED_BUSY") : SimulatedFault.Drop(carriesOut: deed == "lose");
                continue;
            }

            var count = 0;
            if (before)
            {
                simulator.Before(request => request.Action == moment && ++count == time, () => Do(simulator, deed, eip));
            }
            else
            {
                simulator.After(request => request.Action == moment && ++count == time, () => Do(simulator, deed, eip));
            }
        }

        var counts = new ConcurrentDictionary<string, int>();
        simulator.FaultFor = request => request.Action is { } action
            && faults.TryGetValue((action, counts.AddOrUpdate(action, 1, (_, now) => now + 1)), out var fault) ? fault : null;

        var run = account.Run($"{input} | Remove-ZecInstance -Force -PurgeDependentResource -TimeoutSec 2");

        string[] things = [ReleaseAccount.Boot, ReleaseAccount.Fixed, ReleaseAccount.Portable, eip];
        foreach (var id in things)
        {
            var deletions = simulator.CarriedOutCount("ReleaseDisk", id) + simulator.CarriedOutCount("DeleteEip", id);
            Assert.InRange(deletions, 0, 1);
            Assert.True(deletions == 0 || attached.Values.Any(seen => seen.Contains(id)), $"{id} was destroyed, and was not attached: {string.Join("; ", schedule)} {input}");
        }

        var results = run.Of<ZecBatchResult>();
        var released = results.Where(result => result.Action == "ReleaseInstances").SelectMany(result => result.SucceededIds).ToArray();
        Assert.True(released.Length > 0 || results.All(result => result.Action == "ReleaseInstances"), $"Nothing was released: {string.Join("; ", schedule)}");
        foreach (var thing in results.SelectMany(result => result.ReleasedDependents ?? TextList<ZecDependent>.None).Where(thing => thing.Kind != "Nic"))
        {
            var places = results.Where(result => result.Action != "ReleaseInstances")
                .Sum(result => new[] { result.SucceededIds, result.FailedIds, result.UnknownIds, result.SkippedIds }.Count(ids => ids.Contains(thing.Id)));
            var said = run.Warnings.Count(warning => warning.StartsWith("These were not deleted", StringComparison.Ordinal)
                && warning.Contains(thing.Id, StringComparison.Ordinal));
            Assert.True(places + said == 1, $"{thing.Id} has {places} results and {said} warnings: {string.Join("; ", schedule)} {input}\n{run.Everything}");
        }
    }

    private static string[] Attached(ZecSimulator simulator, string kind) =>
    [
        .. simulator.Rows(kind)
            .Where(row => Text(row, "instanceId") == "i-1" && Text(row, kind == "Disk" ? "diskStatus" : "status") is "IN_USE" or "BINDED")
            .Select(row => Text(row, kind == "Disk" ? "diskId" : "eipId")!),
    ];

    private static void Do(ZecSimulator simulator, string deed, string eip)
    {
        var other = simulator.Other;
        const string disk = ReleaseAccount.Portable;
        switch (deed)
        {
            case "detach":
                other.Act("DetachDisks", $$"""{ "diskIds": ["{{disk}}"], "instanceCheckFlag": false }""");
                break;
            case "detach and release":
                other.Act("DetachDisks", $$"""{ "diskIds": ["{{disk}}"], "instanceCheckFlag": false }""");
                other.Act("ReleaseDisk", $$"""{ "diskId": "{{disk}}" }""");
                break;
            case "restore":
                other.Act("RenewDisk", $$"""{ "diskId": "{{disk}}" }""");
                other.Act("RenewEip", $$"""{ "eipId": "{{eip}}" }""");
                break;
            case "restore and release":
                other.Act("RenewDisk", $$"""{ "diskId": "{{disk}}" }""");
                other.Act("ReleaseDisk", $$"""{ "diskId": "{{disk}}" }""");
                break;
            case "bind elsewhere":
                other.Act("UnassociateEipAddress", $$"""{ "eipIds": ["{{eip}}"] }""");
                simulator.ChangeRow("Eip", eip, """{ "instanceId": "i-2", "status": "BINDED" }""");
                break;
            case "unbind and release":
                other.Act("UnassociateEipAddress", $$"""{ "eipIds": ["{{eip}}"] }""");
                other.Act("DeleteEip", $$"""{ "eipId": "{{eip}}" }""");
                break;
            case "protect":
                simulator.ChangeRow("Disk", disk, """{ "tags": { "tags": [{ "key": "zec:keep", "value": "" }] } }""");
                break;
            default:
                other.Release("i-1");
                break;
        }
    }

    private static string? Text(JsonElement row, string name)
        => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
