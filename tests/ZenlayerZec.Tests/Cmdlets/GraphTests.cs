using System.Management.Automation;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Objects of one kind are piped to the cmdlet of another, and bind by what they are.</summary>
public class GraphTests
{
    private const string Zone = "eu-west-1a";

    /// <summary>What Select-Object makes of a zone and an image.</summary>
    private const string Rows = """
        $zone = [pscustomobject]@{ ZoneId = 'eu-west-1a' }
        $zone.PSTypeNames.Insert(0, 'Selected.ZenlayerZec.Client.Models.ZecZone')
        $image = [pscustomobject]@{ ImageId = 'debian12_20240712'; ZoneId = 'eu-west-1a' }
        $image.PSTypeNames.Insert(0, 'Selected.ZenlayerZec.Client.Models.ZecImage')
        """;

    [Theory]
    [InlineData("Get-ZecZone asia-east-1a, eu-west-1a | Get-ZecInstance", "$_.ZoneId -in 'asia-east-1a', 'eu-west-1a'", 1)]
    [InlineData("Get-ZecZone | Get-ZecInstance -Status STOPPED", "$_.Status -eq 'STOPPED'", 1)]
    [InlineData("$zone | Get-ZecInstance", "$_.ZoneId -eq 'eu-west-1a'", 1)]
    [InlineData("Get-ZecInstance -Parent (Get-ZecZone eu-west-1a)", "$_.ZoneId -eq 'eu-west-1a'", 1)]
    [InlineData("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-ZecZone eu-west-1a))) | Get-ZecInstance", "$_.ZoneId -eq 'eu-west-1a'", 1)]
    [InlineData("Get-ZecImage eu-west-1a -Name 'Debian*', 'Rocky*' | Get-ZecInstance", "$_.ZoneId -eq 'eu-west-1a' -and $_.ImageName -match 'Debian|Rocky'", 1)]
    [InlineData("$image | Get-ZecInstance", "$_.ZoneId -eq 'eu-west-1a' -and $_.ImageName -match 'Debian'", 1)]
    [InlineData("@() | Get-ZecInstance", "$false", 0)]
    [InlineData("Get-ZecZone -Name nothing* | Get-ZecInstance", "$false", 0)]
    [InlineData("Get-ZecZone -Name nothing* | Get-ZecInstance -Status STOPPED", "$false", 0)]
    public async Task Zones_and_images_list_their_instances_in_one_listing(string script, string expected, int listings)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must(Rows);
        account.Session.Must($"$expected = @(Get-ZecInstance | Where-Object {{ {expected} }} | ForEach-Object InstanceId)");
        var before = account.Simulator.Calls.Count(call => call.Action == "DescribeInstances");

        var run = account.Session.Must(script);

