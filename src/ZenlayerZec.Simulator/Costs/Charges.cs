using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Kinds.Disks;
using ZenlayerZec.Simulator.Kinds.Eips;
using ZenlayerZec.Simulator.Kinds.Network;
using ZenlayerZec.Simulator.Rows;

namespace ZenlayerZec.Simulator.Costs;

/// <summary>
/// What a simulated account costs as it is now, by what there is in it: nothing is asked of the actions that answer prices, and an answer of theirs can
/// be checked by it. The tables of rates are the same.
/// <list type="bullet">
/// <item>A thing costs as long as it exists, attached or not, whatever its state: also while it is being released or thrown into the bin, after a
/// creation that failed, and where its shape is sold out today.</item>
/// <item>What lies in a recycle bin costs nothing, and neither does what belongs to an instance that lies there.</item>
/// <item>What was paid for in advance, so that it expires, costs nothing more.</item>
/// <item>The address that an instance came with costs like any other. What a bandwidth cluster pays for, costs no more than the address.</item>
/// <item>Snapshots, images and networks have no price in the API, and none here.</item>
/// </list>
/// </summary>
internal static class Charges
{
    /// <summary>In the recycle bin, of disks and of elastic IPs.</summary>
    private const string RecycledState = DiskState.Recycled;

    /// <summary>All charges: those of an instance, of each of its disks, and so on.</summary>
    public static IReadOnlyList<Charge> Of(SimulatedAccount account) =>
    [
        .. account.Fleet.Instances.Where(instance => !IsInBin(instance) && instance.Instance.ExpiredTime is null).SelectMany(Instance),
        .. Rows(account, account[DiskKind.Kind]).SelectMany(Disk),
        .. Rows(account, account[NetworkKinds.Eip]).SelectMany(Eip),
        .. Rows(account, account[NetworkKinds.Nic]).SelectMany(Nic),
    ];

    private static IEnumerable<SimulatedRow> Rows(SimulatedAccount account, RowTable table) => table.Rows.Where(row
        => row.Status is not RecycledState
            && row.Text("expiredTime") is null
            && account.Fleet.Find(row.InstanceId) is not { Status: InstanceStatus.Recycle });

    private static bool IsInBin(SimulatedInstance instance) => instance.Status == InstanceStatus.Recycle;

    private static IEnumerable<Charge> Instance(SimulatedInstance instance)
    {
        // An instance with a GPU has no instance type.
        var (spec, gpu) = InstanceRates.Of(instance.Instance.Cpu, hasGpu: instance.Instance.InstanceType is null);
        return Some(Hourly("Instance", instance.Id, "Spec", spec), Hourly("Instance", instance.Id, "Gpu", gpu));
    }

    private static IEnumerable<Charge> Disk(SimulatedRow disk)
        => Some(Hourly("Disk", disk.Id, "Disk", disk.Whole("diskSize") is { } size ? DiskPriceAction.Hourly(disk.Text("diskCategory"), size) : null));

    private static IEnumerable<Charge> Eip(SimulatedRow eip)
    {
        var mbps = eip.Whole("bandwidth") ?? 0;
        return Some(
            Hourly("Eip", eip.Id, "Address", EipRates.Address),
            Bandwidth("Eip", eip.Id, EipRates.Bandwidth(eip.Text("internetChargeType"), mbps, eip["flowPackage"]?.GetValue<double>() ?? 0)),
            Hourly("Eip", eip.Id, "RemoteBandwidth", eip.Text("peerRegionId") is null ? null : EipRates.RemoteBandwidth(mbps)));
    }

    /// <summary>An interface costs nothing, but its public IPv6 address may.</summary>
    private static IEnumerable<Charge> Nic(SimulatedRow nic) => nic[NicIPv6.Member] is not { } address
        ? []
        : Some(Bandwidth("Nic", nic.Id, EipRates.Bandwidth(
            address["internetChargeType"]?.GetValue<string>(), address["bandwidth"]?.GetValue<int>() ?? 0, (double)(address["trafficPackageSize"]?.GetValue<decimal>() ?? 0))));

    private static Charge? Bandwidth(string kind, string id, (double Price, string Unit)? rate)
        => rate is var (price, unit) ? new Charge(kind, id, "Bandwidth", Paid(price), unit) : null;

    private static Charge? Hourly(string kind, string id, string item, double? price)
        => price is { } known ? new Charge(kind, id, item, Paid(known), PriceJson.Hour) : null;

    private static decimal Paid(double price) => (decimal)PriceJson.Discounted(price);

    private static IEnumerable<Charge> Some(params Charge?[] charges) => charges.OfType<Charge>();
}
