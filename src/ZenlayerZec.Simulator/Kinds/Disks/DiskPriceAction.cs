using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Disks;

/// <summary>InquiryPriceCreateDisks: what the disks of an order cost together.</summary>
internal sealed class DiskPriceAction() : SimulatedAction("InquiryPriceCreateDisks")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        if (Catalogue.FindZone(request.Text("zoneId")) is null)
        {
            return Refusals.NoZone(request.Text("zoneId")!);
        }

        var category = request.Text("diskCategory") ?? Catalogue.DiskCategories[0];
        if (!Catalogue.DiskCategories.Contains(category))
        {
            return FormRefusals.Value($"There is no disk category {category}.");
        }

        response.WriteHourly("dataDiskPrice", (double)Hourly(category, request.Whole("diskSize")!.Value) * (request.Whole("diskAmount") ?? 1));
        return null;
    }

    /// <summary>What a disk costs by the hour.</summary>
    public static double Hourly(string? category, int size) => size * (category == Catalogue.DiskCategories[0] ? 0.00012 : 0.00008);
}
