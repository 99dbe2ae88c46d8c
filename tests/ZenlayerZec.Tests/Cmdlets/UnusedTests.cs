using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What nobody uses, of all kinds, and what it costs.</summary>
public class UnusedTests
{
    private const string NoRight = "AUTHFAILURE_UNAUTHORIZED_OPERATION";

    [Fact]
    public async Task It_lists_what_the_kinds_list_as_unused_and_nothing_else()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.ChangeRow("Disk", account.Session.Must("(Get-ZecDisk -Status IN_USE -First 1).DiskId").Single<string>(), """{"diskStatus":"ATTACHING"}""");

        var unused = account.Session.Must("Get-ZecUnused").Of<ZecUnused>();
        var expected = account.Session.Must("""
            (Get-ZecDisk -Unused).DiskId; (Get-ZecEip -Unused).EipId; (Get-ZecNic -Unused).NicId; (Get-ZecSnapshot -Unused).SnapshotId
            """).Of<string>();

        Assert.Equal(expected, unused.Select(one => one.Id));
        Assert.Equal(["Disk", "Eip", "Nic", "Snapshot"], unused.Select(one => one.Kind).Distinct());
        Assert.All(unused, one => Assert.Equal(one.Kind, one.Resource.GetType().Name["Zec".Length..]));
        Assert.All(unused, one => Assert.StartsWith("simulated-key-id@", one.Account, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_it_costs_is_what_the_price_cmdlets_say_and_equal_questions_are_asked_once()
    {
        await using var account = await ServedAccount.StartAsync();

        var unused = account.Session.Must("Get-ZecUnused Disk, Eip").Of<ZecUnused>();
        var asked = account.Simulator.Calls.Where(call => call.Action == "InquiryPriceCreateDisks").ToArray();
        var prices = account.Session.Must("""
            Get-ZecDisk -Unused | Get-ZecDiskPrice | ForEach-Object { "$($_.DiskId) $($_.Item) $($_.Price) $($_.Per)" }
            Get-ZecEip -Unused | Get-ZecEipPrice | Where-Object { -not $_.AmountUnit -and $_.Tiers.Count -eq 0 } |
                ForEach-Object { "$($_.EipId) $($_.Item) $($_.Price) $($_.Per)" }
            """).Of<string>();

        Assert.NotEmpty(prices);
        Assert.Equal(
            prices.Order(StringComparer.Ordinal),
            unused.SelectMany(one => one.Costs.Select(cost => FormattableString.Invariant($"{one.Id} {cost.Item} {cost.Price} {cost.Per}"))).Order(StringComparer.Ordinal));
        Assert.All(unused.Where(one => one.Kind == "Disk"), one => Assert.Null(one.NotPriced));
        Assert.Equal(asked.Select(call => call.Body).Distinct(StringComparer.Ordinal).Count(), asked.Length);
    }

    [Fact]
    public async Task What_has_no_price_says_why_and_costs_nothing_that_is_a_number()
    {
        await using var account = await ServedAccount.StartAsync();

        var unused = account.Session.Must("Get-ZecUnused Nic, Snapshot").Of<ZecUnused>();

        Assert.NotEmpty(unused);
        Assert.All(unused, one => Assert.Equal((null, null, 0), (one.Price, one.Per, one.Costs.Length)));
        Assert.Equal(
            ["The API does not say the price of network interfaces.", "The API does not say the price of snapshots."],
            unused.Select(one => one.NotPriced).Distinct());
    }

    [Fact]
    public async Task A_kind_that_cannot_be_read_is_an_error_and_the_others_are_listed()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "DescribeEips" ? SimulatedFault.Error(403, NoRight) : null;

        var run = account.Run("Get-ZecUnused");

        Assert.Equal(["Disk", "Nic", "Snapshot"], run.Of<ZecUnused>().Select(one => one.Kind).Distinct());
        var error = Assert.Single(run.Errors);
        Assert.StartsWith($"{NoRight},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("Eip", error.TargetObject);
        Assert.Contains("The elastic IPs could not be listed:", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("DescribeEips", error.ToString(), StringComparison.Ordinal);
        Assert.Null(run.Terminating);
    }

    [Fact]
    public async Task Without_the_right_to_ask_for_prices_the_things_are_listed_and_say_so()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "InquiryPriceCreateDisks" ? SimulatedFault.Error(403, NoRight) : null;

        var disks = account.Session.Must("Get-ZecUnused Disk").Of<ZecUnused>();

        Assert.NotEmpty(disks);
        Assert.All(disks, disk => Assert.Contains("The action was InquiryPriceCreateDisks.", disk.NotPriced, StringComparison.Ordinal));
        Assert.All(disks, disk => Assert.Null(disk.Price));
    }

    [Fact]
    public async Task What_every_request_would_meet_ends_it_with_one_error()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = _ => SimulatedFault.Error(401, "AUTHFAILURE_SIGNATURE_FAILURE");

        var run = account.Run("Get-ZecUnused");

        Assert.Empty(run.Output);
        Assert.Single(run.Errors.Append(run.Terminating).OfType<ErrorRecord>());
    }

    [Fact]
    public async Task Without_prices_only_the_lists_are_read()
    {
        await using var account = await ServedAccount.StartAsync();

        var unused = account.Session.Must("Get-ZecUnused -NoPrice").Of<ZecUnused>();

        Assert.All(unused, one => Assert.Equal(("The price was not asked for.", 0), (one.NotPriced, one.Costs.Length)));
        Assert.Equal(
            ["DescribeDisks", "DescribeEips", "DescribeNetworkInterfaces", "DescribeSnapshots"],
            account.Simulator.Calls.Select(call => call.Action).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_what_is_old_enough_is_listed_and_what_says_no_age_is_left_out_with_a_warning()
    {
        await using var account = await ServedAccount.StartAsync();
        ZecDisk[] disks = [.. account.Session.Must("Get-ZecDisk -Unused").Of<ZecDisk>().OrderBy(disk => disk.CreateTime)];
        account.Simulator.ChangeRow("Disk", disks[^1].DiskId, """{"createTime":null}""");
        account.Session["limit"] = disks[1].CreateTime;

        var run = account.Session.Must("Get-ZecUnused Disk -CreatedBefore $limit -NoPrice");

        Assert.Equal([disks[0].DiskId], run.Of<ZecUnused>().Select(one => one.Id));
        Assert.Equal(["1 disk left out: -CreatedBefore needs the time of the creation, which the service does not say."], run.Warnings);
    }

    [Fact]
    public async Task With_tags_only_what_has_them_is_listed_and_no_snapshot()
    {
        await using var account = await ServedAccount.StartAsync();
        var id = account.Session.Must("(Get-ZecDisk -Unused -First 1).DiskId").Single<string>();
        account.Simulator.ChangeRow("Disk", id, """{"tags":{"tags":[{"key":"team","value":"red"}]}}""");

        var run = account.Session.Must("Get-ZecUnused -Tag @{ team = 'r*' } -NoPrice");

        Assert.Equal(id, Assert.Single(run.Of<ZecUnused>()).Id);
        Assert.Equal(["Snapshots have no tags: -Tag leaves them out."], run.Warnings);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "DescribeSnapshots");
    }

    [Fact]
    public async Task The_summary_has_a_sum_for_each_unit_and_says_what_it_lacks()
    {
        await using var account = await ServedAccount.StartAsync();

        var things = account.Session.Must("Get-ZecUnused").Of<ZecUnused>();
        var sums = account.Session.Must("Get-ZecUnused -Summary").Of<ZecUnusedSummary>();

        Assert.Equal(["Disk", "Eip", "Nic", "Snapshot"], sums.Select(sum => sum.Kind));
        Assert.All(sums, sum =>
        {
            var own = things.Where(one => one.Kind == sum.Kind).ToArray();
            Assert.Equal(own.Length, sum.Count);
            Assert.Equal(own.Count(one => one.NotPriced is not null), sum.NotPricedCount);
            foreach (var (per, total) in new[] { ("HOUR", sum.PerHour), ("DAY", sum.PerDay), ("MONTH", sum.PerMonth) })
            {
                var costs = own.SelectMany(one => one.Costs).Where(cost => cost.Per == per).Select(cost => cost.Price).ToArray();
                Assert.Equal(costs.Length == 0 ? null : costs.Sum(), total);
            }
        });
        Assert.Contains(sums, sum => sum.PerHour > 0);
        Assert.Equal((null, null, null), (sums[^1].PerHour, sums[^1].PerDay, sums[^1].PerMonth));
    }

    [Fact]
    public async Task A_kind_that_cannot_be_read_has_no_sum()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "DescribeSnapshots" ? SimulatedFault.Error(403, NoRight) : null;

        var run = account.Run("Get-ZecUnused -Summary");

        Assert.Equal(["Disk", "Eip", "Nic"], run.Of<ZecUnusedSummary>().Select(sum => sum.Kind));
        Assert.Single(run.Errors);
    }

    [Fact]
    public async Task Each_account_is_listed_in_turn()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must("""
            $one = Connect-Zec -Simulator -Name one -PassThru
            $two = Connect-Zec -Simulator -Name two -PassThru
            Get-ZecUnused Disk -Connection $one, $two
            """);

        Assert.Equal(["one", "two"], run.Of<ZecUnused>().Select(one => one.Account).Distinct());
    }

