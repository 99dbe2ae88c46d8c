using System.Text;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Security groups: what a user asks for, what is sent, and what comes back.</summary>
public class SecurityGroupTests
{
    [Theory]
    [InlineData(""","vpcIds":[],"nicIdList":[],"natIdList":[],"loadBalancerIdList":[],"haVipIdList":[]""", true)]
    [InlineData(""","vpcIds":null,"nicIdList":null,"natIdList":null,"loadBalancerIdList":null,"haVipIdList":null""", true)]
    [InlineData(""","vpcIds":[],"nicIdList":[],"natIdList":[],"loadBalancerIdList":[]""", false)]
    [InlineData("", false)]
    public async Task A_security_group_whose_users_are_not_said_is_not_unused(string users, bool isUnused)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "DescribeSecurityGroups"
            ? SimulatedFault.Answer(
                200,
                "application/json",
                Encoding.UTF8.GetBytes($$$"""{"requestId":"T1","response":{"totalCount":1,"dataSet":[{"securityGroupId":"sg-1","isDefault":false{{{users}}}}]}}"""),
                carriesOut: true)
            : null;

        Assert.Equal(isUnused ? ["sg-1"] : [], account.Session.Must("Get-ZecSecurityGroup -Unused").Of<ZecSecurityGroup>().Select(group => group.SecurityGroupId));
    }

    [Fact]
    public async Task Groups_VPCs_and_instances_lead_to_each_other()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.ChangeRow("Vpc", "vpc-lab", """{"securityGroupId":"sg-unused"}""");

        var run = account.Session.Must("""
            $one = Get-ZecInstance -First 1
            $group = $one | Get-ZecSecurityGroup
            $group.SecurityGroupId -eq $one.SecurityGroupId
            ($group | Get-ZecInstance).InstanceId -contains $one.InstanceId
            @($group | Get-ZecInstance | Where-Object SecurityGroupId -ne $one.SecurityGroupId).Count
            (Get-ZecVpc vpc-lab | Get-ZecSecurityGroup).SecurityGroupId
            (Get-ZecSecurityGroup -Name unused | Get-ZecVpc).VpcId
            """);

        Assert.Equal(["True", "True", "0", "sg-unused", "vpc-lab"], run.Output.Select(item => item.ToString()));
    }

    [Fact]
    public async Task Groups_and_network_interfaces_lead_to_each_other()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must("""
            $nics = @(Get-ZecSecurityGroup sg-web | Get-ZecNic)
            $nics.Count -gt 0 -and $nics.Count -eq @(Get-ZecNic | Where-Object SecurityGroupId -eq sg-web).Count
            ($nics | Get-ZecSecurityGroup).SecurityGroupId
            @(Get-ZecNic | Get-ZecSecurityGroup).Count -eq [Collections.Generic.HashSet[string]]::new([string[]](Get-ZecNic).SecurityGroupId).Count
            @(Get-ZecSecurityGroup -Name unused | Get-ZecNic).Count
            (Get-ZecSecurityGroup sg-web).NicIds.Count -eq $nics.Count
            """);

        Assert.Equal(["True", "sg-web", "True", "0", "True"], run.Output.Select(item => item.ToString()));
    }

    [Fact]
    public async Task A_group_is_rotated_and_the_old_one_deleted()
    {
        await using var account = await ServedAccount.StartAsync();
        var before = account.Session.Must("(Get-ZecSecurityGroup sg-web).NicIds").Of<string>().Order(StringComparer.Ordinal).ToArray();

        account.Session.Must("""
            $old = 'sg-web'
            $new = New-ZecSecurityGroup -Name web-2 -Rule (Get-ZecSecurityGroupRule $old | Where-Object CidrIp -ne '0.0.0.0/0')
            Get-ZecSecurityGroup $old | Get-ZecNic | Set-ZecNic -SecurityGroupId $new.SecurityGroupId
            Remove-ZecSecurityGroup $old -Force
            """);

        Assert.NotEmpty(before);
        Assert.Equal(before, account.Session.Must("(Get-ZecSecurityGroup -Name web-2).NicIds").Of<string>().Order(StringComparer.Ordinal));
        Assert.Equal(
            ["ingress tcp 22/22 from 10.0.0.0/8"], account.Session.Must("Get-ZecSecurityGroupRule $new.SecurityGroupId").Of<ZecSecurityGroupRule>().Select(rule => rule.ToString()));
        Assert.Null(account.Simulator.Row("SecurityGroup", "sg-web"));
    }

    [Fact]
    public async Task Unused_means_that_nothing_uses_it_and_that_it_is_not_the_default_one()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 0);
        account.Simulator.ChangeRow("Nic", "nic-unused", """{"securityGroupId":"sg-web"}""");
        account.Simulator.ChangeRow("Vpc", "vpc-lab", """{"securityGroupId":"sg-db"}""");
        account.Simulator.ChangeRow("Vpc", "vpc-main", """{"securityGroupId":"sg-db"}""");
        account.Simulator.ChangeRow("SecurityGroup", "sg-unused", """{"haVipIdList":["vip-1"]}""");
        account.Session.Must("$new = New-ZecSecurityGroup -Name new");

        var all = account.Session.Must("(Get-ZecSecurityGroup).SecurityGroupId").Of<string>().ToArray();
        var unused = account.Session.Must("(Get-ZecSecurityGroup -Unused).SecurityGroupId").Of<string>().ToArray();

        Assert.Contains(account.Session.Must("$new.SecurityGroupId").Single<string>(), unused);
        Assert.Equal(["sg-db", "sg-default", "sg-unused", "sg-web"], all.Except(unused).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("-Rule @{ Direction = 'ingress'; Protocol = 'tcp'; PortRange = 443; CidrIp = '0.0.0.0/0'; Description = 'all' }")]
    [InlineData("-Rule @{ direction = 'INGRESS'; ipProtocol = 'TCP'; portRange = '443'; cidrIp = '0.0.0.0/0'; desc = 'all'; priority = '1' }")]
    [InlineData("-Rule ([ZecSecurityGroupRule]@{ Direction = 'ingress'; Protocol = 'tcp'; PortRange = '443/443'; CidrIp = '0.0.0.0/0'; Description = 'all' })")]
    [InlineData("-Rule ([pscustomobject]@{ Direction = 'ingress'; Protocol = 'tcp'; PortRange = '443/443'; CidrIp = '0.0.0.0/0'; Priority = ''; Description = 'all' })")]
    [InlineData("-Rule ([Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize([ZecSecurityGroupRule]@{ Direction = 'ingress'; Protocol = 'tcp'; PortRange = '443/443'; CidrIp = '0.0.0.0/0'; Description = 'all' })))")]
    public async Task Rules_may_be_objects_hashtables_copies_and_rows(string rule)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Equal("web-2", account.Session.Must($"New-ZecSecurityGroup web-2 {rule}").Single<ZecSecurityGroup>().SecurityGroupName);

        Assert.Equal(
            ["""{"securityGroupName":"web-2","ruleInfos":[{"direction":"ingress","policy":"accept","priority":1,"ipProtocol":"tcp","portRange":"443/443","cidrIp":"0.0.0.0/0","desc":"all"}]}"""],
            Bodies(account, "CreateSecurityGroup"));
    }

    [Theory]
    [InlineData("@{ Direction = 'ingress'; Protocol = 'tcp'; PortRange = 22 }", "does not say its CidrIp")]
    [InlineData("@{ Direction = 'ingress'; Protocol = 'tcp'; CidrIp = '10.0.0.0/8' }", "does not say its PortRange")]
    [InlineData("@{ Protocol = 'all'; CidrIp = '10.0.0.0/8' }", "does not say its Direction")]
    [InlineData("@{ Direction = 'ingress'; CidrIp = '10.0.0.0/8' }", "does not say its Protocol")]
    [InlineData("@{ Direction = 'ingress'; Protocol = 'all'; Cidr = '10.0.0.0/8' }", "A rule has no Cidr.")]
    [InlineData("@{ Direction = 'ingress'; Protocol = 'all'; CidrIp = '10.0.0.0/8'; Priority = 101 }", "'101' is not a priority.")]
    [InlineData("$null", "A rule is null")]
    [InlineData("'sg-web'", "A String is not a rule")]
    [InlineData("(Get-ZecVpc vpc-lab)", "A ZecVpc is not a rule")]
    public async Task A_rule_that_does_not_say_enough_is_an_error_and_nothing_is_created(string rule, string says)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run($"New-ZecSecurityGroup web-2 -Rule {rule}");

        Assert.Contains(says, Assert.Single(run.Errors.Append(run.Terminating).OfType<System.Management.Automation.ErrorRecord>()).ToString(), StringComparison.Ordinal);
        Assert.Empty(Bodies(account, "CreateSecurityGroup"));
    }

    [Fact]
    public async Task WhatIf_names_the_rules_and_a_lost_answer_says_how_to_look()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must("$rule = @{ Direction = 'ingress'; Protocol = 'icmp'; CidrIp = '10.0.0.0/8' }; New-ZecSecurityGroup ping $rule -WhatIf");
        account.Simulator.FaultFor = request => request.Action == "CreateSecurityGroup" ? SimulatedFault.Drop(carriesOut: true) : null;

        var run = account.Run("New-ZecSecurityGroup ping");

        Assert.Contains(
            "What if: Performing the operation \"Create 1 security group\" on target \"ping, ingress icmp -1/-1 from 10.0.0.0/8\".", account.Session.Host.Lines);
        Assert.Contains("Get-ZecSecurityGroup -Name 'ping' | Where-Object CreateTime -ge", Assert.Single(run.Errors).ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Single(Bodies(account, "CreateSecurityGroup"));
    }

    [Theory]
    [InlineData("Get-ZecSecurityGroup sg-default, sg-unused | Remove-ZecSecurityGroup -Force")]
    [InlineData("Remove-ZecSecurityGroup sg-default, sg-unused -Force")]
    public async Task The_default_group_is_skipped_with_a_warning_however_it_is_named(string script)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must(script);

        Assert.Equal(["sg-unused"], run.Of<ZecBatchResult>().SelectMany(result => result.SucceededIds));
        Assert.Equal(["sg-default"], run.Of<ZecBatchResult>().SelectMany(result => result.SkippedIds));
        Assert.Contains("is the default security group", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal(["""{"securityGroupId":"sg-unused"}"""], Bodies(account, "DeleteSecurityGroup"));
    }

    [Theory]
    [InlineData("Vpc", "vpc-lab")]
    [InlineData("Nic", "nic-unused")]
    public async Task A_group_that_is_used_stays(string kind, string user)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.ChangeRow(kind, user, """{"securityGroupId":"sg-unused"}""");

        var run = account.Run("Remove-ZecSecurityGroup sg-unused -Force");

        Assert.Equal(["sg-unused"], run.Of<ZecBatchResult>().SelectMany(result => result.FailedIds));
        Assert.Contains("is in use", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
        Assert.NotNull(account.Simulator.Row("SecurityGroup", "sg-unused"));
    }

    [Theory]
    [InlineData("Set-ZecSecurityGroup sg-web -Name new", "ModifySecurityGroupsAttribute", """{"securityGroupName":"new","securityGroupIds":["sg-web"]}""")]
    [InlineData("Get-ZecSecurityGroup sg-web | Set-ZecSecurityGroup -Name { \"$($_.SecurityGroupName)-2\" }", "ModifySecurityGroupsAttribute", """{"securityGroupName":"web-2","securityGroupIds":["sg-web"]}""")]
    [InlineData("Register-ZecSecurityGroup vpc-lab -SecurityGroupId sg-web", "AssignSecurityGroupVpc", """{"vpcId":"vpc-lab","securityGroupId":"sg-web"}""")]
    [InlineData("Get-ZecVpc vpc-lab | Register-ZecSecurityGroup -SecurityGroupId (Get-ZecSecurityGroup sg-web)", "AssignSecurityGroupVpc", """{"vpcId":"vpc-lab","securityGroupId":"sg-web"}""")]
    [InlineData("Set-ZecVpc vpc-lab -SecurityGroupId (Get-ZecSecurityGroup sg-web)", "ModifyVpcAttribute", """{"vpcId":"vpc-lab","securityGroupId":"sg-web"}""")]
    [InlineData("Set-ZecNic nic-unused -SecurityGroupId (Get-ZecSecurityGroup sg-web)", "ModifyNetworkInterfaceAttribute", """{"nicId":"nic-unused","securityGroupId":"sg-web"}""")]
    [InlineData("Get-ZecVpc vpc-lab | Unregister-ZecSecurityGroup", "UnAssignSecurityGroupVpc", """{"vpcId":"vpc-lab"}""")]
    public async Task A_change_sends_what_is_given(string script, string action, string body)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Single(account.Session.Must(script).Single<ZecBatchResult>().SucceededIds);

        Assert.Equal([body], Bodies(account, action));
    }

    [Fact]
    public async Task A_VPC_that_has_the_group_or_has_none_is_left_out()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must("""
            Get-ZecVpc vpc-lab | Register-ZecSecurityGroup -SecurityGroupId sg-default
            Unregister-ZecSecurityGroup vpc-lab | Out-Null
            Get-ZecVpc vpc-lab | Unregister-ZecSecurityGroup
            """);

        Assert.Equal(["vpc-lab", "vpc-lab"], run.Of<ZecBatchResult>().SelectMany(result => result.SkippedIds));
        Assert.Single(Bodies(account, "UnAssignSecurityGroupVpc"));
        Assert.Empty(Bodies(account, "AssignSecurityGroupVpc"));
    }

    [Theory]
    [InlineData("vpc-lab", true, 1, 0)]
    [InlineData("vpc-lab", false, 0, 1)]
    public async Task Only_a_VPC_without_a_group_shows_after_a_lost_answer_that_its_one_was_taken(string id, bool carriesOut, int done, int unknown)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "UnAssignSecurityGroupVpc" ? SimulatedFault.Drop(carriesOut) : null;

        var result = account.Run($"Unregister-ZecSecurityGroup {id}").Single<ZecBatchResult>();

        Assert.Equal((done, unknown), (result.SucceededIds.Count, result.UnknownIds.Count));
        Assert.Single(Bodies(account, "UnAssignSecurityGroupVpc"));
    }

    private static string[] Bodies(ServedAccount account, string action) => [.. account.Simulator.Calls.Where(call => call.Action == action).Select(call => call.Body)];
}
