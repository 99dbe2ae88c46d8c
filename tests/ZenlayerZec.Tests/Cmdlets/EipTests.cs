using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Elastic IPs: what they are bound to, what they cost, and what gives an address up.</summary>
public class EipTests
{
    private const string Order = "New-ZecEip asia-east-1 web ByBandwidth -BandwidthMbps 10 -NetworkLineType PremiumBGP";

    [Fact]
    public async Task The_pipeline_walks_from_instances_to_elastic_IPs_and_back()
    {
        await using var account = await StartAsync();
        var instance = account.Simulator.Instances[0];

        var eip = account.Session.Must($"Get-ZecInstance {instance.InstanceId} | Get-ZecEip").Single<ZecEip>();

        Assert.Equal(instance.PublicIpAddresses, eip.PublicIpAddresses);
        Assert.Equal(instance.InstanceId, account.Session.Must($"Get-ZecEip {eip.EipId} | Get-ZecInstance").Single<ZecInstance>().InstanceId);
        Assert.Equal(eip.EipId, account.Session.Must($"Get-ZecEip -IpAddress {eip.PublicIpAddresses[0]}").Single<ZecEip>().EipId);
        Assert.All(account.Session.Must("Get-ZecEip -Unused").Of<ZecEip>(), unused => Assert.Equal("UNBIND", unused.Status));
        Assert.Empty(account.Session.Must("Get-ZecEip -Unused | Get-ZecInstance").Output);
    }

    [Fact]
    public async Task An_elastic_IP_is_bound_to_the_primary_address_of_an_instance()
    {
        await using var account = await StartAsync();
        var instance = Near(account);

        var bound = account.Session.Must($"{Order} -Wait | Register-ZecEip -InstanceId {instance.InstanceId} -Wait -PassThru").Single<ZecEip>();

        Assert.Equal(("BINDED", instance.InstanceId, instance.PrivateIpAddresses[0]), (bound.Status, bound.AttachedInstanceId, bound.LanIp));
        Assert.Contains(bound.PublicIpAddresses[0], Near(account).PublicIpAddresses);
    }

    [Fact]
    public async Task Nothing_is_sent_for_an_instance_that_is_not_there()
    {
        await using var account = await StartAsync();

        var run = account.Run($"{Order} -Wait | Register-ZecEip -InstanceId 1394000000019999999");

        Assert.StartsWith("InstanceNotFound,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "AssociateEipAddress");
    }

    [Fact]
    public async Task A_row_of_a_target_says_what_is_bound_to_what()
    {
        await using var account = await StartAsync();

        var target = account.Session.Must($"$target = @({Order} -Wait | Get-ZecEipTarget)[0]; $target").Single<ZecEipTarget>();
        var eip = account.Session.Must("$target | Register-ZecEip -Wait -PassThru").Single<ZecEip>();

        Assert.Equal((target.EipId, target.NicId, target.LanIp), (eip.EipId, eip.NicId, eip.LanIp));
    }

    [Fact]
    public async Task Elastic_IPs_for_different_targets_go_in_requests_of_their_own()
    {
        await using var account = await StartAsync();

        var run = account.Session.Must($"$one, $other = {Order} -Count 2 -Wait; @($one | Get-ZecEipTarget)[0], @($other | Get-ZecEipTarget)[1] | Register-ZecEip");

        Assert.Equal(2, run.Of<ZecBatchResult>().Count);
        Assert.All(run.Of<ZecBatchResult>(), result => Assert.Equal(ZecBatchStatus.Succeeded, result.Status));
    }

    [Theory]
    [InlineData("NIC")]
    [InlineData("NAT")]
    [InlineData("LB")]
    [InlineData("HAVIP")]
    public async Task What_is_bound_is_not_released_but_unbound_whatever_it_is_bound_to(string type)
    {
        await using var account = await StartAsync();
        var eip = Bound(account);
        account.Simulator.ChangeRow("Eip", eip, $$"""{"associatedType":"{{type}}"}""");

        var released = account.Run($"Get-ZecEip {eip} | Remove-ZecEip -Force; Remove-ZecEip {eip} -Force");
        var unbound = account.Session.Must($"Unregister-ZecEip {eip} -Wait -PassThru").Single<ZecEip>();

        Assert.Equal([eip, eip], released.Of<ZecBatchResult>().SelectMany(result => result.SkippedIds));
        Assert.All(released.Warnings, warning => Assert.Contains("Unregister-ZecEip", warning, StringComparison.Ordinal));
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "DeleteEip");
        Assert.Equal(("UNBIND", null), (unbound.Status, unbound.AssociatedId));
    }

