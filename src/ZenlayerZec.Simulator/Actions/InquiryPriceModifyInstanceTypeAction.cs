using System.Text.Json;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Kinds.Disks;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>InquiryPriceModifyInstanceType: what an instance costs, with its boot disk, once it is of another instance type.</summary>
internal sealed class InquiryPriceModifyInstanceTypeAction() : SimulatedAction("InquiryPriceModifyInstanceType")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (account.Fleet.Find(request.Text("instanceId"))?.Instance is not { } instance)
        {
            return Refusals.NoInstance(request.Text("instanceId")!);
        }

        if (InstanceRates.Of(instance.ZoneId, request.Text("instanceType")) is not { } rates)
        {
            return FormRefusals.Value($"The zone {instance.ZoneId} has no instance type {request.Text("instanceType")}.");
        }

        response.WriteHourly("specPrice", rates.Spec);
        response.WriteHourly("gpuPrice", rates.Gpu);
        response.WriteNull("acceleratorPrice");
        response.WriteHourly("systemDiskPrice", instance.SystemDisk is { SizeGiB: { } size } disk ? DiskPriceAction.Hourly(disk.DiskCategory, size) : (double?)null);
        return null;
    }
}
