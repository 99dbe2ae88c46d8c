namespace ZenlayerZec.Filters;

/// <summary>
/// The values of one filter, any of which is enough; none at all asks for any. The service takes one value for each filter. Several are
/// therefore not sent: one listing is read and tested here. A listing for each value would read no fewer pages where the values are
/// common, and an instance that changes between two of them, from one state to the other, would come twice or not at all.
/// </summary>
/// <param name="values">The values as they were given; null for none.</param>
/// <param name="named">How the API spells a value; null leaves it as it is.</param>
internal sealed class AskedValues(IEnumerable<string>? values, Func<string, string?>? named = null)
{
    private readonly string[] _values = [.. (values ?? []).Select(value => Named(value, named)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The value as a filter of the API; null where there is none, or more than one.</summary>
    public string? Filter => _values is [var only] ? only : null;

    /// <summary>Whether the filter of the API says it all.</summary>
    public bool IsExact => _values.Length < 2;

    /// <summary>Whether a value is one of those that were asked for, whatever the case.</summary>
    public bool Match(string? value) => _values.Length == 0
        || (value is not null && _values.Contains(Named(value, named), StringComparer.OrdinalIgnoreCase));

    private static string Named(string value, Func<string, string?>? named) => named?.Invoke(value) ?? value;
}
