using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Reports;

/// <summary>A page as a reader of it has it: XML, since every element of it is closed.</summary>
internal sealed partial class Page
{
    private readonly XDocument _document;

    public Page(string text)
    {
        Text = text;
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, MaxCharactersInDocument = 0 });
        _document = XDocument.Load(reader);
    }

    /// <summary>The file.</summary>
    public string Text { get; }

    /// <summary>The file without the times at which it was made and its input was read.</summary>
    public string Timeless => Time().Replace(Text, string.Empty);

    /// <summary>What a reader sees.</summary>
    public string Seen => string.Join(' ', Elements("body").Single().DescendantNodes().OfType<XText>().Select(text => text.Value));

    /// <summary>Makes a page of objects, which are the variable <c>it</c> of the script.</summary>
    public static Page Of(PowerShellSession session, object it, string script = "$it | ConvertTo-ZecReport")
    {
        session["it"] = it;
        return new Page(session.Must(script).Single<string>());
    }

    public IEnumerable<XElement> Elements(string name) => _document.Descendants(name);

    /// <summary>The rows of a table below its head, each by the texts of its cells.</summary>
    public IReadOnlyList<string[]> Rows(string caption) =>
    [
        .. Table(caption).Descendants("tr").Where(row => row.Parent!.Name != "thead").Select(row => row.Elements().Select(cell => cell.Value.Trim()).ToArray()),
    ];

    public XElement Table(string caption) => Elements("table").Single(table => table.Element("caption")!.Value == caption);

    public bool HasTable(string caption) => Elements("caption").Any(one => one.Value == caption);

    /// <summary>The cells of the row that begins with a text.</summary>
    public string[] Row(string caption, string head) => Rows(caption).Single(row => row[0] == head)[1..];

    [GeneratedRegex("<time.*?</time>( to )?")]
    private static partial Regex Time();
}
