using System.Text;
using System.Xml.Linq;

namespace ZenlayerZec.Generator.Views;

/// <summary>
/// The views that are written by hand, to which those of the described kinds are added: one file of formats and one of types, since each file
/// that PowerShell reads adds to the time of an import. Comments are left out for the same reason.
/// </summary>
/// <param name="root">The root of the repository.</param>
internal sealed class WrittenViews(string root)
{
    private const string EndOfViews = "  </ViewDefinitions>\n";

    /// <summary>What an object is called that came out of a file or another process; its views are those of the object that it was.</summary>
    private const string Deserialized = "Deserialized.";

    private readonly string _folder = Path.Combine(root, "src", "ZenlayerZec", "Formats");

    /// <summary>The file of formats.</summary>
    /// <param name="views">The views of the described kinds.</param>
    public string FormatsWith(string views)
    {
        var text = WithoutComments(File.ReadAllText(Path.Combine(_folder, "ZenlayerZec.Format.ps1xml")).ReplaceLineEndings("\n"));
        return text.Insert(text.LastIndexOf(EndOfViews, StringComparison.Ordinal), views);
    }

    /// <summary>The file of types.</summary>
    /// <param name="root">The base of all objects.</param>
    /// <param name="code">The class that makes what is added to the base.</param>
    /// <param name="names">The properties that are added to the base, each by the method of its name.</param>
    public string TypesWith(string root, string code, IEnumerable<string> names)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Types>\n");
        var types = XDocument.Load(Path.Combine(_folder, "ZenlayerZec.Types.ps1xml")).Root!.Elements("Type").ToArray();
        foreach (var prefix in new[] { string.Empty, Deserialized })
        {
            foreach (var type in types)
            {
                var name = type.Element("Name")!.Value;
                xml.Append($"  <Type>\n    <Name>{prefix}{name}</Name>\n    <Members>\n");
                foreach (var property in type.Element("Members")!.Elements())
                {
                    xml.Append($"      {property.ToString(SaveOptions.DisableFormatting)}\n");
                }

                foreach (var added in name == root ? names : [])
                {
                    xml.Append($"      <CodeProperty IsHidden=\"true\"><Name>{added}</Name><GetCodeReference><TypeName>{code}</TypeName>")
                        .Append($"<MethodName>{added}</MethodName></GetCodeReference></CodeProperty>\n");
                }

                xml.Append("    </Members>\n  </Type>\n");
            }
        }

        return xml.Append("</Types>\n").ToString();
    }

    private static string WithoutComments(string xml)
    {
        for (var start = xml.IndexOf("<!--", StringComparison.Ordinal); start >= 0; start = xml.IndexOf("<!--", StringComparison.Ordinal))
        {
            xml = xml.Remove(start, xml.IndexOf("-->\n", start, StringComparison.Ordinal) + 4 - start);
        }

        return xml;
    }
}
