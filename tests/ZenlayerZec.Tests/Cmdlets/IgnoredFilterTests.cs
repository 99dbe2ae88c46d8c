using System.Management.Automation;
using System.Text.RegularExpressions;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;
using ZenlayerZec.Simulator.Wire;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>A service that ignores a filter does not widen a listing: what is piped on from there may be released.</summary>
public class IgnoredFilterTests
{
    private const string KnownId = "i-known";

    /// <summary>A command for each filter of each cmdlet.</summary>
    public static TheoryData<string> Commands =>
    [
        $"Get-ZecInstance -InstanceId {KnownId}",
        "Get-ZecInstance -Status stopped",
        "Get-ZecInstance -ZoneId asia-east-1a",
        "Get-ZecInstance -ImageId debian12_20240712",
        "Get-ZecInstance -ResourceGroupId rg-research",
        "Get-ZecInstance -IPv4Address 203.0.0.7",
        "Get-ZecInstance -IPv6Address 2001:db8::7",
        "Get-ZecInstance -Name web-1*",
        "Get-ZecInstance -Tag @{ env = 'dev' }",
        "Get-ZecInstance -Tag @{ env = 'd*' }",
        "Get-ZecInstance -Tag @{ env = 'dev', 'test' }",
        "Get-ZecInstance -Status STOPPED, STOPPING",
        "Get-ZecInstance -ZoneId asia-east-1a, eu-west-1a",
        "Get-ZecInstance -Parent $zone",
        "Get-ZecInstance -Parent $image",
        "Get-ZecInstance -Status STOPPED -First 3",
        "Get-ZecInstance -Status STOPPED -First 300 -Skip 2",
        $"Get-ZecInstanceStatus -InstanceId {KnownId}",
        "Get-ZecInstanceStatus -Status stopped",
        "Get-ZecInstanceStatus -ResourceGroupId rg-research",
        "Get-ZecInstanceStatus -ResourceGroupId rg-research -Status RUNNING",
        "Get-ZecImage asia-east-1a -ImageId debian12_20240712",
        "Get-ZecImage asia-east-1a -Name debian*",
        "Get-ZecImage asia-east-1a -Type CUSTOM_IMAGE",
        "Get-ZecImage asia-east-1a -Source official",
        "Get-ZecImage asia-east-1a -OsType windows",
        "Get-ZecImage asia-east-1a -Category Ubuntu",
        "Get-ZecImage asia-east-1a -Status available -Name ubuntu*",
        "Get-ZecImage asia-east-1a -Tag @{ role = 'web' }",
        "Get-ZecImage -InputObject $image",
        "Get-ZecImage -Custom -ImageId img-mine",
        "Get-ZecImage -Custom -RegionId eu-west-1 -Name mine*",
        "Get-ZecImage -Custom -ResourceGroupId rg-research",
        "Get-ZecZone -ZoneId eu-west-1a",
        "Get-ZecZone -InputObject $zone",
        "Get-ZecZone -Name *kong*",
        "Get-ZecInstanceType -ZoneId sa-east-1a",
        "Get-ZecInstanceType -ZoneId sa-east-1a, eu-west-1a",
        "Get-ZecInstanceType -InputObject $zone",
        "Get-ZecInstanceType -InstanceType *.cpu.8",
        "Get-ZecInstanceType -InStock",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_service_that_ignores_every_filter_never_widens_a_listing(string command)
    {
        await using var account = await ServedAccount.StartAsync();
        using var all = new SimulatedService();
        foreach (var simulator in new[] { account.Simulator, all.Simulator })
        {
            simulator.Add(Known());
            simulator.AddRow("Image", """
                {"imageId":"img-mine","imageName":"mine","imageType":"CUSTOM_IMAGE","imageStatus":"AVAILABLE","regionIdList":["eu-west-1"],"resourceGroupId":"rg-research"}
                """);
        }

        account.Session.Must("$zone = Get-ZecZone eu-west-1a; $image = Get-ZecImage asia-east-1a -ImageId debian12_20240712");
        var unfiltered = Emitted(account, Regex.Match(command, "^Get-[A-Za-z]+").Value.Replace("Get-ZecImage", "Get-ZecImage asia-east-1a", StringComparison.Ordinal));
        var expected = Emitted(account, Regex.Replace(command, " -(First|Skip) [0-9]+", string.Empty));

        account.Simulator.FaultFor = request => Unfiltered(all, request);
        var actual = Emitted(account, command);

        Assert.NotEmpty(expected);
        Assert.True(expected.Length < unfiltered.Length, "The filter has to leave something out, or the test shows nothing.");
        if (command.Contains("-First", StringComparison.Ordinal))
        {
            Assert.Empty(actual.Except(expected));
        }
        else
        {
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [InlineData("Get-ZecInstance")]
    [InlineData("Get-ZecInstanceStatus")]
    [InlineData("Get-ZecImage")]
    [InlineData("Get-ZecZone")]
    [InlineData("Get-ZecInstanceType")]
    public async Task Every_filter_is_among_them(string cmdlet)
    {
        await using var account = await ServedAccount.StartAsync();

        // The zone of an image is what the service was asked for: an image does not say it. -Gpu and
        // -Accelerator are no filters, but ask another list.
        string[] others = ["Connection", "InputObject", "Operation", "ThrottleLimit", "First", "Skip", "IncludeTotalCount", "Gpu", "Accelerator", .. cmdlet == "Get-ZecImage" ? ["ZoneId"] : Array.Empty<string>()];
        var filters = account.Session.Must($"(Get-Command {cmdlet}).Parameters.Keys").Of<string>().Except(Cmdlet.CommonParameters).Except(others).ToArray();

        Assert.NotEmpty(filters);
        Assert.All(filters, filter => Assert.True(Commands.Any(
            row => row.Data.StartsWith($"{cmdlet} ", StringComparison.Ordinal) && $"{row.Data} ".Contains($" -{filter} ", StringComparison.Ordinal)), filter));
    }

    [Theory]
    [InlineData("-IPv6Address 2001:DB8:0:0::7")]
    [InlineData("-IPv6Address 2001:0db8:0000:0000:0000:0000:0000:0008")]
    [InlineData("-IPv6Address fd00::9")]
    [InlineData("-IPv4Address 198.51.100.7")]
    [InlineData("-IPv4Address 10.9.9.9")]
    [InlineData("-IPv4Address 10.9.9.10")]
    public async Task An_address_is_found_in_every_spelling_and_on_every_interface(string filter)
    {
        await using var account = await ServedAccount.StartAsync();
        using var all = new SimulatedService(options => options.InstanceCount = 10);
        all.Simulator.Add(Known());
        account.Simulator.FaultFor = request => Unfiltered(all, request);

        Assert.Equal(KnownId, account.Run($"Get-ZecInstance {filter}").Single<ZecInstance>().InstanceId);
    }

    [Theory]
    [InlineData("-IPv4Address 7")]
    [InlineData("-IPv4Address 203.0.113")]
    [InlineData("-IPv4Address 2001:db8::7")]
    [InlineData("-IPv6Address 203.0.113.7")]
    [InlineData("-IPv6Address fe80::1%eth0")]
    [InlineData("-IPv6Address 2001:db8::/64")]
    public async Task What_is_no_address_is_refused_before_anything_is_sent(string filter)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run($"Get-ZecInstance {filter}");

        Assert.Contains("is not a valid IPv", run.Everything, StringComparison.Ordinal);
        Assert.Empty(account.Simulator.Calls);
    }

    private static ZecInstance Known() => new()
    {
        InstanceId = KnownId,
        InstanceName = "known",
        Status = "RUNNING",
        PublicIpAddresses = ["2001:db8::7", "198.51.100.7/32"],
        Nics = [new() { PrimaryIPv6 = "2001:db8:0:0:0:0:0:8", PrivateIpAddresses = ["FD00::9"], PrimaryIPv4 = "10.9.9.9", SecondaryIPv4s = ["10.9.9.10"] }],
    };

    private static string[] Emitted(ServedAccount account, string command) =>
    [
        .. account.Session.Must(command).Output.Select(item => item.BaseObject switch
        {
            ZecInstance instance => instance.InstanceId,
            ZecInstanceStatus status => $"{status.InstanceId} {status.Status}",
            ZecImage image => image.ImageId,
            ZecZone zone => zone.ZoneId,
            ZecInstanceType type => $"{type.ZoneId} {type.InstanceType}",
            var other => other.ToString()!,
        }),
    ];

    /// <summary>What a service answers that heeds the page of a request, and the zone of images, and nothing else.</summary>
    private static SimulatedFault Unfiltered(SimulatedService all, SimulatedRequest request)
    {
        var page = ApiObject.Parse(System.Text.Encoding.UTF8.GetString(request.Body)).Fields
            .Where(field => field.Key is "pageNum" or "pageSize" || (field.Key == "zoneId" && request.Action == "DescribeImages"));
        var answer = all.Client.InvokeAsync(new ApiRequest(request.Action!, new ApiObject([.. page])), all.Call, CancellationToken.None).GetAwaiter().GetResult();
        return ListAnswers.Response(System.Text.Encoding.UTF8.GetString(RequestJson.BytesOf(answer, ApiObjectJson.Write)));
    }
}
