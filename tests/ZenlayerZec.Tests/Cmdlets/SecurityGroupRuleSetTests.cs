using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Set-ZecSecurityGroupRule replaces all rules of a group: so nothing, and a part of them, never takes the place of all.</summary>
public class SecurityGroupRuleSetTests
{
    private const string Https = "@{ Direction = 'ingress'; Protocol = 'tcp'; PortRange = 443; CidrIp = '0.0.0.0/0' }";
    private const string SshJson = """{"direction":"ingress","policy":"accept","priority":1,"ipProtocol":"tcp","portRange":"22/22","cidrIp":"10.0.0.0/8"}""";
    private const string HttpsJson = """{"direction":"ingress","policy":"accept","priority":1,"ipProtocol":"tcp","portRange":"443/443","cidrIp":"0.0.0.0/0"}""";
    private const string OutJson = """{"direction":"egress","policy":"accept","priority":1,"ipProtocol":"all","portRange":"-1/-1","cidrIp":"0.0.0.0/0"}""";
    private const string Row = "SecurityGroupId,Direction,Protocol,PortRange,CidrIp";
    private const string SshRow = "sg-web,ingress,tcp,22/22,10.0.0.0/8";

    /// <summary>Makes rows of the lines of a CSV file, as Import-Csv does.</summary>
    private const string Rows = """
        function Rows {
            $names, $lines = @($input)
            foreach ($line in $lines) {
                $row = [ordered]@{}
                $values = $line.Split(',')
                foreach ($name in $names.Split(',')) { $row[$name] = $values[$row.Count] }
                [pscustomobject]$row
            }
        }
        """;

    [Theory]
    [InlineData("Get-ZecSecurityGroupRule sg-web -Direction nosuch | Set-ZecSecurityGroupRule -Force")]
    [InlineData("Get-ZecSecurityGroupRule sg-web | Where-Object CidrIp -eq nosuch | Set-ZecSecurityGroupRule -Force")]
    [InlineData("Get-ZecSecurityGroupRule sg-web -Direction nosuch | Set-ZecSecurityGroupRule -AllowEmpty -Force")]
    [InlineData("@() | Set-ZecSecurityGroupRule -Force")]
    [InlineData($"'{Row}' | Rows | Set-ZecSecurityGroupRule -Force")]
    [InlineData($"Get-ZecSecurityGroup -Name nosuch* | Set-ZecSecurityGroupRule -Rule {Https} -Force")]
    [InlineData("Get-ZecSecurityGroup -Name nosuch* | Set-ZecSecurityGroupRule -Rule @() -AllowEmpty -Force")]
    [InlineData("Get-ZecSecurityGroupRule sg-web -Direction nosuch | Remove-ZecSecurityGroupRule -Force")]
    [InlineData("Get-ZecSecurityGroupRule sg-web -Direction nosuch | Add-ZecSecurityGroupRule")]
    public async Task An_empty_pipeline_changes_nothing(string script)
    {
        await using var account = await StartAsync();

        Assert.Empty(account.Session.Must(script).Output);

        Assert.Empty(Bodies(account));
    }