        Assert.Equal(((object[])account.Session["expected"]!).Select(id => ((PSObject)id).ToString()), run.Of<ZecInstance>().Select(instance => instance.InstanceId));
        Assert.Equal(listings, account.Simulator.Calls.Count(call => call.Action == "DescribeInstances") - before);
    }

    [Theory]
    [InlineData("Get-ZecInstance -ZoneId eu-west-1a -ImageId debian12_20240712 | Get-ZecImage", "ZecImage debian12_20240712")]
    [InlineData("Get-ZecInstance -ZoneId eu-west-1a | Get-ZecImage -Name Debian*", "ZecImage debian12_20240712")]
    [InlineData("Get-ZecInstance -ZoneId eu-west-1a | Get-ZecImage -Name Rocky*")]
    [InlineData("[pscustomobject]@{ ZoneId = 'eu-west-1a' } | Get-ZecImage -Name Rocky*", "ZecImage rocky9_20240712")]
    [InlineData("$image | Get-ZecImage | Get-ZecZone", "ZecZone eu-west-1a")]
    [InlineData("[pscustomobject]@{ ZoneId = 'eu-west-1a'; ImageId = 'rocky9_20240712' } | Get-ZecImage", "ZecImage rocky9_20240712")]
    [InlineData("Get-ZecImage eu-west-1a -Name Debian* | Get-ZecImage", "ZecImage debian12_20240712")]
    [InlineData("Get-ZecImage eu-west-1a | Get-ZecZone", "ZecZone eu-west-1a")]
    [InlineData("Get-ZecInstance -ZoneId eu-west-1a | Get-ZecZone", "ZecZone eu-west-1a")]
    [InlineData("Get-ZecInstanceType eu-west-1a | Get-ZecZone", "ZecZone eu-west-1a")]
    [InlineData("Get-ZecZone eu-west-1a | Get-ZecZone", "ZecZone eu-west-1a")]
    [InlineData("Get-ZecInstance -ZoneId eu-west-1a | Where-Object InstanceType -eq z2a.cpu.2 | Get-ZecInstanceType", "ZecInstanceType z2a.cpu.2")]
    [InlineData("Get-ZecInstanceType eu-west-1a z2a.cpu.4 | Get-ZecInstanceType", "ZecInstanceType z2a.cpu.4")]
    [InlineData("Get-ZecZone eu-west-1a | Get-ZecInstanceType -InstanceType *.8", "ZecInstanceType z2a.cpu.8")]
    [InlineData("Get-ZecZone eu-west-1a | Get-ZecImage -Name Rocky*", "ZecImage rocky9_20240712")]
    [InlineData("Get-ZecZone eu-west-1a | Get-ZecImage -ImageId rocky9_20240712", "ZecImage rocky9_20240712")]
    [InlineData("@() | Get-ZecImage")]
    [InlineData("@() | Get-ZecZone")]
    [InlineData("@() | Get-ZecInstanceType")]
    public async Task Objects_lead_to_what_they_name(string script, params string[] expected)
    {
        await using var account = await ServedAccount.StartAsync();

        account.Session.Must(Rows);
        var found = account.Session.Must(script).Output.Select(item => $"{item.BaseObject.GetType().Name} {item.BaseObject}").ToArray();

        Assert.Equal(expected, found.Distinct());
        Assert.Equal(expected.Length, found.Length);
    }

    [Theory]
    [InlineData("Get-ZecEip | Get-ZecNic", "Get-ZecEip | Where-Object NicId | ForEach-Object NicId", "DescribeNetworkInterfaces")]
    [InlineData("Get-ZecEip -First 2 -Status BINDED | Get-ZecNic", "Get-ZecEip -First 2 -Status BINDED | ForEach-Object NicId", "DescribeNetworkInterfaces")]
    [InlineData("Get-ZecEip -Status BINDED | Restore | Get-ZecNic", "Get-ZecEip | Where-Object NicId | ForEach-Object NicId", "DescribeNetworkInterfaces")]
    [InlineData("Get-ZecEip -Unused | Get-ZecNic", "", "DescribeNetworkInterfaces")]
    [InlineData("@() | Get-ZecNic", "")]
    [InlineData("Get-ZecNic | Get-ZecEip", "Get-ZecEip | Where-Object NicId | ForEach-Object EipId", "DescribeEips")]
    [InlineData("(Get-ZecInstance -First 1).Nics | Get-ZecEip", "Get-ZecInstance -First 1 | Get-ZecEip | ForEach-Object EipId", "DescribeEips")]
    [InlineData("Get-ZecNic -Unused | Get-ZecEip", "", "DescribeEips")]
    [InlineData("Get-ZecRegion -RegionId eu-west-1 | Get-ZecEip", "Get-ZecEip -RegionId eu-west-1 | ForEach-Object EipId", "DescribeEips")]
    [InlineData("Get-ZecRegion -RegionId eu-west-1 | Restore | Get-ZecEip -Status BINDED", "Get-ZecEip -RegionId eu-west-1 -Status BINDED | ForEach-Object EipId", "DescribeEips")]
    [InlineData("Get-ZecRegion -RegionId eu-west-1 | Get-ZecSubnet", "Get-ZecSubnet -RegionId eu-west-1 | ForEach-Object SubnetId", "DescribeSubnets")]
    [InlineData("@() | Get-ZecEip", "")]
    public async Task Elastic_IPs_network_interfaces_and_regions_lead_to_each_other_in_one_listing(string script, string expected, params string[] listings)
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 40);
        account.Session.Must("function Restore { process { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_)) } }");
        string[] ids = expected.Length == 0 ? [] : [.. account.Session.Must(expected).Of<string>().Distinct().Order(StringComparer.Ordinal)];
        var listed = listings.Select(action => account.Simulator.Calls.Count(call => call.Action == action)).ToArray();

        var found = account.Session.Must(script).Output.Select(item => item.BaseObject);

        Assert.Equal(expected.Length > 0, ids.Length > 0);
        Assert.All(listings.Zip(listed), listing => Assert.Equal(listing.Second + 1, account.Simulator.Calls.Count(call => call.Action == listing.First)));
        Assert.Equal(ids, found.Select(item => item is ZecEip eip ? eip.EipId : item is ZecNic nic ? nic.NicId : ((ZecSubnet)item).SubnetId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_instance_that_is_piped_is_read_again_and_never_taken_for_its_zone()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Session.Must("$one = Get-ZecInstance -First 1; $one, [pscustomobject]@{ InstanceId = $one.InstanceId; ZoneId = $one.ZoneId } | Get-ZecInstance");

        Assert.Equal(account.Simulator.Instances[0].InstanceId, run.Single<ZecInstance>().InstanceId);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ ZoneId = 'eu-west-1a' } | Get-ZecInstance")]
    [InlineData("[pscustomobject]@{ Name = 'x' } | Get-ZecInstance -Status STOPPED")]
    [InlineData("Get-ZecInstanceType eu-west-1a z2a.cpu.4 | Get-ZecInstance")]
    [InlineData("@{ ZoneId = 'eu-west-1a' } | Get-ZecInstance")]
    [InlineData("Get-ZecZone eu-west-1a | Remove-ZecInstance -Force")]
    [InlineData("Get-ZecImage eu-west-1a -Name Rocky* | Remove-ZecInstance -Force")]
    public async Task What_is_of_another_kind_lists_and_releases_nothing(string script)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run(script);

        Assert.NotEmpty(run.Errors);
        Assert.Empty(run.Output);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action is "DescribeInstances" or "ReleaseInstances");
    }

    [Fact]
    public async Task The_zones_of_images_are_read_at_the_same_time_and_a_zone_that_fails_is_an_error_of_its_own()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run("'moon-1a', 'eu-west-1a' | ForEach-Object { [pscustomobject]@{ ZoneId = $_ } } | Get-ZecImage -Name Rocky*");

        Assert.Equal("moon-1a", Assert.Single(run.Errors).TargetObject);
        Assert.Equal("rocky9_20240712", run.Single<ZecImage>().ImageId);
    }

    [Fact]
    public void Objects_go_back_to_the_account_that_they_were_read_from()
    {
        using var session = new Engine.PowerShellSession();
        session.Must("$a = Connect-Zec -Simulator -SimulatedInstanceCount 20 -PassThru; Connect-Zec -Simulator -SimulatedInstanceCount 30");

        var run = session.Must($"Get-ZecZone {Zone} -Connection $a | Get-ZecInstance; Get-ZecInstance -Connection $a -First 1 | Get-ZecZone; "
            + "Get-ZecInstance -Connection $a -First 1 | Get-ZecImage; Get-ZecInstance -Connection $a -First 1 | Get-ZecInstanceType");

        Assert.Equal("simulator-1", Assert.Single(run.Output.Select(item => ((ZecObject)item.BaseObject).Account).Distinct()));
    }

    [Theory]
    [InlineData("$row | Get-ZecInstance")]
    [InlineData("$row | Get-ZecInstance | Remove-ZecInstance -Force")]
    [InlineData("$row | Get-ZecInstanceType")]
    [InlineData("$row | Get-ZecImage")]
    [InlineData("$row | Get-ZecZone")]
    public void A_row_of_another_account_is_not_looked_for_in_this_one(string script)
    {
        using var session = new Engine.PowerShellSession();
        session.Must(Rows);
        session.Must("$row = $zone; $row.PSObject.Properties.Add([psnoteproperty]::new('Account', 'simulator-7')); Connect-Zec -Simulator");

        var run = session.Run(script);

        Assert.StartsWith("OtherAccount,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
