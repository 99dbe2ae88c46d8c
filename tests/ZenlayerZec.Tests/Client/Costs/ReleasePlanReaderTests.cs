using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client.Costs;

/// <summary>What a plan reads, how often it asks, and what it says where something cannot be read.</summary>
public class ReleasePlanReaderTests
{
    private static readonly SimulatedFault NoRight = SimulatedFault.Error(403, "AUTHFAILURE_UNAUTHORIZED_OPERATION");

    [Fact]
    public async Task A_plan_has_all_that_goes_with_the_instance_and_its_prices()
    {
        using var service = Service();

        var plan = await PlanAsync(service, WithAddress(service));

        Assert.Equal("Instance", plan.Goes[0].Kind);
        Assert.Equal(["Spec"], plan.Goes[0].Costs.Select(cost => cost.Item));
        Assert.Equal(["SystemDisk"], plan.Goes[1].Costs.Select(cost => cost.Item));
        Assert.Contains(plan.Goes, thing => thing.Kind == "Disk" && thing.Costs.Any(cost => cost.Item == "Disk"));
        Assert.Contains(plan.Goes, thing => thing.Kind == "Eip" && thing.Costs.Select(cost => cost.Item).SequenceEqual(["Eip", "Bandwidth"]));
        Assert.Equal(plan.Goes.SelectMany(thing => thing.Costs).Sum(cost => cost.Price), plan.SavesPerHour);
        Assert.Null(plan.SavesPerMonth);
        Assert.Empty(plan.NotPriced);
    }

    [Fact]
    public async Task Kept_things_stay_and_continue_to_cost_but_the_boot_disk_goes()
    {
        using var service = Service();
        var instance = WithAddress(service);

        var (all, kept) = (await PlanAsync(service, instance), await PlanAsync(service, instance, keeps: true));

        Assert.Equal(all.SavesPerHour, kept.SavesPerHour + kept.StaysPerHour);
        Assert.Contains(kept.Stays, thing => thing.Kind == "Disk");
        Assert.Contains(kept.Stays, thing => thing.Kind == "Eip");
        Assert.Contains(kept.Goes, thing => thing.Id == instance.SystemDisk!.DiskId);
        Assert.Equal(Ids(all), Ids(kept));
    }

    [Fact]
    public async Task A_default_address_and_a_disk_that_is_not_detachable_go_though_the_rest_is_kept()
    {
        using var service = Service();
        var instance = WithAddress(service);
        var (disk, eip) = (instance.DataDisks[0].DiskId!, EipOf(service, instance));
        service.Simulator.ChangeRow("Disk", disk, """{"portable":false}""");
        service.Simulator.ChangeRow("Eip", eip, """{"isDefault":true}""");

        var plan = await PlanAsync(service, instance, keeps: true);

        Assert.Contains(plan.Goes, thing => thing.Id == disk);
        Assert.Contains(plan.Goes, thing => thing.Id == eip);
    }

    [Fact]
    public async Task Snapshots_and_load_balancers_stay_and_have_no_price()
    {
        using var service = Service();
        var instance = WithAddress(service);
        var snapshot = service.Simulator.Rows("Snapshot")[0].GetProperty("snapshotId").GetString()!;
        service.Simulator.ChangeRow("Snapshot", snapshot, $$"""{"diskId":"{{instance.SystemDisk!.DiskId}}"}""");
        instance.LoadBalancerIds = ["lb-1"];

        var plan = await PlanAsync(service, instance);

        Assert.Contains(plan.Stays, thing => thing.Kind == "Snapshot" && thing.Id == snapshot && thing.Costs.Count == 0);
        Assert.Contains(plan.Stays, thing => thing.Kind == "LoadBalancer" && thing.Id == "lb-1");
        Assert.Equal(["LoadBalancer", "Snapshot"], plan.NotPriced.Select(lack => lack.Kind).Distinct().Order(StringComparer.Ordinal));
        Assert.Null(plan.StaysPerHour);
    }

