using CsCheck;

namespace ZenlayerZec.Tests.Answers;

/// <summary>Makes answers that list: fields in any order, left out, doubled, of any kind, with escapes in their names, among unknown ones.</summary>
internal static class WireAnswers
{
    private static readonly Gen<string> Odd = OneOf(
        "null", "true", "false", "\"\"", "5", "-0", "4.0", "1.5", "1e2", "1e999", "3000000000", "99999999999999999999", "[]", "{}", "[null]", "[5]",
        "[{}]", "[[]]", "{\"a\":{}}", "{\"tags\":[]}", "{\"tags\":null}", "{\"tags\":{}}", "{\"tags\":[{\"key\":5}]}", "\"\\ud800\"", "\" 7 \"", "\"True\"",
        "\"yes\"", "\"x\\u001b\\u202e\u2028\"", "\"\\u0000\"");

    private static readonly Gen<string> Texts = OneOf(
        "\"web-1\"", "\"1394000000010000007\"", "\"\u4e2d\u6587\"", "\"a\\\"b\\\\c\"", "\"\U0001F600\"", "\"a\u202eb\"", "\"tab\\t\"", "\"\"", "17", "true", "null");

    private static readonly Gen<string> Times = OneOf(
        "\"2025-01-02T03:04:05Z\"", "\"2025-01-02T03:04:05.678Z\"", "\"2025-01-02T03:04:05.123456789Z\"", "\"2025-01-02T03:04:05+08:00\"",
        "\"2025-01-02 03:04:05\"", "\"2025-01-02\"", "\"2025-01-02T03:04Z\"", "\"1735787045\"", "1735787045", "1735787045678", "1735787045.5", "0",
        "\"0001-01-01T00:00:00Z\"", "\"1970-01-01T00:00:00Z\"", "20250102", "\"last summer\"", "\"2025-01-02T03:04:05\\u005a\"");

    /// <summary>Answers that list objects of a type.</summary>
    /// <param name="type">What is listed.</param>
    /// <param name="list">The name of the list.</param>
    public static Gen<string> Of(Type type, string list)
        => from items in Gen.Frequency((12, Object(type)), (1, Gen.Const("null"))).Array[0, 4]
           from total in OneOf("2", "2.0", "\"2\"", "{}", "null")
           from shape in Gen.Frequency(
               (8, Gen.Const("""{"requestId":"T1","response":{"requestId":"T1","totalCount":#,"@":$}}""")),
               (1, Gen.Const("""{"response":{"@":$,"totalCount":#,"code":{}},"requestId":"T1","message":null,"more":[1,{"response":{}}]}""")),
               (1, Gen.Const("""{"response":{"@":$},"response":{"@":[],"totalCount":#,"@":$}}""")),
               (1, Gen.Const(""" {"requestId":5,"response":{"@":$}} """)),
               (1, Gen.Const("""{"response":{"@":null}}""")))
           select shape.Replace("#", total, StringComparison.Ordinal)
               .Replace("@", list, StringComparison.Ordinal)
               .Replace("$", $"[{string.Join(",", items)}]", StringComparison.Ordinal);

    private static Gen<string> Object(Type type)
    {
        var fields = WireShapes.All[type];
        return from members in Gen.OneOf([.. fields.Select(Member)]).Array[0, 10]
               from known in Gen.Frequency((6, Gen.Int[1, 9].Select(number => $",\"{fields[0].Name}\":\"i-{number}\"")), (1, Gen.Const(string.Empty)))
               select $"{{{string.Join(",", members.Append("\"unknown\":[{\"a\":[1]}]"))}{known}}}";
    }

    private static Gen<string> Member(WireField field)
        => from value in Gen.Frequency((5, Value(field)), (1, Odd))
           from name in Gen.Frequency(
               (12, Gen.Const(field.Name)),
               (1, Gen.Const($"{field.Name[..^1]}\\u{(int)field.Name[^1]:x4}")),
               (1, Gen.Const(field.Name.ToUpperInvariant())))
           select $"\"{name}\":{value}";

    private static Gen<string> Value(WireField field) => field.Kind switch
    {
        WireKind.Int32 or WireKind.Int64 => OneOf("4", "0", "-1", "2147483647", "\"8\"", "4.0", "null"),
        WireKind.Decimal => OneOf("4", "0.25", "-1.5", "\"8.1\"", "1e-3", "null"),
        WireKind.Int32s => OneOf("4", "0", "-1", "\"8\"", "4.0").Array[0, 3].Select(numbers => $"[{string.Join(",", numbers)}]"),
        WireKind.Boolean => OneOf("true", "false", "\"true\"", "null"),
        WireKind.Time => Times,
        WireKind.Id or WireKind.Text => Texts,
        WireKind.Ids or WireKind.Texts => Texts.Array[0, 3].Select(texts => $"[{string.Join(",", texts)}]"),
        WireKind.Tags => Gen.Select(Texts, Texts, (key, value) => $"{{\"key\":{key},\"more\":[],\"value\":{value}}}").Array[0, 3]
            .Select(tags => $"{{\"tags\":[{string.Join(",", tags)}]}}"),
        WireKind.List => Object(field.Part!).Array[0, 3].Select(items => $"[{string.Join(",", items)}]"),
        _ => Object(field.Part!),
    };

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
