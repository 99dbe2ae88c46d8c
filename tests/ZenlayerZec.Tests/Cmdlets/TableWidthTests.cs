using System.Text.RegularExpressions;
using ZenlayerZec.Client.Kinds;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Every kind's table fits a screen of 80 columns, and cuts nothing there that tells one thing from another.</summary>
public class TableWidthTests
{
    /// <summary>What may be cut: it says the same in fewer letters, or is there in full at 120 columns.</summary>
    private static readonly string[] Cuttable = ["Name", "Zone", "Region", "InstanceId", "Tags"];

    /// <summary>The cmdlets that list a kind of thing.</summary>
    public static TheoryData<string> Lists { get; } = [.. AllKinds.All.Where(kind => kind.List is not NicIPv6List).Select(kind => kind.GetCommand)];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_table_of_80_columns_keeps_IDs_states_and_times_whole(string cmdlet)
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must($"New-ZecSnapshot (Get-ZecDisk -First 1) -Name a-long-name-for-a-snapshot -Wait | Out-Null; $things = {cmdlet} -First 20");
        account.Session.Host.UI.RawUI.BufferSize = new(80, 50);
        var before = account.Session.Host.Lines.Count;

        account.Session.Must("$things | Out-Default");

        string[] lines =
        [
            .. account.Session.Host.Lines.Skip(before).Select(line => Regex.Replace(line, "\u001b\\[[0-9;]*m", string.Empty)).Where(line => line.Trim().Length > 0),
        ];
        Assert.True(lines.Length > 2, $"{cmdlet} lists nothing in the simulator.");
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 1, 80));
        foreach (var rule in Regex.Matches(lines[1], "-+").Cast<Match>())
        {
            var label = Cell(lines[0], lines[1], rule.Index);
            Assert.All(lines, line => Assert.True(!Cell(line, lines[1], rule.Index).EndsWith('\u2026') || Cuttable.Contains(label), $"{label} is cut: {line}"));
        }
    }

    /// <summary>What stands in a column: it begins after the column before, and ends where the next one begins.</summary>
    private static string Cell(string line, string rules, int start)
    {
        var next = Regex.Match(rules[start..], "(?<=^-+ +)-");
        var end = next.Success ? start + next.Index : line.Length;
        return line.Length <= start ? string.Empty : line[start..Math.Min(end, line.Length)].Trim();
    }
}
