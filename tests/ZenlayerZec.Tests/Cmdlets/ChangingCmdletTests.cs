using System.Management.Automation;
using System.Reflection;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>What every cmdlet keeps that changes things: it asks, it can be tried without effect, and it stops before too many.</summary>
public class ChangingCmdletTests
{
    /// <summary>What cannot be taken back.</summary>
    private static readonly string[] Final = ["Remove", "Reset", "Restore-ZecSnapshot", "Resize-ZecDisk", "Set-ZecEipAddress", "Set-ZecSecurityGroupRule"];

    public static TheoryData<string> Names()
    {
        using var session = new PowerShellSession();
        return [.. ChangingCmdlets.In(session).Select(cmdlet => cmdlet.Name)];
    }

    /// <summary>Those that leave alone what has a protected tag. Instances have <see cref="ProtectedTagTests"/>.</summary>
    public static TheoryData<string> Sparing()
    {
        using var session = new PowerShellSession();
        return [.. ChangingCmdlets.In(session).Where(cmdlet => cmdlet.Parameters.ContainsKey("IncludeProtected") && cmdlet.Noun != "ZecInstance").Select(cmdlet => cmdlet.Name)];
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_sends_nothing_by_WhatIf_by_a_no_and_beyond_MaximumCount(string name)
    {
        await using var account = await ServedAccount.StartAsync();
        var cmdlet = Of(account, name);
        var command = $"'x-1', 'x-2' | {name} {ChangingCmdlets.Mandatory(cmdlet)}";

        Assert.Empty(account.Session.Must($"{command} -WhatIf").Output);
        Assert.Equal(2, account.Session.Host.Lines.Count(line => line.StartsWith("What if:", StringComparison.Ordinal)));
        account.Session.Host.Answers.Enqueue("No");
        account.Session.Host.Answers.Enqueue("No");
        Assert.Empty(account.Session.Must($"{command} -Confirm").Output);
        Assert.Equal(2, account.Session.Host.Questions.Count);
        Assert.Equal(["x-1", "x-2"], account.Session.Must("(Get-ZecOperation | Where-Object Outcome -eq Declined).Ids").Of<string>().Order());
        var tooMany = account.Run($"{command} -MaximumCount 1 -Confirm:$false");
        Assert.StartsWith(
            "MaximumCountExceeded,", Assert.Single(tooMany.Errors.Append(tooMany.Terminating).OfType<ErrorRecord>()).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain(account.Simulator.Calls, call => ChangingCmdlets.Sends(cmdlet, call));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_asks_by_itself_where_the_change_cannot_be_taken_back(string name)
    {
        using var session = new PowerShellSession();
        var cmdlet = session.Must($"Get-Command {name}").Single<CmdletInfo>();
        var says = cmdlet.ImplementingType.GetCustomAttribute<CmdletAttribute>()!;

        Assert.True(says.SupportsShouldProcess);
        Assert.Equal(Final.Any(one => name == one || cmdlet.Verb == one) ? ConfirmImpact.High : ConfirmImpact.Medium, says.ConfirmImpact);
        Assert.True(says.ConfirmImpact != ConfirmImpact.High || cmdlet.Parameters.ContainsKey("Force"));
    }

    [Theory]
    [MemberData(nameof(Sparing))]
    public async Task It_leaves_alone_what_has_a_protected_tag_or_tags_that_nobody_can_read(string name)
    {
        await using var account = await ServedAccount.StartAsync();
        var noun = name[(name.IndexOf("-Zec", StringComparison.Ordinal) + 4)..].Replace("ImageCopy", "Image", StringComparison.Ordinal);
        var get = $"Get-Zec{noun}{(noun == "Image" ? " -Custom" : string.Empty)}";
        var command = $"{name} {ChangingCmdlets.Mandatory(Of(account, name))} -Force";
        if (noun == "Image")
        {
            // One comes with the account.
            account.Session.Must("Get-ZecInstance -Status STOPPED -First 1 | New-ZecImage -Name second -Wait");
        }

        var sent = account.Simulator.Calls.Count;
        string[] ids = [.. account.Session.Must($"({get} -First 20).{noun}Id").Of<string>().Take(2)];
        if (noun == "Nic")
        {
            // A primary one would be left out for what it is.
            account.Simulator.ChangeRow(noun, ids[1], """{"nicType":"Secondary","status":"AVAILABLE","instanceId":null}""");
        }

        account.Simulator.ChangeRow(noun, ids[0], """{"tags":{"tags":[{"key":"zec:keep","value":""}]}}""");
        account.Simulator.ChangeRow(noun, ids[1], """{"tags":5}""");
        account.Session["ids"] = ids;

        var run = account.Run($"$ids | {command}; {get} -{noun}Id $ids | {command}");

        Assert.All(account.Simulator.Calls.Skip(sent), call => Assert.StartsWith("Describe", call.Action, StringComparison.Ordinal));
        Assert.All(run.Of<ZecBatchResult>(), result => Assert.Empty(result.SucceededIds));
        if (name == "Remove-ZecImageCopy")
        {
            // What has no copy there is left out for that, whatever its tags are.
            return;
        }

        Assert.Equal([ids[0], ids[0]], run.Of<ZecBatchResult>().SelectMany(result => result.SkippedIds));
        Assert.Equal([ids[1], ids[1]], run.Of<ZecBatchResult>().SelectMany(result => result.FailedIds));
    }

    private static CmdletInfo Of(ServedAccount account, string name) => account.Session.Must($"Get-Command {name}").Single<CmdletInfo>();
}
