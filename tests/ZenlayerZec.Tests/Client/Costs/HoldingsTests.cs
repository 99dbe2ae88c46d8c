using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Tests.Client.Costs;

/// <summary>Which things belong to which instance, where the service says it in more than one way.</summary>
public class HoldingsTests
{
    [Fact]
    public void A_disk_that_was_detached_or_attached_elsewhere_meanwhile_does_not_go()
    {
        var plan = Plan(Instance("i-1", "d-1", "d-2"), disks: [Disk("d-1", instanceId: null, "AVAILABLE"), Disk("d-2", "i-2")]);

        Assert.Equal(["i-1"], plan.Goes.Select(thing => thing.Id));
    }

    [Fact]
    public void A_disk_that_was_attached_meanwhile_goes()
        => Assert.Equal(["i-1", "d-9"], Plan(Instance("i-1"), disks: [Disk("d-9", "i-1")]).Goes.Select(thing => thing.Id));

    [Fact]
    public void A_disk_that_the_list_does_not_have_goes_by_the_word_of_the_instance_without_a_price()
    {
        var plan = Plan(Instance("i-1", "d-1"));

        Assert.Equal(["i-1", "d-1"], plan.Goes.Select(thing => thing.Id));
        Assert.Equal("The list of disks does not have it.", Assert.Single(plan.NotPriced).Reason);
    }

