using System.Diagnostics.CodeAnalysis;
using CsCheck;

namespace ZenlayerZec.Tests.Generated;

/// <summary>
/// Whatever the network does, whoever else works in the account, and whenever somebody stops the run: every ID is accounted for, and truly.
/// </summary>
public abstract class FaultScheduleTests<TSubjects>
    where TSubjects : IScheduleSubjects
{
    [SuppressMessage("Design", "CA1000", Justification = "The test framework reads it.")]
    public static TheoryData<string> Changes => [.. TSubjects.All.Keys];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Every_ID_is_accounted_for_and_truly(string change)
    {
        var subject = TSubjects.All[change];
        FaultSchedule.Any(subject.ThingCount, TSubjects.MostIds).Sample(
            test => test.CheckAsync(subject).GetAwaiter().GetResult(), iter: TSubjects.CasesOfEach, print: test => test.ToString());
    }
}

public class InstanceBatchFaultTests : FaultScheduleTests<InstanceBatchSubjects>;

public class InstanceFaultTests : FaultScheduleTests<InstanceSubjects>;

public class PlacementGroupFaultTests : FaultScheduleTests<PlacementGroupSubjects>;

public class StorageFaultTests : FaultScheduleTests<StorageSubjects>;

public class NetworkFaultTests : FaultScheduleTests<NetworkSubjects>;

public class EipFaultTests : FaultScheduleTests<EipSubjects>;

public class NicFaultTests : FaultScheduleTests<NicSubjects>;

public class ImageFaultTests : FaultScheduleTests<ImageSubjects>;
