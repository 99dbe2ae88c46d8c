using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Disks;

/// <summary>InquiryPriceResizeDisk: what a disk costs, with its instance if that boots from it, and how fast it is, once it has grown.</summary>
internal sealed class ResizedDiskPriceAction() : SimulatedAction("InquiryPriceResizeDisk")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (account[DiskKind.Kind].Find(request.Text("diskId")) is not { } disk)
        {
            return DiskKind.Kind.NotFound(request.Text("diskId")!);
        }

        if (DiskActions.UnlessGrows(new RowRequest(Name, request, account), disk, atLeast: 0) is { } refusal)
        {
            return refusal;
        }

        var size = request.Whole("diskSize")!.Value;
        var machine = DiskKind.IsData(disk) ? null : account.Fleet.Find(disk.InstanceId)?.Instance;

        // An instance with a GPU has no instance type.
        var (spec, gpu) = InstanceRates.Of(machine?.Cpu, hasGpu: machine is not null && machine.InstanceType is null);
        response.WriteHourly("diskPrice", DiskPriceAction.Hourly(disk.Text("diskCategory"), size));
        response.WriteHourly("specPrice", spec);
        response.WriteHourly("gpuPrice", gpu);
        response.WriteStartObject("diskPerf");
        response.WriteNumber("maxIops", Math.Min(50_000, 1_800 + (50 * size)));
        response.WriteNumber("maxBandwidth", Math.Min(1_000, 120 + (size / 2)));
        response.WriteNumber("iopsBurst", Math.Min(100_000, 3_600 + (100 * size)));
        response.WriteNumber("bandwidthBurst", Math.Min(2_000, 240 + size));
        response.WriteEndObject();
        return null;
    }
}
