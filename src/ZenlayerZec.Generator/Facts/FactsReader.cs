using System.Text.RegularExpressions;
using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Facts;

/// <summary>Reads the files of actions: <c>api/actions</c>, and <c>api/additions</c>, which adds actions and fields to them.</summary>
internal static partial class FactsReader
{
    public const string Folder = "api/actions";
    public const string AdditionsFolder = "api/additions";

    /// <summary>Reads all actions, the additions included, by name.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <exception cref="DescriptionException">A file is not as it has to be.</exception>
    public static IReadOnlyDictionary<string, ActionFacts> ReadAll(string root)
    {
        var actions = new SortedDictionary<string, ActionFacts>(StringComparer.Ordinal);
        foreach (var file in FilesIn(root, Folder))
        {
            var action = Read(root, file);
            actions.Add(action.Name, action);
        }

        foreach (var file in FilesIn(root, AdditionsFolder))
        {
            var addition = Read(root, file);
            var place = YamlPart.Read(root, file);
            if (addition.Source is null)
            {
                throw place.Fault("An addition names its source.");
            }

            actions[addition.Name] = actions.TryGetValue(addition.Name, out var known) ? Extend(known, addition, place) : addition;
        }

        return actions;
    }

    /// <summary>Reads one file.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="file">The file, relative to it.</param>
    public static ActionFacts Read(string root, string file)
    {
        var part = YamlPart.Read(root, file).Only("action", "version", "source", "asynchronous", "request", "response");
        var name = part.Get("action");
        if (name.Text != Path.GetFileNameWithoutExtension(file))
        {
            throw name.Fault($"The action {name.Text} belongs into a file of its name.");
        }

        return new ActionFacts(name.Text, part.Get("version").Text, Fields(part.Find("request")), Fields(part.Find("response")))
        {
            File = file,
            Source = part.Find("source")?.Text,
            IsAsynchronous = part.Find("asynchronous")?.Flag ?? false,
        };
    }

    private static IEnumerable<string> FilesIn(string root, string folder) => Directory.Exists(Path.Combine(root, folder))
        ? Directory.EnumerateFiles(Path.Combine(root, folder), "*.yaml").Select(path => $"{folder}/{Path.GetFileName(path)}").Order(StringComparer.Ordinal)
        : [];

    private static ActionFacts Extend(ActionFacts known, ActionFacts addition, YamlPart place)
    {
        foreach (var (before, more) in new[] { (known.Request, addition.Request), (known.Response, addition.Response) })
        {
            if (more.FirstOrDefault(field => before.Any(one => one.Name == field.Name && one.Fields.Count == 0)) is { } same)
            {
                throw new DescriptionException(place.File, same.Line, $"{known.Name} has a field {same.Name} already.");
            }
        }

        return known with { Request = Extend(known.Request, addition.Request), Response = Extend(known.Response, addition.Response) };
    }

    /// <summary>Adds fields; one that is there already has more members, or more documented values, in the addition.</summary>
    private static IReadOnlyList<FieldFacts> Extend(IReadOnlyList<FieldFacts> known, IReadOnlyList<FieldFacts> more) =>
    [
        .. known.Select(field => more.FirstOrDefault(one => one.Name == field.Name) is { } same
            ? field with { Fields = Extend(field.Fields, same.Fields), Values = [.. field.Values, .. same.Values] } : field),
        .. more.Where(field => known.All(one => one.Name != field.Name)),
    ];

    private static IReadOnlyList<FieldFacts> Fields(YamlPart? part) => [.. (part?.Entries ?? []).Select(entry => Field(entry.Key, entry.Value))];

    private static FieldFacts Field(YamlPart key, YamlPart part)
    {
        part.Only("type", "required", "deprecated", "values", "range", "length", "most", "default", "fields");
        var type = part.Get("type");
        return new FieldFacts(key.Text, Kind(type.Items is [var only] ? only : throw type.Fault("A list has one type.")), !type.IsText)
        {
            IsRequired = part.Find("required")?.Flag ?? false,
            IsDeprecated = part.Find("deprecated")?.Flag ?? false,
            Values = part.Texts("values"),
            Range = BoundsOf(part.Find("range")),
            Length = BoundsOf(part.Find("length")),
            Most = part.Find("most")?.Whole,
            Default = part.Find("default")?.Text,
            Fields = Fields(part.Find("fields")),
            Line = key.Line,
        };
    }

    private static FieldKind Kind(YamlPart type) => type.Text switch
    {
        "string" => FieldKind.Text,
        "integer" => FieldKind.Integer,
        "number" => FieldKind.Number,
        "boolean" => FieldKind.Boolean,
        "object" => FieldKind.Object,
        _ => throw type.Fault($"'{type.Text}' is not a type. Types are string, integer, number, boolean and object, and [string] for a list."),
    };

    private static Bounds BoundsOf(YamlPart? part)
    {
        if (part is null)
        {
            return default;
        }

        var match = BoundsText().Match(part.Text);
        return match.Success ? new Bounds(NumberOf(match.Groups[1]), NumberOf(match.Groups[2])) : throw part.Fault($"'{part.Text}' is not a range, such as 1..64.");

        static int? NumberOf(Group group) => group.Length == 0 ? null : int.Parse(group.ValueSpan, provider: System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(-?[0-9]*)\.\.(-?[0-9]*)$")]
    private static partial Regex BoundsText();
}