    [Theory]
    [InlineData("DescribeDisks", "Disk")]
    [InlineData("DescribeEips", "Eip")]
    [InlineData("DescribeSnapshots", "Snapshot")]
    public async Task A_list_that_may_not_be_read_is_said_in_the_plan_and_the_others_are_read(string action, string kind)
    {
        using var service = Service();
        service.Simulator.FaultFor = request => request.Action == action ? NoRight : null;

        var plan = await PlanAsync(service, WithAddress(service));

        var lack = Assert.Single(plan.NotPriced, one => one.Id is null);
        Assert.Equal(kind, lack.Kind);
        Assert.Contains($"could not be read: ", lack.Reason, StringComparison.Ordinal);
        Assert.Contains($"The action was {action}.", lack.Reason, StringComparison.Ordinal);
        Assert.True(plan.SavesPerHour > 0);
    }

    [Fact]
    public async Task Disks_that_may_not_be_read_go_as_the_instance_names_them_and_only_the_boot_disk_is_priced()
    {
        using var service = Service();
        var instance = WithAddress(service);
        service.Simulator.FaultFor = request => request.Action == "DescribeDisks" ? NoRight : null;

        var plan = await PlanAsync(service, instance);

        Assert.Equal(
            instance.DataDisks.Select(disk => disk.DiskId).Prepend(instance.SystemDisk!.DiskId),
            plan.Goes.Where(thing => thing.Kind == "Disk").Select(thing => thing.Id));
        Assert.NotEmpty(plan.Goes[1].Costs);
        Assert.All(instance.DataDisks, disk => Assert.Contains(plan.NotPriced, lack => lack.Id == disk.DiskId));
    }

    [Theory]
    [InlineData("InquiryPriceCreateInstance", "Instance")]
    [InlineData("InquiryPriceCreateDisks", "Disk")]
    [InlineData("DescribeEipPrice", "Eip")]
    public async Task A_price_that_may_not_be_asked_for_is_said_of_each_thing_and_asked_for_once(string action, string kind)
    {
        using var service = Service();
        service.Simulator.FaultFor = request => request.Action == action ? NoRight : null;

        var plans = await PlansAsync(service, service.Simulator.Instances, call => call.ThrottleLimit = 1);

        Assert.All(plans, plan => Assert.All(
            plan.Goes.Where(thing => thing.Kind == kind && thing.Costs.Count == 0), thing => Assert.Contains(plan.NotPriced, lack => lack.Id == thing.Id)));
        Assert.Contains(plans, plan => plan.NotPriced.Any(lack => lack.Kind == kind && lack.Reason.Contains(action, StringComparison.Ordinal)));
        Assert.InRange(service.Sent(action), 1, 1);
    }

    [Fact]
    public async Task What_is_sold_out_is_not_priced_with_the_answer_of_the_service()
    {
        using var service = Service();
        service.Simulator.FaultFor = request => request.Action == "InquiryPriceCreateInstance"
            ? SimulatedFault.Error(400, "RESOURCE_INSUFFICIENT_PRODUCT_SOLD_OUT")
            : null;

        var plan = await PlanAsync(service, WithAddress(service));

        Assert.Equal(["Instance", "Disk"], plan.NotPriced.Select(lack => lack.Kind));
        Assert.All(plan.NotPriced, lack => Assert.Contains("RESOURCE_INSUFFICIENT_PRODUCT_SOLD_OUT", lack.Reason, StringComparison.Ordinal));
        Assert.Empty(plan.Goes[0].Costs);
        Assert.True(plan.SavesPerHour > 0);
    }

    [Fact]
    public async Task Credentials_that_are_not_accepted_end_it()
    {
        using var service = Service();
        var instances = await ReadAsync(service, service.Ids(1));
        service.Simulator.FaultFor = _ => SimulatedFault.Error(401, "AUTHFAILURE_INVALID_AUTHORIZATION");

        await Assert.ThrowsAsync<ZecServiceException>(() => new ReleasePlanReader(service.Client, service.Call).ReadAsync(instances, CancellationToken.None));
    }