    [Theory]
    [InlineData("Get-ZecSecurityGroupRule sg-gone | Set-ZecSecurityGroupRule -Force")]
    [InlineData("Get-ZecSecurityGroupRule sg-gone -ErrorAction Stop | Set-ZecSecurityGroupRule -Force")]
    [InlineData("Set-ZecSecurityGroupRule sg-web -Rule (Get-ZecSecurityGroupRule sg-gone) -Force")]
    [InlineData("Set-ZecSecurityGroupRule sg-web -Rule (Get-ZecSecurityGroupRule sg-gone) -AllowEmpty -Force")]
    [InlineData("Set-ZecSecurityGroupRule sg-web -Rule (Get-ZecSecurityGroupRule sg-web -Direction nosuch) -Force")]
    [InlineData("Set-ZecSecurityGroupRule sg-web -Rule @(Get-ZecSecurityGroupRule sg-web -Direction nosuch) -Force")]
    [InlineData("Set-ZecSecurityGroupRule sg-web -Rule $unset -Force")]
    [InlineData("Set-ZecSecurityGroupRule sg-web -Rule @($null) -AllowEmpty -Force")]
    [InlineData("Set-ZecSecurityGroupRule sg-web -Rule '' -AllowEmpty -Force")]
    [InlineData("Set-ZecSecurityGroupRule sg-web -Rule @{} -Force")]
    [InlineData($"Set-ZecSecurityGroupRule sg-web -Rule {Https}, $unset -Force")]
    [InlineData("$it = @{ SecurityGroupId = 'sg-web'; Rule = $null; Force = $true }; Set-ZecSecurityGroupRule @it")]
    [InlineData("$unset | Set-ZecSecurityGroupRule -Force")]
    [InlineData("@(Get-ZecSecurityGroupRule sg-web) + $unset | Set-ZecSecurityGroupRule -Force")]
    [InlineData("'SecurityGroupId', 'sg-web' | Rows | Set-ZecSecurityGroupRule -Force")]
    [InlineData("'SecurityGroupId,Direction,Protocol', 'sg-web,ingress,tcp' | Rows | Set-ZecSecurityGroupRule -Force")]
    [InlineData("'Direction,Protocol,PortRange,CidrIp', 'ingress,tcp,22,10.0.0.0/8' | Rows | Set-ZecSecurityGroupRule -Force")]
    [InlineData("[pscustomobject]@{ PSTypeName = 'Selected.ZenlayerZec.Client.Models.ZecSecurityGroupRule'; SecurityGroupId = 'sg-web'; Direction = 'ingress'; Protocol = 'icmp'; PortRange = '-1/-1'; CidrIp = '0.0.0.0/0'; Priority = 1 } | Set-ZecSecurityGroupRule -Force")]
    [InlineData("[pscustomobject]@{ PSTypeName = 'Selected.ZenlayerZec.Client.Models.ZecSecurityGroupRule'; SecurityGroupId = 'sg-web'; Direction = 'ingress'; Protocol = 'icmp'; PortRange = '-1/-1'; CidrIp = '0.0.0.0/0'; Policy = 'deny' } | Add-ZecSecurityGroupRule")]
    public async Task Nothing_and_what_is_not_a_rule_never_takes_the_place_of_the_rules(string script)
    {
        await using var account = await StartAsync();

        var run = account.Run(script);

        Assert.NotEmpty(ErrorsOf(run));
        Assert.DoesNotContain(ErrorsOf(run), error => error.Exception is CommandNotFoundException);
        Assert.Empty(Bodies(account));
    }

    [Fact]
    public async Task Without_rules_a_group_that_is_named_keeps_its_own()
    {
        await using var account = await StartAsync();

        Assert.NotEmpty(ErrorsOf(account.Run("Set-ZecSecurityGroupRule sg-web -Force")));

        Assert.Empty(Bodies(account));
    }

