using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ZenlayerZec.HelpBuilder.Cmdlets;

/// <summary>
/// What the doc comments of a built assembly say of its parameters. The comments of generated cmdlets are made of the description of the API, so
/// that their pages need not repeat them.
/// </summary>
internal sealed partial class DocComments
{
    private readonly Dictionary<string, string> _texts;

    private DocComments(Dictionary<string, string> texts) => _texts = texts;

    /// <summary>Reads the comments that a build wrote beside an assembly; none where there is no such file.</summary>
    public static DocComments Of(string assembly)
    {
        var file = Path.ChangeExtension(assembly, ".xml");
        return new(!File.Exists(file) ? [] : XDocument.Load(file).Descendants("member")
            .Select(member => (Name: (string)member.Attribute("name")!, Text: member.Descendants("para").FirstOrDefault(para => (string?)para.Attribute("type") == "description")))
            .Where(member => member.Text is not null)
            .ToDictionary(member => member.Name, member => Blank().Replace(member.Text!.Value, " ").Trim(), StringComparer.Ordinal));
    }

    /// <summary>What is said of a property, which a base class may declare; null where nothing is.</summary>
    public string? Find(PropertyInfo? property) => property is null ? null : _texts.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
