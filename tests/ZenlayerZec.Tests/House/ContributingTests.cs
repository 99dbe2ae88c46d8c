using System.Text.RegularExpressions;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.House;

/// <summary>What the guide for contributors says is where it says.</summary>
public partial class ContributingTests
{
    [Fact]
    public void Every_file_and_folder_that_it_names_is_there()
    {
        var named = Named().Matches(File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md"))).Select(match => match.Groups[1].Value).ToArray();

        Assert.True(named.Length > 20);
        Assert.All(named, name => Assert.True(Path.Exists(Path.Combine(Repository.Root, name)), name));
    }

    [GeneratedRegex("`((?:src|tests|docs|packaging|\\.github)(?:/[\\w./-]+)?|[\\w.]+\\.(?:md|psd1|props))`")]
    private static partial Regex Named();
}
