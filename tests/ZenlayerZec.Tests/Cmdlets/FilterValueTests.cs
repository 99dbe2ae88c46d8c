using System.Management.Automation;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What a filter with several values, a wildcard in a tag, a misspelled state or the name of nothing finds, and says.</summary>
public class FilterValueTests
{
    [Theory]
    [InlineData("-Status STOPPED, booting, running -Tag @{ env = 'dev' }", "$_.Status -in 'STOPPED', 'RUNNING' -and $_.Tags['env'] -eq 'dev'")]
    [InlineData("-ZoneId asia-east-1a, EU-WEST-1A", "$_.ZoneId -in 'asia-east-1a', 'eu-west-1a'")]
    [InlineData("-ImageId debian12_20240712, rocky9_20240712", "$_.ImageId -in 'debian12_20240712', 'rocky9_20240712'")]
    [InlineData("-ResourceGroupId rg-platform, rg-research", "$_.ResourceGroupId -in 'rg-platform', 'rg-research'")]
    [InlineData("-IPv4Address 203.0.0.7, 203.0.0.9", "$_.PublicIpAddresses[0] -in '203.0.0.7', '203.0.0.9'")]
    [InlineData("-Status STOPPED, STOPPED", "$_.Status -eq 'STOPPED'")]
    [InlineData("-Status STOPPED -ZoneId asia-east-1a, eu-west-1a", "$_.Status -eq 'STOPPED' -and $_.ZoneId -in 'asia-east-1a', 'eu-west-1a'")]
    [InlineData("-Tag @{ env = 'dev', 'prod' }", "$_.Tags['env'] -cin 'dev', 'prod'")]
    [InlineData("-Tag @{ env = 'd*' }", "$_.Tags['env'] -clike 'd*'")]
    [InlineData("-Tag @{ env = '[dp]*'; role = 'web' }", "$_.Tags['env'] -clike '[dp]*' -and $_.Tags['role'] -ceq 'web'")]
    [InlineData("-Tag @{ env = '*' }", "$_.Tags.ContainsKey('env')")]
    [InlineData("-Tag ([ordered]@{ env = 'dev', 'pr*' })", "$_.Tags['env'] -cin 'dev', 'prod'")]
    public async Task A_filter_takes_several_values_and_any_of_them_is_enough(string filter, string expected)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must($"$all = Get-ZecInstance; $expected = @($all | Where-Object {{ {expected} }}); Get-ZecInstance {filter}");

