using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Reports;

/// <summary>What a report says of what nobody uses.</summary>
public sealed class UnusedReportTests : IDisposable
{
    private readonly PowerShellSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Things_stand_by_their_kind_with_their_costs_and_the_sums()
    {
        object[] unused =
        [
            Samples.UnusedDisk("d-1", "left", null, new ZecCost("Disk", 0.05m, "HOUR")),
            new ZecUnused(new ZecEip { EipId = "e-1" }, new ZecDependent("Eip", "e-1", null, "203.0.113.7", new ZecCost("Bandwidth", 9, "MONTH"))),
            Samples.UnusedDisk("d-2", null, "It is prepaid until 2027-01-31."),
            Samples.UnusedDisk("d-3", null, null, new ZecCost("Disk", 0.0025m, "HOUR")),
        ];

        var page = Page.Of(_session, unused);

        Assert.Equal(["3", "1", "0.0525", string.Empty], page.Row("Totals", "Disks"));
        Assert.Equal(["1", "0", string.Empty, "9.00"], page.Row("Totals", "Elastic IPs"));
        Assert.Equal(["4", "1", "0.0525", "9.00"], page.Row("Totals", "Total"));
        Assert.Equal(
            ["100 GiB left d-1 | 2026-09-03 | 0.0500 | ", "100 GiB d-2 | 2026-09-03 | not priced", "100 GiB d-3 | 2026-09-03 | 0.0025 | "],
            page.Rows("Disks").Select(row => string.Join(" | ", row)));
        Assert.Equal(["Disk", "It is prepaid until 2027-01-31.d-2", "1"], Assert.Single(page.Rows("Not priced")));
    }

    [Fact]
    public void A_thing_that_comes_twice_counts_once()
    {
        var page = Page.Of(_session, new[] { Samples.UnusedDisk("d-1", null, null), Samples.UnusedDisk("d-1", null, null, new ZecCost("Disk", 1, "DAY")) });

        Assert.Equal(["1", "0", "1.00"], page.Row("Totals", "Disks"));
    }

    [Fact]
    public void A_time_that_is_not_known_is_no_date()
    {
        var disk = Samples.UnusedDisk("d-1", null, null);
        disk.CreateTime = ZecInstance.UnknownCreateTime;

        Assert.Equal("not known", Assert.Single(Page.Of(_session, disk).Rows("Disks"))[1]);
    }
}
