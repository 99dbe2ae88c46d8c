using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Rules of security groups: what comes, what goes, and what is left alone.</summary>
public class SecurityGroupRuleTests
{
    private const string Https = "@{ Direction = 'ingress'; Protocol = 'tcp'; PortRange = 443; CidrIp = '0.0.0.0/0' }";
    private const string Ssh = "@{ Direction = 'ingress'; Protocol = 'tcp'; PortRange = 22; CidrIp = '10.0.0.0/8' }";
    private const string HttpsJson = """{"direction":"ingress","policy":"accept","priority":1,"ipProtocol":"tcp","portRange":"443/443","cidrIp":"0.0.0.0/0"}""";
    private const string SshJson = """{"direction":"ingress","policy":"accept","priority":1,"ipProtocol":"tcp","portRange":"22/22","cidrIp":"10.0.0.0/8"}""";
    private const string OutJson = """{"direction":"egress","policy":"accept","priority":1,"ipProtocol":"all","portRange":"-1/-1","cidrIp":"0.0.0.0/0"}""";

    [Fact]
    public async Task Rules_are_listed_with_their_group_and_narrowed()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must("""
            Get-ZecSecurityGroup sg-web | Get-ZecSecurityGroupRule
            Get-ZecSecurityGroupRule sg-web, sg-db -Direction EGRESS -Protocol all -CidrIp 0.0.0.0/0
            """);

