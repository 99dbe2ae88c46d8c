using System.Text.Json;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Contract;

/// <summary>
/// Compares a request with what its action takes. Null is the same as nothing, and so, mostly, is an empty text or list. What the service does
/// with a name that it does not know is not documented; here it is refused, so that no test passes with a wrong one.
/// </summary>
internal static class ContractCheck
{
    /// <summary>Why a request is refused for its form; null where it is not.</summary>
    /// <param name="request">The request's body.</param>
    /// <param name="fields">What the action takes.</param>
    public static ServiceRefusal? Refuse(JsonElement request, IReadOnlyList<Field> fields) => Members(request, fields, string.Empty);

    private static ServiceRefusal? Members(JsonElement part, IReadOnlyList<Field> fields, string path)
    {
        if (part.ValueKind != JsonValueKind.Object)
        {
            return FormRefusals.WrongType(path.Length == 0 ? "The body" : path.TrimEnd('.'), "an object");
        }

        foreach (var member in part.EnumerateObject())
        {
            if (fields.FirstOrDefault(field => field.Name == member.Name) is not { } field)
            {
                return FormRefusals.Value($"There is no parameter {path}{member.Name}.");
            }

            if (member.Value.ValueKind != JsonValueKind.Null && Value(member.Value, field, path + field.Name) is { } refusal)
            {
                return refusal;
            }
        }

        return fields.FirstOrDefault(field => field.IsRequired && IsEmpty(part, field.Name)) is { } missing
            ? FormRefusals.Missing(path + missing.Name)
            : null;
    }

    private static bool IsEmpty(JsonElement part, string name) => !part.TryGetProperty(name, out var value) || value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => value.GetString()!.Length == 0,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    private static ServiceRefusal? Value(JsonElement value, Field field, string path) => field.Type switch
    {
        FieldType.Text => value.ValueKind == JsonValueKind.String ? Text(value.GetString()!, field, path) : FormRefusals.WrongType(path, "a string"),
        FieldType.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : FormRefusals.WrongType(path, "a boolean"),
        FieldType.Whole => Whole(value, field, path),
        FieldType.Number => value.ValueKind == JsonValueKind.Number ? null : FormRefusals.WrongType(path, "a number"),
        FieldType.Object => Members(value, field.Fields, path + "."),
        _ => value.ValueKind == JsonValueKind.Array ? Items(value, field, path) : FormRefusals.WrongType(path, "an array"),
    };

    private static ServiceRefusal? Text(string text, Field field, string path)
    {
        // An empty text counts as absent, unless the field is optional and has a minimum length.
        if (text.Length == 0 && (field.IsRequired || field.Least is null))
        {
            return null;
        }

        return Choice(text, field, path) ?? FormRefusals.Length(path, text, field.Least, field.Most);
    }

    private static ServiceRefusal? Whole(JsonElement value, Field field, string path)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number))
        {
            return FormRefusals.WrongType(path, "an integer");
        }

        return number < field.Least
            ? FormRefusals.TooSmall($"{path} is {number} and starts at {field.Least}.")
            : number > field.Most ? FormRefusals.TooGreat($"{path} is {number} and may be {field.Most}.") : null;
    }

    private static ServiceRefusal? Items(JsonElement list, Field field, string path)
    {
        var number = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (Item(item, field, $"{path}[{number++}]") is { } refusal)
            {
                return refusal;
            }
        }

        return FormRefusals.TooMany(path, number, field.Most);
    }

    private static ServiceRefusal? Item(JsonElement item, Field field, string path) => field.Type switch
    {
        FieldType.ObjectList => Members(item, field.Fields, path + "."),

        // The greatest number that is known is the one of items.
        FieldType.WholeList => Whole(item, field with { Most = null }, path),
        _ when item.ValueKind != JsonValueKind.String => FormRefusals.WrongType(path, "a string"),
        _ => Choice(item.GetString()!, field, path),
    };

    private static ServiceRefusal? Choice(string text, Field field, string path) => field.Values.Count == 0 || field.Values.Contains(text)
        ? null
        : FormRefusals.Value($"{path} may be one of {string.Join(", ", field.Values)}, not {text}.");
}
