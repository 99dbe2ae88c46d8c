using System.Globalization;
using System.Net;
using System.Security;
using System.Text;
using System.Text.Json;
using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Client.Api;

/// <summary>
/// A JSON object of any shape as plain values, for actions that this client has no types for. A value is null, a string, a bool,
/// a long, a decimal, a double where a decimal cannot hold the number, a list of values as <c>IReadOnlyList&lt;object?&gt;</c>, or
/// another <see cref="ApiObject"/>. In what is sent it may also be a <see cref="SecureString"/>, which no trace and no error shows.
/// </summary>
/// <param name="fields">The object's properties, in their order.</param>
public sealed class ApiObject(IReadOnlyList<KeyValuePair<string, object?>> fields) : IMayCarryError
{
    /// <summary>The maximum nesting depth of a request. No action of the API needs ten.</summary>
    public const int MaximumDepth = 32;

    /// <summary>An object without properties.</summary>
    public static ApiObject Empty { get; } = new([]);

    /// <summary>The object's properties, in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Fields { get; } = fields ?? throw new ArgumentNullException(nameof(fields));

    string? IMayCarryError.Code => Convert.ToString(this["code"], CultureInfo.InvariantCulture);

    string? IMayCarryError.Message => this["message"] as string;

    /// <summary>The secrets in the object, at any depth.</summary>
    internal IEnumerable<string> Secrets => Fields.SelectMany(property => SecretsOf(property.Value));

    /// <summary>A property's value.</summary>
    /// <param name="name">The property, in the API's own spelling.</param>
    /// <returns>The value; null if there is no such property.</returns>
    public object? this[string name] => Fields.LastOrDefault(field => field.Key == name).Value;

    /// <summary>Reads an object from JSON as a person writes it, where a name that comes twice is a mistake.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The object.</returns>
    /// <exception cref="FormatException">
    /// It is not a JSON object, names a property twice, or nests deeper than <see cref="MaximumDepth"/>. The message does not quote it.
    /// </exception>
    public static ApiObject Parse(string json)
    {
        try
        {
            var reader = new Utf8JsonReader(
                Encoding.UTF8.GetBytes(json ?? throw new ArgumentNullException(nameof(json))),
                new JsonReaderOptions { MaxDepth = MaximumDepth });
            reader.Read();
            var read = ApiObjectJson.Read(ref reader, isAnswer: false);

            // Reading to the end finds text after the object, which is a mistake too.
            reader.Read();
            return read;
        }
        catch (JsonException e)
        {
            throw new FormatException(e.LineNumber is { } line
                ? $"The string is not a JSON object, or nests deeper than {MaximumDepth}: line {line + 1}, byte {e.BytePositionInLine + 1}."
                : $"The string is not a JSON object that can be sent: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            throw new FormatException("The string is not a JSON object that can be sent: it contains an incomplete Unicode character.");
        }
    }

    /// <summary>The object's property names only: its values may be secret.</summary>
    public override string ToString() => $"{{{string.Join(", ", Fields.Select(field => field.Key))}}}";

    /// <summary>The same object with other values for some properties, which come last.</summary>
    internal ApiObject With(params KeyValuePair<string, object?>[] others) => new(
        [.. Fields.Where(field => !others.Any(other => other.Key.Equals(field.Key, StringComparison.OrdinalIgnoreCase))), .. others]);

    internal static string Plain(SecureString secret) => new NetworkCredential(string.Empty, secret).Password;

    private static IEnumerable<string> SecretsOf(object? value) => value switch
    {
        SecureString secret => [Plain(secret)],
        ApiObject inner => inner.Secrets,
        IReadOnlyList<object?> list => list.SelectMany(SecretsOf),
        _ => [],
    };
}