    [Fact]
    public void An_elastic_IP_that_is_bound_to_two_instances_is_told_once_and_counted_nowhere()
    {
        var (one, other) = (Instance("i-1"), Instance("i-2"));
        other.Nics = [new ZecNic { NicId = "n-2", Type = "Primary" }];
        var eip = new ZecEip { EipId = "e-1", AttachedInstanceId = "i-1", NicId = "n-2" };

        var plans = Plans([one, other], [], [eip]);

        Assert.Equal("i-1", Assert.Single(plans, plan => plan.Goes.Any(thing => thing.Id == "e-1")).InstanceId);
        var lack = Assert.Single(plans[0].NotPriced, lack => lack.Id == "e-1");
        Assert.Contains("bound to the instance i-1, and also to the instance i-2", lack.Reason, StringComparison.Ordinal);
        lack = Assert.Single(plans[1].NotPriced, lack => lack.Id == "e-1");
        Assert.Contains("bound to the instance i-2, too, and is in the plan of the instance i-1", lack.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_no_elastic_IP_has_is_not_kept_silent()
    {
        var (instance, other) = (Instance("i-1"), Instance("i-2"));
        (instance.PublicIpAddresses, other.PublicIpAddresses) = (["192.0.2.1", "192.0.2.2"], ["192.0.2.1"]);
        other.Nics = [new ZecNic { NicId = "n-2", Type = "Primary" }];
        var eip = new ZecEip { EipId = "e-1", AttachedInstanceId = "i-1", NicId = "n-2", PublicIpAddresses = ["192.0.2.1"] };

        var plans = Plans([instance, other], [], [eip]);

        Assert.Contains("192.0.2.2", Assert.Single(plans.SelectMany(plan => plan.NotPriced), lack => lack.Kind == "Eip" && lack.Id is null).Reason, StringComparison.Ordinal);
        Assert.Single(plans[0].NotPriced, lack => lack.Id is null);
    }

    [Fact]
    public void Things_without_an_ID_are_not_kept_silent()
    {
        var instance = Instance("i-1", string.Empty);
        instance.SystemDisk = new ZecSystemDisk { SizeGiB = 40 };
        (instance.LoadBalancerIds, instance.PublicIpAddresses) = ([null!, string.Empty], [null!, string.Empty]);
        instance.Nics = [new ZecNic { NicId = null!, Type = "Secondary" }, new ZecNic { NicId = string.Empty, Type = "Primary" }];

        var plan = Plan(instance, eips: [new ZecEip { EipId = "e-loose", NicId = string.Empty, AssociatedId = string.Empty }]);

        Assert.Equal(["i-1"], plan.Goes.Select(thing => thing.Id));
        Assert.Equal(
            [
                "Disk: The service does not say the ID of a data disk of the instance i-1.",
                "Disk: The service does not say which disk the instance i-1 boots from.",
                "Nic: The service does not say the ID of a secondary network interface of the instance i-1.",
                "LoadBalancer: The service does not say the ID of a load balancer of the instance i-1.",
            ],
            plan.NotPriced.Select(lack => lack.ToString()));
    }

    [Fact]
    public void The_boot_disk_of_another_instance_is_no_second_boot_disk()
    {
        var instance = Instance("i-1");
        instance.SystemDisk = new ZecSystemDisk { DiskId = "d-boot", SizeGiB = 40 };
        ZecDisk[] disks = [Disk("d-other", "i-1"), Disk("d-boot", "i-1")];
        Array.ForEach(disks, disk => disk.Type = "SYSTEM");
        var holdings = new Holdings([instance]);
        holdings.Add(new Found<ZecDisk>(disks, Lack: null));
        holdings.Add(new Found<ZecEip>([], Lack: null));
        KnownCosts costs = new([new ZecCost("Spec", 4, "HOUR"), new ZecCost("SystemDisk", 1, "HOUR")], []);

        var plan = new PlanSorting(holdings.All[0], keeps: true, thing => thing == instance ? costs : new KnownCosts([new ZecCost("Disk", 2, "HOUR")], [])).Plan();

        Assert.Equal(["i-1", "d-boot", "d-other"], plan.Goes.Select(thing => thing.Id));
        Assert.Equal(7, plan.SavesPerHour);
    }

    [Theory]
    [InlineData("NAT", "nat-1", "NAT nat-1")]
    [InlineData("NIC", "n-9", "the network interface n-9")]
    public void An_elastic_IP_that_is_bound_to_something_else_too_says_so(string type, string id, string named)
    {
        var instance = Instance("i-1");
        instance.Nics = [new ZecNic { NicId = "n-1", Type = "Primary" }];
        var eip = new ZecEip { EipId = "e-1", AttachedInstanceId = "i-1", NicId = "n-1", AssociatedType = type, AssociatedId = id };

        var plan = Plan(instance, eips: [eip]);

        Assert.Contains(named, Assert.Single(plan.NotPriced, lack => lack.Id == "e-1").Reason, StringComparison.Ordinal);
        Assert.Empty(plan.Goes[1].Costs);
    }

    [Fact]
    public void An_elastic_IP_that_is_listed_twice_counts_once()
    {
        ZecEip[] eips = [new() { EipId = "e-1", AttachedInstanceId = "i-1" }, new() { EipId = "e-1", AttachedInstanceId = "i-2" }];

        var plans = Plans([Instance("i-1"), Instance("i-2")], [], eips);

        Assert.Single(plans.SelectMany(plan => plan.Goes), thing => thing.Id == "e-1");
        Assert.All(plans, plan => Assert.Single(plan.NotPriced, lack => lack.Id == "e-1"));
    }

    [Fact]
    public void An_elastic_IP_that_names_only_the_network_interface_is_that_of_its_instance()
    {
        var instance = Instance("i-1");
        instance.Nics = [new ZecNic { NicId = "n-1", Type = "Primary" }];

        Assert.Contains(Plan(instance, eips: [new ZecEip { EipId = "e-1", NicId = "n-1" }]).Goes, thing => thing.Id == "e-1");
    }

    [Fact]
    public void Secondary_network_interfaces_go_or_stay_and_the_primary_one_is_the_instance()
    {
        var instance = Instance("i-1");
        instance.Nics = [new ZecNic { NicId = "n-1", Type = "Primary" }, new ZecNic { NicId = "n-2", Type = "Secondary" }];

        Assert.Equal(["i-1", "n-2"], Plan(instance).Goes.Select(thing => thing.Id));
        Assert.Equal(["n-2"], Plan(instance, keeps: true).Stays.Select(thing => thing.Id));
    }

    [Fact]
    public void What_may_or_may_not_be_kept_is_not_priced()
    {
        var eip = new ZecEip { EipId = "e-1", AttachedInstanceId = "i-1" };
        var disk = Disk("d-1", "i-1");
        disk.Portable = null;

        var plan = Plan(Instance("i-1"), disks: [disk], eips: [eip], keeps: true);

        Assert.All(["d-1", "e-1"], id => Assert.Contains(plan.NotPriced, lack => lack.Id == id && lack.Reason.Contains("not certain", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_being_deleted_neither_goes_nor_stays()
    {
        var plan = Plan(Instance("i-1"), disks: [Disk("d-1", "i-1", "DELETING")], eips: [new ZecEip { EipId = "e-1", AttachedInstanceId = "i-1", Status = "DELETING" }]);

        Assert.Equal(["i-1"], plan.Goes.Concat(plan.Stays).Concat(plan.RecycleBin).Select(thing => thing.Id));
    }

    [Fact]
    public void An_instance_that_is_given_twice_has_one_plan()
        => Assert.Single(Plans([Instance("i-1"), Instance("i-1")], [], []));

    [Fact]
    public void The_rows_of_a_plan_say_what_becomes_of_each_thing_and_what_could_not_be_read()
    {
        var holdings = new Holdings([Instance("i-1")]);
        holdings.Add(new Found<ZecDisk>([Disk("d-1", "i-1"), Disk("d-2", "i-1", "RECYCLED")], Lack: null));
        holdings.Add(new Found<ZecEip>([], "The elastic IPs could not be read.", IsRead: false));
        holdings.Add(new Found<ZecSnapshot>([new ZecSnapshot { SnapshotId = "s-1", DiskId = "d-1" }], Lack: null));

        var rows = ZecReleasePlanItem.Of(Sorted(holdings.All[0], keeps: false));

        Assert.Equal(
            ["Goes Instance i-1", "Goes Disk d-1", "Stays Snapshot s-1", "InBin Disk d-2", "Unknown Eip "],
            rows.Select(row => row.ToString()));
        Assert.Equal("The elastic IPs could not be read.", rows[^1].NotPriced);
        Assert.All(rows, row => Assert.Equal("i-1", row.AttachedInstanceId));
    }

    private static ZecInstance Instance(string id, params string[] disks)
        => new() { InstanceId = id, Status = "RUNNING", DataDisks = [.. disks.Select(disk => new ZecDataDisk { DiskId = disk, SizeGiB = 20, Portable = true })] };

    private static ZecDisk Disk(string id, string? instanceId, string status = "IN_USE")
        => new() { DiskId = id, AttachedInstanceId = instanceId, Status = status, Type = "DATA", Portable = true };

    private static ZecReleasePlan Plan(ZecInstance instance, ZecDisk[]? disks = null, ZecEip[]? eips = null, bool keeps = false)
        => Assert.Single(Plans([instance], disks ?? [], eips ?? [], keeps));

    private static ZecReleasePlan[] Plans(ZecInstance[] instances, ZecDisk[] disks, ZecEip[] eips, bool keeps = false)
    {
        var holdings = new Holdings(instances);
        holdings.Add(new Found<ZecDisk>(disks, Lack: null));
        holdings.Add(new Found<ZecEip>(eips, Lack: null));
        return [.. holdings.All.Select(holding => Sorted(holding, keeps))];
    }

    private static ZecReleasePlan Sorted(Holding holding, bool keeps) => new PlanSorting(holding, keeps, _ => KnownCosts.NotAsked).Plan();
}
