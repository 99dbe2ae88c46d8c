using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Subnets: what a user asks for, what is sent, and what comes back.</summary>
public class SubnetTests
{
    private const string New = "New-ZecSubnet vpc-lab -Name lab-a -RegionId asia-east-1";

    [Fact]
    public async Task A_lab_goes_up_through_the_pipeline_and_down_again()
    {
        await using var account = await ServedAccount.StartAsync();

        var net = account.Session.Must("""
            New-ZecVpc -Name k7 -CidrBlock 10.1.0.0/16 -Mtu 1500 |
                New-ZecSubnet -Name k7-a -RegionId asia-east-1 -IpStackType ipv4 -CidrBlock 10.1.1.0/24
            """).Single<ZecSubnet>();
        var run = account.Session.Must("$vpc = Get-ZecVpc -Name k7; $vpc | Get-ZecSubnet | Remove-ZecSubnet -Force; $vpc | Remove-ZecVpc -Force");

        // The name and the addresses of the VPC are not taken for those of the subnet.
        Assert.Equal(("k7-a", "10.1.1.0/24", "10.1.1.1", "IPv4", "k7"), (net.Name, net.CidrBlock, net.GatewayIpAddress, net.IpStackType, net.VpcName));
        Assert.Equal([net.SubnetId, net.VpcId], run.Of<ZecBatchResult>().SelectMany(result => result.SucceededIds));
        Assert.DoesNotContain(account.Simulator.Rows("Vpc"), row => row.GetProperty("name").GetString() == "k7");
    }

