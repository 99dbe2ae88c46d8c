using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Orders of instances like one that is there.</summary>
public class OrderLikeTests
{
    private const string Image = "-ImageId debian12_20240712";

    [Fact]
    public async Task An_order_takes_over_what_it_does_not_name()
    {
        await using var account = await StartAsync();
        var pattern = Pattern(account);

        var orders = account.Session.Must($"New-ZecInstance -Like $pattern {Image} -Name more -Count 2");

        Assert.Single(orders.Output);
        using var sent = JsonDocument.Parse(account.Simulator.Calls[^1].Body);
        var body = sent.RootElement;
        Assert.Equal(
            (pattern.ZoneId, pattern.InstanceType, pattern.SubnetId, pattern.SecurityGroupId, pattern.TimeZone),
            (Text("zoneId"), Text("instanceType"), Text("subnetId"), Text("securityGroupId"), Text("timeZone")));
        Assert.Equal(pattern.KeyId, Text("keyId"));
        Assert.Equal(
            pattern.Tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal),
            body.GetProperty("tags").GetProperty("tags").EnumerateArray().Select(tag => $"{tag.GetProperty("key")}={tag.GetProperty("value")}").Order(StringComparer.Ordinal));
        Assert.False(body.TryGetProperty("password", out _));
        Assert.False(body.TryGetProperty("systemDisk", out _));

