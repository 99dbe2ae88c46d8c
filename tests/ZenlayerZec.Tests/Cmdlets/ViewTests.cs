namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What the module's objects look like on a screen of 120 columns.</summary>
public class ViewTests
{
    private const string Order = "New-ZecInstance -ZoneId asia-east-1a -InstanceType z2a.cpu.2 -ImageId img-debian-12 -SubnetId s-1 -Count 3";

    [Fact]
    public async Task Instances_are_a_table_with_what_tells_them_apart()
    {
        await using var account = await ServedAccount.StartAsync();

        var lines = Shown(account, "Get-ZecInstance -First 2");

        Assert.Equal("InstanceId Name Status Zone Type PublicIp Created".Split(' '), lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var first = account.Simulator.Instances[0];
        Assert.Equal(
            $"{first.InstanceId} {first.InstanceName} {first.Status} {first.ZoneId} {first.InstanceType} {first.PublicIpAddresses[0]} {first.CreateTime:yyyy-MM-dd}",
            string.Join(' ', lines[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task A_result_shows_the_IDs_that_failed()
    {
        await using var account = await ServedAccount.StartAsync(options => options.FailureCount = 12);
        var failing = account.Simulator.Instances.Where(instance => instance.Status == "STOPPED").Take(12).Select(instance => instance.InstanceId);

        var text = string.Concat(Shown(account, "Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -ErrorAction SilentlyContinue"));

        Assert.All(failing, id => Assert.Contains(id, text, StringComparison.Ordinal));
        Assert.Contains("PartiallyFailed", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ZecInstanceStatus -First 2", "InstanceId Status")]
    [InlineData("Get-ZecZone", "ZoneId Name Region City Country")]
    [InlineData("Get-ZecInstanceType", "ZoneId InstanceType Cpu MemoryGiB MaxMbps InStock ChargeTypes")]
    [InlineData("Get-ZecImage asia-east-1a", "ImageId Name System Source Status DiskGiB ZoneId")]
    [InlineData(Order, "OrderNumber Asked Created Type Zone InstanceIds")]
    [InlineData($"{Order} | Out-Null; Get-ZecOperation", "Time Action Outcome Count Seconds RequestId ErrorCode")]
    public async Task Everything_that_is_listed_is_a_table(string script, string columns)
    {
        await using var account = await ServedAccount.StartAsync();

        var lines = Shown(account, script);

        Assert.Equal(columns, string.Join(' ', lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.True(lines.Length > 2);
    }

    [Fact]
    public async Task A_connection_shows_where_and_as_whom()
    {
        await using var account = await ServedAccount.StartAsync();

        var text = string.Join('\n', Shown(account, "Get-ZecConnection"));

        Assert.Contains(account.Endpoint, text, StringComparison.Ordinal);
        Assert.Contains("simulated-key-id", text, StringComparison.Ordinal);
    }

    private static string[] Shown(ServedAccount account, string script)
    {
        var run = account.Run($"{script} | Out-Default");
        Assert.Empty(run.Errors);
        var lines = account.Session.Host.Lines
            .Select(line => System.Text.RegularExpressions.Regex.Replace(line, "\u001b\\[[0-9;]*m", string.Empty))
            .Where(line => line.Trim().Length > 0)
            .ToArray();
        Assert.All(lines, line => Assert.True(line.TrimEnd().Length <= 120, line));
        return lines;
    }
}