    [Fact]
    public async Task An_instance_in_a_new_subnet_is_in_its_VPC_and_keeps_it_from_being_deleted()
    {
        await using var account = await ServedAccount.StartAsync(options => options.TransitionTime = TimeSpan.Zero);
        account.Session.Must($"$net = {New} -IpStackType IPv4 -CidrBlock 172.16.1.0/24");
        account.Session.Must("$id = (New-ZecInstance -ZoneId asia-east-1a -InstanceType z2a.cpu.2 -ImageId debian12_20240712 -SubnetId $net.SubnetId).InstanceIds");

        var vpc = account.Session.Must("Get-ZecInstance $id | Get-ZecSubnet | Get-ZecVpc").Single<ZecVpc>();
        var run = account.Run("$net | Remove-ZecSubnet -Force; Remove-ZecInstance $id -Purge -Force; $net | Remove-ZecSubnet -Force");

        Assert.Equal(("vpc-lab", 1), (vpc.VpcId, vpc.UsageIPv4Count));
        Assert.Contains("Network interfaces are in the subnet", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
        Assert.Null(account.Simulator.Row("Subnet", account.Session.Must("$net.SubnetId").Single<string>()));
    }

    [Theory]
    [InlineData($"{New} -IpStackType IPv4", "-IpStackType IPv4 needs -CidrBlock.")]
    [InlineData($"{New} -IpStackType IPv4 -CidrBlock 172.16.1.0/24 -IPv6Type Public", "-IPv6Type cannot be combined with -IpStackType IPv4.")]
    [InlineData($"{New} -IpStackType IPv4_IPv6 -CidrBlock 172.16.1.0/24", "-IpStackType IPv4_IPv6 needs -IPv6Type, Private or Public.")]
    [InlineData($"{New} -IpStackType IPv6 -IPv6Type Public -CidrBlock 172.16.1.0/24", "-CidrBlock cannot be combined with -IpStackType IPv6.")]
    [InlineData($"{New} -IpStackType IPv6 -IPv6Type Private -IPv6CidrId b-1", "-IPv6CidrId needs -IPv6Type Public.")]
    [InlineData($"{New} -IpStackType IPv6 -IPv6Type Public -IPv6MaskLength 80", "-IPv6MaskLength needs -IPv6CidrId.")]
    [InlineData("Set-ZecSubnet subnet-1 -IpStackType IPv4_IPv6", "-IpStackType IPv4_IPv6 needs -IPv6Type, Private or Public.")]
    [InlineData("Set-ZecSubnet subnet-1 -IpStackType IPv4 -IPv6Type Public", "-IPv6Type cannot be combined with -IpStackType IPv4.")]
    public async Task Addresses_that_do_not_go_together_are_an_error_before_anything_is_sent(string script, string fault)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run(script);

        Assert.Contains(fault, Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("AddressesInvalid,", run.Errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(account.Simulator.Calls);
    }

    [Theory]
    [InlineData($"{New} -IpStackType IPv4 -CidrBlock 10.99.1.0/24", "is not in 172.16.0.0/16")]
    [InlineData("New-ZecSubnet vpc-main -Name x-1 -RegionId asia-east-1 -IpStackType IPv4 -CidrBlock 10.1.0.0/24", "overlaps 10.1.0.0/16 of the subnet subnet-1")]
    [InlineData("New-ZecSubnet vpc-lab -Name x-1 -RegionId moon-1 -IpStackType IPv4 -CidrBlock 172.16.1.0/24", "The region moon-1 was not found")]
    [InlineData($"{New} -IpStackType IPv6 -IPv6Type Private", "has no private IPv6 addresses")]
    [InlineData("New-ZecSubnet vpc-gone -Name x-1 -RegionId asia-east-1 -IpStackType IPv4 -CidrBlock 172.16.1.0/24", "vpc-gone was not found")]
    public async Task What_the_service_refuses_is_an_error_and_nothing_is_created(string script, string says)
    {
        await using var account = await ServedAccount.StartAsync();
        var before = account.Simulator.Rows("Subnet").Count;

        var run = account.Run(script);

        Assert.Contains(says, Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
        Assert.Equal(before, account.Simulator.Rows("Subnet").Count);
    }

    [Fact]
    public async Task A_new_subnet_whose_answer_is_lost_is_not_asked_for_again_and_the_others_are_not_either()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "CreateSubnet" ? SimulatedFault.Error(503, null) : null;

        var run = account.Run("'vpc-lab', 'vpc-main' | New-ZecSubnet -Name x-1 -RegionId asia-east-1 -IpStackType IPv4 -CidrBlock 172.16.1.0/24");

        Assert.Contains(
            "Get-ZecSubnet -VpcId 'vpc-lab' -RegionId 'asia-east-1' -Name 'x-1' | Where-Object CreateTime -ge",
            Assert.Single(run.Errors).ErrorDetails.Message,
            StringComparison.Ordinal);
        Assert.Single(account.Simulator.Calls, call => call.Action == "CreateSubnet");
        Assert.Contains("NeverSent 1", account.Session.Must("Get-ZecOperation | ForEach-Object { \"$($_.Outcome) $($_.Count)\" }").Of<string>());
    }

    [Fact]
    public async Task What_is_no_VPC_gets_no_subnet()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run("Get-ZecInstance -First 1 | New-ZecSubnet -Name x-1 -RegionId asia-east-1 -IpStackType IPv4 -CidrBlock 172.16.1.0/24");

        Assert.Contains("This is an instance (ZecInstance), not a VPC.", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "CreateSubnet");
        Assert.Empty(account.Session.Must("@() | New-ZecSubnet -Name x-1 -RegionId asia-east-1 -IpStackType IPv4 -CidrBlock 172.16.1.0/24").Output);
    }

    [Theory]
    [InlineData("Get-ZecSubnet subnet-0, subnet-1 | Remove-ZecSubnet -Force")]
    [InlineData("'subnet-0', 'subnet-1' | Remove-ZecSubnet -Force")]
    public async Task A_default_subnet_is_skipped_and_one_in_use_is_refused(string script)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run(script);

        Assert.Equal(["subnet-0"], run.Of<ZecBatchResult>().SelectMany(result => result.SkippedIds));
        Assert.Contains("is a default subnet, which the service does not delete", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal(["subnet-1"], run.Of<ZecBatchResult>().SelectMany(result => result.FailedIds));
        Assert.Contains("Network interfaces are in the subnet subnet-1", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
        Assert.NotNull(account.Simulator.Row("Subnet", "subnet-1"));
    }

    [Theory]
    [InlineData("Set-ZecSubnet subnet-1, subnet-2 -Name new", "ModifySubnetsAttribute", """{"subnetIds":["subnet-1","subnet-2"],"name":"new"}""")]
    [InlineData("Get-ZecSubnet subnet-1 | Set-ZecSubnet -Name { \"$($_.Name)-2\" }", "ModifySubnetsAttribute", """{"subnetIds":["subnet-1"],"name":"subnet-1-2"}""")]
    [InlineData("Get-ZecSubnet $small | Set-ZecSubnet -CidrBlock 172.16.8.0/23", "ModifySubnetAttribute", """{"subnetId":"$small","cidrBlock":"172.16.8.0/23"}""")]
    [InlineData("$small | Set-ZecSubnet -CidrBlock 172.16.8.0/23 -Name new", "ModifySubnetAttribute", """{"subnetId":"$small","subnetName":"new","cidrBlock":"172.16.8.0/23"}""")]
    [InlineData("Set-ZecSubnet subnet-1 -IpStackType ipv4_ipv6 -IPv6Type public", "ModifySubnetStackType", """{"subnetId":"subnet-1","stackType":"IPv4_IPv6","ipv6Type":"Public"}""")]
    public async Task A_change_sends_only_what_is_given_by_the_action_that_takes_it(string script, string action, string body)
    {
        await using var account = await ServedAccount.StartAsync();
        var small = account.Session.Must("$small = (New-ZecSubnet vpc-lab small asia-east-1 IPv4 -CidrBlock 172.16.8.0/24).SubnetId; $small").Single<string>();

        account.Session.Must(script);

        var call = Assert.Single(account.Simulator.Calls, call => !call.Action.StartsWith("Describe", StringComparison.Ordinal) && call.Action != "CreateSubnet");
        Assert.Equal((action, body.Replace("$small", small, StringComparison.Ordinal)), (call.Action, call.Body));
    }

    [Fact]
    public async Task A_changed_subnet_is_returned_as_it_is_afterwards()
    {
        await using var account = await ServedAccount.StartAsync();

        var subnet = account.Session.Must("Get-ZecSubnet subnet-1 | Set-ZecSubnet -IpStackType IPv4_IPv6 -IPv6Type Public -PassThru").Single<ZecSubnet>();

        Assert.Equal(("IPv4_IPv6", "Public", 96), (subnet.IpStackType, subnet.IPv6Type, subnet.IPv6MaskLength));
        Assert.StartsWith("2001:db8:", subnet.IPv6CidrBlock, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_whose_block_no_look_can_tell_stays_unknown()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must(
            $"Connect-Zec -Endpoint $endpoint -AccessKeyId {new SimulatorOptions().AccessKeyId} -AccessKeySecret $secret -SettleTimeoutSec 1");
        account.Simulator.FaultFor = request => request.Action == "ModifySubnetStackType" ? SimulatedFault.Drop(carriesOut: true) : null;

        var run = account.Run("Set-ZecSubnet subnet-1 -IpStackType IPv4_IPv6 -IPv6Type Public -IPv6CidrId block-1");

        Assert.Equal(["subnet-1"], run.Single<ZecBatchResult>().UnknownIds);
        Assert.Single(account.Simulator.Calls, call => call.Action == "ModifySubnetStackType");
    }

    [Fact]
    public async Task A_subnet_whose_interfaces_have_IPv6_addresses_keeps_them()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must("Set-ZecSubnet subnet-1 -IpStackType IPv4_IPv6 -IPv6Type Public | Out-Null");
        account.Simulator.ChangeRow("Nic", "nic-unused", """{"nicSubnetType":"IPv4_IPv6"}""");

        var run = account.Run("Set-ZecSubnet subnet-1 -IpStackType IPv4");

        Assert.Contains("have IPv6 addresses", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
    }
}
