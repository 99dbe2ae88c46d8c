using System.Globalization;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Reports;

/// <summary>What a report says of release plans.</summary>
public sealed class PlanReportTests : IDisposable
{
    private readonly PowerShellSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_totals_are_the_sums_of_the_plans(int seed)
    {
        var plans = Samples.Plans(40, seed);

        var page = Page.Of(_session, plans);

        Assert.Equal(plans.Sum(plan => plan.SavesPerHour), Number(page.Row("Totals", "Cost per hour")[0]));
        Assert.Equal(plans.Sum(plan => plan.SavesPerMonth), Number(page.Row("Totals", "Cost per month")[0]));
        Assert.Equal(string.Empty, page.Row("Totals", "Cost per hour")[1]);
        Assert.DoesNotContain(page.Rows("Totals"), row => row[0] == "Cost per day");
        Assert.Equal(["120", "0"], page.Row("Totals", "Disks"));
        Assert.Equal(["0", $"{plans.Sum(plan => plan.Stays.Length)}"], page.Row("Totals", "Snapshots"));
        Assert.Equal(
            [$"{plans.Sum(plan => plan.NotPriced.Count(entry => entry.Kind == "Disk"))}", $"{plans.Sum(plan => plan.Stays.Length)}"],
            page.Row("Totals", "Without a known price"));
    }

    [Fact]
    public void The_line_of_an_instance_has_what_its_release_saves_by_each_unit()
    {
        var plans = Samples.Plans(10);

        var page = Page.Of(_session, plans);

        var lines = page.Table("Instances").Elements("tbody").Select(body => body.Elements("tr").First().Elements("td").Select(cell => Number(cell.Value)).ToArray());
        Assert.Equal(plans.Select(plan => new[] { plan.SavesPerHour!.Value, plan.SavesPerMonth!.Value }), lines);
    }

    [Fact]
    public void Each_thing_stands_once_with_its_effect_its_ID_and_its_price()
    {
        var page = Page.Of(_session, Samples.Plan(
            "i-1",
            "web-1",
            [new("Instance", "i-1", "web-1", "z2a.cpu.1", new ZecCost("Instance", 0.1m, "HOUR")), new("Eip", "e-1", null, "203.0.113.7", new("Address", 0.005m, "HOUR"), new("Bandwidth", 12, "MONTH"))],
            [new("Disk", "d-1", "data", "100 GiB", new ZecCost("Disk", 0.0123m, "HOUR")), new("Snapshot", "s-1", null, null)],
            new ZecNotPriced("Snapshot", "s-1", "The API has no price for snapshots.")));

        Assert.Equal(
            [
                "web-1 i-1 STOPPED | 0.1050 | 12.00",
                "Goes | Instance z2a.cpu.1 | 0.1000 | ",
                "Elastic IP 203.0.113.7 e-1Address 0.0050 per hour, Bandwidth 12.00 per month | 0.0050 | 12.00",
                "Stays | Disk 100 GiB data d-1 | 0.0123 | ",
                "Snapshot s-1 | not priced",
            ],
            page.Rows("Instances").Select(row => string.Join(" | ", row)));
        Assert.Equal(["Snapshot", "The API has no price for snapshots.s-1", "1"], Assert.Single(page.Rows("Not priced")));
    }

