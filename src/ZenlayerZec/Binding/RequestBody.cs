using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Security;
using System.Text;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Binding;

/// <summary>
/// Makes a request's body of what a person has at hand: a hashtable, a custom object, or JSON. What has no plain meaning in JSON is
/// refused: PowerShell would make some text of any object, and the service might take it.
/// </summary>
internal sealed class RequestBody
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const int MostIdsShown = 3;
    private const int LongestIdShown = 64;

    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The objects and lists that lie around the value at hand.</summary>
    private readonly Stack<object> _around = new();

    private RequestBody()
    {
    }

    /// <summary>Makes the body.</summary>
    /// <param name="body">What was given; null means an empty body.</param>
    /// <exception cref="FormatException">It cannot be one. The message says where, and quotes no value.</exception>
    public static ApiObject From(PSObject? body) => body?.BaseObject switch
    {
        null => ApiObject.Empty,
        string json => ApiObject.Parse(json),
        IDictionary or PSCustomObject => (ApiObject)new RequestBody().Value(body, "body")!,
        var other => throw new FormatException($"The body is a {other.GetType()}. It must be a hashtable, a custom object or a JSON string."),
    };

    /// <summary>
    /// What a body is about, for a question or an error: its IDs, or else the names of its properties. Never another value, which
    /// may be secret.
    /// </summary>
    public static string Summary(ApiObject body)
    {
        string[] ids = [.. body.Fields
            .Where(property => property.Key.EndsWith("Id", StringComparison.Ordinal) || property.Key.EndsWith("Ids", StringComparison.Ordinal))
            .Select(property => (property.Key, Ids: Ids(property.Value)))
            .Where(named => named.Ids.Length > 0)
            .Select(named => $"{named.Key} {named.Ids}")];
        return VisibleText.Of(ids.Length > 0 ? string.Join("; ", ids)
            : body.Fields.Count > 0 ? $"a body of {string.Join(", ", body.Fields.Select(property => property.Key))}"
            : "an empty body");
    }

    private static string Ids(object? value)
    {
        string[] ids = [.. (value as IReadOnlyList<object?> ?? [value])
            .Where(id => id is string or long)
            .Select(id => string.Format(CultureInfo.InvariantCulture, "{0}", id))
            .Select(id => id.Length > LongestIdShown ? $"{id.Substring(0, LongestIdShown)}…" : id)];
        var shown = string.Join(", ", ids.Take(MostIdsShown));
        return ids.Length > MostIdsShown ? $"{shown} and {ids.Length - MostIdsShown} more" : shown;
    }

    private object? Value(object? value, string path) => Items.Unwrapped(value) switch
    {
        null => null,
        string text => Text(text, path),
        SecureString or bool or long or decimal => Items.Unwrapped(value),
        SwitchParameter flag => flag.IsPresent,
        char or Guid or IPAddress or Enum => Text(string.Format(CultureInfo.InvariantCulture, "{0}", value), path),
        Uri address => Text(address.OriginalString, path),
        sbyte or byte or short or ushort or int or uint => Convert.ToInt64(Items.Unwrapped(value), CultureInfo.InvariantCulture),
        ulong whole => (decimal)whole,
        float near => Number(near, path),
        double near => Number(near, path),
        DateTime time => time.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
        IDictionary map => Within(map, path, () => Map(map, path)),
        PSObject custom => Within(custom, path, () => Custom(custom, path)),
        IEnumerable many => Within(many, path, () => List(many, path)),
        var other => throw new FormatException($"{path} is a {other.GetType()}, which cannot be sent. Send the text or the number that is meant."),
    };

    private T Within<T>(object container, string path, Func<T> read)
    {
        if (_around.Any(outer => ReferenceEquals(outer, container)))
        {
            throw new FormatException($"{path} holds itself.");
        }

        if (_around.Count == ApiObject.MaximumDepth)
        {
            throw new FormatException($"{path} is nested deeper than {ApiObject.MaximumDepth} levels.");
        }

        _around.Push(container);
        var made = read();
        _around.Pop();
        return made;
    }

    private ApiObject Map(IDictionary map, string path)
    {
        var properties = new List<KeyValuePair<string, object?>>(map.Count);
        foreach (DictionaryEntry entry in map)
        {
            var name = Items.Unwrapped(entry.Key) as string
                ?? throw new FormatException($"{path} has a key of type {entry.Key.GetType()}. Keys must be strings.");
            properties.Add(Property(name, entry.Value, path));
        }

        return new ApiObject(properties);
    }

    private ApiObject Custom(PSObject custom, string path)
    {
        try
        {
            return new ApiObject([.. custom.Properties.Select(property => Property(property.Name, property.Value, path))]);
        }
        catch (GetValueException)
        {
            throw new FormatException($"{path} has a property that cannot be read.");
        }
    }

    private List<object?> List(IEnumerable many, string path)
    {
        var items = new List<object?>();
        foreach (var item in many)
        {
            items.Add(Value(item, $"{path}[{items.Count}]"));
        }

        return items;
    }

    private KeyValuePair<string, object?> Property(string name, object? value, string path)
        => new(Text(name, path), Value(value, $"{path}.{name}"));

    private static string Text(string text, string path)
    {
        try
        {
            _ = Strict.GetByteCount(text);
            return text;
        }
        catch (EncoderFallbackException)
        {
            throw new FormatException($"{path} contains an incomplete Unicode character.");
        }
    }

    private static double Number(double number, string path) => double.IsNaN(number) || double.IsInfinity(number)
        ? throw new FormatException($"{path} is a number that JSON cannot represent.")
        : number;
}
