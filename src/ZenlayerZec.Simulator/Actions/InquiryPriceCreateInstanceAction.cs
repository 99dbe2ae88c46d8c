using System.Text.Json;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Kinds.Disks;
using ZenlayerZec.Simulator.Kinds.Eips;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>InquiryPriceCreateInstance: what the instances of an order cost together.</summary>
internal sealed class InquiryPriceCreateInstanceAction() : SimulatedAction("InquiryPriceCreateInstance")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var (zone, type, charge) = (request.Text("zoneId"), request.Text("instanceType"), request.Text("internetChargeType"));
        if (Catalogue.FindZone(zone) is null)
        {
            return Refusals.NoZone(zone!);
        }

        if (InstanceRates.Of(zone, type) is not { } rates)
        {
            return FormRefusals.Value($"The zone {zone} has no instance type {type}.");
        }

        if (Catalogue.FindInstanceType(zone, type) is { WithStock: false })
        {
            return Refusals.SoldOut(type, zone);
        }

        if (Disk(request, "systemDisk") is not { } boot)
        {
            return FormRefusals.Missing("systemDisk.diskSize");
        }

        var count = request.Whole("instanceCount") ?? 1;
        response.WriteHourly("specPrice", rates.Spec * count);
        response.WriteHourly("gpuPrice", rates.Gpu * count);
        response.WriteNull("acceleratorPrice");
        response.WriteHourly("ipv4Price", charge is null ? null : EipRates.Address * count);
        EipPriceAction.WriteBandwidth(response, "ipv4BandwidthPrice", count, charge, request.Whole("bandwidth") ?? 0, request.Number("trafficPackageSize") ?? 0);
        response.WriteNull("ipv4BandwidthPrices");
        response.WriteNull("ipv6Price");
        response.WriteNull("ipv6BandwidthPrice");
        response.WriteHourly("systemDiskPrice", boot * count);
        response.WriteHourly("dataDiskPrice", Disk(request, "dataDisk") * count);
        response.WriteNull("dataDiskPrices");
        return null;
    }

    private static double? Disk(JsonElement request, string name)
        => request.Part(name) is { } disk && disk.Whole("diskSize") is { } size
            ? DiskPriceAction.Hourly(disk.Text("diskCategory") ?? Catalogue.DiskCategories[0], size) * (disk.Whole("diskAmount") ?? 1)
            : null;
}
