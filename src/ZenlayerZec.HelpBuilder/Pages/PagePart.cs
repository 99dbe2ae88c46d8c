using ZenlayerZec.HelpBuilder.Text;

namespace ZenlayerZec.HelpBuilder.Pages;

/// <summary>A heading of a page and what stands under it, up to the next heading.</summary>
/// <param name="Title">The heading, without its marks.</param>
/// <param name="Line">The line of the heading, from 1.</param>
/// <param name="Blocks">The paragraphs, lists, tables and code under it.</param>
internal sealed record PagePart(string Title, int Line, IReadOnlyList<TextBlock> Blocks)
{
    /// <summary>Without a part of this title in the page.</summary>
    public static PagePart Missing { get; } = new(string.Empty, 1, []);
}
