using System.Text.RegularExpressions;

namespace ZenlayerZec.Tests.Help;

/// <summary>What stands under a heading of a help page: text with a block of code in it.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Body">What stands under it.</param>
internal sealed partial record HelpPart(string Title, string Body)
{
    /// <summary>The text without the block.</summary>
    public string Text => Block().Replace(Body, string.Empty);

    /// <summary>What is in the block.</summary>
    public string Code => Block().Match(Body).Groups[1].Value.Trim();

    /// <summary>All words of a text, without its marks and breaks, for comparing.</summary>
    public static string Words(string text)
        => Breaks().Replace(Links().Replace(text, "$1"), " ").Replace("`", string.Empty, StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"^```\w*\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"(\s|^```\w*$|^[#*-]+ )+", RegexOptions.Multiline)]
    private static partial Regex Breaks();

    // A link to another page is its text; the address of a link to elsewhere stays.
    [GeneratedRegex(@"\[([^\]]+)\]\((?!https?:)[^)]+\)")]
    private static partial Regex Links();
}