    [Theory]
    [InlineData("Get-ZecSecurityGroupRule sg-web -Direction egress")]
    [InlineData("Get-ZecSecurityGroupRule sg-web | Where-Object Direction -eq egress")]
    [InlineData("@(Get-ZecSecurityGroupRule sg-web)[0]")]
    [InlineData("Get-ZecSecurityGroupRule sg-web -Direction ingress | ForEach-Object { $_.CidrIp = '192.168.0.0/16'; $_ }")]
    [InlineData($"@(Get-ZecSecurityGroupRule sg-web -Direction egress) + ({Https} + @{{ SecurityGroupId = 'sg-web' }})")]
    public async Task A_part_of_the_rules_of_a_group_does_not_replace_all_of_them(string part)
    {
        await using var account = await StartAsync();

        var preview = account.Run($"{part} | Set-ZecSecurityGroupRule -WhatIf");
        var run = account.Run($"{part} | Set-ZecSecurityGroupRule -Force");

        Assert.All([preview, run], one => Assert.StartsWith("SecurityGroupRulesPartial,", Assert.Single(one.Errors).FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Contains("Only 1 of the 2 rules of the security group sg-web is in the pipeline", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
        Assert.Equal(["sg-web"], run.Single<ZecBatchResult>().FailedIds);
        Assert.DoesNotContain(account.Session.Host.Lines, line => line.Contains("What if", StringComparison.Ordinal));
        Assert.Empty(Bodies(account));
    }

    [Theory]
    [InlineData("Set-ZecSecurityGroupRule sg-web -Rule (Get-ZecSecurityGroupRule sg-web -Direction egress) -Force", $"[{OutJson}]")]
    [InlineData("Get-ZecSecurityGroup sg-web | Set-ZecSecurityGroupRule -Rule (Get-ZecSecurityGroupRule sg-db -Direction egress) -Force", $"[{OutJson}]")]
    [InlineData("Get-ZecSecurityGroupRule sg-web | ForEach-Object { $_.CidrIp = $_.CidrIp -replace '^10.*', '::/0'; $_ } | Set-ZecSecurityGroupRule -Force",
        """[{"direction":"ingress","policy":"accept","priority":1,"ipProtocol":"tcp","portRange":"22/22","cidrIp":"::/0"},""" + OutJson + "]")]
    [InlineData($"'{Row}', '{SshRow}' | Rows | Set-ZecSecurityGroupRule -ReplaceAll -Force", $"[{SshJson}]")]
    [InlineData("Get-ZecSecurityGroupRule sg-web -Direction egress | Set-ZecSecurityGroupRule -ReplaceAll -Force", $"[{OutJson}]")]
    [InlineData($"@(Get-ZecSecurityGroupRule sg-web) + ({Https} + @{{ SecurityGroupId = 'sg-web' }}) | Set-ZecSecurityGroupRule -Force", $"[{SshJson},{OutJson},{HttpsJson}]")]
    public async Task A_set_is_whole_where_the_group_is_named_or_all_its_rules_are_there(string script, string rules)
    {
        await using var account = await StartAsync();

        Assert.Equal(["sg-web"], account.Session.Must(script).Single<ZecBatchResult>().SucceededIds);

        Assert.Equal([$$"""{"securityGroupId":"sg-web","ruleInfos":{{rules}}}"""], Bodies(account));
    }

    [Theory]
    [InlineData($"'{Row}', '{SshRow}' | Rows")]
    [InlineData("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-ZecSecurityGroupRule sg-web -Direction egress)))")]
    [InlineData("Get-ZecSecurityGroupRule sg-db | ForEach-Object { $_.SecurityGroupId = 'sg-web'; $_ }")]
    public async Task Rules_that_were_not_read_of_a_group_do_not_replace_its_rules_unless_they_are_said_to_be_all(string rules)
    {
        await using var account = await StartAsync();

        var run = account.Run($"{rules} | Set-ZecSecurityGroupRule -WhatIf; {rules} | Set-ZecSecurityGroupRule -Force");

        Assert.All(run.Errors, error => Assert.StartsWith("SecurityGroupRulesUnconfirmed,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Equal(2, run.Errors.Count);
        Assert.Contains("Give -ReplaceAll", run.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(["sg-web"], run.Single<ZecBatchResult>().FailedIds);
        Assert.DoesNotContain(account.Session.Host.Lines, line => line.Contains("What if", StringComparison.Ordinal));
        Assert.Empty(Bodies(account));
    }

    [Fact]
    public async Task Rules_of_two_groups_go_to_their_groups_and_a_part_of_one_does_not_keep_the_other_back()
    {
        await using var account = await StartAsync();
        account.Session.Must($"Add-ZecSecurityGroupRule sg-db -Rule {Https}");

        var both = account.Session.Must("Get-ZecSecurityGroupRule sg-web, sg-db | ForEach-Object { $_.Description = $_.SecurityGroupId; $_ } | Set-ZecSecurityGroupRule -Force");
        var run = account.Run("""
            Get-ZecSecurityGroupRule sg-web, sg-db | Where-Object { $_.SecurityGroupId -eq 'sg-db' -or $_.Direction -eq 'egress' } |
                ForEach-Object { $_.Description = 'new'; $_ } | Set-ZecSecurityGroupRule -Force
            """);

        Assert.Equal(["sg-db", "sg-web"], both.Of<ZecBatchResult>().SelectMany(result => result.SucceededIds).Order(StringComparer.Ordinal));
        Assert.Equal(["sg-db"], run.Of<ZecBatchResult>().SelectMany(result => result.SucceededIds));
        Assert.Equal(["sg-web"], run.Of<ZecBatchResult>().SelectMany(result => result.FailedIds));
        Assert.Equal(
            ["sg-web sg-web", "sg-web sg-web", "sg-db new", "sg-db new", "sg-db new"],
            account.Session.Must("Get-ZecSecurityGroupRule sg-web, sg-db").Of<ZecSecurityGroupRule>().Select(rule => $"{rule.SecurityGroupId} {rule.Description}"));
    }

    [Theory]
    [InlineData("sg-web,egress,tcp,,10.0.0.0/8", "does not say its PortRange")]
    [InlineData("sg-web,egress,all,,", "does not say its CidrIp")]
    [InlineData(",egress,all,,0.0.0.0/0", "does not name its security group")]
    [InlineData("sg web,egress,all,,0.0.0.0/0", "does not name its security group")]
    public async Task A_file_with_a_line_that_cannot_be_used_changes_no_group(string line, string says)
    {
        await using var account = await StartAsync();

        var run = account.Run($"'{Row}', 'sg-db,ingress,icmp,,10.0.0.0/8', '{SshRow}', '{line}' | Rows | Set-ZecSecurityGroupRule -Force");

        var errors = ErrorsOf(run);
        Assert.Contains(says, errors[0].ToString(), StringComparison.Ordinal);
        Assert.StartsWith("RulesMissing,", errors[1].FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Bodies(account));
        Assert.Equal(["sg-db", "sg-web"], account.Session.Must("(Get-ZecOperation).Ids").Of<string>().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_line_that_cannot_be_used_keeps_no_other_rule_from_being_added()
    {
        await using var account = await StartAsync();

        var run = account.Run($"'{Row}', 'sg-web,ingress,icmp,,', 'sg-web,ingress,icmp,,10.0.0.0/8' | Rows | Add-ZecSecurityGroupRule");

        Assert.StartsWith("RuleInvalid,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["sg-web"], run.Single<ZecBatchResult>().SucceededIds);
    }

    [Fact]
    public async Task Rules_of_which_one_cannot_be_read_do_not_replace_all_from_the_pipeline()
    {
        await using var account = await StartAsync();
        account.Simulator.ChangeRow("SecurityGroup", "sg-web", $$"""{"rules":[{{SshJson}},{"direction":"egress","ipProtocol":"all","cidrIp":"0.0.0.0/0","desc":["x"]}]}""");

        var run = account.Run("Get-ZecSecurityGroupRule sg-web | Set-ZecSecurityGroupRule -Force");

        Assert.StartsWith("SecurityGroupRulesUnknown,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Bodies(account));
    }

    [Fact]
    public void Rules_go_back_to_their_account_and_to_no_other()
    {
        using var session = new PowerShellSession();
        session.Must("$a = Connect-Zec -Simulator -PassThru; $b = Connect-Zec -Simulator -PassThru; filter New { $_.Description = 'new'; $_ }");

        var run = session.Run("""
            Get-ZecSecurityGroupRule sg-web -Connection $a | New | Set-ZecSecurityGroupRule -Force
            Get-ZecSecurityGroupRule sg-web -Connection $a | New | Set-ZecSecurityGroupRule -Connection $b -Force
            Get-ZecSecurityGroupRule sg-web -Connection $a | ForEach-Object { [pscustomobject]@{ SecurityGroupId = $_.SecurityGroupId; Account = $_.Account; Direction = $_.Direction; Protocol = 'all'; CidrIp = $_.CidrIp } } | Set-ZecSecurityGroupRule -Force
            """);
        var mixed = session.Run("@(Get-ZecSecurityGroupRule sg-web -Connection $a) + @(Get-ZecSecurityGroupRule sg-db -Connection $b) | New | Set-ZecSecurityGroupRule -Connection $b -Force");

        Assert.Equal(["sg-web"], run.Single<ZecBatchResult>().SucceededIds);
        Assert.All(run.Errors, error => Assert.StartsWith("OtherAccount,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Equal(4, run.Errors.Count);
        Assert.Empty(mixed.Output);
        Assert.Equal(["OtherAccount", "OtherAccount", "RulesMissing"], ErrorsOf(mixed).Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(
            ["new", "new"],
            session.Must("Get-ZecSecurityGroupRule sg-web, sg-db -Connection $a; Get-ZecSecurityGroupRule sg-web, sg-db -Connection $b")
                .Of<ZecSecurityGroupRule>().Select(rule => rule.Description).OfType<string>());
    }

    private static async Task<ServedAccount> StartAsync()
    {
        var account = await ServedAccount.StartAsync();
        account.Session.Must(Rows);
        return account;
    }

    private static ErrorRecord[] ErrorsOf(PowerShellRun run) => [.. run.Errors.Append(run.Terminating).OfType<ErrorRecord>()];

    private static string[] Bodies(ServedAccount account)
        => [.. account.Simulator.Calls.Where(call => call.Action == "ConfigureSecurityGroupRules").Select(call => call.Body)];
}
