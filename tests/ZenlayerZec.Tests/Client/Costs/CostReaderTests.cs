using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Tests.Client.Costs;

/// <summary>What is known of a cost: a price for a unit of time, or the reason that there is none; never 0 for what is not said.</summary>
public class CostReaderTests
{
    [Theory]
    [InlineData("""{"discountUnitPrice":0.5,"unitPrice":1,"chargeUnit":"HOUR"}""", "0.5 per HOUR")]
    [InlineData("""{"unitPrice":"0.25","chargeUnit":"day"}""", "0.25 per DAY")]
    [InlineData("""{"unitPrice":0,"chargeUnit":"MONTH"}""", "0 per MONTH")]
    public async Task A_price_for_a_unit_of_time_is_a_cost(string price, string cost)
    {
        var known = await AskAsync($$"""{"dataDiskPrice":{{price}}}""");

        Assert.Equal(cost, Assert.Single(known.Costs).ToString());
        Assert.Null(known.Reason);
    }

    [Fact]
    public async Task What_costs_extra_above_what_is_included_is_a_cost_that_is_not_wholly_known()
    {
        var known = await AskAsync("""{"dataDiskPrice":{"unitPrice":9,"chargeUnit":"MONTH","excessUnitPrice":0.02,"excessAmountUnit":"GB"}}""");

        Assert.Equal("9 per MONTH", Assert.Single(known.Costs).ToString());
        Assert.Contains("above what the price of Disk includes costs extra", known.Reason, StringComparison.Ordinal);
        Assert.Null((await AskAsync("""{"dataDiskPrice":{"unitPrice":9,"chargeUnit":"MONTH","excessUnitPrice":0}}""")).Reason);
    }

    [Theory]
    [InlineData("null", "does not say the price of Disk")]
    [InlineData("{}", "does not say a valid price of Disk")]
    [InlineData("""{"unitPrice":null,"chargeUnit":"HOUR"}""", "does not say a valid price of Disk")]
    [InlineData("""{"unitPrice":-1,"chargeUnit":"HOUR"}""", "does not say a valid price of Disk")]
    [InlineData("""{"unitPrice":79228162514264337593543950335,"chargeUnit":"HOUR"}""", "does not say a valid price of Disk")]
    [InlineData("""{"unitPrice":5,"discountUnitPrice":-1,"chargeUnit":"HOUR"}""", "does not say a valid price of Disk")]
    [InlineData("""{"unitPrice":5,"discountUnitPrice":"free","chargeUnit":"HOUR"}""", "discountUnitPrice.")]
    [InlineData("""{"unitPrice":"much","chargeUnit":"HOUR"}""", "unitPrice.")]
    [InlineData("\"much\"", "values that cannot be read: dataDiskPrice")]
    [InlineData("""{"unitPrice":5}""", "does not say the unit of time")]
    [InlineData("""{"unitPrice":5,"chargeUnit":""}""", "does not say the unit of time")]
    [InlineData("""{"unitPrice":5,"chargeUnit":"WEEK"}""", "is per WEEK, which is not HOUR, DAY or MONTH")]
    [InlineData("""{"discountPrice":5,"chargeUnit":"MONTH"}""", "is for a term that is paid in advance")]
    [InlineData("""{"unitPrice":5,"chargeUnit":"HOUR","amountUnit":"GB"}""", "is for each GB")]
    [InlineData("""{"chargeUnit":"MONTH","stepPrices":[{"stepStart":0,"stepEnd":1,"unitPrice":2}]}""", "has tiers")]
    public async Task What_is_not_a_price_has_a_reason_and_never_costs_0(string price, string reason)
    {
        var known = await AskAsync($$"""{"dataDiskPrice":{{price}}}""");

        Assert.Empty(known.Costs);
        Assert.Contains(reason, known.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Things_of_which_too_little_is_known_are_not_asked_for()
    {
        using var service = new SimulatedService();
        ZecObject[] things =
        [
            new ZecDisk { DiskId = "d-1" },
            new ZecDisk { DiskId = "d-2", ZoneId = "eu-west-1a", SizeGiB = 20, Status = "RECYCLED" },
            new ZecEip { EipId = "e-1" },
            new ZecInstance { InstanceId = "i-1" },
            new ZecNic { NicId = "n-1" },
            new ZecSnapshot { SnapshotId = "s-1" },
        ];

        var known = await new CostReader(service.Client, service.Call).ReadAsync(things, CancellationToken.None);

        Assert.Equal(things.Length, known.Count);
        Assert.All(known.Values, costs => Assert.True(costs.Reason is { Length: > 0 } && costs.Costs.Count == 0));
        Assert.Contains("price of network interfaces", known[things[4]].Reason, StringComparison.Ordinal);
        Assert.Contains("price of snapshots", known[things[5]].Reason, StringComparison.Ordinal);
        Assert.Empty(service.Simulator.Calls);
    }

    [Fact]
    public async Task Equal_things_are_asked_for_once_in_all_readings()
    {
        using var service = new SimulatedService();
        var reader = new CostReader(service.Client, service.Call);
        ZecObject[] disks = [.. Enumerable.Range(0, 5).Select(number => Disk($"d-{number}"))];

        var first = await reader.ReadAsync(disks.Take(3), CancellationToken.None);
        var second = await reader.ReadAsync(disks.Skip(3), CancellationToken.None);

        Assert.Equal(1, service.Sent("InquiryPriceCreateDisks"));
        Assert.Single(first.Values.Concat(second.Values).Select(costs => costs.Costs[0].Price).Distinct());
    }

    private static ZecDisk Disk(string id) => new() { DiskId = id, ZoneId = "eu-west-1a", SizeGiB = 20 };

    private static async Task<KnownCosts> AskAsync(string answer)
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = request => request.Action == "InquiryPriceCreateDisks" ? ListAnswers.Response(answer) : null;
        var disk = Disk("d-1");
        return (await new CostReader(service.Client, service.Call).ReadAsync([disk], CancellationToken.None))[disk];
    }
}
