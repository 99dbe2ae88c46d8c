using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>VPCs: what a user asks for, what is sent, and what comes back.</summary>
public class VpcTests
{
    [Fact]
    public async Task VPCs_and_subnets_lead_to_each_other_and_to_instances()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must("""
            Get-ZecInstance -First 1 | Get-ZecSubnet | Get-ZecVpc
            Get-ZecVpc -Name main | Get-ZecSubnet -RegionId eu-west-1
            Get-ZecZone eu-west-1a | Get-ZecSubnet
            Get-ZecSubnet subnet-3 | Get-ZecInstance -First 1
            Get-ZecVpc -Tag @{ env = 'lab' } | Get-ZecSubnet
            """);

        object[] found = [.. run.Output.Select(item => item.BaseObject)];
        Assert.Equal(["vpc-main"], found.OfType<ZecVpc>().Select(vpc => vpc.VpcId));
        Assert.Equal(["eu-west-1", "eu-west-1"], found.OfType<ZecSubnet>().Select(subnet => subnet.RegionId));
        Assert.Equal(["subnet-3"], found.OfType<ZecInstance>().Select(instance => instance.SubnetId));
    }

    [Fact]
    public async Task A_new_VPC_is_returned_as_the_service_has_it()
    {
        await using var account = await ServedAccount.StartAsync();

        var vpc = account.Session.Must("New-ZecVpc -Name lab-2 -CidrBlock 10.1.0.0/16 -Mtu 9000 -EnablePrivateIPv6 -Tag @{ env = 'dev' }").Single<ZecVpc>();

        Assert.Equal(("lab-2", "10.1.0.0/16", 9000, false), (vpc.Name, vpc.CidrBlock, vpc.Mtu, vpc.IsDefault));
        Assert.StartsWith("fd00:", vpc.IPv6CidrBlock, StringComparison.Ordinal);
        Assert.Equal("dev", vpc.Tags["env"]);
        Assert.NotNull(vpc.Account);
        Assert.Equal(
            """{"name":"lab-2","cidrBlock":"10.1.0.0/16","mtu":9000,"enablePriIpv6":true,"tags":{"tags":[{"key":"env","value":"dev"}]}}""",
            Assert.Single(Bodies(account, "CreateVpc")));
    }

    [Fact]
    public async Task WhatIf_says_that_private_IPv6_is_for_good_and_creates_nothing()
    {
        await using var account = await ServedAccount.StartAsync();

        account.Session.Must("New-ZecVpc lab-2 10.1.0.0/16 1500 -EnablePrivateIPv6 -WhatIf");

        Assert.Contains(
            "What if: Performing the operation \"Create 1 VPC\" on target \"lab-2, 10.1.0.0/16, MTU 1500, with private IPv6 for good\".", account.Session.Host.Lines);
        Assert.Empty(Bodies(account, "CreateVpc"));
    }

    [Fact]
    public async Task A_new_VPC_whose_answer_is_lost_is_not_asked_for_again_and_the_error_says_how_to_look()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "CreateVpc" ? SimulatedFault.Drop(carriesOut: true) : null;

        var run = account.Run("New-ZecVpc -Name lab-2 -CidrBlock 10.1.0.0/16 -Mtu 1500");

        var message = Assert.Single(run.Errors).ErrorDetails.Message;
        Assert.Contains("It is unknown whether 1 VPC (lab-2, 10.1.0.0/16, MTU 1500) was created. Look before you ask again: ", message, StringComparison.Ordinal);
        Assert.Contains("Get-ZecVpc -Name 'lab-2' -CidrBlock '10.1.0.0/16' | Where-Object CreateTime -ge", message, StringComparison.Ordinal);
        Assert.Contains("sent twice creates twice", run.Errors[0].ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Single(Bodies(account, "CreateVpc"));

        account.Simulator.FaultFor = null;
        var look = message[message.IndexOf("Get-ZecVpc", StringComparison.Ordinal)..].Split('\'')[..6];
        Assert.Equal("lab-2", account.Session.Must($"{string.Join('\'', look)}'").Single<ZecVpc>().Name);
    }

    [Theory]
    [InlineData("New-ZecVpc -Name lab-2 -CidrBlock 11.0.0.0/16 -Mtu 1500", "11.0.0.0/16 is not a block of")]
    [InlineData("New-ZecVpc -Name lab-2 -CidrBlock 10.1.0.0/16 -Mtu 1400", "mtu is 1300, 1500, 9000, not 1400")]
    public async Task What_the_service_refuses_is_an_error_and_nothing_is_created(string script, string says)
    {
        await using var account = await ServedAccount.StartAsync();
        var before = account.Simulator.Rows("Vpc").Count;

        var run = account.Run(script);

        Assert.Contains("The request (1 VPC) was not carried out:", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
        Assert.Contains(says, run.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(before, account.Simulator.Rows("Vpc").Count);
    }

    [Theory]
    [InlineData("Get-ZecVpc vpc-main, vpc-lab | Remove-ZecVpc -Force")]
    [InlineData("Remove-ZecVpc vpc-main, vpc-lab -Force")]
    [InlineData("[pscustomobject]@{ VpcId = 'vpc-main'; IsDefault = 'False' }, 'vpc-lab' | Remove-ZecVpc -Force")]
    public async Task A_default_VPC_is_skipped_with_a_warning_however_it_is_named(string script)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must(script);

        Assert.Equal(["vpc-lab"], run.Of<ZecBatchResult>().SelectMany(result => result.SucceededIds));
        Assert.Equal(["vpc-main"], run.Of<ZecBatchResult>().SelectMany(result => result.SkippedIds));
        Assert.Contains("is a default VPC, which the service does not delete", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal(["""{"vpcId":"vpc-lab"}"""], Bodies(account, "DeleteVpc"));
    }

    [Fact]
    public async Task A_VPC_with_subnets_or_a_protected_tag_stays()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must("Get-ZecVpc vpc-lab | New-ZecSubnet -Name lab-a -RegionId eu-west-1 -IpStackType IPv4 -CidrBlock 172.16.1.0/24 | Out-Null");
        account.Session.Must("$kept = New-ZecVpc -Name kept -CidrBlock 10.1.0.0/16 -Mtu 1500 -Tag @{ 'zec:keep' = 'yes' }");

        var run = account.Run("'vpc-lab', $kept.VpcId | Remove-ZecVpc -Force");

        Assert.Equal(["vpc-lab"], run.Of<ZecBatchResult>().SelectMany(result => result.FailedIds));
        Assert.Contains("has subnets", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
        Assert.Contains("protected tag", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.NotNull(account.Simulator.Row("Vpc", "vpc-lab"));
    }

    [Fact]
    public async Task Deleting_asks_first_and_stops_before_the_first_question_where_there_are_too_many()
    {
        await using var account = await ServedAccount.StartAsync();

        var many = account.Run("Remove-ZecVpc vpc-lab, vpc-x -Force -MaximumCount 1");
        account.Session.Must("Remove-ZecVpc vpc-lab -WhatIf");

        Assert.StartsWith("MaximumCountExceeded,", Assert.Single(many.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("What if: Performing the operation \"Delete the VPC, which cannot be undone\" on target \"vpc-lab\".", account.Session.Host.Lines);
        Assert.Empty(Bodies(account, "DeleteVpc"));
    }

    [Theory]
    [InlineData("Set-ZecVpc vpc-lab -Name new", "ModifyVpcsAttribute", """{"vpcIds":["vpc-lab"],"name":"new"}""")]
    [InlineData("'vpc-lab' | Set-ZecVpc -Name new", "ModifyVpcsAttribute", """{"vpcIds":["vpc-lab"],"name":"new"}""")]
    [InlineData("Get-ZecVpc vpc-lab | Set-ZecVpc -Name { \"$($_.Name)-2\" }", "ModifyVpcsAttribute", """{"vpcIds":["vpc-lab"],"name":"lab-2"}""")]
    [InlineData("[pscustomobject]@{ VpcId = 'vpc-lab'; Name = 'row' } | Set-ZecVpc", "ModifyVpcsAttribute", """{"vpcIds":["vpc-lab"],"name":"row"}""")]
    [InlineData("Set-ZecVpc vpc-lab -CidrBlock 172.16.0.0/12", "ModifyVpcAttribute", """{"vpcId":"vpc-lab","cidrBlock":"172.16.0.0/12"}""")]
    [InlineData("Get-ZecVpc vpc-lab | Set-ZecVpc -EnablePrivateIPv6", "ModifyVpcAttribute", """{"vpcId":"vpc-lab","enableIPv6":true}""")]
    [InlineData("'vpc-lab' | Set-ZecVpc -SecurityGroupId sg-web -Name new", "ModifyVpcAttribute", """{"vpcId":"vpc-lab","vpcName":"new","securityGroupId":"sg-web"}""")]
    [InlineData("Set-ZecVpc vpc-lab -SecurityGroupId sg-web -EnablePrivateIPv6 -CidrBlock 172.16.0.0/12 -Name new", "ModifyVpcAttribute", """{"vpcId":"vpc-lab","vpcName":"new","cidrBlock":"172.16.0.0/12","enableIPv6":true,"securityGroupId":"sg-web"}""")]
    public async Task A_change_sends_only_what_is_given_by_the_action_that_takes_it(string script, string action, string body)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Equal(["vpc-lab"], account.Session.Must(script).Single<ZecBatchResult>().SucceededIds);

        Assert.Equal([body], Bodies(account, action));
        Assert.Single(account.Simulator.Calls, call => !call.Action.StartsWith("Describe", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Set-ZecVpc vpc-lab")]
    [InlineData("Set-ZecVpc vpc-lab -Name ''")]
    [InlineData("Set-ZecVpc vpc-lab -Name 'no name'")]
    [InlineData("Set-ZecVpc vpc-lab -CidrBlock ''")]
    public async Task A_change_of_nothing_sends_nothing(string script)
    {
        await using var account = await ServedAccount.StartAsync();
        Assert.Single(account.Run(script).Errors);
        Assert.Empty(account.Simulator.Calls);
    }

    [Fact]
    public async Task A_VPC_that_does_not_exist_fails_and_the_others_are_renamed()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run("Set-ZecVpc vpc-lab, vpc-gone -Name new");

        Assert.Equal(["vpc-lab"], run.Of<ZecBatchResult>().SelectMany(result => result.SucceededIds));
        Assert.Equal(["vpc-gone"], run.Of<ZecBatchResult>().SelectMany(result => result.FailedIds));
        Assert.StartsWith("VpcNotFound,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_was_refused_is_resumed_with_all_that_was_asked_for()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "ModifyVpcAttribute" ? SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE") : null;
        account.Run("$first = Set-ZecVpc vpc-lab -EnablePrivateIPv6 -Name new");
        account.Simulator.FaultFor = null;

        account.Session.Must("$first | Resume-ZecOperation -Force");

        Assert.Equal(Enumerable.Repeat("""{"vpcId":"vpc-lab","vpcName":"new","enableIPv6":true}""", 2), Bodies(account, "ModifyVpcAttribute"));
    }

    [Theory]
    [InlineData("Register-ZecSecurityGroup vpc-lab -SecurityGroupId sg-unused", "AssignSecurityGroupVpc", "Set-ZecVpc vpc-lab -SecurityGroupId sg-db")]
    [InlineData("Set-ZecVpc vpc-lab -Name old", "ModifyVpcsAttribute", "Set-ZecVpc vpc-lab -Name new -SecurityGroupId sg-db")]
    public async Task A_value_that_another_action_set_since_is_not_undone_by_resuming(string change, string action, string later)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == action ? SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE") : null;
        account.Run($"$first = {change}");
        account.Simulator.FaultFor = null;
        account.Session.Must($"{later} | Out-Null");

        var run = account.Run("$first | Resume-ZecOperation -Force");

        Assert.Contains("a later change has succeeded", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Single(Bodies(account, action));
    }

    [Fact]
    public async Task A_security_group_that_a_VPC_may_have_got_since_is_not_taken_by_resuming()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "UnAssignSecurityGroupVpc" ? SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE") : null;
        account.Run("$first = Unregister-ZecSecurityGroup vpc-lab");
        account.Simulator.FaultFor = null;
        account.Session.Must("Register-ZecSecurityGroup vpc-lab -SecurityGroupId sg-db | Out-Null");

        var run = account.Run("$first | Resume-ZecOperation -Force");

        Assert.Contains("run Unregister-ZecSecurityGroup for the IDs", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
        Assert.Single(Bodies(account, "UnAssignSecurityGroupVpc"));
    }

    private static string[] Bodies(ServedAccount account, string action) => [.. account.Simulator.Calls.Where(call => call.Action == action).Select(call => call.Body)];
}
