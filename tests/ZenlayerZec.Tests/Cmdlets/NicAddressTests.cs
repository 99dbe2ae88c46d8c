using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>The further addresses of network interfaces: what a user asks for, what is sent, and what comes back.</summary>
public class NicAddressTests
{
    private const string Public = "Set-ZecSubnet subnet-1 -IpStackType IPv4_IPv6 -IPv6Type Public | Out-Null; ";

    [Theory]
    [InlineData("New-ZecNicIPv4 nic-unused -IpAddress 10.1.7.7", """{"nicId":"nic-unused","ipAddresses":["10.1.7.7"]}""")]
    [InlineData("Get-ZecNic nic-unused | New-ZecNicIPv4 -IpAddress 10.1.7.7, 10.1.7.8", """{"nicId":"nic-unused","ipAddresses":["10.1.7.7","10.1.7.8"]}""")]
    [InlineData("'10.1.7.7', '10.1.7.8' | ForEach-Object { [pscustomobject]@{ NicId = 'nic-unused'; IpAddress = $_ } } | New-ZecNicIPv4", """{"nicId":"nic-unused","ipAddresses":["10.1.7.7","10.1.7.8"]}""")]
    [InlineData("New-ZecNicIPv4 nic-unused -Count 2", """{"nicId":"nic-unused","ipAddressCount":2}""")]
    public async Task New_addresses_go_in_one_request_and_are_returned_one_by_one(string script, string body)
    {
        await using var account = await ServedAccount.StartAsync();

        var addresses = account.Session.Must(script).Of<ZecNicIPv4>();

        Assert.Equal(body, Assert.Single(Bodies(account, "BatchAssignNetworkInterfaceIpv4")));
        Assert.All(addresses, address => Assert.Equal("nic-unused", address.NicId));
        Assert.Equal(addresses.Select(address => address.IpAddress), account.Session.Must("(Get-ZecNic nic-unused).SecondaryIPv4s").Of<string>());
    }

    [Theory]
    [InlineData("$new | Remove-ZecNicIPv4 -Force")]
    [InlineData("$new | ForEach-Object { [pscustomobject]@{ NicId = $_.NicId; IpAddress = $_.IpAddress } } | Remove-ZecNicIPv4 -Force")]
    [InlineData("$new | ForEach-Object { [pscustomobject]@{ PSTypeName = 'Selected.ZenlayerZec.Client.Models.ZecNicIPv4'; NicId = $_.NicId; IpAddress = $_.IpAddress } } | Remove-ZecNicIPv4 -Force")]
    [InlineData("Get-ZecNic nic-unused | Remove-ZecNicIPv4 -IpAddress $new.IpAddress -Force")]
    public async Task Addresses_are_taken_away_in_one_request(string script)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must($"$new = New-ZecNicIPv4 nic-unused -IpAddress 10.1.7.7, 10.1.7.8; {script}");

