using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What the service says cannot take over the console.</summary>
public class ScreenTests
{
    [Fact]
    public async Task Names_that_would_play_tricks_on_the_screen_are_harmless_wherever_they_go()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 1);
        const string Name = "\u001b[2Jweb\r\nWhat if: forged \u202e";
        account.Simulator.Add(new() { InstanceId = "i-evil", InstanceName = Name, Status = "STOPPED\u001b[31m", ZoneId = "z\u0007" });
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances"
            ? SimulatedFault.Error(400, "BAD\u001b[0m", message: "oh\u001b[2J\nno")
            : null;

        var run = account.Run("""
            $evil = Get-ZecInstance i-evil
            $evil | Out-Default
            $evil | Remove-ZecInstance -WhatIf
            $evil | Remove-ZecInstance -Force -Verbose -Debug -ErrorAction SilentlyContinue -ErrorVariable failure | Out-Default
            "$($failure[0])"
            $evil.Status = 'RELEASING'
            $evil | Remove-ZecInstance -Force
            $evil.InstanceName
            """);

        Assert.Equal("\uFFFD[2Jweb\uFFFD\uFFFDWhat if: forged \uFFFD", run.Output[^1].BaseObject);
        var shown = account.Session.Host.Lines.Concat(run.Warnings).Concat(run.Verbose).Concat(run.Debug).Append((string)run.Output[0].BaseObject)
            .Select(line => System.Text.RegularExpressions.Regex.Replace(line, "\u001b\\[3?[0-9;]*m", string.Empty));
        Assert.All(shown, line => Assert.DoesNotContain(line, c => char.IsControl(c) && c != '\n' || c == '\u202e'));
        Assert.DoesNotContain(account.Session.Host.Lines, line => line.StartsWith("What if: forged", StringComparison.Ordinal));
        Assert.Contains(account.Session.Host.Lines, line => line.StartsWith("What if: Performing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_text_of_the_service_acts_on_the_screen_however_it_is_shown()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 0);
        account.Simulator.Add(new()
        {
            InstanceId = "i-1",
            InstanceName = "a\u2028b",
            Status = "STOPPED",
            ImageName = "\u001b]0;title\u0007",
            Tags = new() { ["k\u001b[2J"] = "v\U000E0041\u202e", ["family"] = "\U0001F468\u200D\U0001F469" },
        });
        account.Simulator.FaultFor = request => request.Action == "DescribeTimeZones"
            ? SimulatedFault.Answer(200, "application/json", """{"requestId":"T1","response":{"timeZones":["Mars\u001b[2J"]}}"""u8.ToArray())
            : null;

        var run = account.Run("""
            $instance = Get-ZecInstance i-1
            $instance.InstanceName; $instance.ImageName
            foreach ($key in $instance.Tags.Keys) { "$key=$($instance.Tags[$key])" }
            Get-ZecTimeZone
            $answer = Invoke-ZecApi DescribeInstances
            $answer.dataSet[0].instanceName
            $answer.dataSet[0].tags.tags.value
            """);

        Assert.Empty(run.Errors);
        Assert.Equal(
            [
                "a\uFFFDb", "\uFFFD]0;title\uFFFD", "k\uFFFD[2J=v\uFFFD\uFFFD", "family=\U0001F468\u200D\U0001F469", "Mars\uFFFD[2J",
                "a\uFFFDb", "v\uFFFD\uFFFD", "\U0001F468\u200D\U0001F469",
            ],
            run.Of<string>());
    }

    [Fact]
    public async Task An_ID_is_kept_exactly_and_shown_harmless()
    {
        await using var account = await ServedAccount.StartAsync(options => options.InstanceCount = 0);
        const string Id = "i-\u001b[2J";
        account.Simulator.Add(new() { InstanceId = Id, Status = "STOPPED", ZoneId = "z\u0007", LoadBalancerIds = ["lb\u202e"] });

        var run = account.Run("""
            $instance = Get-ZecInstance
            $instance.InstanceId; $instance.ZoneId; $instance.LoadBalancerIds
            $answer = Invoke-ZecApi DescribeInstances
            $answer.dataSet[0].instanceId; $answer.dataSet[0].loadBalancerIds
            $instance | Out-Default
            $instance | Wait-ZecInstance -Until Running -TimeoutSec 1 -ErrorAction SilentlyContinue -ErrorVariable failure
            "$($failure[0])"
            """);

        Assert.Equal([Id, "z\u0007", "lb\u202e", Id, "lb\u202e"], run.Of<string>().Take(5));
        Assert.All(account.Session.Host.Lines, line => Assert.DoesNotContain("\u001b[2J", line, StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', run.Of<string>()[^1]);
    }
}
