using System.Globalization;

namespace ZenlayerZec.Client.Batching;

/// <summary>
/// The options of a change as one text, such as <c>KeepDependentResource=False, Purge=True</c>: what a result, the journal and every kind of
/// file can carry, so that the same change can be asked for again. No secret is among them.
/// </summary>
internal static class WriteOptions
{
    private const string Separator = ", ";

    /// <summary>The text of options.</summary>
    /// <param name="options">Names and values; one without a value is left out.</param>
    /// <returns>Null where a value cannot stand in it, so that the change cannot be asked for again by it.</returns>
    public static string? Of(params (string Name, object? Value)[] options)
    {
        (string Name, string Value)[] given =
        [
            .. options.Where(option => option.Value is not null)
                .Select(option => (option.Name, Text(option.Value!))),
        ];
        return given.Any(option => option.Value.Any(character => character == ',' || char.IsControl(character)))
            ? null
            : string.Join(Separator, given.Select(option => $"{option.Name}={option.Value}"));
    }

    /// <summary>Reads them.</summary>
    /// <param name="text">The text; null where they are not known.</param>
    /// <returns>The values by their names; null where the text is no such text.</returns>
    public static IReadOnlyDictionary<string, string>? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split([Separator], StringSplitOptions.RemoveEmptyEntries))
        {
            var split = part.IndexOf('=');
            if (split < 1 || values.ContainsKey(part.Substring(0, split)))
            {
                return null;
            }

            values.Add(part.Substring(0, split), part.Substring(split + 1));
        }

        return values;
    }

    /// <summary>A value as a text that every culture reads alike.</summary>
    private static string Text(object value)
        => value is DateTimeOffset time ? time.ToString("O", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