    [Fact]
    public async Task Prepaid_things_are_not_asked_for()
    {
        using var service = Service();
        var instance = WithAddress(service);
        var disk = instance.DataDisks[0].DiskId!;
        service.Simulator.ChangeRow("Disk", disk, """{"expiredTime":"2031-05-01T00:00:00Z"}""");
        instance.ExpiredTime = new DateTimeOffset(2031, 5, 1, 0, 0, 0, TimeSpan.Zero);

        var plan = await PlanAsync(service, instance);

        Assert.Equal([instance.InstanceId, instance.SystemDisk!.DiskId, disk], plan.NotPriced.Select(lack => lack.Id));
        Assert.All(plan.NotPriced, lack => Assert.Equal("It is prepaid until 2031-05-01.", lack.Reason));
        Assert.Equal(0, service.Sent("InquiryPriceCreateInstance") + service.Sent("InquiryPriceCreateDisks"));
    }

    [Fact]
    public async Task Without_prices_only_lists_are_read_and_no_thing_is_missed_for_lack_of_one()
    {
        using var service = Service();

        var plan = await PlanAsync(service, WithAddress(service), noPrice: true);

        Assert.DoesNotContain(service.Simulator.Calls, call => call.Action.Contains("Price", StringComparison.Ordinal));
        Assert.True(plan.Goes.Length > 2);
        Assert.Null(plan.SavesPerHour);
        Assert.Empty(plan.NotPriced);
    }

    [Fact]
    public async Task An_instance_in_the_recycle_bin_does_not_go_and_what_lies_there_with_it_is_named()
    {
        using var service = Service();
        var instance = WithAddress(service);
        var (disk, eip) = (instance.DataDisks[0].DiskId!, EipOf(service, instance));
        service.Simulator.SetStatus(instance.InstanceId, InstanceStatus.Recycle);
        service.Simulator.SetStatus("Disk", disk, "RECYCLED");
        service.Simulator.SetStatus("Eip", eip, "RECYCLED");

        var plan = await PlanAsync(service, instance);

        Assert.Empty(plan.Goes);
        Assert.Equal([instance.InstanceId, disk, eip], plan.RecycleBin.Select(thing => thing.Id));
        Assert.Contains(plan.NotPriced, lack => lack.Id == instance.InstanceId && lack.Reason.StartsWith("It is in the recycle bin", StringComparison.Ordinal));
        Assert.Null(plan.SavesPerHour);
    }

    [Fact]
    public async Task What_belongs_to_an_instance_in_the_recycle_bin_stays_and_nobody_knows_whether_it_costs()
    {
        using var service = Service();
        var instance = WithAddress(service);
        service.Simulator.SetStatus(instance.InstanceId, InstanceStatus.Recycle);

        var plan = await PlanAsync(service, instance);

        string[] own = [instance.SystemDisk!.DiskId!, .. instance.DataDisks.Select(disk => disk.DiskId!), EipOf(service, instance)];
        Assert.Superset(own.ToHashSet(), plan.Stays.Select(thing => thing.Id).ToHashSet());
        Assert.Superset(own.ToHashSet(), plan.NotPriced.Select(lack => lack.Id!).ToHashSet());
        Assert.Null(plan.StaysPerHour);
    }

    [Fact]
    public async Task An_instance_that_is_being_released_has_nothing_more_to_save()
    {
        using var service = Service();
        var instance = WithAddress(service);
        service.Simulator.SetStatus(instance.InstanceId, InstanceStatus.Releasing);

        var plan = await PlanAsync(service, instance);

        Assert.Empty(plan.Goes);
        Assert.Contains(plan.NotPriced, lack => lack.Id == instance.InstanceId);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(3000)]
    public async Task A_plan_of_many_instances_takes_few_requests(int count)
    {
        using var service = Service(count);
        var instances = await ReadAsync(service, service.Ids(count));
        var before = service.Simulator.Calls.Count;

        var plans = await new ReleasePlanReader(service.Client, service.Call).ReadAsync(instances, CancellationToken.None);

        Assert.Equal(count, plans.Count);
        var sent = service.Simulator.Calls.Skip(before).ToArray();
        Assert.InRange(sent.Length, 1, 80);

        // Equal questions are asked once.
        Assert.Equal(sent.Length, sent.Select(call => (call.Action, call.Body)).Distinct().Count());
    }