    [Fact]
    public async Task A_second_release_does_not_reach_the_recycle_bin()
    {
        await using var account = await StartAsync();
        var eip = account.Session.Must($"{Order} -Wait").Single<ZecEip>().EipId;

        account.Session.Must($"Remove-ZecEip {eip} -Force -Wait");
        var second = account.Run($"Remove-ZecEip {eip} -Force");
        var back = account.Session.Must("Get-ZecEip -Status RECYCLED | Restore-ZecEip -Wait -PassThru").Single<ZecEip>();

        Assert.Equal([eip], second.Single<ZecBatchResult>().SkippedIds);
        Assert.Single(account.Simulator.Calls, call => call.Action == "DeleteEip");
        Assert.Equal((eip, "UNBIND"), (back.EipId, back.Status));
    }

    [Fact]
    public async Task The_default_elastic_IP_of_an_instance_is_not_unbound()
    {
        await using var account = await StartAsync();
        var eip = Bound(account);
        account.Simulator.ChangeRow("Eip", eip, """{"isDefault":true}""");

        var run = account.Run($"Get-ZecEip {eip} | Unregister-ZecEip");

        Assert.Equal([eip], run.Single<ZecBatchResult>().SkippedIds);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "UnassociateEipAddress");
    }

    [Fact]
    public async Task An_order_for_instances_is_one_elastic_IP_for_each_and_an_empty_pipeline_orders_nothing()
    {
        await using var account = await StartAsync();
        var instance = account.Simulator.Instances[0];

        var eip = account.Session.Must($"Get-ZecInstance {instance.InstanceId} | New-ZecEip -Name lab -InternetChargeType ByBandwidth -BandwidthMbps 5 -NetworkLineType CN2 -Wait").Single<ZecEip>();
        var none = account.Session.Must("@() | New-ZecEip -RegionId eu-west-1 -Name lab -InternetChargeType ByBandwidth -BandwidthMbps 5 -NetworkLineType CN2");

        Assert.Equal(("BINDED", instance.InstanceId), (eip.Status, eip.AttachedInstanceId));
        Assert.Empty(none.Output);
        Assert.Single(account.Simulator.Calls, call => call.Action == "CreateEips");
    }

    [Theory]
    [InlineData("New-ZecEip eu-west-1 web ByBandwidth -NetworkLineType CN2", "-BandwidthMbps")]
    [InlineData("New-ZecEip eu-west-1 web ByBandwidth -BandwidthMbps 5", "-CidrId")]
    [InlineData("New-ZecEip eu-west-1 web ByBandwidth -BandwidthMbps 5 -NetworkLineType CN2 -CidrId c-1", "-CidrId")]
    [InlineData("Set-ZecEipInternetChargeType e-1 BandwidthCluster", "-ClusterId")]
    [InlineData("Get-ZecEipPrice -EipId e-1", "-BandwidthMbps")]
    [InlineData("Get-ZecEipPrice -EipId e-1 -BandwidthMbps 5 -TrafficPackageSizeTB 1", "-InternetChargeType")]
    [InlineData("Set-ZecEip e-1 -Egress:$false", "True")]
    public async Task What_is_missing_is_named_before_anything_is_sent(string command, string named)
    {
        await using var account = await StartAsync();

        var run = account.Run(command);

        Assert.Contains(named, Assert.Single(run.Errors.Append(run.Terminating).OfType<ErrorRecord>()).ToString(), StringComparison.Ordinal);
        Assert.Empty(account.Simulator.Calls);
    }

    [Theory]
    [InlineData("$eip | Resize-ZecEip 20")]
    [InlineData("$eip | Resize-ZecEip '20'")]
    [InlineData("$eip | Resize-ZecEip 20 30")]
    [InlineData("$eip | Resize-ZecEip $other.EipId 20")]
    [InlineData("$eip | Resize-ZecEip $other 20")]
    [InlineData("$eip.EipId | Resize-ZecEip $other.EipId 20")]
    [InlineData("$eip | Set-ZecEip renamed")]
    [InlineData("$eip | Set-ZecEipInternetChargeType ByBandwidth -BandwidthMbps 5")]
    public async Task A_value_in_the_place_of_the_ID_beside_piped_elastic_IPs_changes_nothing(string script)
    {
        await using var account = await StartAsync();
        account.Session.Must("$eip, $other = Get-ZecEip -Unused -First 2");
        var before = account.Simulator.Calls.Count;

        var run = account.Run(script);

        Assert.NotEmpty(run.Errors.Append(run.Terminating).OfType<ErrorRecord>());
        Assert.Empty(run.Output);
        Assert.Empty(account.Simulator.Calls.Skip(before));
    }

    [Theory]
    [InlineData("Resize-ZecEip -BandwidthMbps 20", "which changes what it costs")]
    [InlineData("Set-ZecEipInternetChargeType -InternetChargeType ByTrafficPackage -TrafficPackageSizeTB 1.5", "by a traffic package of 1.5 TB, which changes what it costs")]
    [InlineData("Set-ZecEipAddress", "it may never come back")]
    [InlineData("Set-ZecEip -IcmpProbe $false -TcpProbePort 443", "Probe the elastic IP by TCP port 443 alone")]
    [InlineData("Set-ZecEip -IcmpProbe $true", "Probe the elastic IP by ICMP alone")]
    [InlineData("Remove-ZecEip", "its address may never come back")]
    public async Task The_question_says_what_it_means(string change, string words)
    {
        await using var account = await StartAsync();

        account.Session.Must($"Get-ZecEip -Unused -First 1 | {change} -WhatIf");

        Assert.Contains(account.Session.Host.Lines, line => line.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lost_answer_of_a_new_address_is_settled_by_the_address_before_and_never_sent_again()
    {
        await using var account = await StartAsync();
        var before = account.Session.Must($"$eip = {Order} -Wait; $eip").Single<ZecEip>();
        account.Simulator.FaultFor = request => request.Action == "ReplaceEipAddress" ? SimulatedFault.Drop(carriesOut: true) : null;

        var result = account.Session.Must("$eip | Set-ZecEipAddress -Force").Single<ZecBatchResult>();

        Assert.Equal([before.EipId], result.SucceededIds);
        Assert.Single(account.Simulator.Calls, call => call.Action == "ReplaceEipAddress");
        Assert.NotEqual(before.PublicIpAddresses, account.Session.Must($"Get-ZecEip {before.EipId}").Single<ZecEip>().PublicIpAddresses);
    }

    [Fact]
    public async Task Prices_are_asked_once_for_equal_elastic_IPs_and_told_for_each()
    {
        await using var account = await StartAsync();

        var prices = account.Session.Must($"{Order} -Count 2 -Wait | Get-ZecEipPrice").Of<ZecEipPrice>().ToArray();

        Assert.Equal(2, prices.Select(price => price.EipId).Distinct().Count());
        Assert.Equal(["Eip", "Bandwidth", "Eip", "Bandwidth"], prices.Select(price => price.Item));
        Assert.Single(account.Simulator.Calls, call => call.Action == "DescribeEipPrice");
    }

    [Fact]
    public async Task The_parameters_of_an_order_ask_for_its_price()
    {
        await using var account = await StartAsync();

        account.Session.Must(
            "$eip = @{ RegionId = 'eu-west-1'; Name = 'web'; InternetChargeType = 'bybandwidth'; BandwidthMbps = 5; NetworkLineType = 'premiumbgp'; Count = 2 }");

        Assert.Equal(["Eip", "Bandwidth"], account.Session.Must("Get-ZecEipPrice @eip").Of<ZecEipPrice>().Select(price => price.Item));
        Assert.Equal(2, account.Session.Must("New-ZecEip @eip").Of<ZecEip>().Count);
    }

    [Fact]
    public async Task Traffic_and_metrics_stand_for_the_elastic_IP()
    {
        await using var account = await StartAsync();
        var eip = Bound(account);

        var traffic = account.Session.Must($"Get-ZecEip {eip} | Get-ZecEipTraffic -StartTime ([DateTimeOffset]::UtcNow.AddHours(-2)) -Summary").Single<ZecEipTrafficSummary>();
        var points = account.Session.Must($"Get-ZecEipMetric {eip} -MetricName bandwidth, PACKETS").Of<ZecEipMetric>().ToArray();

        Assert.True(traffic.Out95 > traffic.OutAverage);
        Assert.Equal(["BANDWIDTH", "PACKETS"], points.Select(point => point.MetricName).Distinct());
        Assert.Equal(eip, account.Session.Must($"Get-ZecEipTraffic {eip} -Summary | Get-ZecEip").Single<ZecEip>().EipId);
    }

    [Fact]
    public async Task Catalogues_say_what_a_region_offers()
    {
        await using var account = await StartAsync();

        Assert.Contains("CN2", account.Session.Must("Get-ZecNetworkLineType asia-east-1").Of<ZecNetworkLineType>().Select(line => line.NetworkLineType));
        Assert.DoesNotContain("CN2", account.Session.Must("Get-ZecZone -Name London* | Get-ZecNetworkLineType").Of<ZecNetworkLineType>().Select(line => line.NetworkLineType));
        Assert.Contains("ByBandwidth", account.Session.Must("Get-ZecInternetChargeType eu-west-1").Of<ZecInternetChargeType>().Select(type => type.InternetChargeType));
        Assert.DoesNotContain("eu-west-1", account.Session.Must("Get-ZecEipPeerRegion eu-west-1").Of<ZecEipPeerRegion>().Select(region => region.PeerRegionId));
        Assert.Empty(account.Session.Must("@() | Get-ZecNetworkLineType").Output);
    }

    /// <summary>An instance in the region of the order.</summary>
    private static ZecInstance Near(ServedAccount account) => account.Simulator.Instances.First(instance => instance.ZoneId == "asia-east-1a");

    private static string Bound(ServedAccount account)
        => account.Simulator.Rows("Eip").First(eip => eip.GetProperty("status").GetString() == "BINDED" && !eip.GetProperty("isDefault").GetBoolean()).GetProperty("eipId").GetString()!;

    private static Task<ServedAccount> StartAsync() => ServedAccount.StartAsync(options =>
    {
        options.TransitionTime = TimeSpan.Zero;
        options.ReleaseTime = TimeSpan.Zero;
    });
}
