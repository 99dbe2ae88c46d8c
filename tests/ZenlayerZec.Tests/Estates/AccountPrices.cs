using System.Text.Json;
using ZenlayerZec.Simulator.Costs;
using ZenlayerZec.Tests.Account;
using ZenlayerZec.Tests.Client;
using static ZenlayerZec.Tests.Account.AccountRows;

namespace ZenlayerZec.Tests.Estates;

/// <summary>Compares what a simulated account says that its things cost with the answers of its actions.</summary>
internal static class AccountPrices
{
    /// <summary>Asks for the price of everything that costs, and finds no charge of anything else.</summary>
    public static void Check(SimulatedService service)
    {
        var charges = service.Simulator.Charges.ToLookup(charge => charge.Id);
        var inBin = service.Simulator.Instances.Where(machine => machine.Status == "RECYCLE").Select(machine => machine.InstanceId).ToHashSet(StringComparer.Ordinal);
        foreach (var machine in service.Simulator.Instances)
        {
            if (inBin.Contains(machine.InstanceId) || machine.ExpiredTime is not null)
            {
                Assert.Empty(charges[machine.InstanceId]);
            }
            else if (machine.InstanceType is { } type && (machine.ZoneId, type) is not ("sa-east-1a", "z2a.cpu.8"))
            {
                var answer = Ask(service, "InquiryPriceCreateInstance", new
                {
                    zoneId = machine.ZoneId,
                    instanceType = type,
                    instanceCount = 1,
                    systemDisk = new { diskSize = machine.SystemDisk!.SizeGiB, diskCategory = machine.SystemDisk.DiskCategory },
                });
                AssertSame(charges[machine.InstanceId], answer, "specPrice", "gpuPrice");
                AssertSame(charges[machine.SystemDisk.DiskId!], answer, "systemDiskPrice");
            }
        }

        CheckRows(service, charges, "Disk", "diskStatus", inBin, disk => Ask(
            service, "InquiryPriceCreateDisks", new { zoneId = disk.Text("zoneId"), diskSize = disk.Whole("diskSize"), diskCategory = disk.Text("diskCategory"), diskAmount = 1 }));
        CheckRows(service, charges, "Eip", "status", inBin, eip => Ask(service, "DescribeEipPrice", new
        {
            regionId = eip.Text("regionId"),
            internetChargeType = eip.Text("internetChargeType"),
            networkLineType = eip.Text("networkLineType"),
            bandwidth = eip.Whole("bandwidth"),
            flowPackage = eip.GetProperty("flowPackage"),
            clusterId = eip.GetProperty("bandwidthCluster") is { ValueKind: JsonValueKind.Object } cluster ? cluster.Text("bandwidthClusterId") : null,
            peerRegionId = eip.Text("peerRegionId"),
            amount = 1,
        }));
    }

    private static void CheckRows(
        SimulatedService service, ILookup<string, Charge> charges, string kind, string state, HashSet<string> inBin, Func<JsonElement, JsonElement> ask)
    {
        foreach (var row in service.Simulator.Rows(kind))
        {
            var id = row.Text($"{char.ToLowerInvariant(kind[0])}{kind[1..]}Id")!;
            if (row.Text(state) == "RECYCLED" || row.Text("expiredTime") is not null || (row.Text("instanceId") is { } instance && inBin.Contains(instance)))
            {
                Assert.Empty(charges[id]);
            }
            else
            {
                AssertSame(charges[id], ask(row), "dataDiskPrice", "eipPrice", "bandwidthPrice", "remoteBandwidthPrice");
            }
        }
    }

    private static void AssertSame(IEnumerable<Charge> charges, JsonElement answer, params string[] items)
        => Assert.Equal(
            items.Where(item => answer.TryGetProperty(item, out var price) && price.ValueKind == JsonValueKind.Object)
                .Select(item => (answer.GetProperty(item).GetProperty("discountUnitPrice").GetDecimal(), answer.GetProperty(item).Text("chargeUnit"))),
            charges.Select(charge => (charge.Price, (string?)charge.Per)));

    private static JsonElement Ask(SimulatedService service, string action, object body)
        => service.AskAsync(action, JsonSerializer.Serialize(body)).GetAwaiter().GetResult();
}
