using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What the service says cannot take over the console.</summary>
public class ScreenTests
{
    [Fact]
    public async Task Names_that_would_play_tricks_on_the_screen_are_shown_harmless_and_kept_true()
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

        Assert.Equal(Name, run.Output[^1].BaseObject);
        var shown = account.Session.Host.Lines.Concat(run.Warnings).Concat(run.Verbose).Concat(run.Debug).Append((string)run.Output[0].BaseObject)
            .Select(line => System.Text.RegularExpressions.Regex.Replace(line, "\u001b\\[3?[0-9;]*m", string.Empty));
        Assert.All(shown, line => Assert.DoesNotContain(line, c => char.IsControl(c) && c != '\n' || c == '\u202e'));
        Assert.DoesNotContain(account.Session.Host.Lines, line => line.StartsWith("What if: forged", StringComparison.Ordinal));
        Assert.Contains(account.Session.Host.Lines, line => line.StartsWith("What if: Performing", StringComparison.Ordinal));
    }
}
