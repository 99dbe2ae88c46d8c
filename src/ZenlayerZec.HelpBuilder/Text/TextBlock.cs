namespace ZenlayerZec.HelpBuilder.Text;

/// <summary>A piece of a page as a console can show it: without the marks of Markdown.</summary>
internal abstract record TextBlock;

/// <summary>Text of any length, whose lines are broken where it is shown.</summary>
internal sealed record Paragraph(string Text) : TextBlock;

/// <summary>A list, of one level.</summary>
internal sealed record ItemList(bool IsOrdered, IReadOnlyList<string> Items) : TextBlock;

/// <summary>Rows of cells; the first row names the columns.</summary>
internal sealed record Table(IReadOnlyList<IReadOnlyList<string>> Rows) : TextBlock;

/// <summary>Code as it is written.</summary>
/// <param name="Line">The line of the page at which it begins, from 1.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record Code(int Line, IReadOnlyList<string> Lines) : TextBlock;

/// <summary>The place where a page lists all cmdlets, by noun.</summary>
internal sealed record CmdletIndex : TextBlock
{
    /// <summary>What stands for it in a page. A browser shows nothing there.</summary>
    public const string Mark = "<!-- cmdlets by noun -->";
}
