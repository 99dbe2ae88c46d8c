using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Names of accounts, and cmdlets that are given several connections.</summary>
public class SeveralAccountsTests
{
    private const string Two = """
        $a = Connect-Zec -Simulator -SimulatedInstanceCount 3 -PassThru
        $b = Connect-Zec -Simulator -SimulatedInstanceCount 2 -Name 'lab 2' -PassThru
        Disconnect-Zec -Connection (Connect-Zec -Simulator -PassThru)
        filter Row { [pscustomobject]@{ InstanceId = $_.InstanceId; Account = $_.Account } }
        filter Id { [pscustomobject]@{ InstanceId = $_.InstanceId } }

        """;

    private const string Order = "New-ZecInstance -ZoneId asia-east-1a -InstanceType z2a.cpu.2 -ImageId debian12_20240712 -SubnetId subnet-1";

    [Theory]
    [InlineData("Get-ZecInstance", 3, 2)]
    [InlineData("Get-ZecInstanceStatus", 3, 2)]
    [InlineData("Get-ZecZone", 5, 5)]
    [InlineData("Get-ZecZone -ZoneId asia-east-1a", 1, 1)]
    [InlineData("Get-ZecInstanceType asia-east-1a z2a.cpu.2", 1, 1)]
    [InlineData("Get-ZecImage asia-east-1a -Name Debian*", 1, 1)]
    [InlineData("Get-ZecImage asia-east-1a -ImageId debian12_20240712", 1, 1)]
    [InlineData("Get-ZecInstance -First 4", 3, 1)]
    [InlineData("Get-ZecInstance -First 2", 2, 0)]
    [InlineData("Get-ZecInstance -Skip 2 -First 2", 1, 1)]
    [InlineData("Get-ZecInstance -Skip 1", 2, 2)]
    [InlineData("Get-ZecInstance -Skip 4 -First 9", 0, 1)]
    [InlineData("Get-ZecInstance -Status RUNNING -First 3", 2, 1)]
    public void Each_account_is_listed_in_turn_and_each_object_says_whose_it_is(string list, int ofTheFirst, int ofTheSecond)
    {
        using var session = new PowerShellSession();

        var run = session.Must($"{Two}{list} -Connection $a, $b, $a");

        Assert.Equal(
            [.. Enumerable.Repeat("simulator-1", ofTheFirst), .. Enumerable.Repeat("lab 2", ofTheSecond)],
            run.Output.Select(item => item.Properties["Account"].Value));
    }

    [Fact]
    public void A_total_is_that_of_all_accounts()
    {
        using var session = new PowerShellSession();

        var run = session.Must($"{Two}Get-ZecInstance -First 1 -IncludeTotalCount -Connection $a, $b");

        Assert.Equal(2, run.Output.Count);
        Assert.Equal(5ul, run.Output[0].BaseObject);
    }

    [Fact]
    public void Time_zones_are_listed_once_each()
    {
        using var session = new PowerShellSession();

        var run = session.Must($"{Two}@(Get-ZecTimeZone -Connection $a).Count; @(Get-ZecTimeZone -Connection $a, $b).Count");

        Assert.Equal(run.Of<int>()[0], run.Of<int>()[1]);
    }

    [Fact]
    public void What_is_in_one_of_the_accounts_is_found_and_an_error_names_them_all()
    {
        using var session = new PowerShellSession();

        var run = session.Run($"{Two}$only = (Get-ZecInstance -Connection $a)[2].InstanceId; Get-ZecInstance $only, i-none -Connection $a, $b");

        Assert.Equal("simulator-1", run.Single<ZecInstance>().Account);
        Assert.Equal("There is no instance i-none in the accounts simulator-1, lab 2, or it is gone already.", Assert.Single(run.Errors).ToString());
    }

    [Theory]
    [InlineData("Get-ZecInstance")]
    [InlineData("Get-ZecInstanceStatus")]
    [InlineData("Get-ZecZone")]
    [InlineData("Get-ZecTimeZone")]
    [InlineData("Get-ZecInstanceType asia-east-1a")]
    [InlineData("Get-ZecImage asia-east-1a")]
    public async Task An_error_says_which_of_the_accounts_it_is_about(string list)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = _ => SimulatedFault.Error(403, "OPERATION_DENIED");

        var run = account.Run($"$c = Get-ZecConnection; {Two}{list} -Connection $a, $c");