        Assert.Equal(
            ["sg-web ingress tcp 22/22 from 10.0.0.0/8", "sg-web egress all -1/-1 to 0.0.0.0/0", "sg-web egress all -1/-1 to 0.0.0.0/0", "sg-db egress all -1/-1 to 0.0.0.0/0"],
            run.Of<ZecSecurityGroupRule>().Select(rule => $"{rule.SecurityGroupId} {rule}"));
        Assert.All(run.Of<ZecSecurityGroupRule>(), rule => Assert.NotNull(rule.Account));
    }

    [Theory]
    [InlineData($"Set-ZecSecurityGroupRule sg-web -Rule {Https} -Force", $"[{HttpsJson}]")]
    [InlineData($"Get-ZecSecurityGroup sg-web | Set-ZecSecurityGroupRule -Rule {Https}, {Https} -Force", $"[{HttpsJson}]")]
    [InlineData("Set-ZecSecurityGroupRule sg-web -Rule @() -AllowEmpty -Force", "[]")]
    [InlineData($"Add-ZecSecurityGroupRule sg-web -Rule {Https}, {Ssh}", $"[{SshJson},{OutJson},{HttpsJson}]")]
    [InlineData($"Add-ZecSecurityGroupRule sg-web -Rule (Get-ZecSecurityGroupRule sg-db), {Https}", $"[{SshJson},{OutJson},{HttpsJson}]")]
    [InlineData($"'sg-web' | Add-ZecSecurityGroupRule -Rule {Https}", $"[{SshJson},{OutJson},{HttpsJson}]")]
    [InlineData($"Remove-ZecSecurityGroupRule sg-web -Rule {Ssh} -Force", $"[{OutJson}]")]
    [InlineData("Get-ZecSecurityGroup sg-web | Get-ZecSecurityGroupRule -Direction ingress | Remove-ZecSecurityGroupRule -Force", $"[{OutJson}]")]
    [InlineData("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-ZecSecurityGroupRule sg-web -Direction egress))) | Set-ZecSecurityGroupRule -ReplaceAll -Force", $"[{OutJson}]")]
    [InlineData("[pscustomobject]@{ SecurityGroupId = 'sg-web'; Direction = 'egress'; Protocol = 'all'; PortRange = '-1/-1'; CidrIp = '0.0.0.0/0'; Priority = '1' } | Set-ZecSecurityGroupRule -ReplaceAll -Force", $"[{OutJson}]")]
    public async Task The_whole_set_is_written(string script, string rules)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must(script);

        Assert.Equal(["sg-web"], run.Of<ZecBatchResult>().SelectMany(result => result.SucceededIds));
        Assert.Equal([$$"""{"securityGroupId":"sg-web","ruleInfos":{{rules}}}"""], Bodies(account));
    }

    [Fact]
    public async Task WhatIf_and_the_question_say_which_rules_come_and_which_go()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Host.Answers.Enqueue("No");

        account.Session.Must($"Set-ZecSecurityGroupRule sg-web -Rule {Https} -WhatIf; Remove-ZecSecurityGroupRule sg-web -Rule {Ssh}");

        Assert.Contains(
            "What if: Performing the operation \"Replace all rules of the security group: 1 comes (ingress tcp 443/443 from 0.0.0.0/0), "
            + "2 go (ingress tcp 22/22 from 10.0.0.0/8; egress all -1/-1 to 0.0.0.0/0)\" on target \"web (sg-web)\".",
            account.Session.Host.Lines);
        Assert.Contains("1 goes (ingress tcp 22/22 from 10.0.0.0/8), 1 stays", Assert.Single(account.Session.Host.Questions), StringComparison.Ordinal);
        Assert.Empty(Bodies(account));
    }

    [Theory]
    [InlineData("Set-ZecSecurityGroupRule sg-web -Rule @() -Force")]
    [InlineData("Set-ZecSecurityGroupRule sg-web -Rule $null -AllowEmpty -Force")]
    [InlineData("Set-ZecSecurityGroupRule sg-web -Force -Rule @{ Direction = 'ingress'; Protocol = 'all' }")]
    [InlineData($"Get-ZecVpc vpc-lab | Set-ZecSecurityGroupRule -Rule {Https} -Force")]
    [InlineData("[ZecSecurityGroupRule]@{ Direction = 'ingress'; Protocol = 'all'; CidrIp = '10.0.0.0/8' } | Set-ZecSecurityGroupRule -Force")]
    [InlineData("Get-ZecSecurityGroupRule sg-web | Remove-ZecSecurityGroup -Force")]
    public async Task What_does_not_say_all_is_an_error_and_nothing_is_changed(string script)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run(script);

        Assert.NotEmpty(run.Errors.Append(run.Terminating).OfType<System.Management.Automation.ErrorRecord>());
        Assert.All(account.Simulator.Calls, call => Assert.StartsWith("Describe", call.Action, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_as_it_is_to_be_is_left_out_and_what_is_not_there_is_an_error()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run($"Add-ZecSecurityGroupRule sg-web -Rule {Ssh}; Remove-ZecSecurityGroupRule sg-web, sg-gone -Rule {Https} -Force");

        Assert.Equal(["sg-web", "sg-web"], run.Of<ZecBatchResult>().SelectMany(result => result.SkippedIds));
        Assert.Equal(["sg-gone"], run.Of<ZecBatchResult>().SelectMany(result => result.FailedIds));
        Assert.Equal(["SecurityGroupRuleNotFound", "SecurityGroupNotFound"], run.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Empty(Bodies(account));
    }

    [Theory]
    [InlineData($"Add-ZecSecurityGroupRule sg-web -Rule {Https}")]
    [InlineData($"Get-ZecSecurityGroup sg-web | Add-ZecSecurityGroupRule -Rule {Https}")]
    [InlineData($"Remove-ZecSecurityGroupRule sg-web -Rule {Ssh} -Force")]
    [InlineData("Get-ZecSecurityGroup sg-web | Get-ZecSecurityGroupRule -Direction ingress | Remove-ZecSecurityGroupRule -Force", 3)]
    [InlineData($"Set-ZecSecurityGroupRule sg-web -Rule {Https} -Force")]
    public async Task Rules_that_somebody_else_changes_in_between_are_an_error_and_stay(string script, int look = 2)
    {
        await using var account = await ServedAccount.StartAsync();
        var looks = 0;
        account.Simulator.FaultFor = request =>
        {
            if (request.Action == "DescribeSecurityGroupRule" && ++looks == look)
            {
                account.Simulator.ChangeRow("SecurityGroup", "sg-web", $$"""{"rules":[{{SshJson}},{{HttpsJson}},{{OutJson}}]}""");
            }

            return null;
        };

        var run = account.Run(script);

        Assert.Equal(["sg-web"], run.Single<ZecBatchResult>().FailedIds);
        Assert.StartsWith("SecurityGroupRulesChanged,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Bodies(account));
        Assert.Equal(3, account.Session.Must("Get-ZecSecurityGroupRule sg-web").Output.Count);
    }

    [Theory]
    [InlineData("""{"rules":[{"direction":"ingress","ipProtocol":"tcp","portRange":"22/22","cidrIp":["x"]}]}""")]
    [InlineData("""{"rules":[{"direction":"ingress","ipProtocol":"tcp","portRange":"22/22"}]}""")]
    [InlineData("""{"rules":[{"direction":"ingress","ipProtocol":"tcp","portRange":{"from":22},"cidrIp":"10.0.0.0/8"}]}""")]
    [InlineData("""{"rules":[{"direction":"ingress","ipProtocol":"tcp","portRange":"22/22","cidrIp":"10.0.0.0/8","priority":"high"}]}""")]
    [InlineData("""{"rules":[{"direction":"ingress","ipProtocol":"tcp","portRange":"22/22","cidrIp":"10.0.0.0/8","desc":["x"]}]}""")]
    public async Task Rules_that_cannot_be_read_are_not_lost_by_an_addition_and_may_be_replaced(string row)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.ChangeRow("SecurityGroup", "sg-web", row);

        var added = account.Run($"Add-ZecSecurityGroupRule sg-web -Rule {Https}");

        Assert.StartsWith("SecurityGroupRulesUnknown,", Assert.Single(added.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["sg-web"], added.Single<ZecBatchResult>().FailedIds);
        Assert.Empty(Bodies(account));
        Assert.Equal(["sg-web"], account.Session.Must($"Set-ZecSecurityGroupRule sg-web -Rule {Https} -Force").Single<ZecBatchResult>().SucceededIds);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task A_lost_answer_is_settled_by_the_rules_and_sent_again_only_where_they_have_not_changed(bool carriesOut, int sent)
    {
        await using var account = await ServedAccount.StartAsync();
        var lost = 0;
        account.Simulator.FaultFor = request => request.Action == "ConfigureSecurityGroupRules" && lost++ == 0 ? SimulatedFault.Drop(carriesOut) : null;

        Assert.Equal(["sg-web"], account.Session.Must($"Set-ZecSecurityGroupRule sg-web -Rule {Https} -Force").Single<ZecBatchResult>().SucceededIds);

        Assert.Equal(sent, Bodies(account).Length);
    }

    [Fact]
    public async Task Groups_whose_rules_cannot_be_asked_for_are_recorded_as_never_sent()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "DescribeSecurityGroupRule" ? SimulatedFault.Error(403, "AUTHFAILURE_UNAUTHORIZED_OPERATION") : null;

        var run = account.Run($"Set-ZecSecurityGroupRule sg-web, sg-db -Rule {Https} -Force");

        Assert.Contains(
            "Nothing was sent",
            Assert.Single(run.Errors.Append(run.Terminating).OfType<System.Management.Automation.ErrorRecord>()).ToString(),
            StringComparison.Ordinal);
        Assert.Equal(["sg-db", "sg-web"], account.Session.Must("(Get-ZecOperation).Ids").Of<string>().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_open_to_the_world_is_found_and_closed()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must("""
            Add-ZecSecurityGroupRule sg-web, sg-db -Rule @{ Direction = 'ingress'; Protocol = 'tcp'; PortRange = 22; CidrIp = '0.0.0.0/0' }
            Add-ZecSecurityGroupRule sg-web -Rule @{ Direction = 'ingress'; Protocol = 'tcp'; PortRange = 443; CidrIp = '0.0.0.0/0' }
            function Find { Get-ZecSecurityGroup | Get-ZecSecurityGroupRule -Direction ingress -CidrIp 0.0.0.0/0 | Where-Object PortRange -match '^(22|3389)/' }
            """);

        account.Session.Must("Find | Remove-ZecSecurityGroupRule -WhatIf");
        // That of the edge came with the account.
        Assert.Equal(3, account.Session.Host.Lines.Count(line => line.Contains("1 goes (ingress tcp 22/22 from 0.0.0.0/0)", StringComparison.Ordinal)));
        var run = account.Session.Must("Find | Remove-ZecSecurityGroupRule -Force");

        Assert.Equal(["sg-db", "sg-edge", "sg-web"], run.Of<ZecBatchResult>().SelectMany(result => result.SucceededIds).Order(StringComparer.Ordinal));
        Assert.Empty(account.Session.Must("Find").Output);
        Assert.Equal(
            ["ingress tcp 22/22 from 10.0.0.0/8", "ingress tcp 443/443 from 0.0.0.0/0", "egress all -1/-1 to 0.0.0.0/0"],
            account.Session.Must("Get-ZecSecurityGroupRule sg-web").Of<ZecSecurityGroupRule>().Select(rule => rule.ToString()));
    }

    private static string[] Bodies(ServedAccount account)
        => [.. account.Simulator.Calls.Where(call => call.Action == "ConfigureSecurityGroupRules").Select(call => call.Body)];
}
