using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Kinds.Images;
using ZenlayerZec.Simulator.Kinds.Placement;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>What can be changed of one instance in each request.</summary>
internal static class InstanceChanges
{
    public static IReadOnlyList<SimulatedAction> All { get; } =
    [
        new InstanceAction("ModifyInstanceType") { Deny = DenyType, Begin = Resize },
        new InstanceAction("ChangeNicNetworkType")
        {
            Deny = DenyMode,
            CarryOut = (call, machine) => machine.NicNetworkType = call.Body.Text("nicNetworkType"),
        },
        new InstanceAction("StartAgentMonitor") { CarryOut = (_, machine) => machine.EnableAgentMonitor = true },
        new InstanceAction("StopAgentMonitor") { CarryOut = (_, machine) => machine.EnableAgentMonitor = false },
        new InstanceAction("StartIpForward") { Deny = UnlessRests, CarryOut = (_, machine) => machine.EnableIpForward = true },
        new InstanceAction("StopIpForward") { Deny = UnlessRests, CarryOut = (_, machine) => machine.EnableIpForward = false },
        new InstanceAction("ModifyInstancePlacement")
        {
            Deny = PlacementGroupRules.RefuseInstance,
            CarryOut = (call, machine) => machine.PlacementGroupId = PlacementGroupRules.GroupOf(call),
        },
        new InstanceAction("ResetInstancePassword")
        {
            // The guest agent sets it; nothing shows it.
            Deny = call => call.Instance.Status != InstanceStatus.Running ? Refusals.NotRunning(call.Instance.Id)
                : call.Instance.Instance.EnableAgent != true ? FormRefusals.Value($"The instance {call.Instance.Id} has no guest agent.")
                : Refusals.Login(call.Body.Text("password"), keyId: null),
            CarryOut = (_, _) => { },
        },
    ];

    private static ServiceRefusal? UnlessStopped(InstanceRequest call)
        => call.Instance.Status == InstanceStatus.Stopped ? null : Refusals.NotStopped(call.Instance.Id);

    private static ServiceRefusal? UnlessRests(InstanceRequest call)
        => call.Instance.Status is InstanceStatus.Stopped or InstanceStatus.Running ? null : Refusals.WrongStatus(call.Instance);

    /// <summary>The wanted type where the instance is; one with a GPU for an instance that has one, which shows no type.</summary>
    private static ZecInstanceType? TypeOf(InstanceRequest call)
    {
        var (zoneId, type) = (call.Instance.Instance.ZoneId, call.Body.Text("instanceType"));
        return call.Instance.Instance.InstanceType is null
            ? Catalogue.FindGpuType(zoneId, type)
            : Catalogue.FindInstanceType(zoneId, type);
    }

    private static ServiceRefusal? DenyType(InstanceRequest call) => UnlessStopped(call) ?? TypeOf(call) switch
    {
        null => FormRefusals.Value($"The instance {call.Instance.Id} cannot have the instance type {call.Body.Text("instanceType")} where it is."),
        { WithStock: false } type => Refusals.SoldOut(type.InstanceType, type.ZoneId),
        _ => null,
    };

    private static void Resize(InstanceRequest call)
    {
        var type = TypeOf(call)!;
        call.Account.Fleet.Begin(
            call.Action, call.Instance, InstanceStatus.Resizing, call.Account.Options.TransitionTime, InstanceStatus.Stopped, machine =>
            {
                machine.InstanceType = machine.InstanceType is null ? null : type.InstanceType;
                (machine.Cpu, machine.MemoryGiB) = (type.CpuCount, type.MemoryGiB);
            });
    }

    private static ServiceRefusal? DenyMode(InstanceRequest call)
    {
        var machine = call.Instance.Instance;
        return UnlessStopped(call)
            ?? (machine.Nics.Count == 1 ? null : FormRefusals.Value($"The instance {machine.InstanceId} has {machine.Nics.Count} network interfaces."))
            ?? (OfferedImages.Find(call.Account, machine.ZoneId, machine.ImageId) is { } image && !image.NicNetworkTypes.Contains(call.Body.Text("nicNetworkType")!)
                ? FormRefusals.Value($"The image {image.ImageId} has no network interface mode {call.Body.Text("nicNetworkType")}.")
                : null);
    }
}
