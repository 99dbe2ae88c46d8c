using System.Management.Automation;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What an account can be offered: zones, sizes, images and time zones.</summary>
public class OfferingTests
{
    [Theory]
    [InlineData("Get-ZecZone", "asia-east-1a", "asia-southeast-1a", "eu-west-1a", "na-west-1a", "sa-east-1a")]
    [InlineData("Get-ZecZone eu-west-1a, ASIA-EAST-1A -ErrorAction Ignore", "eu-west-1a")]
    [InlineData("'eu-west-1a', 'eu-west-1a' | Get-ZecZone", "eu-west-1a")]
    [InlineData("Get-ZecInstance -ZoneId eu-west-1a | Get-ZecZone", "eu-west-1a")]
    [InlineData("Get-ZecZone -Name *kong*", "asia-east-1a")]
    [InlineData("Get-ZecZone -Name 'London A', 'singapore'", "asia-southeast-1a", "eu-west-1a")]
    [InlineData("@() | Get-ZecZone")]
    public async Task Zones_are_found_by_ID_name_or_city(string script, params string[] found)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Equal(found, account.Session.Must(script).Of<ZecZone>().Select(zone => zone.ZoneId));
    }

    [Theory]
    [InlineData("Get-ZecInstanceType", 20)]
    [InlineData("Get-ZecInstanceType sa-east-1a", 4)]
    [InlineData("Get-ZecInstanceType -InStock", 19)]
    [InlineData("Get-ZecInstanceType -ZoneId sa-east-1a -InStock", 3)]
    [InlineData("Get-ZecInstanceType -InstanceType *.CPU.8", 5)]
    [InlineData("Get-ZecInstanceType asia-east-1a z2a.cpu.1, z2a.cpu.[24]", 3)]
    [InlineData("Get-ZecZone -Name s* | Get-ZecInstanceType", 8)]
    [InlineData("@() | Get-ZecInstanceType", 0)]
    public async Task Sizes_are_listed_by_zone_and_name(string script, int count)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Equal(count, account.Session.Must(script).Of<ZecInstanceType>().Count);
    }

    [Theory]
    [InlineData("Get-ZecImage asia-east-1a -Name *ubuntu*", "ubuntu2404_20240712", "ubuntu2204_20240712")]
    [InlineData("Get-ZecImage asia-east-1a -Name 'Debian ??', rocky*", "debian12_20240712", "rocky9_20240712")]
    [InlineData("Get-ZecImage asia-east-1a -OsType WINDOWS -Status available", "windows2022_20240712")]
    [InlineData("Get-ZecImage asia-east-1a -Type custom_image", "webgolden_20250301")]
    [InlineData("Get-ZecImage asia-east-1a -Source official -Category FreeBSD", "freebsd14_20240712")]
    [InlineData("Get-ZecImage asia-east-1a -Tag @{ role = 'web' }", "webgolden_20250301")]
    [InlineData("Get-ZecImage asia-east-1a -ImageId rocky9_20240712, debian12_20240712, rocky9_20240712", "rocky9_20240712", "debian12_20240712")]
    [InlineData("@() | Get-ZecImage")]
    public async Task Images_are_found_by_what_they_are(string script, params string[] found)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Equal(found, account.Session.Must(script).Of<ZecImage>().Select(image => image.ImageId));
    }

    [Fact]
    public async Task Zones_are_piped_to_their_images_and_each_image_says_of_which_zone_it_is()
    {
        await using var account = await ServedAccount.StartAsync(options => options.PageSizeCap = 2);

        var images = account.Session.Must("Get-ZecZone | Get-ZecImage").Of<ZecImage>();

        Assert.Equal(5 * 7, images.Count);
        Assert.Equal(5 * 7, images.DistinctBy(image => (image.ZoneId, image.ImageId)).Count());
    }

    [Theory]
    [InlineData("Get-ZecTimeZone", 46)]
    [InlineData("Get-ZecTimeZone europe/*, *hong*", 10)]
    public async Task Time_zones_are_texts(string script, int count)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Equal(count, account.Session.Must(script).Of<string>().Count);
    }

    [Theory]
    [InlineData("Get-ZecZone eu-west-1a, moon-1a", "ZoneNotFound", "moon-1a", 1)]
    [InlineData("Get-ZecImage eu-west-1a -ImageId debian12_20240712, img-moon", "ImageNotFound", "img-moon", 1)]
    [InlineData("[pscustomobject]@{ ZoneId = 'moon-1a' }, [pscustomobject]@{ ZoneId = 'eu-west-1a' } | Get-ZecImage -Name debian*", "INVALID_ZONE_NOT_FOUND", "moon-1a", 1)]
    public async Task What_is_not_there_is_an_error_of_its_own_and_the_rest_is_emitted(string script, string code, string target, int count)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run(script);

        var error = Assert.Single(run.Errors);
        Assert.StartsWith($"{code},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal((ErrorCategory.ObjectNotFound, target), (error.CategoryInfo.Category, error.TargetObject));
        Assert.Equal(count, run.Output.Count);
    }

    [Theory]
    [InlineData("Get-ZecZone")]
    [InlineData("Get-ZecInstanceType")]
    [InlineData("Get-ZecImage eu-west-1a")]
    [InlineData("Get-ZecTimeZone")]
    [InlineData("Get-ZecInstanceStatus")]
    public async Task Who_may_not_look_is_told_and_nothing_else_is_tried(string script)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Simulator.FaultFor = _ => SimulatedFault.Error(403, "AUTHFAILURE_UNAUTHORIZED_OPERATION");

        var run = account.Run($"'eu-west-1a', 'asia-east-1a' | ForEach-Object {{ {script} }}");

        Assert.Equal(ErrorCategory.PermissionDenied, run.Terminating?.CategoryInfo.Category ?? run.Errors[0].CategoryInfo.Category);
        Assert.Empty(run.Output);
    }
}
