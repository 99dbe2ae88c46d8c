using ZenlayerZec.Client.Batching;

namespace ZenlayerZec.Tests.Generated;

/// <summary>What can be done to 100 instances in one request; a run names more than that.</summary>
public sealed class InstanceBatchSubjects : IScheduleSubjects
{
    static int IScheduleSubjects.MostIds => 500;

    static long IScheduleSubjects.CasesOfEach => Cases.Count / 6;

    static IReadOnlyDictionary<string, ScheduleSubject> IScheduleSubjects.All { get; } = new Dictionary<string, ScheduleSubject>(StringComparer.Ordinal)
    {
        ["Remove-ZecInstance"] = new InstanceSubject { Operation = _ => InstanceOperations.Release(dependentResources: true, purge: false), ShowsItself = true },
        ["Start-ZecInstance"] = new InstanceSubject
        {
            Operation = _ => InstanceOperations.Start(),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => InstanceSubject.Now(simulator, id)?.Status is "BOOTING" or "RUNNING",
        },
        ["Stop-ZecInstance"] = new InstanceSubject
        {
            Operation = _ => InstanceOperations.Stop(powerOff: true),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => InstanceSubject.Now(simulator, id)?.Status is "STOPPING" or "STOPPED",
        },
        ["Restart-ZecInstance"] = new InstanceSubject { Operation = _ => InstanceOperations.Restart(powerCycle: false) },
        ["Reset-ZecInstance"] = new InstanceSubject { Operation = _ => InstanceOperations.Reset() },
        ["Set-ZecInstance -Name"] = new InstanceSubject
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
    };
}