    [Theory]
    [InlineData("Get-ZecUnused -NoPrice")]
    [InlineData("Get-ZecUnused -NoPrice | ForEach-Object { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_, 2)) }")]
    [InlineData("Get-ZecUnused -NoPrice | ForEach-Object { [pscustomobject]@{ Resource = \"$($_.Resource)\"; Kind = $_.Kind; Id = $_.Id; Name = $_.Name; Price = '' } }")]
    [InlineData("Get-ZecUnused -NoPrice | ForEach-Object { [pscustomobject]@{ Kind = $_.Kind.ToLowerInvariant(); Id = $_.Id } }")]
    public async Task A_cmdlet_removes_the_things_of_its_kind_and_names_each_ID_that_it_refuses(string list)
    {
        await using var account = await ServedAccount.StartAsync();
        var disks = account.Session.Must("(Get-ZecDisk -Unused).DiskId").Of<string>();
        var others = account.Session.Must("(Get-ZecUnused Eip, Nic, Snapshot -NoPrice).Id").Of<string>();

        var run = account.Run($"& {{ {list} }} | Remove-ZecDisk -Force");

        Assert.Null(run.Terminating);
        Assert.Equal(disks.Order(StringComparer.Ordinal), run.Of<ZecBatchResult>().SelectMany(result => result.SucceededIds).Order(StringComparer.Ordinal));
        Assert.Equal(others.Count, run.Errors.Count);
        Assert.All(others, id => Assert.Contains(run.Errors, error => error.ToString().Contains($"Nothing was sent for {id}.", StringComparison.Ordinal)));
        Assert.DoesNotContain(
            account.Simulator.Calls, call => call.Action?.StartsWith("Describe", StringComparison.Ordinal) == false && call.Action != "ReleaseDisk");
    }

