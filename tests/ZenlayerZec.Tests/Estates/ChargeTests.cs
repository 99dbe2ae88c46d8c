using CsCheck;
using ZenlayerZec.Simulator.Costs;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Tests.Account;
using ZenlayerZec.Tests.Client;
using ZenlayerZec.Tests.Generated;
using static ZenlayerZec.Tests.Account.AccountRows;

namespace ZenlayerZec.Tests.Estates;

/// <summary>The simulated account knows by itself what it costs, as the actions that answer prices would say it.</summary>
public class ChargeTests
{
    private const int SoldOutSize = 3;
    private const int SoldOutZone = 4;

    private static readonly GeneratedDisk Disk = new(SizeGiB: 100, Category: 1, IsPortable: true, IsPrepaid: false, IsInBin: false, Snapshots: 2);

    private static readonly GeneratedEip Eip = new(
        Charge: 0, Mbps: 100, PackageTB: 2.5m, IsDefault: true, IsPrepaid: false, IsInBin: false, IsRemote: false, IsAtSecondary: false);

    private static readonly GeneratedInstance Instance = new(
        Zone: 0, Size: 1, Disk with { SizeGiB = 40, Category = 0 }, [Disk], [Eip], Secondaries: [false], IsPrepaid: false, IsInBin: false, IsBalanced: true);

    [Fact]
    public void An_instance_its_disks_and_its_default_address_cost_and_its_snapshots_do_not() => AssertCharges(
        Instance,
        ("Instance", "i-0", "Spec", 0.036m, "HOUR"),
        ("Disk", "disk-i-0-boot", "Disk", 0.00432m, "HOUR"),
        ("Disk", "disk-i-0-0", "Disk", 0.0072m, "HOUR"),
        ("Eip", "eip-i-0-0", "Address", 0.0045m, "HOUR"),
        ("Eip", "eip-i-0-0", "Bandwidth", 0.108m, "HOUR"));

    [Fact]
    public void A_traffic_package_costs_by_the_month_a_way_to_another_region_by_the_hour_and_a_cluster_nothing() => AssertCharges(
        Instance with { Disks = [], Eips = [Eip with { Charge = 1, IsRemote = true }, Eip with { Charge = 2 }] },
        ("Instance", "i-0", "Spec", 0.036m, "HOUR"),
        ("Disk", "disk-i-0-boot", "Disk", 0.00432m, "HOUR"),
        ("Eip", "eip-i-0-0", "Address", 0.0045m, "HOUR"),
        ("Eip", "eip-i-0-0", "Bandwidth", 18m, "MONTH"),
        ("Eip", "eip-i-0-0", "RemoteBandwidth", 0.36m, "HOUR"),
        ("Eip", "eip-i-0-1", "Address", 0.0045m, "HOUR"));

    [Fact]
    public void A_GPU_and_what_is_sold_out_cost_all_the_same()
    {
        AssertCharges(
            Instance with { Size = SoldOutSize, Zone = SoldOutZone, Disks = [], Eips = [] },
            ("Instance", "i-0", "Spec", 0.144m, "HOUR"),
            ("Disk", "disk-i-0-boot", "Disk", 0.00432m, "HOUR"));
        AssertCharges(
            Instance with { Size = Catalogue.Sizes.Count, Disks = [], Eips = [] },
            ("Instance", "i-0", "Gpu", 0.45m, "HOUR"),
            ("Disk", "disk-i-0-boot", "Disk", 0.00432m, "HOUR"));
    }

    [Fact]
    public void What_is_paid_for_in_advance_or_lies_in_a_bin_costs_nothing() => AssertCharges(
        Instance with
        {
            IsPrepaid = true,
            Disks = [Disk with { IsPrepaid = true }, Disk with { IsInBin = true }, Disk],
            Eips = [Eip with { IsPrepaid = true }, Eip with { IsInBin = true }],
        },
        ("Disk", "disk-i-0-2", "Disk", 0.0072m, "HOUR"));

    [Fact]
    public void With_an_instance_in_the_bin_nothing_costs_that_belongs_to_it() => AssertCharges(Instance with { IsInBin = true });

