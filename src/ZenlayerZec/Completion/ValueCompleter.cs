using System.Collections;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Completion;

/// <summary>
/// Completes values that are known without asking anybody. The service may know more, so that a parameter takes others, too.
/// </summary>
internal abstract class ValueCompleter(params string[] values) : Completer
{
    /// <summary>A value as the API spells it, since PowerShell minds no case; one that is not known as it is.</summary>
    public string? Spelled(string? value) => values.FirstOrDefault(known => known.Equals(value, StringComparison.OrdinalIgnoreCase)) ?? value;

    /// <summary>Warnings of values that are not documented.</summary>
    /// <param name="what">What such a value is.</param>
    /// <param name="given">The values that were given.</param>
    public IEnumerable<string> UnknownIn(string what, IEnumerable<string>? given) => UnknownValues.Warnings(what, given, values);

    /// <inheritdoc/>
    protected override IReadOnlyList<Suggestion> Suggest(IDictionary bound) => [.. values.Select(value => new Suggestion(value))];
}
