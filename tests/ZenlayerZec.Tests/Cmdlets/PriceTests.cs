using ZenlayerZec.Client.Models;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What things cost: what is asked, how often, and what comes back.</summary>
public class PriceTests
{
    private const string Whole = """{"specPrice":{"unitPrice":1,"chargeUnit":"HOUR"},"systemDiskPrice":{"unitPrice":1,"chargeUnit":"HOUR"}}""";

    private const string Order = """
        $order = @{
            ZoneId = 'eu-west-1a'; InstanceType = 'z2a.cpu.2'; ImageId = 'debian12_20240712'; SubnetId = 'subnet-1'; Name = 'web'; Count = 3
            DataDiskSizeGiB = 50; Tag = @{ env = 'dev' }; TimeZone = 'Europe/London'; EnableAgent = $false; NestedVirtualization = $true
            InternetChargeType = 'bybandwidth'; BandwidthMbps = 5; NetworkLineType = 'premiumbgp'; DiscountCode = 'x'; Wait = $true; TimeoutSec = 5; Confirm = $false
            Password = $password; UserData = 'x'
        }
        """;

    [Fact]
    public async Task The_hashtable_of_an_order_of_instances_is_priced_and_ordered()
    {
        await using var account = await StartAsync();
        account.Session["password"] = ServedAccount.Plain("Passw0rd!x");
        account.Session.Must(Order);

        var prices = account.Session.Must("Get-ZecInstancePrice @order").Of<ZecInstancePrice>();

        Assert.Equal(["Spec", "SystemDisk", "DataDisk", "IPv4", "IPv4Bandwidth"], prices.Select(price => price.Item));
        Assert.All(prices, price => Assert.True(price.Price > 0 && price.InstanceId is null));
        var asked = Assert.Single(account.Simulator.Calls, call => call.Action == "InquiryPriceCreateInstance").Body;
        Assert.Contains("\"systemDisk\":{\"diskSize\":20}", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("web", asked, StringComparison.Ordinal);
        Assert.Equal(3, account.Session.Must("New-ZecInstance @order").Of<ZecInstance>().Count);
    }

    [Fact]
    public async Task A_misspelled_parameter_is_an_error_all_the_same()
    {
        await using var account = await StartAsync();

        var run = account.Run("Get-ZecInstancePrice -ZoneId eu-west-1a -InstanceType z2a.cpu.2 -SystemDiskSizeGiB 20 -Cuont 3");

        Assert.Contains("NamedParameterNotFound", run.Everything, StringComparison.Ordinal);
        Assert.Empty(account.Simulator.Calls);
    }

    [Fact]
    public async Task Equal_instances_are_asked_for_once_and_told_for_each()
    {
        await using var account = await StartAsync();

        var like = account.Simulator.Instances.Where(one => one.InstanceType is not null)
            .GroupBy(one => (one.ZoneId, one.InstanceType, one.SystemDisk?.SizeGiB, one.SystemDisk?.DiskCategory, one.SystemDisk?.BurstingEnabled))
            .First(group => group.Count() > 1).Select(one => one.InstanceId).ToArray();
        account.Session["ids"] = like;

        var prices = account.Session.Must("Get-ZecInstance $ids | Get-ZecInstancePrice").Of<ZecInstancePrice>();

        Assert.Single(account.Simulator.Calls, call => call.Action == "InquiryPriceCreateInstance");
        Assert.Equal(like.Order(StringComparer.Ordinal), prices.Where(price => price.Item == "Spec").Select(price => price.InstanceId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_instance_with_a_GPU_that_does_not_say_its_type_has_an_error_and_never_the_price_0()
    {
        await using var account = await StartAsync();

        account.Session["id"] = account.Simulator.Instances.First(one => one.InstanceType is null).InstanceId;

        var run = account.Run("Get-ZecInstance $id | Get-ZecInstancePrice");

        Assert.Empty(run.Output);
        Assert.StartsWith("InstanceNotRead", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "InquiryPriceCreateInstance");
    }

    [Fact]
    public async Task Of_instances_of_a_type_that_is_sold_out_there_is_an_error_and_of_the_others_a_price()
    {
        await using var account = await StartAsync();
        var (soldOut, others) = (IdsIn("sa-east-1a"), IdsIn("eu-west-1a"));
        account.Session["ids"] = (string[])[.. soldOut, .. others];

        var run = account.Run("Get-ZecInstance $ids | Get-ZecInstancePrice");

        Assert.NotEmpty(soldOut);
        Assert.Equal(soldOut.Order(StringComparer.Ordinal), run.Errors.Select(error => $"{error.TargetObject}").Order(StringComparer.Ordinal));
        Assert.All(run.Errors, error =>
        {
            Assert.StartsWith("RESOURCE_INSUFFICIENT_PRODUCT_SOLD_OUT", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.StartsWith($"There is no price of {error.TargetObject}. There is no answer for ", error.ToString(), StringComparison.Ordinal);
            Assert.Contains("z2a.cpu.8 in sa-east-1a:", error.ToString(), StringComparison.Ordinal);
        });
        Assert.Single(account.Simulator.Calls, call => call.Action == "InquiryPriceCreateInstance" && call.Body.Contains("sa-east-1a", StringComparison.Ordinal));
        Assert.Equal(others, run.Of<ZecInstancePrice>().Select(price => price.InstanceId).Distinct());

        string[] IdsIn(string zoneId)
            => [.. account.Simulator.Instances.Where(one => one.ZoneId == zoneId && one.InstanceType == "z2a.cpu.8").Select(one => one.InstanceId)];
    }

    [Fact]
    public async Task Another_instance_type_is_priced_for_each_instance()
    {
        await using var account = await StartAsync();

        var prices = account.Session.Must("Get-ZecInstance -First 3 | Get-ZecInstancePrice -InstanceType z2a.cpu.8").Of<ZecInstancePrice>();

        Assert.Equal(3, account.Simulator.Calls.Count(call => call.Action == "InquiryPriceModifyInstanceType"));
        Assert.Equal(["Spec", "SystemDisk"], prices.Select(price => price.Item).Distinct());
        Assert.Equal(3, prices.Select(price => price.InstanceId).Distinct().Count());
    }

    [Theory]
    [InlineData("Get-ZecInstancePrice -ZoneId eu-west-1a -InstanceType z2a.cpu.2", "-SystemDiskSizeGiB")]
    [InlineData("Get-ZecInstancePrice -ZoneId eu-west-1a -InstanceType z2a.cpu.2 -SystemDiskSizeGiB 20 -DataDiskBursting", "-DataDiskSizeGiB")]
    [InlineData("Get-ZecNicIPv6Price -NicIPv6Id a-1", "-BandwidthMbps")]
    [InlineData("Get-ZecNicIPv6Price -NicIPv6Id a-1 -TrafficPackageSizeTB 1", "-InternetChargeType")]
    public async Task What_is_missing_is_named_before_anything_is_asked(string script, string named)
    {
        await using var account = await StartAsync();

        var run = account.Run(script);

        Assert.Contains(named, run.Everything, StringComparison.Ordinal);
        Assert.Contains("ParameterMissing", run.Everything, StringComparison.Ordinal);
        Assert.Empty(account.Simulator.Calls);
    }

    [Fact]
    public async Task An_image_that_the_zone_does_not_have_says_so()
    {
        await using var account = await StartAsync();

        var run = account.Run("Get-ZecInstancePrice -ZoneId eu-west-1a -InstanceType z2a.cpu.2 -ImageId nothing");

        Assert.Contains("has no image nothing", run.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Disk", "@{ ZoneId = 'eu-west-1a'; SizeGiB = 20; Name = 'data'; Tag = @{ a = 'b' }; ResourceGroupId = 'rg-default' }")]
    [InlineData("Eip", "@{ RegionId = 'eu-west-1'; Name = 'web'; InternetChargeType = 'ByBandwidth'; BandwidthMbps = 5; NetworkLineType = 'PremiumBGP'; BindType = 'FullNat'; RateLimitMode = 'LOOSE' }")]
    public async Task The_hashtable_of_any_order_goes_to_its_price(string noun, string order)
    {
        await using var account = await StartAsync();

        var run = account.Session.Must($"$order = {order}; Get-Zec{noun}Price @order; New-Zec{noun} @order -WhatIf");

        Assert.NotEmpty(run.Of<ZecPrice>());
    }

    [Fact]
    public async Task A_new_IPv6_address_is_priced_by_its_region()
    {
        await using var account = await StartAsync();

        var price = account.Session.Must(
            "$address = @{ InternetChargeType = 'ByBandwidth'; BandwidthMbps = 20; RateLimitMode = 'LOOSE' }; Get-ZecNicIPv6Price -RegionId eu-west-1 @address").Single<ZecNicIPv6Price>();

        Assert.Equal(("Bandwidth", "HOUR"), (price.Item, price.Per));
        Assert.True(price.Price > 0);
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"specPrice":null,"systemDiskPrice":null}""", "")]
    [InlineData("""{"specPrice":{"unitPrice":null,"chargeUnit":"HOUR"},"systemDiskPrice":{"discountUnitPrice":1,"chargeUnit":"HOUR"}}""", "Spec, SystemDisk 1")]
    [InlineData("""{"specPrice":{"unitPrice":5,"discountUnitPrice":-1,"chargeUnit":"HOUR"},"systemDiskPrice":{"discountUnitPrice":1,"chargeUnit":"HOUR"}}""", "Spec, SystemDisk 1")]
    public async Task What_a_sum_would_lack_is_told_by_a_warning(string answer, string prices)
    {
        await using var account = await StartAsync();
        account.Simulator.FaultFor = request => request.Action == "InquiryPriceCreateInstance" ? ListAnswers.Response(answer) : null;

        var run = account.Run("Get-ZecInstancePrice -ZoneId eu-west-1a -InstanceType z2a.cpu.2 -SystemDiskSizeGiB 20");

        Assert.Equal(prices, string.Join(", ", run.Of<ZecInstancePrice>().Select(price => $"{price.Item} {price.Price}".Trim())));
        Assert.Contains("a new instance of z2a.cpu.2 in eu-west-1a", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal(prices.Length > 0 ? "1" : string.Empty, $"{run.Of<ZecInstancePrice>().Sum(price => price.Price)}".Replace("0", string.Empty, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-ZecDisk -First 12 | Get-ZecDiskPrice", "InquiryPriceCreateDisks", "{}")]
    [InlineData("Get-ZecDisk -First 12 | Get-ZecDiskPrice", "InquiryPriceCreateDisks", """{"dataDiskPrice":{"chargeUnit":"HOUR"}}""")]
    [InlineData("Get-ZecEip -First 12 | Get-ZecEipPrice", "DescribeEipPrice", "{}")]
    [InlineData("Get-ZecEip -First 12 | Get-ZecEipPrice", "DescribeEipPrice", """{"eipPrice":{"unitPrice":1,"chargeUnit":"HOUR"}}""")]
    [InlineData("Get-ZecInstance -First 12 | Where-Object InstanceType | Get-ZecInstancePrice", "InquiryPriceCreateInstance", "{}")]
    [InlineData("(Get-ZecDisk -First 12).DiskId | ForEach-Object { [pscustomobject]@{ DiskId = $_ } } | Get-ZecDiskPrice -SizeGiB 2000", "InquiryPriceResizeDisk", "{}")]
    public async Task Each_thing_whose_price_is_lacking_is_named(string script, string action, string answer)
    {
        await using var account = await StartAsync();
        account.Simulator.FaultFor = request => request.Action == action ? ListAnswers.Response(answer) : null;

        var run = account.Run(script);

        string[] ids = [.. account.Session.Must(script.Split(" | Get-Zec")[0]).Output.Select(one => $"{(one.Properties["DiskId"] ?? one.Properties["EipId"] ?? one.Properties["InstanceId"]).Value}")];
        Assert.NotEmpty(ids);
        var told = string.Join("\n", run.Warnings);
        Assert.All(ids, id => Assert.Contains(id, told, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"specPrice":{"unitPrice":1,"chargeUnit":"HOUR"}}""", "", "SystemDisk of a new instance")]
    [InlineData("""{"systemDiskPrice":{"unitPrice":1,"chargeUnit":"HOUR"}}""", "", "Spec of a new instance")]
    [InlineData(Whole, " -DataDiskSizeGiB 20", "DataDisk of a new instance")]
    [InlineData(Whole, " -InternetChargeType ByBandwidth -BandwidthMbps 10", "IPv4Bandwidth of a new instance")]
    public async Task An_item_that_was_asked_for_and_is_not_in_the_answer_is_told_by_a_warning(string answer, string parameters, string item)
    {
        await using var account = await StartAsync();
        account.Simulator.FaultFor = request => request.Action == "InquiryPriceCreateInstance" ? ListAnswers.Response(answer) : null;

        var run = account.Run($"Get-ZecInstancePrice -ZoneId eu-west-1a -InstanceType z2a.cpu.2 -SystemDiskSizeGiB 20{parameters}");

        Assert.Contains($"does not say the price, so that a sum lacks it, of: {item}", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.NotEmpty(run.Of<ZecInstancePrice>());
    }

    [Theory]
    [InlineData("""{"specPrice":{"unitPrice":1},"systemDiskPrice":{"unitPrice":1,"chargeUnit":"HOUR"}}""", 1)]
    [InlineData("""{"specPrice":{"unitPrice":1,"chargeUnit":""},"systemDiskPrice":{"unitPrice":1,"chargeUnit":"HOUR"}}""", 1)]
    [InlineData("""{"specPrice":{"stepPrices":[{"stepStart":0,"stepEnd":1,"unitPrice":2}]},"systemDiskPrice":{"unitPrice":1,"chargeUnit":"HOUR"}}""", 1)]
    [InlineData("""{"specPrice":{"originalPrice":1},"systemDiskPrice":{"unitPrice":1,"chargeUnit":"HOUR"}}""", 0)]
    [InlineData(Whole, 0)]
    public async Task A_price_whose_unit_of_time_is_not_said_is_told_by_a_warning(string answer, int warnings)
    {
        await using var account = await StartAsync();
        account.Simulator.FaultFor = request => request.Action == "InquiryPriceCreateInstance" ? ListAnswers.Response(answer) : null;

        var run = account.Run("Get-ZecInstancePrice -ZoneId eu-west-1a -InstanceType z2a.cpu.2 -SystemDiskSizeGiB 20");

        Assert.Equal(warnings, run.Warnings.Count);
        Assert.All(run.Warnings, warning => Assert.Contains(
            "does not say whether the price is per HOUR, DAY or MONTH, so that no sum can have it, of: Spec of a new instance", warning, StringComparison.Ordinal));
        Assert.Equal(2, run.Of<ZecInstancePrice>().Count);
    }

    [Fact]
    public async Task A_price_of_0_and_one_in_tiers_are_prices()
    {
        await using var account = await StartAsync();
        account.Simulator.FaultFor = request => request.Action == "InquiryPriceCreateInstance"
            ? ListAnswers.Response("""{"specPrice":{"unitPrice":0,"chargeUnit":"HOUR"},"systemDiskPrice":{"chargeUnit":"MONTH","stepPrices":[{"stepStart":0,"stepEnd":1,"unitPrice":2}]}}""")
            : null;

        Assert.Equal(2, account.Session.Must("Get-ZecInstancePrice -ZoneId eu-west-1a -InstanceType z2a.cpu.2 -SystemDiskSizeGiB 20").Of<ZecInstancePrice>().Count);
    }

    [Fact]
    public async Task Kinds_of_traffic_without_a_price_do_not_hide_the_price_of_all()
    {
        await using var account = await StartAsync();
        account.Simulator.FaultFor = request => request.Action == "InquiryPriceCreateInstance"
            ? ListAnswers.Response("""{"specPrice":{"unitPrice":1,"chargeUnit":"HOUR"},"ipv4BandwidthPrice":{"unitPrice":2,"chargeUnit":"HOUR"},"ipv4BandwidthPrices":[{"trafficType":"LOCAL","price":null},null]}""")
            : null;

        var prices = account.Session.Must("Get-ZecInstancePrice -ZoneId eu-west-1a -InstanceType z2a.cpu.2 -SystemDiskSizeGiB 20").Of<ZecInstancePrice>();

        Assert.Equal(2, prices.Single(price => price.Item == "IPv4Bandwidth").Price);
    }

    private static Task<ServedAccount> StartAsync() => ServedAccount.StartAsync(options =>
    {
        options.InstanceCount = 60;
        options.TransitionTime = TimeSpan.Zero;
    });
}