        string? Text(string name) => body.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    [Fact]
    public async Task What_is_named_has_precedence()
    {
        await using var account = await StartAsync();
        Pattern(account);
        account.Session["password"] = ServedAccount.Plain("Passw0rd!x");

        account.Session.Must($"New-ZecInstance -Like $pattern {Image} -InstanceType z2a.cpu.1 -TimeZone Europe/London -Tag @{{ a = 'b' }} -Password $password");

        var body = account.Simulator.Calls[^1].Body;
        Assert.Contains("\"instanceType\":\"z2a.cpu.1\"", body, StringComparison.Ordinal);
        Assert.Contains("\"timeZone\":\"Europe/London\"", body, StringComparison.Ordinal);
        Assert.Contains("\"tags\":{\"tags\":[{\"key\":\"a\",\"value\":\"b\"}]}", body, StringComparison.Ordinal);
        Assert.DoesNotContain("keyId", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zec:keep", "", false)]
    [InlineData("ZEC:Keep", "", false)]
    [InlineData("zec:keep", "-ProtectedTag other", true)]
    [InlineData("env", "-ProtectedTag env=prod", true)]
    public async Task A_tag_that_only_protects_the_pattern_does_not_protect_the_new_instances(string key, string setting, bool isTakenOver)
    {
        await using var account = await StartAsync();
        var pattern = Pattern(account);
        account.Simulator.Add(new ZecInstance
        {
            InstanceId = "i-kept",
            ZoneId = pattern.ZoneId,
            InstanceType = pattern.InstanceType,
            SubnetId = pattern.SubnetId,
            SecurityGroupId = pattern.SecurityGroupId,
            TimeZone = pattern.TimeZone,
            Status = "RUNNING",
            Tags = new() { [key] = "prod", ["role"] = "web" },
        });

        account.Session.Must($"Connect-Zec -Endpoint $endpoint -AccessKeyId {new SimulatorOptions().AccessKeyId} -AccessKeySecret $secret {setting}");
        account.Session.Must($"New-ZecInstance -Like (Get-ZecInstance i-kept) {Image}");

        var body = account.Simulator.Calls[^1].Body;
        Assert.Contains("""{"key":"role","value":"web"}""", body, StringComparison.Ordinal);
        Assert.Equal(isTakenOver, body.Contains(key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData($"New-ZecInstance -Like $pattern {Image} -Tag @{{}}")]
    [InlineData($"New-ZecInstance -ZoneId asia-east-1a -InstanceType z2a.cpu.1 -SubnetId subnet-1 {Image} -Tag @{{}}")]
    public async Task An_empty_hashtable_of_tags_means_none(string order)
    {
        await using var account = await StartAsync();
        Pattern(account);

        account.Session.Must(order);

        Assert.Equal("CreateZecInstances", account.Simulator.Calls[^1].Action);
        Assert.DoesNotContain("tags", account.Simulator.Calls[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_if_says_what_would_be_ordered()
    {
        await using var account = await StartAsync();
        var pattern = Pattern(account);

        account.Run($"New-ZecInstance -Like $pattern {Image} -Name more -WhatIf");

        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "CreateZecInstances");
        Assert.Contains(account.Session.Host.Lines, line => line.Contains($"{pattern.InstanceType} in {pattern.ZoneId}, image debian12_20240712, name more, like ", StringComparison.Ordinal)
            && line.Contains($"subnet {pattern.SubnetId}, security group {pattern.SecurityGroupId}", StringComparison.Ordinal)
            && line.Contains($"time zone {pattern.TimeZone}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_instance_with_a_GPU_needs_a_named_type()
    {
        await using var account = await StartAsync();
        account.Session["id"] = account.Simulator.Instances.First(one => one.InstanceType is null).InstanceId;
        account.Session.Must("$gpu = Get-ZecInstance $id");

        var run = account.Run($"New-ZecInstance -Like $gpu {Image}");

        Assert.Contains("give -InstanceType", run.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "CreateZecInstances");
    }

    [Theory]
    [InlineData("[pscustomobject]@{ InstanceId = '1394000000010000007' }", "give -ZoneId")]
    [InlineData("Get-ZecDisk -First 1", "disk")]
    [InlineData("@(Get-ZecInstance -First 2)", "Like")]
    public async Task What_is_no_pattern_is_refused_before_anything_is_ordered(string pattern, string named)
    {
        await using var account = await StartAsync();
        account.Session.Must($"$pattern = {pattern}");

        var run = account.Run($"New-ZecInstance -Like $pattern {Image}");

        Assert.Contains(named, run.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "CreateZecInstances");
    }

    [Theory]
    [InlineData("$unset")]
    [InlineData("@()")]
    [InlineData("(Get-ZecInstance -Name nosuch*)")]
    [InlineData("'1394000000010000007'")]
    public async Task A_pattern_that_is_missing_or_is_text_is_named_in_a_sentence(string pattern)
    {
        await using var account = await StartAsync();

        var run = account.Run($"New-ZecInstance -Like {pattern} {Image}");

        Assert.Contains("'Like'. An instance as Get-ZecInstance returns it is needed", run.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("NotOne", run.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "CreateZecInstances");
    }

    [Theory]
    [InlineData("ZoneId")]
    [InlineData("InstanceType")]
    [InlineData("SubnetId")]
    [InlineData("SecurityGroupId")]
    [InlineData("TimeZone")]
    public async Task What_is_empty_in_a_pattern_is_missing_and_not_left_to_the_service(string property)
    {
        await using var account = await StartAsync();
        Pattern(account);

        var run = account.Run($"$pattern.{property} = ''; New-ZecInstance -Like $pattern {Image}");

        Assert.Contains($"give -{property}", run.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "CreateZecInstances");
    }

    [Fact]
    public async Task A_pattern_whose_key_is_empty_has_none()
    {
        await using var account = await StartAsync();
        Pattern(account);

        account.Session.Must($"$pattern.KeyId = ''; New-ZecInstance -Like $pattern {Image}");

        Assert.DoesNotContain("keyId", account.Simulator.Calls[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_of_another_account_is_refused()
    {
        await using var account = await StartAsync();
        Pattern(account);

        var run = account.Run($"Connect-Zec -Simulator; New-ZecInstance -Like $pattern {Image}");

        Assert.Contains("belongs to the account", run.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(account.Simulator.Calls, call => call.Action == "CreateZecInstances");
    }

    [Fact]
    public async Task The_same_hashtable_is_priced()
    {
        await using var account = await StartAsync();
        Pattern(account);

        var prices = account.Session.Must($"$order = @{{ Like = $pattern; ImageId = 'debian12_20240712'; Name = 'more' }}; Get-ZecInstancePrice @order").Of<ZecInstancePrice>();

        Assert.Equal(["Spec", "SystemDisk"], prices.Select(price => price.Item));
    }

    /// <summary>An instance that is a pattern, as the session's $pattern.</summary>
    private static ZecInstance Pattern(ServedAccount account)
    {
        var pattern = account.Simulator.Instances.First(one => one is { InstanceType: "z2a.cpu.2", SecurityGroupId: not null, TimeZone: not null, Tags.Count: > 0 });
        account.Session["id"] = pattern.InstanceId;
        account.Session.Must("$pattern = Get-ZecInstance $id");
        return pattern;
    }

    private static Task<ServedAccount> StartAsync() => ServedAccount.StartAsync(options => options.InstanceCount = 60);
}
