using Markdig;
using Markdig.Syntax;
using ZenlayerZec.HelpBuilder.Text;

namespace ZenlayerZec.HelpBuilder.Pages;

/// <summary>A page of Markdown as its headings, each with what stands under it.</summary>
internal sealed class PageText
{
    private const int CodeWidth = 76;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    private PageText(string file) => File = file;

    public string File { get; }

    /// <summary>The headings in their order, of all levels.</summary>
    public List<(int Level, PagePart Part)> Parts { get; } = [];

    public List<PageLink> Links { get; } = [];

    /// <summary>Reads a page. What a console cannot show, and links that lead nowhere, are faults.</summary>
    public static PageText Read(string file, PageFaults faults)
    {
        var page = new PageText(file);
        var reader = new MarkdownReader((line, text) => faults.Add(file, line, text));
        var under = new List<TextBlock>();
        foreach (var block in Markdown.Parse(System.IO.File.ReadAllText(file), Pipeline))
        {
            if (block is HeadingBlock heading)
            {
                under = [];
                page.Parts.Add((heading.Level, new PagePart(reader.Text(heading), block.Line + 1, under)));
            }
            else if (page.Parts.Count == 0)
            {
                faults.Add(file, block.Line + 1, "A page begins with a heading.");
            }
            else if (reader.Block(block) is { } text)
            {
                under.Add(text);
                page.Check(text as Code, faults);
            }
        }

        page.Links.AddRange(reader.Links);
        foreach (var link in page.Links.Where(link => !link.Lives(file)))
        {
            faults.Add(file, link.Line, $"The link to {link.Target} leads nowhere.");
        }

        return page;
    }

    /// <summary>The console moves code in by four columns, and breaks a longer line anywhere.</summary>
    private void Check(Code? code, PageFaults faults)
    {
        for (var at = 0; at < code?.Lines.Count; at++)
        {
            if (code.Lines[at].Length > CodeWidth)
            {
                faults.Add(File, code.Line + at, $"A line of code has at most {CodeWidth} characters, so that it fits in 80 columns.");
            }
        }
    }
}