        var ids = ((object[])account.Session["expected"]!).Select(item => ((ZecInstance)((PSObject)item).BaseObject).InstanceId).ToArray();
        Assert.NotEmpty(ids);
        Assert.True(ids.Length < 250);
        Assert.Equal(ids, run.Of<ZecInstance>().Select(instance => instance.InstanceId));
    }

    [Theory]
    [InlineData("Get-ZecInstance -Status STOPPED, RUNNING", 1)]
    [InlineData("Get-ZecInstanceStatus -Status STOPPED, RUNNING", 1)]
    [InlineData("Get-ZecInstanceStatus -ResourceGroupId rg-platform, rg-research -Status STOPPED, RUNNING", 1)]
    [InlineData("Get-ZecInstanceType asia-east-1a, eu-west-1a", 1)]
    [InlineData("Get-ZecImage asia-east-1a, eu-west-1a -Type CUSTOM_IMAGE, PUBLIC_IMAGE", 2)]
    public async Task Several_values_are_one_listing(string command, int requests)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.NotEmpty(account.Session.Must(command).Output);
        Assert.Equal(requests, account.Simulator.Calls.Count);
    }

    [Fact]
    public async Task The_total_counts_what_matches_also_where_only_a_part_is_wanted()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 2500);

        var run = account.Session.Must("Get-ZecInstance -Status STOPPED, RUNNING -First 2 -Skip 1 -IncludeTotalCount");

        string[] all = [.. account.Simulator.Instances.Where(one => one.Status is "STOPPED" or "RUNNING").Select(one => one.InstanceId)];
        Assert.Equal((ulong)all.Length, run.Output[0].BaseObject);
        Assert.Equal(1.0, (double)run.Output[0].Properties["Accuracy"].Value);
        Assert.Equal(all[1..3], run.Output.Skip(1).Select(item => ((ZecInstance)item.BaseObject).InstanceId));
    }

    [Theory]
    [InlineData("Get-ZecInstance -Tag @{ env = $null }", "no value")]
    [InlineData("Get-ZecInstance -Tag @{ env = '' }", "no value")]
    [InlineData("Get-ZecInstance -Tag @{ env = @() }", "no value")]
    [InlineData("Get-ZecInstance -Tag @{ env = 'dev', $null }", "no value")]
    [InlineData("Get-ZecInstance -Tag @{ '' = 'dev' }", "no key")]
    [InlineData("Get-ZecInstance -Tag @{ env = @{ a = 1 } }", "is text")]
    [InlineData("Get-ZecImage eu-west-1a -Tag @{ role = $null }", "no value")]
    [InlineData("Get-ZecInstance -Status STOPPED, ''", "Status")]
    [InlineData("Get-ZecInstance -Status STOPPED, $null", "Status")]
    [InlineData("Get-ZecInstance -ZoneId @()", "ZoneId")]
    [InlineData("Get-ZecInstance -Parent $null", "Parent")]
    [InlineData("Get-ZecInstance -Parent @()", "Parent")]
    public async Task A_value_that_is_not_there_is_an_error_and_never_means_all(string command, string words)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run(command);

        Assert.Contains(words, run.Everything, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Empty(account.Simulator.Calls);
    }

    [Theory]
    [InlineData("Get-ZecInstance -Status Stoped, RUNNING", "'Stoped' is not a documented state of an instance. Did you mean STOPPED?")]
    [InlineData("Get-ZecInstance -Status stopp", "Did you mean STOPPED or STOPPING?")]
    [InlineData("Get-ZecInstanceStatus -Status RUNING", "Did you mean RUNNING?")]
    [InlineData("Get-ZecInstance -Status off, RUNNING", "The documented values are BOOTING, CREATE_FAILED")]
    [InlineData("Get-ZecImage eu-west-1a -Status AVAILIBLE, CREATING", "Did you mean AVAILABLE?")]
    [InlineData("Get-ZecImage eu-west-1a -OsType linx, windows", "Did you mean linux?")]
    [InlineData("Get-ZecImage eu-west-1a -Type CUSTOM_IMAGES, PUBLIC_IMAGE", "Did you mean CUSTOM_IMAGE?")]
    [InlineData("Get-ZecImage eu-west-1a -Source app, offical", "Did you mean OFFICIAL?")]
    public async Task A_misspelled_value_warns_and_the_service_is_asked_all_the_same(string command, string warning)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run(command);

        Assert.Contains(warning, Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.NotEmpty(account.Simulator.Calls);
    }

    [Theory]
    [InlineData("RECYCLED")]
    [InlineData("starting")]
    [InlineData("Reinstall_Failed")]
    public async Task States_that_the_documentation_calls_otherwise_need_no_warning(string state)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Empty(account.Session.Must($"Get-ZecInstance -Status {state}").Warnings);
    }

    [Theory]
    [InlineData("Get-ZecInstance -Name nope", "nope", "There is no instance named 'nope' in this account.")]
    [InlineData("Get-ZecInstance -Name $first, nope, 'web-*' -ZoneId asia-east-1a, eu-west-1a", "nope", "that matches the other filters")]
    [InlineData("Get-ZecInstance -Name 'no`*pe'", "no*pe", "named 'no*pe'")]
    [InlineData("Get-ZecInstance -Name nope -First 3", "nope", "named 'nope'")]
    [InlineData("Get-ZecZone -Name moon, London*", "moon", "There is no zone or city named 'moon'")]
    [InlineData("Get-ZecImage eu-west-1a, asia-east-1a -Name 'Debian 99'", "Debian 99", "There is no image named 'Debian 99'")]
    [InlineData("Get-ZecInstanceType -InstanceType z2a.cpu.3, z2a.cpu.4", "z2a.cpu.3", "There is no instance type 'z2a.cpu.3'")]
    public async Task A_name_without_wildcards_that_nothing_has_is_an_error(string command, string name, string words)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["first"] = account.Simulator.Instances.First(instance => instance.ZoneId == "eu-west-1a").InstanceName;

        var run = account.Run(command);

        var error = Assert.Single(run.Errors);
        Assert.Null(run.Terminating);
        Assert.Equal((ErrorCategory.ObjectNotFound, name), (error.CategoryInfo.Category, error.TargetObject));
        Assert.Contains(words, error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ZecInstance -Name 'nope*'")]
    [InlineData("Get-ZecInstance -Name $first, $last -First 1")]
    [InlineData("Get-ZecInstance -Name $first, $last -Skip 1")]
    [InlineData("Get-ZecInstance -Name $last -First 1 -Skip 1")]
    [InlineData("Get-ZecInstance -Name $first -First 1 -IncludeTotalCount")]
    [InlineData("Get-ZecInstance -Name $first.ToUpper()")]
    [InlineData("Get-ZecImage eu-west-1a -Name 'nope*'")]
    [InlineData("Get-ZecZone | Get-ZecInstance -Name $first")]
    public async Task A_name_that_is_there_or_has_wildcards_is_never_missing(string command)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["first"] = account.Simulator.Instances[0].InstanceName;
        account.Session["last"] = account.Simulator.Instances[^1].InstanceName;

        account.Session.Must(command);
    }
}
