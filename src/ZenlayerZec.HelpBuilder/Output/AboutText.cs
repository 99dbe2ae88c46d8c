using ZenlayerZec.HelpBuilder.Pages;
using ZenlayerZec.HelpBuilder.Text;

namespace ZenlayerZec.HelpBuilder.Output;

/// <summary>A page about the module as the text that Get-Help shows: without marks, in 80 columns.</summary>
internal static class AboutText
{
    private const int Width = 79;
    private const string CodeIndent = "    ";

    /// <summary>Makes the text of a page.</summary>
    /// <param name="file">The page.</param>
    /// <param name="cmdlets">The names of all cmdlets, such as <c>Get-ZecDisk</c>.</param>
    /// <param name="faults">Takes what is wrong with the page.</param>
    public static string Of(string file, IReadOnlyCollection<string> cmdlets, PageFaults faults)
    {
        var page = PageText.Read(file, faults);
        if (page.Parts is not [(1, var title), (2, { Title: "SHORT DESCRIPTION", Blocks: [Paragraph, ..] }), ..]
            || title.Title != Path.GetFileNameWithoutExtension(file))
        {
            // Get-Help finds the synopsis by its line.
            faults.Add(file, 1, "The page begins with its file's name as the heading, then '## SHORT DESCRIPTION' and a paragraph.");
        }

        return string.Join("\n", page.Parts.SelectMany(part => Part(part.Part, cmdlets))).TrimEnd('\n') + "\n";
    }

    private static IEnumerable<string> Part(PagePart part, IReadOnlyCollection<string> cmdlets)
        => [part.Title, string.Empty, .. part.Blocks.SelectMany(block => Lines(block, cmdlets).Append(string.Empty))];

    private static IEnumerable<string> Lines(TextBlock block, IReadOnlyCollection<string> cmdlets) => block switch
    {
        Paragraph paragraph => Wrapping.Lines(paragraph.Text, Width),
        ItemList list => list.Items.SelectMany((item, at) => Wrapping.Lines(list.IsOrdered ? $"{at + 1}. " : "- ", item, Width)),
        Table table => TableText.Lines(table, Width),
        CmdletIndex => Index(cmdlets),
        Code code => code.Lines.Select(line => line.Length == 0 ? line : CodeIndent + line),
        _ => [],
    };

    /// <summary>One item for each noun, with its verbs.</summary>
    private static IEnumerable<string> Index(IEnumerable<string> cmdlets) => cmdlets.Select(name => name.Split('-'))
        .GroupBy(name => name[1], name => name[0], StringComparer.Ordinal)
        .OrderBy(noun => noun.Key, StringComparer.Ordinal)
        .SelectMany(noun => Wrapping.Lines("- ", $"{noun.Key}: {string.Join(", ", noun.Order(StringComparer.Ordinal))}", Width));
}
