using System.Management.Automation;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>The regions that sell something, and how much room they have.</summary>
public class RegionTests
{
    [Theory]
    [InlineData("Get-ZecRegion -Product cidr", "Cidr asia-east-1", "Cidr asia-southeast-1", "Cidr eu-west-1", "Cidr na-west-1")]
    [InlineData("Get-ZecRegion eu-west-1 -Product Nic, Eip", "Eip eu-west-1", "Nic eu-west-1")]
    [InlineData("Get-ZecRegion na-west-1", "Cidr na-west-1", "Disk na-west-1", "Eip na-west-1", "NatGateway na-west-1", "Nic na-west-1", "Subnet na-west-1")]
    [InlineData("'eu-west-1', 'EU-WEST-1' | Get-ZecRegion -Product Byoip", "Byoip eu-west-1")]
    [InlineData("Get-ZecZone -Name London*, 'São*' | Get-ZecRegion -Product Cidr", "Cidr eu-west-1")]
    [InlineData("Get-ZecRegion -Product NatGateway -RegionId eu-west-1 | Get-ZecRegion -Product Subnet", "Subnet eu-west-1")]
    [InlineData("@() | Get-ZecRegion")]
    public async Task Regions_are_listed_by_what_they_sell(string script, params string[] found)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Equal(found, account.Session.Must(script).Of<ZecRegion>().Select(region => $"{region.Product} {region.RegionId}"));
    }

    [Fact]
    public async Task All_products_are_listed_where_none_is_named_and_every_region_has_its_name_and_account()
    {
        await using var account = await ServedAccount.StartAsync();

        var regions = account.Session.Must("Get-ZecRegion").Of<ZecRegion>();

        Assert.Equal(
            ["Byoip", "Cidr", "CrossRegionBandwidth", "Disk", "Eip", "NatGateway", "Nic", "Subnet"], regions.Select(region => region.Product).Distinct());
        Assert.All(regions, region => Assert.NotEmpty(region.RegionName!));
        Assert.All(regions, region => Assert.NotNull(region.Account));
        Assert.Single(account.Simulator.Calls, call => call.Action == "DescribeSubnetRegions");
    }

    [Fact]
    public async Task A_region_for_own_addresses_says_which_blocks_and_one_for_subnets_whether_they_can_have_public_IPv6()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must("Get-ZecRegion -Product Byoip, Subnet -RegionId asia-east-1");

        Assert.Equal(
            [(24, "PremiumBGP", "IPv4", null), (48, "PremiumBGP", "IPv6", null), (null, null, null, true)],
            run.Of<ZecRegion>().Select(region => (region.Netmask, region.NetworkLineType, region.IpVersion, region.SupportPublicIPv6)));
    }

    [Theory]
    [InlineData("Get-ZecRegion moon-1, eu-west-1 -Product Eip", "There is no region moon-1 that sells Eip.", "moon-1", 1)]
    [InlineData("Get-ZecRegion sa-east-1, eu-west-1 -Product Cidr", "There is no region sa-east-1 that sells Cidr.", "sa-east-1", 1)]
    [InlineData("Get-ZecRegion moon-1", "There is no region moon-1.", "moon-1", 0)]
    [InlineData("Get-ZecRegionCapacity moon-1, eu-west-1", "There is no region moon-1.", "moon-1", 1)]
    public async Task A_region_that_is_not_there_is_an_error_and_the_rest_is_emitted(string script, string message, string target, int count)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run(script);

        var error = Assert.Single(run.Errors);
        Assert.StartsWith("RegionNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal((ErrorCategory.ObjectNotFound, target, message), (error.CategoryInfo.Category, error.TargetObject, error.ToString()));
        Assert.Equal(count, run.Output.Count);
    }

    [Fact]
    public async Task A_product_that_cannot_be_asked_for_is_an_error_and_the_others_are_listed()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "DescribeCidrRegions" ? SimulatedFault.Error(400, "INVALID_REGION") : null;

        var run = account.Run("Get-ZecRegion -Product Cidr, Disk, NatGateway moon-1, eu-west-1");

        Assert.Contains("INVALID_REGION", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["Disk", "NatGateway"], run.Of<ZecRegion>().Select(region => region.Product));
    }

    [Fact]
    public async Task A_service_that_overlooks_the_filter_widens_no_look_up()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["zone"] = new ZecZone { ZoneId = "eu-west-1a", RegionId = "eu-west-1" };

        var run = account.Session.Must("$zone | Get-ZecRegionCapacity; Get-ZecRegionCapacity eu-west-1, EU-west-1; $zone | Get-ZecRegion -Product Disk | Get-ZecRegionCapacity");

        Assert.Equal(["eu-west-1", "eu-west-1", "eu-west-1"], run.Of<ZecRegionCapacity>().Select(region => region.RegionId));
    }

    [Fact]
    public async Task Room_is_said_for_the_region_and_for_each_size()
    {
        await using var account = await ServedAccount.StartAsync();

        var regions = account.Session.Must("Get-ZecRegionCapacity").Of<ZecRegionCapacity>();

        Assert.Equal(5, regions.Count);
        Assert.All(regions, region => Assert.Equal("SUFFICIENT", region.Capacity));
        Assert.Contains(regions[0].InstanceTypes, size => (size.InstanceType, size.GpuSpec, size.Capacity) == ("g1a.gpu.4", "NVIDIA L4", "LIMITED"));
        Assert.Contains(regions[4].InstanceTypes, size => $"{size}" == "z2a.cpu.8: LIMITED");
    }

    [Theory]
    [InlineData("Get-ZecInstanceType -Gpu", "g1a.gpu.1", "g1a.gpu.4", "g1a.gpu.1")]
    [InlineData("Get-ZecInstanceType eu-west-1a -Gpu", "g1a.gpu.1")]
    [InlineData("Get-ZecInstanceType -Gpu -InstanceType *.4", "g1a.gpu.4")]
    [InlineData("Get-ZecZone asia-east-1a | Get-ZecInstanceType -Gpu", "g1a.gpu.1", "g1a.gpu.4")]
    [InlineData("Get-ZecInstanceType -Gpu -InstanceType *.4 | Get-ZecInstanceType -Gpu", "g1a.gpu.4")]
    public async Task Sizes_with_a_GPU_are_listed_by_the_same_parameters(string script, params string[] found)
    {
        await using var account = await ServedAccount.StartAsync();

        var types = account.Session.Must(script).Of<ZecInstanceType>();

        Assert.Equal(found, types.Select(type => type.InstanceType));
        Assert.All(types, type => Assert.True(type is { GpuCount: > 0, InventoryCapacity: not null, WithStock: null }));
    }

    [Theory]
    [InlineData("Get-ZecInstanceType -Accelerator", "v1a.vpu.1", "v1a.vpu.2", "v1a.vpu.1")]
    [InlineData("Get-ZecInstanceType asia-southeast-1a -Accelerator", "v1a.vpu.1")]
    [InlineData("Get-ZecInstanceType -Accelerator -InstanceType *.2", "v1a.vpu.2")]
    [InlineData("Get-ZecZone asia-east-1a | Get-ZecInstanceType -Accelerator", "v1a.vpu.1", "v1a.vpu.2")]
    public async Task Sizes_with_an_accelerator_are_listed_by_the_same_parameters(string script, params string[] found)
    {
        await using var account = await ServedAccount.StartAsync();

        var types = account.Session.Must(script).Of<ZecInstanceType>();

        Assert.Equal(found, types.Select(type => type.InstanceType));
        Assert.All(types, type => Assert.True(type is { AcceleratorType: "VPU", AcceleratorCount: > 0, Price: > 0, GpuCount: null, WithStock: null }));
    }

    [Fact]
    public async Task The_room_for_a_size_with_an_accelerator_is_a_number()
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Equal(["12", "0", "3"], account.Session.Must("(Get-ZecInstanceType -Accelerator).InventoryCapacity").Of<string>());
    }

    [Theory]
    [InlineData("g1a.gpu.1", "Get-ZecInstance -Name fast | ForEach-Object { \"$($_.InstanceType) $($_.Cpu)\" }", " 8")]
    [InlineData("v1a.vpu.1", "Get-ZecInstance -Name fast | ForEach-Object { \"$($_.InstanceType) $($_.Cpu)\" }", "v1a.vpu.1 4")]
    public async Task A_size_with_a_GPU_or_an_accelerator_can_be_ordered(string size, string look, string found)
    {
        await using var account = await ServedAccount.StartAsync();

        account.Session.Must($"New-ZecInstance -ZoneId asia-east-1a -InstanceType {size} -ImageId debian12_20240712 -SubnetId subnet-1 -Name fast");

        Assert.Equal(found, account.Session.Must(look).Single<string>());
    }

    [Theory]
    [InlineData("-Gpu -InStock")]
    [InlineData("-Accelerator -InStock")]
    [InlineData("-Accelerator -Gpu")]
    public async Task Lists_of_sizes_and_what_they_cannot_say_exclude_each_other(string switches)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run($"Get-ZecInstanceType {switches}");

        Assert.StartsWith("ParametersExclusive,", (run.Terminating ?? run.Errors.Single()).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(account.Simulator.Calls);
    }

    [Theory]
    [InlineData("Get-ZecNetworkLineType")]
    [InlineData("Get-ZecInternetChargeType")]
    [InlineData("Get-ZecEipPeerRegion")]
    public async Task A_region_leads_to_what_it_offers_for_elastic_IPs_as_its_zone_does(string cmdlet)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must(
            $"Get-ZecRegion eu-west-1 -Product Eip, Nic | {cmdlet} | ForEach-Object {{ \"$_\" }}; '-'; Get-ZecZone eu-west-1a | {cmdlet} | ForEach-Object {{ \"$_\" }}");

        string[] all = [.. run.Of<string>()];
        Assert.NotEqual("-", all[0]);
        Assert.Equal(all.TakeWhile(text => text != "-"), all.SkipWhile(text => text != "-").Skip(1));
    }

    [Fact]
    public async Task Regions_lead_to_their_subnets_also_after_they_were_in_a_file()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must("""
            $regions = Get-ZecRegion -Product Subnet
            @($regions | Get-ZecSubnet).Count, @(Get-ZecSubnet).Count
            $copies = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($regions))
            @($copies | Get-ZecSubnet).Count
            """);

        Assert.Single(run.Of<int>().Distinct());
        Assert.True(run.Of<int>()[0] > 0);
    }
}
