using System.Collections;
using System.Globalization;
using System.Reflection;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Tests.Answers;

/// <summary>What was read as text, from the module's objects and from <see cref="PlainReading"/> alike.</summary>
internal static class WireTexts
{
    /// <summary>An object of the module.</summary>
    public static string Of(object? item) => item is null ? "null" : Joined(
        WireShapes.All[item.GetType()].Select(field => (field.Property, Value(Property(item.GetType(), field).GetValue(item), field, item))));

    /// <summary>The same object read plainly.</summary>
    public static string Of(object? item, Type type) => item is not Dictionary<string, object?> row ? "null" : Joined(
        WireShapes.All[type].Select(field => (field.Property, Plain(row[field.Property], field, type))));

    private static string Value(object? value, WireField field, object item) => field.Kind switch
    {
        WireKind.Tags => Tags((IDictionary)value!, (item as ZecInstance)?.AreTagsUnknown == true),
        WireKind.Ids or WireKind.Texts or WireKind.Int32s => List((IEnumerable)value!, Scalar),
        WireKind.List => List((IEnumerable)value!, Of),
        WireKind.Object => Of(value),
        _ => Scalar(value),
    };

    private static string Plain(object? value, WireField field, Type type) => field.Kind switch
    {
        // Only an instance tells tags that could not be read from none.
        WireKind.Tags when ((IDictionary)value!).Contains("?") => Tags(new Hashtable(), type == typeof(ZecInstance)),
        WireKind.Tags => Tags((IDictionary)value!, areUnknown: false),
        WireKind.Ids or WireKind.Texts or WireKind.Int32s => List((IEnumerable)value!, Scalar),
        WireKind.List => List((IEnumerable)value!, one => Of(one, field.Part!)),
        WireKind.Object => Of(value, field.Part!),
        WireKind.Time when field.Property == nameof(ZecInstance.CreateTime) && type.IsSubclassOf(typeof(ZecObject)) => Scalar(value ?? ZecInstance.UnknownCreateTime),
        _ => Scalar(value),
    };

    /// <summary>An object whose parts are shown as those of what has it is not public.</summary>
    private static PropertyInfo Property(Type type, WireField field)
        => type.GetProperty(field.Property, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!;

    private static string Joined(IEnumerable<(string Name, string Value)> fields)
        => $"{{{string.Join(", ", fields.Select(field => $"{field.Name}={field.Value}"))}}}";

    private static string List(IEnumerable items, Func<object?, string> text) => $"[{string.Join(", ", items.Cast<object?>().Select(text))}]";

    private static string Tags(IDictionary tags, bool areUnknown)
        => (areUnknown ? "unknown " : "") + List(tags.Keys.Cast<string>().Order(StringComparer.Ordinal), key => $"{key}={tags[key!]}");

    /// <summary>No ID and an empty one are the same.</summary>
    private static string Scalar(object? value) => value switch
    {
        null => "",
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
