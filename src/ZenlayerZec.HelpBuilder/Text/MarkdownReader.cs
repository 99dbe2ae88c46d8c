using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ZenlayerZec.HelpBuilder.Pages;

namespace ZenlayerZec.HelpBuilder.Text;

/// <summary>Takes the marks off Markdown. What has no form in a console is a fault.</summary>
/// <param name="fault">Takes the line and the text of a fault.</param>
internal sealed class MarkdownReader(Action<int, string> fault)
{
    /// <summary>All links that were read so far.</summary>
    public List<PageLink> Links { get; } = [];

    public TextBlock? Block(Block block)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                return new Paragraph(Text(paragraph));
            case CodeBlock code:
                return new Code(code.Line + (code is FencedCodeBlock ? 2 : 1), [.. code.Lines.Lines.Take(code.Lines.Count).Select(line => line.ToString())]);
            case ListBlock list:
                return new ItemList(list.IsOrdered, [.. list.Select(Item)]);
            case Markdig.Extensions.Tables.Table table:
                return new Table([.. table.OfType<TableRow>().Select(row => row.Select(Item).ToArray())]);
            case HtmlBlock html when html.Lines.ToString().Trim() == CmdletIndex.Mark:
                return new CmdletIndex();
            case LinkReferenceDefinitionGroup:
                return null;
            default:
                fault(block.Line + 1, "Only paragraphs, lists, tables and code can be shown in a console.");
                return null;
        }
    }

    /// <summary>The text of a heading or a paragraph, in one line.</summary>
    public string Text(LeafBlock block)
    {
        var text = new StringBuilder();
        Append(text, block.Inline, block.Line + 1);
        return text.ToString().Trim();
    }

    /// <summary>The text of an item of a list, or of a cell of a table.</summary>
    private string Item(Block block)
    {
        if (block is not ContainerBlock { Count: <= 1 } container || container.FirstOrDefault() is not (null or ParagraphBlock))
        {
            fault(block.Line + 1, "An item of a list is one paragraph.");
            return string.Empty;
        }

        return container is [ParagraphBlock paragraph] ? Text(paragraph) : string.Empty;
    }

    private void Append(StringBuilder text, ContainerInline? container, int line)
    {
        foreach (var inline in container ?? [])
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline address:
                    text.Append(address.Url);
                    break;
                case LinkInline { IsImage: false } link:
                    Append(text, link, line);
                    break;
                case EmphasisInline emphasis:
                    Append(text, emphasis, line);
                    break;
                default:
                    fault(line, "Only text, code, emphasis and links can be shown in a console.");
                    break;
            }
        }
    }

    private void Append(StringBuilder text, LinkInline link, int line)
    {
        var reads = new StringBuilder();
        Append(reads, (ContainerInline)link, line);
        var target = new PageLink(reads.ToString(), link.Url ?? string.Empty, line);
        Links.Add(target);
        text.Append(target.IsAddress ? $"{reads} ({target.Target})" : target.Text);
    }
}
