using System.Xml.Linq;
using ZenlayerZec.HelpBuilder.Text;

namespace ZenlayerZec.HelpBuilder.Output;

/// <summary>Text in MAML. The console breaks the lines of paragraphs and items; tables and code are shown as they stand.</summary>
internal static class MamlText
{
    public static readonly XNamespace MamlSpace = "http://schemas.microsoft.com/maml/2004/10";
    public static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    public static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    // A text of a parameter is moved in by eight columns.
    private const int Width = 71;

    public static IEnumerable<XElement> Blocks(IEnumerable<TextBlock> blocks) => blocks.SelectMany(block => block switch
    {
        Paragraph paragraph => [Para(paragraph.Text)],
        // After its last item the console leaves no empty line.
        ItemList list => [List(list), Empty()],
        Table table => [Para(string.Join("\n", TableText.Lines(table, Width)))],
        Code code => [Para(string.Join("\n", code.Lines))],
        _ => Enumerable.Empty<XElement>(),
    });

    public static XElement Para(string text) => new(MamlSpace + "para", text);

    /// <summary>An empty line.</summary>
    public static XElement Empty() => new(MamlSpace + "para");

    private static XElement List(ItemList list) => new(
        MamlSpace + "list",
        new XAttribute("class", list.IsOrdered ? "ordered" : "unordered"),
        list.Items.Select(item => new XElement(MamlSpace + "listItem", Para(item))));
}