        var error = run.Errors.Append(run.Terminating).First(one => one is not null)!;
        Assert.Contains($" of simulated-key-id@{new Uri(account.Endpoint).Authority} could not be listed", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(" of ", account.Run($"{list} -Connection $c").Errors[0].ToString().Split(':')[0].Replace("of asia-east-1a", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"{Order} -Confirm")]
    [InlineData("Invoke-ZecApi StopInstances @{ instanceIds = @('i-1') }")]
    [InlineData("Invoke-ZecApi DescribeInstances")]
    [InlineData("Wait-ZecInstance i-1 -Until Running")]
    [InlineData("Remove-ZecInstance i-1")]
    [InlineData("Remove-ZecInstance i-1 -WhatIf")]
    public void A_cmdlet_that_acts_in_one_account_refuses_several_before_it_asks(string command)
    {
        using var session = new PowerShellSession();

        var run = session.Run($"{Two}{command} -Connection $a, $b");

        var error = Assert.Single(run.Errors);
        Assert.StartsWith("SeveralConnections,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith("takes one connection here, and -Connection names simulator-1, lab 2. Run it once for each of them.", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(session.Host.Questions);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("Get-ZecInstance -Connection $null")]
    [InlineData("Get-ZecInstance -Connection @()")]
    [InlineData("Get-ZecInstance -Connection $a, $unset")]
    public void A_connection_that_is_not_set_is_an_error_and_not_another_account(string command)
    {
        using var session = new PowerShellSession();

        var run = session.Run($"{Two}{command}");

        Assert.StartsWith("ParameterArgumentValidationError,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("Get-ZecInstance -Connection $a -Status RUNNING | Wait-ZecInstance -Until Released, Running", "RUNNING")]
    [InlineData("Get-ZecInstance -Connection $a -Status RUNNING | Wait-ZecInstance -Until Running -Connection $a", "RUNNING")]
    [InlineData("Get-ZecInstance -Connection $a -Status RUNNING | Wait-ZecInstance -Until Running -Connection $b", "OtherAccount")]
    [InlineData("$i = Get-ZecInstance -Connection $a, $b -Status RUNNING; $i | Wait-ZecInstance -Until Running", "SeveralAccounts")]
    [InlineData("$i = Get-ZecInstance -Connection $a -Status RUNNING; Disconnect-Zec -Connection $a; $i | Wait-ZecInstance -Until Released", "error")]
    [InlineData("Get-ZecInstance -Connection $a -Status RUNNING | Row | Wait-ZecInstance -Until Released", "OtherAccount")]
    [InlineData("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-ZecInstance -Connection $a -First 1))) | Wait-ZecInstance -Until Released", "OtherAccount")]
    [InlineData("Get-ZecInstance -Connection $a -Status RUNNING | Row | Wait-ZecInstance -Until Running -Connection $a", "RUNNING")]
    public void Instances_are_waited_for_in_the_account_that_they_were_read_from(string script, string end)
    {
        using var session = new PowerShellSession();

        var run = session.Run($"{Two}Connect-Zec -Simulator -SimulatedInstanceCount 0; {script} | ForEach-Object Status");

        var error = run.Errors.Append(run.Terminating).FirstOrDefault(one => one is not null);
        Assert.Equal(end == "RUNNING", error is null);
        Assert.All(run.Of<string>(), status => Assert.Equal(end, status));
        Assert.Equal(end == "RUNNING", run.Output.Count > 0);
        Assert.True(error is null || end == "error" || error.FullyQualifiedErrorId.StartsWith($"{end},", StringComparison.Ordinal), error?.ToString());
    }

    [Theory]
    [InlineData("$i", "simulator-1, simulator-1, simulator-1, lab 2, lab 2")]
    [InlineData("$i | Get-ZecInstance", "simulator-1, simulator-1, simulator-1, lab 2, lab 2")]
    [InlineData("$i[4], $i[0], $i[0] | Get-ZecInstance", "lab 2, simulator-1")]
    [InlineData("$i | Get-ZecInstanceStatus", "simulator-1, simulator-1, simulator-1, lab 2, lab 2")]
    [InlineData("$i | Get-ZecInstanceStatus | Get-ZecInstance", "simulator-1, simulator-1, simulator-1, lab 2, lab 2")]
    [InlineData("Get-ZecInstance -InputObject $i", "simulator-1, simulator-1, simulator-1, lab 2, lab 2")]
    [InlineData("Get-ZecInstance $i", "simulator-1, simulator-1, simulator-1, lab 2, lab 2")]
    [InlineData("$i | Get-ZecInstance -Connection $a, $b", "simulator-1, simulator-1, simulator-1, lab 2, lab 2")]
    [InlineData("$i[0] | Get-ZecInstance -Connection $b", "OtherAccount")]
    [InlineData("$i | Row | Get-ZecInstance -Connection $a, $b", "simulator-1, simulator-1, simulator-1, lab 2, lab 2")]
    [InlineData("$i[0] | Row | Get-ZecInstance", "OtherAccount")]
    [InlineData("$i[0] | Row | Get-ZecInstanceStatus -Connection $b", "OtherAccount")]
    [InlineData("$i[4] | Id | Get-ZecInstance -Connection $a, $b", "simulator-1, lab 2")]
    [InlineData("$i[4].InstanceId, $i[0] | Get-ZecInstance -Connection $a, $b", "simulator-1, simulator-1, lab 2")]
    [InlineData("$i[0] | Get-ZecInstance; Disconnect-Zec; $i[4] | Get-ZecInstance", "simulator-1, lab 2")]
    public void Instances_are_looked_up_in_the_account_that_they_were_read_from(string script, string end)
    {
        using var session = new PowerShellSession();

        var run = session.Run($"{Two}$i = Get-ZecInstance -Connection $a, $b; $null = Connect-Zec -Simulator -SimulatedInstanceCount 0; $({script}).Account -join ', '");

        var errors = run.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal([end], run.Of<string>().Concat(errors).Where(text => text.Length > 0));
    }

    [Fact]
    public void An_instance_that_is_gone_from_its_own_account_is_an_error_that_names_it()
    {
        using var session = new PowerShellSession();

        var run = session.Run($"{Two}$i = Get-ZecInstance -Connection $a, $b; $null = $i[4] | Remove-ZecInstance -Force -Wait; $i | Get-ZecInstance");

        Assert.Equal(4, run.Output.Count);
        Assert.EndsWith(" in the account lab 2, or it is gone already.", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$a", 3)]
    [InlineData("$b", 2)]
    [InlineData("$b, $a", 3)]
    [InlineData("$unset", 0)]
    public void Tab_asks_the_accounts_that_are_named(string connection, int count)
    {
        using var session = new PowerShellSession();
        var typed = $"Get-ZecInstance -Connection {connection} -InstanceId ";

        var run = session.Must($"{Two}@((TabExpansion2 '{typed}' {typed.Length}).CompletionMatches).Count");

        Assert.Equal([count], run.Of<int>());
    }

    [Fact]
    public void What_is_emitted_carries_the_account_and_no_view_shows_it()
    {
        using var session = new PowerShellSession();

        var run = session.Must($"Connect-Zec -Simulator -Name lab; $order = {Order}; $order.Account; (Get-ZecOperation).Account; (Get-ZecConnection).Account; \"$(Get-ZecConnection)\"");

        Assert.Equal(["lab", "lab", "lab", "lab"], run.Of<string>());
    }

    [Fact]
    public void Simulated_accounts_are_numbered_and_real_ones_are_called_by_their_key_and_host()
    {
        using var session = new PowerShellSession();
        session["secret"] = ServedAccount.Plain("s");

        var run = session.Must("""
            (Connect-Zec -Simulator -PassThru).Account
            (Connect-Zec -Simulator -PassThru).Account
            (Connect-Zec -AccessKeyId k -AccessKeySecret $secret -PassThru).Account
            (Connect-Zec -AccessKeyId k -AccessKeySecret $secret -Endpoint zec.example.com -PassThru).Account
            """);

        Assert.Equal(["simulator-1", "simulator-2", "k@127.0.0.1:9", "k@zec.example.com"], run.Of<string>());
    }

    [Theory]
    [InlineData("''")]
    [InlineData("' '")]
    [InlineData("' lab'")]
    [InlineData("k@console.zenlayer.com")]
    [InlineData("Simulator-3")]
    [InlineData("\"bell`a\"")]
    [InlineData("('x' * 65)")]
    public void A_name_is_short_printable_and_none_that_the_module_gives(string name)
    {
        using var session = new PowerShellSession();

        var run = session.Run($"Connect-Zec -Simulator -Name {name}");

        Assert.StartsWith("ParameterArgumentValidationError,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_stands_for_one_account_in_a_process()
    {
        using var session = new PowerShellSession();
        session["secret"] = ServedAccount.Plain("s");
        session.Must("Connect-Zec -AccessKeyId k -AccessKeySecret $secret -Name prod; Connect-Zec -AccessKeyId k -AccessKeySecret $secret -Name prod");
        session.Must("Connect-Zec -Simulator -Name lab; Connect-Zec -Simulator -Name lab");

        var run = session.Run("Connect-Zec -AccessKeyId other -AccessKeySecret $secret -Name Prod; Connect-Zec -Simulator -Name prod; Get-ZecInstance");

        Assert.Equal(["NameInUse", "NameInUse", "ConnectFailed"], run.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Contains("already stands for k@127.0.0.1:9", run.Errors[0].ToString(), StringComparison.Ordinal);
    }
}
