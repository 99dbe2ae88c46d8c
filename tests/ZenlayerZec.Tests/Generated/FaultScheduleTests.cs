using CsCheck;
using ZenlayerZec.Client.Batching;

namespace ZenlayerZec.Tests.Generated;

/// <summary>
/// Whatever the network does, whoever else works in the account, and whenever somebody stops the run: every ID is accounted for, and truly.
/// </summary>
public class FaultScheduleTests
{
    private static readonly InstanceSubject[] Instances =
    [
        new() { Operation = _ => InstanceOperations.Release(dependentResources: true, purge: false), ShowsItself = true },
        new()
        {
            Operation = _ => InstanceOperations.Start(),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => InstanceSubject.Now(simulator, id)?.Status is "BOOTING" or "RUNNING",
        },
        new()
        {
            Operation = _ => InstanceOperations.Stop(powerOff: true),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => InstanceSubject.Now(simulator, id)?.Status is "STOPPING" or "STOPPED",
        },
        new() { Operation = _ => InstanceOperations.Restart(powerCycle: false) },
        new() { Operation = _ => InstanceOperations.Reset() },
        new()
        {
            Operation = _ => InstanceOperations.Set("renamed"),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => InstanceSubject.Now(simulator, id)?.InstanceName == "renamed",
            Otherwise = body =>
            {
                body["instanceName"] = "theirs";
                return body;
            },
        },
    ];

    public static TheoryData<string> OneByOne => [.. InstanceSubjects.All.Keys];

    public static TheoryData<string> Groups => [.. PlacementGroupSubjects.All.Keys];

    public static TheoryData<string> Storage => [.. StorageSubjects.All.Keys];

    public static TheoryData<string> Network => [.. NetworkSubjects.All.Keys];

    public static TheoryData<string> Eips => [.. EipSubjects.All.Keys];

    public static TheoryData<string> Images => [.. ImageSubjects.All.Keys];

    public static TheoryData<string> Nics => [.. NicSubjects.All.Keys];

    [Fact]
    public void Every_instance_is_accounted_for_and_truly()
        => Gen.Select(Gen.Int[0, Instances.Length - 1], FaultSchedule.Any(InstanceSubject.Count, most: 500)).Sample(
            (subject, test) => test.CheckAsync(Instances[subject]).GetAwaiter().GetResult(),
            iter: Cases.Count,
            print: test => $"{test.Item1}: {test.Item2}");

    [Theory]
    [MemberData(nameof(Storage))]
    public void Every_disk_snapshot_and_policy_is_accounted_for_and_truly(string change)
        => FaultSchedule.Any(RowSubject.Count, most: 40).Sample(
            test => test.CheckAsync(StorageSubjects.All[change]).GetAwaiter().GetResult(), iter: Cases.CountOfEach, print: test => test.ToString());

    [Theory]
    [MemberData(nameof(Network))]
    public void Every_VPC_subnet_and_security_group_is_accounted_for_and_truly(string change)
        => FaultSchedule.Any(RowSubject.Count, most: 40).Sample(
            test => test.CheckAsync(NetworkSubjects.All[change]).GetAwaiter().GetResult(), iter: Cases.CountOfEach, print: test => test.ToString());

    [Theory]
    [MemberData(nameof(Eips))]
    public void Every_elastic_IP_is_accounted_for_and_truly(string change)
        => FaultSchedule.Any(RowSubject.Count, most: 40).Sample(
            test => test.CheckAsync(EipSubjects.All[change]).GetAwaiter().GetResult(), iter: Cases.CountOfEach, print: test => test.ToString());

    [Theory]
    [MemberData(nameof(Images))]
    public void Every_image_is_accounted_for_and_truly(string change)
        => FaultSchedule.Any(RowSubject.Count, most: 40).Sample(
            test => test.CheckAsync(ImageSubjects.All[change]).GetAwaiter().GetResult(), iter: Cases.CountOfEach, print: test => test.ToString());

    [Theory]
    [MemberData(nameof(Nics))]
    public void Every_network_interface_is_accounted_for_and_truly(string change)
        => FaultSchedule.Any(RowSubject.Count, most: 40).Sample(
            test => test.CheckAsync(NicSubjects.All[change]).GetAwaiter().GetResult(), iter: Cases.CountOfEach, print: test => test.ToString());

    [Theory]
    [MemberData(nameof(OneByOne))]
    public void Every_instance_that_goes_by_itself_is_accounted_for_and_truly(string change)
        => FaultSchedule.Any(InstanceSubject.Count, most: 40).Sample(
            test => test.CheckAsync(InstanceSubjects.All[change]).GetAwaiter().GetResult(), iter: Cases.CountOfEach, print: test => test.ToString());

    [Theory]
    [MemberData(nameof(Groups))]
    public void Every_placement_group_is_accounted_for_and_truly(string change)
        => FaultSchedule.Any(RowSubject.Count, most: 40).Sample(
            test => test.CheckAsync(PlacementGroupSubjects.All[change]).GetAwaiter().GetResult(), iter: Cases.CountOfEach, print: test => test.ToString());
}
