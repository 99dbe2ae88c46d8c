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
        FieldType.Whole => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? Range(number, field, path)
            : FormRefusals.WrongType(path, "an integer"),
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

        if (field.Values.Count > 0 && !field.Values.Contains(text))
        {
            return FormRefusals.Value($"{path} may be one of {string.Join(", ", field.Values)}, not {text}.");
        }

        return FormRefusals.Length(path, text, field.Least, field.Most);
    }

    private static ServiceRefusal? Range(int number, Field field, string path)
    {
        if (number < field.Least)
        {
            return FormRefusals.TooSmall($"{path} is {number} and starts at {field.Least}.");
        }

        return number > field.Most
            ? new ServiceRefusal(400, "INVALID_PARAMETER_EXCEED_MAXIMUM", $"{path} is {number} and may be {field.Most}.")
            : null;
    }

    private static ServiceRefusal? Items(JsonElement list, Field field, string path)
    {
        var number = 0;
        foreach (var item in list.EnumerateArray())
        {
            var place = $"{path}[{number++}]";
            var refusal = field.Type == FieldType.ObjectList
                ? Members(item, field.Fields, place + ".")
                : item.ValueKind == JsonValueKind.String ? null : FormRefusals.WrongType(place, "a string");
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return FormRefusals.TooMany(path, number, field.Most);
    }
}
