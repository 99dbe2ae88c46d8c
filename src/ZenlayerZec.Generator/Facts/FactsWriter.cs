using System.Text;
using System.Text.RegularExpressions;

namespace ZenlayerZec.Generator.Facts;

/// <summary>Writes the file of an action, always in the same form, so that a newer import differs only where the facts do.</summary>
internal static partial class FactsWriter
{
    private const string Header = "# Imported facts. Do not edit: import a newer description, or add to api/additions.\n";

    /// <summary>The text of a file.</summary>
    public static string Write(ActionFacts action)
    {
        var text = new StringBuilder(Header).Append($"action: {action.Name}\nversion: {action.Version}\n");
        if (action.IsAsynchronous)
        {
            text.Append("asynchronous: true\n");
        }

        Fields(text, "request", action.Request, string.Empty);
        Fields(text, "response", action.Response, string.Empty);
        return text.ToString();
    }

    /// <summary>What is said of a field beside its name and its members, in one line.</summary>
    public static string Facts(FieldFacts field)
    {
        var facts = new List<string> { $"type: {field.TypeName}" };
        Add(field.IsRequired, "required: true");
        Add(field.IsDeprecated, "deprecated: true");
        Add(!field.Range.IsEmpty, $"range: {field.Range}");
        Add(!field.Length.IsEmpty, $"length: {field.Length}");
        Add(field.Most is not null, $"most: {field.Most}");
        Add(field.Default is not null, $"default: {Quoted(field.Default ?? string.Empty)}");
        Add(field.Values.Count > 0, $"values: [{string.Join(", ", field.Values.Select(Quoted))}]");
        return string.Join(", ", facts);

        void Add(bool isThere, string fact)
        {
            if (isThere)
            {
                facts.Add(fact);
            }
        }
    }

    private static void Fields(StringBuilder text, string name, IReadOnlyList<FieldFacts> fields, string indent)
    {
        if (fields.Count == 0)
        {
            return;
        }

        text.Append($"{indent}{name}:\n");
        foreach (var field in fields)
        {
            if (field.Fields.Count == 0)
            {
                text.Append($"{indent}  {field.Name}: {{ {Facts(field)} }}\n");
            }
            else
            {
                text.Append($"{indent}  {field.Name}:\n");
                foreach (var fact in FactSeparator().Split(Facts(field)))
                {
                    text.Append($"{indent}    {fact}\n");
                }

                Fields(text, "fields", field.Fields, indent + "    ");
            }
        }
    }

    /// <summary>A scalar that YAML reads back as this text and nothing else.</summary>
    private static string Quoted(string text)
        => PlainText().IsMatch(text) && text is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off") ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex("^[A-Za-z0-9_][A-Za-z0-9_ ./-]*$")]
    private static partial Regex PlainText();

    [GeneratedRegex(@", (?=[a-z]+: )")]
    private static partial Regex FactSeparator();
}