    [Fact]
    public void A_public_IPv6_address_costs_its_bandwidth()
    {
        using var service = Service();
        service.Simulator.Add(new GeneratedEstate([Instance with { Disks = [], Eips = [] }], [], []));
        Assert.True(service.Simulator.ChangeRow("Nic", "nic-i-0-1", """{"publicIpv6":{"ipv6CidrId":"6-1","internetChargeType":"ByTrafficPackage","bandwidth":null,"trafficPackageSize":0.5}}"""));

        Assert.Equal(new Charge("Nic", "nic-i-0-1", "Bandwidth", 3.6m, "MONTH"), Assert.Single(Of(service), charge => charge.Kind == "Nic"));
    }

    [Fact]
    public async Task A_disk_costs_until_it_is_in_the_bin_and_from_its_return_on()
    {
        using var service = Service(releaseTime: TimeSpan.FromSeconds(30));
        service.Simulator.Add(new GeneratedEstate([], [Disk], []));

        await service.AskAsync("ReleaseDisk", Body(("diskId", "disk-loose-0")));
        Assert.Single(Of(service));
        service.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Empty(Of(service));
        await service.AskAsync("RenewDisk", Body(("diskId", "disk-loose-0")));
        Assert.Single(Of(service));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_kept_costs_on_when_its_instance_is_gone_or_in_the_bin(bool recycleBin)
    {
        using var service = Service(recycleBin: recycleBin);
        var ids = service.Simulator.Add(new GeneratedEstate(
            [
                Instance with
                {
                    Disks = [Disk, Disk with { IsPortable = false }, Disk with { IsInBin = true }],
                    Eips = [Eip, Eip with { IsDefault = false, IsAtSecondary = true }, Eip with { IsInBin = true }],
                },
            ],
            [],
            []));

        await service.AskAsync("ReleaseInstances", Body(("instanceIds", ids), ("dependResource", false)));

        Assert.Equal(["disk-i-0-0", "eip-i-0-1"], Of(service).Select(charge => charge.Id).Distinct());
        Assert.Equal("RECYCLED", service.StateOf("Disk", "disk-i-0-2"));
        Assert.Equal("RECYCLED", service.StateOf("Eip", "eip-i-0-2"));
    }

    [Fact]
    public void Any_estate_costs_what_the_actions_that_answer_prices_say() => GeneratedEstate.Any.Sample(
        estate =>
        {
            using var service = Service();
            service.Simulator.Add(estate);
            AccountPrices.Check(service);
        },
        iter: Cases.CountOfEach);

    [Fact]
    public void Many_instances_have_as_many_disks_and_addresses_as_were_asked_for()
    {
        using var service = new SimulatedService(account => (account.InstanceCount, account.DataDiskCount, account.EipCount) = (30, 2, 2));

        AccountConsistency.Check(service.Simulator);
        var charges = service.Simulator.Charges;
        Assert.All(service.Simulator.Instances, machine =>
        {
            Assert.Equal((2, 2), (machine.DataDisks.Count, machine.PublicIpAddresses.Count));
            Assert.All(machine.DataDisks, disk => Assert.Single(charges, charge => charge.Id == disk.DiskId));
        });
        Assert.Equal(60 + 2, charges.Where(charge => charge.Kind == "Eip").Select(charge => charge.Id).Distinct().Count());
    }

    private static void AssertCharges(GeneratedInstance instance, params (string Kind, string Id, string Item, decimal Price, string Per)[] expected)
    {
        using var service = Service();
        service.Simulator.Add(new GeneratedEstate([instance], [], []));

        Assert.Equal(expected.Select(charge => new Charge(charge.Kind, charge.Id, charge.Item, charge.Price, charge.Per)), Of(service));
    }

    /// <summary>What the generated things cost: those that every account has are no part of it.</summary>
    private static IEnumerable<Charge> Of(SimulatedService service) => service.Simulator.Charges.Where(charge => charge.Id.Contains('-', StringComparison.Ordinal));

    private static SimulatedService Service(TimeSpan releaseTime = default, bool recycleBin = false) => new(account =>
    {
        account.InstanceCount = 0;
        account.ReleaseTime = releaseTime;
        account.TransitionTime = TimeSpan.Zero;
        account.RecycleBin = recycleBin;
    });
}
