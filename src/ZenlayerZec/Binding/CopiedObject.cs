using System.Globalization;
using System.Management.Automation;

namespace ZenlayerZec.Binding;

/// <summary>Reads an object that came from a file or another process, of which only the properties are left.</summary>
internal static class CopiedObject
{
    private const string Deserialized = "Deserialized.";

    /// <summary>Whether an object was one of a type before it was copied.</summary>
    public static bool Is<T>(PSObject item) => item.TypeNames.Contains(Deserialized + typeof(T).FullName);

    /// <summary>The value of a property; null where there is none.</summary>
    public static object? Property(PSObject item, string name) => Items.Unwrapped(item.Properties[name]?.Value);

    /// <summary>A property that is text; null where it has none.</summary>
    public static string? Text(PSObject item, string name) => Property(item, name) as string;

    /// <summary>A property that is a list of texts.</summary>
    public static string[] List(PSObject item, string name)
        => Property(item, name) is { } value ? [.. Items.Of(value).Select(Items.Unwrapped).OfType<string>()] : [];

    /// <summary>
    /// A property that is a time. A copy has it as an object with the properties of one, or as its text, where no more levels were copied: that lacks
    /// the part of a second.
    /// </summary>
    public static DateTimeOffset? Time(PSObject item, string name) => item.Properties[name]?.Value switch
    {
        PSObject copy when Property(copy, nameof(DateTimeOffset.UtcDateTime)) is DateTime utc
            => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)),
        { } value when Convert.ToString(Items.Unwrapped(value), CultureInfo.InvariantCulture) is { } text
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time,
        _ => null,
    };
}