    [Fact]
    public async Task A_plan_of_one_instance_in_a_large_account_reads_only_what_it_names()
    {
        using var service = Service(4000);
        var instances = await ReadAsync(service, [WithAddress(service).InstanceId]);
        var before = service.Simulator.Calls.Count;

        var plan = Assert.Single(await new ReleasePlanReader(service.Client, service.Call).ReadAsync(instances, CancellationToken.None));

        Assert.Contains(plan.Goes, thing => thing.Kind == "Eip");
        Assert.InRange(service.Simulator.Calls.Skip(before).Count(call => call.Action.StartsWith("DescribeDisks", StringComparison.Ordinal)), 1, 3);
        Assert.InRange(service.Simulator.Calls.Skip(before).Count(call => call.Action == "DescribeEips"), 1, 2);
    }

    [Fact]
    public async Task Snapshots_of_disks_that_the_instance_does_not_name_stay_too()
    {
        using var service = Service();
        var instance = Assert.Single(await ReadAsync(service, [WithAddress(service).InstanceId]));
        var disk = instance.DataDisks[0].DiskId!;
        var snapshot = service.Simulator.Rows("Snapshot")[0].GetProperty("snapshotId").GetString()!;
        service.Simulator.ChangeRow("Snapshot", snapshot, $$"""{"diskId":"{{disk}}"}""");
        (instance.SystemDisk, instance.DataDisks) = (null, []);

        var plan = Assert.Single(await new ReleasePlanReader(service.Client, service.Call).ReadAsync([instance], CancellationToken.None));

        Assert.Contains(plan.Goes, thing => thing.Id == disk);
        Assert.Contains(plan.Stays, thing => thing.Id == snapshot);
    }

    private static SimulatedService Service(int count = 40) => new(options => options.InstanceCount = count);

    /// <summary>An instance of a known size, with a detachable data disk and an elastic IP that is not a default one, in a usual state, without snapshots.</summary>
    private static ZecInstance WithAddress(SimulatedService service)
    {
        var kept = service.Simulator.Rows("Snapshot").Select(row => row.GetProperty("diskId").GetString()).ToHashSet();
        return service.Simulator.Instances.First(instance => instance is { InstanceType: not null, ExpiredTime: null, PublicIpAddresses.Count: > 0, DataDisks.Count: > 0 }
            && instance.Status is InstanceStatus.Running or InstanceStatus.Stopped
            && instance.DataDisks.All(disk => disk.Portable == true)
            && !instance.DataDisks.Select(disk => disk.DiskId).Append(instance.SystemDisk?.DiskId).Any(kept.Contains)
            && service.Simulator.Row("Eip", EipOf(service, instance))!.Value.GetProperty("isDefault").GetBoolean() == false);
    }

    private static string EipOf(SimulatedService service, ZecInstance instance) => service.Simulator.Rows("Eip")
        .First(row => row.GetProperty("instanceId").GetString() == instance.InstanceId).GetProperty("eipId").GetString()!;

    private static IEnumerable<string> Ids(ZecReleasePlan plan) => plan.Goes.Concat(plan.Stays).Select(thing => thing.Id).Order(StringComparer.Ordinal);

    private static async Task<IReadOnlyList<ZecInstance>> ReadAsync(SimulatedService service, IReadOnlyList<string> ids)
    {
        var found = await new InstanceLister(service.Client, service.Call).FindAsync(ids, new DescribeInstancesRequest(), CancellationToken.None);
        return [.. ids.Select(id => found[id])];
    }

    private static async Task<ZecReleasePlan> PlanAsync(SimulatedService service, ZecInstance instance, bool keeps = false, bool noPrice = false)
    {
        var reader = new ReleasePlanReader(service.Client, service.Call) { KeepDependentResource = keeps, NoPrice = noPrice };
        return Assert.Single(await reader.ReadAsync(await ReadAsync(service, [instance.InstanceId]), CancellationToken.None));
    }

    private static async Task<IReadOnlyList<ZecReleasePlan>> PlansAsync(
        SimulatedService service, IReadOnlyList<ZecInstance> instances, Action<ZenlayerZec.Client.ZecCallOptions> configure)
    {
        configure(service.Call);
        var read = await ReadAsync(service, [.. instances.Select(instance => instance.InstanceId)]);
        return await new ReleasePlanReader(service.Client, service.Call).ReadAsync(read, CancellationToken.None);
    }
}
