using ZenlayerZec.Generator.Facts;
using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Import;

/// <summary>Reads the vendor's description of an action: names, types, limits and values. Its sentences are read for limits, and not kept.</summary>
internal static class VendorDescription
{
    /// <summary>Reads all descriptions of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The actions, by name.</returns>
    /// <exception cref="DescriptionException">A description is not in the form that is known.</exception>
    public static IReadOnlyDictionary<string, ActionFacts> ReadAll(string folder)
    {
        var actions = new SortedDictionary<string, ActionFacts>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal))
        {
            var part = YamlPart.Read(folder, file);
            var sdk = part.Get("sdk");
            var name = sdk.Get("action").Text;
            var said = part.Find("long")?.Text ?? string.Empty;
            var fields = Fields(part.Find("parameters"));
            actions.Add(name, new ActionFacts(name, sdk.Get("version").Text, LimitsOfAction(fields, said), Fields(part.Find("response")))
            {
                IsAsynchronous = Limits.IsAsynchronous(said),
            });
        }

        return actions;
    }

    private static IReadOnlyList<FieldFacts> Fields(YamlPart? list) => [.. (list?.Items ?? []).Select(Field)];

    private static FieldFacts Field(YamlPart part)
    {
        part.Only(
            "name", "type", "required", "sdk-field", "sdk-wrapper", "description", "enum-values", "array-style", "item-schema", "object-schema", "deprecated");
        var type = part.Get("type");
        var isList = type.Text.EndsWith("-array", StringComparison.Ordinal);
        var said = part.Find("description") is { IsEmpty: false } description ? description.Text : string.Empty;
        var kind = Kind(type, isList);
        var field = new FieldFacts((part.Find("sdk-field") ?? part.Get("name")).Text, kind, isList)
        {
            IsRequired = part.Find("required")?.Flag ?? false,
            IsDeprecated = part.Find("deprecated") is not null,
            Values = [.. (part.Find("enum-values")?.Items ?? []).Select(value => value.Get("value").Text)],
            Range = kind is FieldKind.Integer or FieldKind.Number ? Limits.Range(said) : default,
            Length = kind == FieldKind.Text && !isList ? Limits.Length(said) : default,
            Most = isList ? Limits.Most(said) : null,
            Default = kind == FieldKind.Object || isList ? null : Limits.Default(said),
            Fields = Fields(part.Find("item-schema") ?? part.Find("object-schema")),
        };

        // The command line flattens one level of the wire: it says how the level above is called.
        return part.Find("sdk-wrapper") is { } wrapper
            ? new FieldFacts(field.Name, FieldKind.Object, IsList: false) { IsRequired = field.IsRequired, Fields = [field with { Name = wrapper.Text, IsRequired = false }] }
            : field;
    }

    /// <summary>Some limits stand in what is said of the action: how many it takes in one request.</summary>
    private static IReadOnlyList<FieldFacts> LimitsOfAction(IReadOnlyList<FieldFacts> fields, string said)
    {
        if (Limits.Most(said) is not { } most || fields.Where(IsIdList).ToArray() is not [{ Most: null } only])
        {
            return fields;
        }

        return [.. fields.Select(field => field == only ? field with { Most = most } : field)];

        static bool IsIdList(FieldFacts field) => field is { IsRequired: true, IsList: true, Kind: FieldKind.Text } && field.Name.EndsWith("Ids", StringComparison.Ordinal);
    }

    private static FieldKind Kind(YamlPart type, bool isList) => (isList ? type.Text[..^"-array".Length] : type.Text) switch
    {
        "string" or "enum" => FieldKind.Text,
        "integer" => FieldKind.Integer,
        "float" => FieldKind.Number,
        "boolean" => FieldKind.Boolean,
        "object" => FieldKind.Object,
        _ => throw type.Fault($"'{type.Text}' is a type that is not known here."),
    };
}
