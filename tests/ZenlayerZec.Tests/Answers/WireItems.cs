using System.Text;
using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Tests.Answers;

/// <summary>Reads single objects by the module's readers.</summary>
internal static class WireItems
{
    /// <summary>Reads an object.</summary>
    /// <param name="type">What it is.</param>
    /// <param name="text">It, as JSON.</param>
    /// <returns>The object, and the fields that could not be read.</returns>
    public static (object Item, string[] Odd) Read(Type type, string text)
    {
        var odd = new OddValues();
        var json = new FieldReader(Encoding.UTF8.GetBytes(text), odd);
        json.Tokens.Read();
        var item = ReaderOf(type)(ref json);
        odd.EndItem("i-1");
        return (item, [.. odd.Found.Select(value => value.Field)]);
    }

    /// <summary>The reader of a type, which has its name; that of an answer has the name of the action.</summary>
    private static JsonReading<object> ReaderOf(Type type)
    {
        string[] names = [$"{type.Name}Json", $"{type.Name.Replace("Response", string.Empty, StringComparison.Ordinal)}Json"];
        var reader = typeof(FieldReader).Assembly.GetTypes().First(one => names.Contains(one.Name, StringComparer.Ordinal)).GetMethod("Read")!;
        return reader.CreateDelegate<JsonReading<object>>();
    }
}
