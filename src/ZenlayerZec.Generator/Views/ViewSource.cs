using System.Text;
using ZenlayerZec.Generator.Client;
using ZenlayerZec.Generator.Output;

namespace ZenlayerZec.Generator.Views;

/// <summary>
/// Makes the tables of the models, and what they show that a property alone cannot: IDs as visible characters, states in their colour, times to the
/// second.
/// </summary>
internal static class ViewSource
{
    private const string Space = "ZenlayerZec.Client.Models";

    private const string Minute = "Minute";

    /// <summary>Adds the files.</summary>
    /// <param name="files">The generated files.</param>
    /// <param name="client">What the client has.</param>
    /// <param name="byHand">The views that are written by hand.</param>
    public static void Add(GeneratedFiles files, ClientDescription client, WrittenViews byHand)
    {
        Model[] shown = [.. client.Models.Where(model => model.Decision.View.Count > 0)];
        files.AddXml("ZenlayerZec/ZenlayerZec.Format.ps1xml", byHand.FormatsWith(Formats(shown)));
        var columns = MadeOf(shown);
        files.AddXml("ZenlayerZec/ZenlayerZec.Types.ps1xml", byHand.TypesWith($"{Space}.ZecObject", "ZenlayerZec.Formats.KindColumns", columns.Select(column => column.Name)));
        files.Add("ZenlayerZec/Formats/KindColumns.g.cs", Columns(columns, client.Models));
    }

    private static string Formats(IEnumerable<Model> models)
    {
        var xml = new StringBuilder();
        foreach (var model in models)
        {
            Open(xml, model).Append("      <TableControl><TableHeaders>\n");
            foreach (var column in model.Decision.View)
            {
                xml.Append($"        <TableColumnHeader><Label>{column.Label}</Label>{(column.Width is { } width ? $"<Width>{width}</Width>" : string.Empty)}</TableColumnHeader>\n");
            }

            xml.Append("      </TableHeaders><TableRowEntries><TableRowEntry><TableColumnItems>\n");
            foreach (var column in model.Decision.View)
            {
                xml.Append($"        <TableColumnItem><PropertyName>{InTable(model, column.Property)}</PropertyName></TableColumnItem>\n");
            }

            xml.Append("      </TableColumnItems></TableRowEntry></TableRowEntries></TableControl>\n    </View>\n");
            List(xml, model);
        }

        return xml.ToString();
    }

    private static void List(StringBuilder xml, Model model)
    {
        Open(xml, model).Append("      <ListControl><ListEntries><ListEntry><ListItems>\n");
        foreach (var member in Public(model))
        {
            var shown = Shown(model, member.Name);
            xml.Append($"        <ListItem>{(shown == member.Name ? string.Empty : $"<Label>{member.Name}</Label>")}<PropertyName>{shown}</PropertyName></ListItem>\n");
        }

        xml.Append("      </ListItems></ListEntry></ListEntries></ListControl>\n    </View>\n");
    }

    private static StringBuilder Open(StringBuilder xml, Model model)
        => xml.Append($"    <View><Name>{model.Name}</Name><ViewSelectedBy><TypeName>{Space}.{model.Name}</TypeName></ViewSelectedBy>\n");

    private static IEnumerable<Member> Public(Model model) => model.Shown.SelectMany(member => member.Flat.Count > 0 ? member.Flat : [member]);

    private static SourceText Columns(IEnumerable<Column> columns, IEnumerable<Model> models)
    {
        var text = new SourceText().Lines(
        [
            "using System.Management.Automation;", "using ZenlayerZec.Client.Models;", string.Empty, "namespace ZenlayerZec.Formats;", string.Empty,
            "/// <summary>What the tables of the described kinds show in the columns that a property alone cannot fill.</summary>",
        ]);
        return text.Block("public static class KindColumns", () =>
        {
            foreach (var column in columns)
            {
                text.Line($"/// <summary>{column.Member.Name} as a view shows it.</summary>").Line("/// <param name=\"item\">The object.</param>")
                    .Line("/// <returns>The text.</returns>").Line($"public static string? {column.Name}(PSObject item) => {column.Call}({Value(column.Member, models)}){Switch(column.Words)};")
                    .Line();
            }
        });
    }

    /// <summary>A property that a type has is read directly: a look by its name costs several times as much in each row.</summary>
    private static string Value(Member member, IEnumerable<Model> models)
    {
        var having = models.Where(model => Public(model).Any(own => own.Name == member.Name)).Select(model => $"{model.Name} it => it.{member.Name}, ");
        return $"item.BaseObject switch {{ {string.Concat(having)}_ => Columns.Value(item, \"{member.Name}\") }}";
    }

    /// <summary>What all views together need, by name. One name shows one thing, whatever has it.</summary>
    private static Column[] MadeOf(IEnumerable<Model> models)
    {
        List<Column> columns = [];
        foreach (var model in models)
        {
            foreach (var (member, name) in Made(model))
            {
                var column = new Column(member, name, Call(member, name), Words(model, member.Name));
                if (columns.Find(other => other.Name == name) is not { } same)
                {
                    columns.Add(column);
                }
                else if (same.Call != column.Call || !same.Words.OrderBy(word => word.Key, StringComparer.Ordinal).SequenceEqual(column.Words.OrderBy(word => word.Key, StringComparer.Ordinal)))
                {
                    throw model.Decision.Place.Fault($"The views show {member.Name} of {model.Name} in another way than that of another model.");
                }
            }
        }

        return [.. columns.OrderBy(column => column.Name, StringComparer.Ordinal)];
    }

    /// <summary>The properties that the views of a model need and that it has not.</summary>
    private static IEnumerable<(Member Member, string Name)> Made(Model model) => Public(model)
        .SelectMany(member => new[] { (member, Name: Shown(model, member.Name)), (member, Name: InTable(model, member.Name)) })
        .Where(column => column.Name != column.member.Name).Distinct();

    private static string Call(Member member, string name)
    {
        var how = name.EndsWith(Minute, StringComparison.Ordinal) ? "MinuteOf" : member.Kind == MemberKind.Time ? "MomentOf" : name == "StatusText" ? "StateOf" : "TextOf";
        return $"Columns.{how}";
    }

    private static string Switch(IReadOnlyDictionary<string, string> words) => words.Count == 0 ? string.Empty
        : $" switch {{ {string.Join(", ", words.Select(word => $"{SourceText.Literal(word.Key)} => {SourceText.Literal(word.Value)}"))}, var text => text }}";

    private static IReadOnlyDictionary<string, string> Words(Model model, string property)
        => model.Decision.View.FirstOrDefault(column => column.Property == property)?.Words ?? new Dictionary<string, string>();

    /// <summary>A table shows times to the minute, which leaves room for a name at 80 columns; a list shows them to the second.</summary>
    private static string InTable(Model model, string property) => Find(model, property).Kind == MemberKind.Time ? property + Minute : Shown(model, property);

    private static string Shown(Model model, string property)
        => property == "Status" || property.EndsWith("Id", StringComparison.Ordinal) || Words(model, property).Count > 0 || Find(model, property).Kind is not (MemberKind.Text or MemberKind.Int32 or MemberKind.Int64 or MemberKind.Decimal or MemberKind.Boolean)
            ? $"{property}Text"
            : property;

    private static Member Find(Model model, string property) => model.Shown.Concat(model.Members.SelectMany(member => member.Flat)).FirstOrDefault(member => member.Name == property)
        ?? throw model.Decision.Place.Fault($"{model.Name} has no property {property} to show.");

    private sealed record Column(Member Member, string Name, string Call, IReadOnlyDictionary<string, string> Words);
}