    [Fact]
    public async Task A_copy_that_does_not_say_its_kind_is_refused()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run("""
            Get-ZecUnused Disk -NoPrice | ForEach-Object {
                $copy = [pscustomobject]@{ Id = $_.Id }
                $copy.PSTypeNames.Insert(0, 'Selected.ZenlayerZec.Client.Costs.ZecUnused')
                $copy
            } | Remove-ZecDisk -Force
            """);

        Assert.Empty(run.Output);
        Assert.All(run.Errors, error => Assert.Contains("This is an unused thing (ZecUnused), not a disk.", error.ToString(), StringComparison.Ordinal));
        Assert.Equal(3, run.Errors.Count);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "ReleaseDisk");
    }

    [Fact]
    public async Task What_is_just_listed_is_removed_without_a_further_look()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must("$unused = Get-ZecUnused Disk");
        var before = account.Simulator.Calls.Count;

        account.Session.Must("$unused | Remove-ZecDisk -Force | Out-Null");

        Assert.All(account.Simulator.Calls.Skip(before), call => Assert.Equal("ReleaseDisk", call.Action));
    }

    [Fact]
    public async Task It_leads_on_to_what_a_thing_leads_to()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must("(Get-ZecUnused Disk -NoPrice | Get-ZecDisk).DiskId; (Get-ZecDisk -Unused).DiskId");
        var ids = run.Of<string>();

        Assert.Equal(ids.Skip(ids.Count / 2), ids.Take(ids.Count / 2));
    }

    [Fact]
    public void A_table_says_what_is_not_priced_and_what_is_only_in_part()
    {
        using var session = new PowerShellSession();

        Assert.Equal("0.5/HOUR", Cost(null, new ZecCost("Eip", 0.2m, "HOUR"), new ZecCost("Bandwidth", 0.3m, "HOUR")));
        Assert.Equal("0.2/HOUR, 3/DAY", Cost(null, new ZecCost("Eip", 0.2m, "HOUR"), new ZecCost("Bandwidth", 3, "DAY")));
        Assert.Equal("0.2/HOUR, in part", Cost("The price of Bandwidth has tiers.", new ZecCost("Eip", 0.2m, "HOUR")));
        Assert.Equal("0/HOUR", Cost(null, new ZecCost("Eip", 0, "HOUR")));
        Assert.Equal("not priced", Cost("The API does not say it."));

        string Cost(string? notPriced, params ZecCost[] costs)
        {
            session["it"] = new ZecUnused(new ZecEip { EipId = "e-1" }, new ZecDependent("Eip", "e-1", null, null, costs)) { NotPriced = notPriced };
            var run = session.Must("$it.CostText; [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($it, 2)).CostText");
            return Assert.Single(run.Of<string>().Distinct());
        }
    }
}