        Assert.Equal(["nic-unused"], run.Single<ZecBatchResult>().SucceededIds);
        Assert.Equal("""{"nicId":"nic-unused","ipAddresses":["10.1.7.7","10.1.7.8"]}""", Assert.Single(Bodies(account, "UnassignNetworkInterfaceIpv4")));
        Assert.Empty(account.Session.Must("(Get-ZecNic nic-unused).SecondaryIPv4s").Output);
    }

    [Theory]
    [InlineData("New-ZecNicIPv4 nic-unused -IpAddress 10.9.7.7", "is not in 10.1.0.0/16")]
    [InlineData("New-ZecNicIPv4 nic-unused -IpAddress 10.1.255.1", "is in use")]
    [InlineData("Remove-ZecNicIPv4 nic-unused -IpAddress 10.1.255.1 -Force", "is not a secondary address")]
    [InlineData("New-ZecNicIPv6 nic-unused -InternetChargeType ByBandwidth", "The subnet subnet-1 is IPv4")]
    public async Task What_the_service_refuses_is_an_error(string script, string says)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Contains(says, Assert.Single(account.Run(script).Errors).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-ZecNicIPv4 nic-unused -IpAddress 10.1.7.7", "BatchAssignNetworkInterfaceIpv4", "Succeeded")]
    [InlineData("New-ZecNicIPv4 nic-unused -Count 1", "BatchAssignNetworkInterfaceIpv4", "Unknown")]
    [InlineData("Remove-ZecNicIPv4 nic-unused -IpAddress 10.1.7.9 -Force", "UnassignNetworkInterfaceIpv4", "Succeeded")]
    public async Task A_lost_answer_is_settled_by_the_addresses_of_the_network_interface_where_they_were_named(string script, string action, string outcome)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must(
            $"Connect-Zec -Endpoint $endpoint -AccessKeyId {new SimulatorOptions().AccessKeyId} -AccessKeySecret $secret -SettleTimeoutSec 1");
        account.Session.Must("New-ZecNicIPv4 nic-unused -IpAddress 10.1.7.9 | Out-Null");
        var before = Bodies(account, action).Count();
        account.Simulator.FaultFor = request => request.Action == action ? SimulatedFault.Drop(carriesOut: true) : null;

        account.Run(script);

        Assert.Equal(before + 1, Bodies(account, action).Count());
        Assert.Equal(outcome, account.Session.Must("@(Get-ZecOperation)[-1].Outcome").Output.Single().ToString());
    }

    [Fact]
    public void The_same_ID_in_two_accounts_is_two_network_interfaces()
    {
        using var session = new PowerShellSession();

        var run = session.Must("""
            $a = Connect-Zec -Simulator -Name a -PassThru
            $nic = Get-ZecNic nic-unused
            $b = Connect-Zec -Simulator -Name b -PassThru
            $null = $nic, 'nic-unused' | New-ZecNicIPv4 -IpAddress 10.1.7.8
            $a, $b | ForEach-Object { (Get-ZecNic nic-unused -Connection $_).SecondaryIPv4s }
            $null = New-ZecNicIPv4 nic-unused -Count 1
            $nic, 'nic-unused' | New-ZecNicIPv4 -Count 1 | ForEach-Object {
                (Get-ZecNic nic-unused -Connection ($_.Account -eq 'a' ? $a : $b)).SecondaryIPv4s -contains $_.IpAddress
            }
            """);

        Assert.Equal(["10.1.7.8", "10.1.7.8", "True", "True"], run.Output.Select(one => one.ToString()));
    }

    [Fact]
    public async Task A_public_IPv6_address_is_billed_and_says_so()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must(Public);

        account.Session.Must("New-ZecNicIPv6 nic-unused -InternetChargeType bybandwidth -BandwidthMbps 10 -WhatIf");
        var nic = account.Session.Must("Get-ZecNic nic-unused | New-ZecNicIPv6 -InternetChargeType bybandwidth -BandwidthMbps 10").Single<ZecNic>();

        Assert.Contains(
            "What if: Performing the operation \"Give an IPv6 address to the network interface, which is billed from then on\" on target \"nic-unused\".",
            account.Session.Host.Lines);
        Assert.StartsWith("2001:db8:", nic.PrimaryIPv6, StringComparison.Ordinal);
        Assert.Equal(
            """{"nicId":"nic-unused","internetChargeType":"ByBandwidth","bandwidth":10}""", Assert.Single(Bodies(account, "AssignNetworkInterfaceIpv6")));
    }

    [Theory]
    [InlineData("New-ZecNicIPv6 nic-unused -InternetChargeType ByBandwidth", "already has an IPv6 address", true)]
    [InlineData("Remove-ZecNicIPv6 nic-unused -Force", "has no IPv6 address", false)]
    public async Task What_is_as_it_was_to_be_is_skipped_with_a_warning(string script, string says, bool has)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must(Public + (has ? "New-ZecNicIPv6 nic-unused -InternetChargeType ByBandwidth | Out-Null" : string.Empty));
        var before = account.Simulator.Calls.Count(call => call.Action.Contains("Ipv6", StringComparison.Ordinal));

        var run = account.Session.Must(script);

        Assert.Contains(says, Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal(before, account.Simulator.Calls.Count(call => call.Action.Contains("Ipv6", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_IPv6_address_is_taken_away()
    {
        await using var account = await ServedAccount.StartAsync();

        var nic = account.Session.Must(Public + """
            New-ZecNicIPv6 nic-unused -InternetChargeType ByBandwidth | Remove-ZecNicIPv6 -Force -PassThru
            """).Single<ZecNic>();

        Assert.Equal(("IPv4", null), (nic.IpStackType, nic.PrimaryIPv6));
    }

    [Theory]
    [InlineData("$address | Set-ZecNicIPv6 -RateLimitMode strict -PassThru", "ModifyNetworkInterfacePublicIPv6BandwidthLimitMode", "\"rateLimitMode\":\"STRICT\"", "STRICT 10")]
    [InlineData("$address.NicIPv6Id | Set-ZecNicIPv6 -RateLimitMode STRICT -PassThru", "ModifyNetworkInterfacePublicIPv6BandwidthLimitMode", "\"rateLimitMode\":\"STRICT\"", "STRICT 10")]
    [InlineData("$address | Resize-ZecNicIPv6 -BandwidthMbps 50 -PassThru", "ModifyIpv6Bandwidth", "\"bandwidth\":50", "LOOSE 50")]
    public async Task A_public_IPv6_address_is_read_and_changed_by_its_own_ID(string script, string action, string body, string now)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must(Public + "$address = New-ZecNicIPv6 nic-unused -InternetChargeType ByBandwidth -BandwidthMbps 10 | Get-ZecNicIPv6");

        var address = account.Session.Must(script).Single<ZecNicIPv6>();

        Assert.Equal(("nic-unused", now), (address.AttachedNicId, $"{address.RateLimitMode} {address.BandwidthMbps}"));
        Assert.Contains(body, Assert.Single(Bodies(account, action)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$vm | Get-ZecNicIPv6", "\"instanceId\":\"$vm\"")]
    [InlineData("Get-ZecNicIPv6 -Parent $vm", "\"instanceId\":\"$vm\"")]
    [InlineData("[pscustomobject]@{ PSTypeName = 'Selected.ZenlayerZec.Client.Models.ZecInstance'; InstanceId = $vm.InstanceId } | Get-ZecNicIPv6", "\"instanceId\":\"$vm\"")]
    [InlineData("Get-ZecInstance | Get-ZecNicIPv6", "{\"pageSize\":1000,\"pageNum\":1}")]
    [InlineData("$vm, $nic | Get-ZecNicIPv6", "\"instanceId\":\"$vm\"")]
    public async Task Instances_lead_to_the_public_IPv6_addresses_of_their_network_interfaces(string script, string listing)
    {
        await using var account = await ServedAccount.StartAsync(options => (options.InstanceCount, options.TransitionTime) = (20, TimeSpan.Zero));
        account.Session.Must(Public + """
            $vm = @(Get-ZecInstance -Status RUNNING | Where-Object { $_.Nics[0].RegionId -eq 'asia-east-1' })[0]
            $nic = New-ZecNic subnet-1 -Name six -IpStackType IPv4_IPv6 -InternetChargeType ByBandwidth -Wait | Mount-ZecNic -InstanceId $vm.InstanceId -Wait -PassThru
            New-ZecNicIPv6 nic-unused -InternetChargeType ByBandwidth | Out-Null
            """);
        var vm = account.Session.Must("$vm").Single<ZecInstance>();
        var before = account.Simulator.Calls.Count;

        var address = account.Session.Must(script).Single<ZecNicIPv6>();

        var calls = account.Simulator.Calls.Skip(before).Where(call => call.Action != "DescribeInstances").ToArray();
        Assert.Equal(account.Session.Must("$nic").Single<ZecNic>().NicId, address.AttachedNicId);
        Assert.Equal(["DescribeNetworkInterfaces", "DescribeNetworkInterfacePublicIPv6"], calls.Select(call => call.Action));
        Assert.Contains(listing.Replace("$vm", vm.InstanceId, StringComparison.Ordinal), calls[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@() | Get-ZecNicIPv6")]
    [InlineData("Get-ZecInstance -First 3 | Get-ZecNicIPv6")]
    public async Task Instances_without_a_public_IPv6_address_and_an_empty_pipeline_return_nothing(string script)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Empty(account.Session.Must(script).Output);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "DescribeNetworkInterfacePublicIPv6");
    }

    [Theory]
    [InlineData("Get-ZecInstance -First 1 | Set-ZecNicIPv6 -RateLimitMode STRICT", "To name the public IPv6 addresses of its network interfaces, put Get-ZecNicIPv6 in between.")]
    [InlineData("Get-ZecNic nic-unused | Remove-ZecEip -Force", "To name the elastic IPs that are bound to it, put Get-ZecEip in between.")]
    [InlineData("Get-ZecEip -First 1 | Remove-ZecNic -Force", "To name the network interface that it is bound to, put Get-ZecNic in between.")]
    public async Task What_is_of_another_kind_is_refused_with_the_cmdlet_to_put_in_between(string script, string advice)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Contains(advice, Assert.Single(account.Run(script).Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_interface_without_a_public_IPv6_address_returns_nothing()
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Empty(account.Session.Must("Get-ZecNic nic-unused | Get-ZecNicIPv6").Output);
    }

    private static IEnumerable<string> Bodies(ServedAccount account, string action) => account.Simulator.Calls.Where(call => call.Action == action).Select(call => call.Body);
}