    [Fact]
    public void What_has_no_price_is_never_0()
    {
        var page = Page.Of(_session, Samples.Plan("i-1", null, [new("Instance", "i-1", null, null)], [], new ZecNotPriced("Instance", "i-1", "Sold out.")));

        Assert.DoesNotContain(page.Rows("Totals"), row => row[0].StartsWith("Cost", StringComparison.Ordinal));
        Assert.Equal(["1", "0"], page.Row("Totals", "Without a known price"));
        Assert.DoesNotContain("0.00", page.Seen, StringComparison.Ordinal);
        Assert.Contains("No price is known.", page.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_read_is_said_beside_its_instance_and_beside_the_totals()
    {
        var page = Page.Of(_session, Samples.Plan(
            "i-1", null, [new("Instance", "i-1", null, null, new ZecCost("Instance", 1, "HOUR"))], [], new ZecNotPriced("Eip", null, "The right to call DescribeEips is missing.")));

        Assert.Equal(["Unknown", "Elastic IPs, which could not be read", "not priced"], page.Rows("Instances")[^1]);
        Assert.Contains("For 1 instance, not everything could be read that goes or stays", page.Seen, StringComparison.Ordinal);
        Assert.Equal(["Elastic IPs", "The right to call DescribeEips is missing.", "unknown"], Assert.Single(page.Rows("Not priced")));
    }

    [Fact]
    public void That_costs_are_lacking_is_said_also_where_they_are_those_of_nothing_that_goes_or_stays()
    {
        var page = Page.Of(_session, Samples.Plan(
            "i-1", null, [new("Instance", "i-1", null, null, new ZecCost("Spec", 1, "HOUR"))], [], new ZecNotPriced("Nic", "n-1", "Whether it has a public IPv6 address was not read.")));

        Assert.Contains("The costs lack what has no known price.", page.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_protected_tag_stands_beside_what_has_it()
    {
        var plan = Samples.Plan("i-1", "web-1", [new("Instance", "i-1", "web-1", null), new("Disk", "d-1", null, null)], []);
        Array.ForEach(plan.Goes.ToArray(), thing => thing.ProtectedTag = "zec:keep");

        var page = Page.Of(_session, plan);

        Assert.Equal(["web-1 i-1 STOPPED protected tag zec:keep", "Goes", "Disk d-1 protected tag zec:keep"], page.Rows("Instances").Select(row => row[0]));
        Assert.Contains("The totals have 1 instance with a protected tag, which Remove-ZecInstance skips", page.Seen, StringComparison.Ordinal);
        Assert.DoesNotContain("would go with an instance", page.Seen, StringComparison.Ordinal);
        plan.Goes[0].ProtectedTag = null;
        Assert.Contains(
            "Something with a protected tag would go with an instance: Remove-ZecInstance skips such an instance by its plan without -IncludeProtected, but not without a plan.",
            Page.Of(_session, plan).Seen,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_comes_twice_and_a_thing_of_two_plans_count_once()
    {
        ZecDependent shared = new("Eip", "e-1", null, "203.0.113.7", new ZecCost("Address", 2, "HOUR"));
        ZecReleasePlan Of(string id, decimal price) => Samples.Plan(id, null, [new("Instance", id, null, null, new ZecCost("Instance", price, "HOUR")), shared], []);

        var page = Page.Of(_session, new[] { Of("i-1", 100), Of("i-2", 10), Of("i-1", 1) });

        Assert.Equal("13.00", page.Row("Totals", "Cost per hour")[0]);
        Assert.Equal(["1", "0"], page.Row("Totals", "Elastic IPs"));
        Assert.Contains("What belongs to several instances counts once", page.Seen, StringComparison.Ordinal);
        Assert.Contains("Of several plans of one instance, the last one counts.", page.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void Instances_of_two_accounts_are_told_apart()
    {
        var plans = Samples.Plans(2);
        (plans[0].Account, plans[1].Account) = ("north", "south");

        var page = Page.Of(_session, plans);

        Assert.Contains("north, south", page.Elements("dl").Single().Value, StringComparison.Ordinal);
        Assert.Equal(["north", "south"], page.Elements("tr").Where(row => row.Attribute("class")?.Value == "g").Select(row => row.Elements().First().Elements("span").Last().Value));
    }

    [Fact]
    public void What_lies_in_a_recycle_bin_has_a_table_of_its_own()
    {
        var plan = Samples.Plans(1)[0];
        plan.RecycleBin = new ZecDependent[] { new("Disk", "d-9", "old", "10 GiB") };

        var page = Page.Of(_session, plan);

        Assert.Equal(["Disk 10 GiB old d-9", $"web-00000 {plan.InstanceId}"], Assert.Single(page.Rows("In the recycle bin")));
        Assert.False(Page.Of(_session, Samples.Plans(1)).HasTable("In the recycle bin"));
    }

    [Fact]
    public void Plans_of_an_account_are_reported_as_they_are_summed()
    {
        _session.Must("Connect-Zec -Simulator; $it = Get-ZecInstance -First 20 | Get-ZecReleasePlan -KeepDependentResource; $sum = $it | Measure-ZecReleasePlan");

        var page = new Page(_session.Must("$it | ConvertTo-ZecReport").Single<string>());

        foreach (var unit in new[] { "Hour", "Day", "Month" })
        {
            var sum = _session.Must($"$sum.SavesPer{unit}").Output.Single()?.BaseObject as decimal?;
            var row = page.Rows("Totals").SingleOrDefault(row => row[0] == $"Cost per {unit.ToLowerInvariant()}");
            Assert.Equal(sum, row is null || row[1].Length == 0 ? null : Number(row[1]));
        }

        Assert.Equal("20", page.Row("Totals", "Instances")[0]);
        Assert.Contains("It keeps the disks, elastic IPs and network interfaces that can be kept.", page.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_prices_nothing_is_said_to_have_none()
    {
        _session.Must("Connect-Zec -Simulator");

        var page = new Page(_session.Must("Get-ZecInstance -First 2 | Get-ZecReleasePlan -NoPrice | ConvertTo-ZecReport").Single<string>());

        Assert.DoesNotContain(page.Rows("Totals"), row => row[0].Contains("price", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("No price is known.", page.Seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.1", "0.10")]
    [InlineData("0.1000", "0.10")]
    [InlineData("0.00000001", "0.00000001")]
    [InlineData("123456.5", "123,456.50")]
    public void A_price_is_shown_in_full_and_never_rounded(string price, string shown)
    {
        var cost = new ZecCost("Instance", decimal.Parse(price, CultureInfo.InvariantCulture), "DAY");

        var page = Page.Of(_session, Samples.Plan("i-1", null, [new("Instance", "i-1", null, null, cost)], []));

        Assert.Equal([shown, string.Empty], page.Row("Totals", "Cost per day"));
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
