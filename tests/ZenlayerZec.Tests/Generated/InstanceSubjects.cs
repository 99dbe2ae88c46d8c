using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Generated;

/// <summary>
/// What can be done to one instance in each request. Some instances run, some are as the change wants them already, and one of 40 has a GPU.
/// </summary>
public sealed class InstanceSubjects : IScheduleSubjects
{
    private const string Group = "pg-db";

    static IReadOnlyDictionary<string, ScheduleSubject> IScheduleSubjects.All { get; } = new Dictionary<string, ScheduleSubject>(StringComparer.Ordinal)
    {
        ["Resize-ZecInstance"] = new InstanceSubject
        {
            Operation = _ => InstanceOperations.Resize("z2a.cpu.8"),
            IsWhereItWasToGo = (simulator, id) => Now(simulator, id) is { } now && (now.Status == "RESIZING" || now.InstanceType == "z2a.cpu.8"),
        },
        ["Set-ZecInstance -NicNetworkType"] = new InstanceSubject
        {
            Operation = _ => InstanceOperations.SetNicNetworkType("VirtioOnly"),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Now(simulator, id)?.NicNetworkType == "VirtioOnly",
        },
        ["Set-ZecInstance -EnableAgentMonitor $true"] = new InstanceSubject
        {
            Operation = _ => InstanceOperations.SetAgentMonitorOn(),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Now(simulator, id)?.EnableAgentMonitor == true,
        },
        ["Set-ZecInstance -EnableAgentMonitor $false"] = new InstanceSubject
        {
            Operation = _ => InstanceOperations.SetAgentMonitorOff(),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Now(simulator, id)?.EnableAgentMonitor == false,
        },
        ["Set-ZecInstance -EnableIpForward $true"] = new InstanceSubject
        {
            Operation = _ => InstanceOperations.SetIpForwardOn(),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Now(simulator, id)?.EnableIpForward == true,
        },
        ["Set-ZecInstance -EnableIpForward $false"] = new InstanceSubject
        {
            Operation = _ => InstanceOperations.SetIpForwardOff(),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Now(simulator, id)?.EnableIpForward == false,
        },
        ["Set-ZecInstance -PlacementGroupId"] = new InstanceSubject
        {
            // It has room for one more, and those of other zones are refused.
            Operation = service =>
            {
                service.Simulator.ChangeRow("PlacementGroup", Group, """{"partitionNum":4}""");
                return InstanceOperations.SetPlacementGroup(Group);
            },
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Now(simulator, id)?.PlacementGroupId == Group,
        },
        ["Set-ZecInstance -NoPlacementGroup"] = new InstanceSubject
        {
            Operation = _ => InstanceOperations.SetNoPlacementGroup(),
            MayRepeat = true,
            IsWhereItWasToGo = (simulator, id) => Now(simulator, id) is { PlacementGroupId: null },
        },
        ["Set-ZecInstancePassword"] = new InstanceSubject { Operation = _ => InstanceOperations.SetInstancePassword("Example-1pass") },
    };

    private static ZecInstance? Now(ZecSimulator simulator, string id) => InstanceSubject.Now(simulator, id);
}
