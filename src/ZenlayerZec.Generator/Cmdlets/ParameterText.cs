using ZenlayerZec.Generator.Client;
using ZenlayerZec.Generator.Nouns;
using static ZenlayerZec.Generator.Output.SourceText;

namespace ZenlayerZec.Generator.Cmdlets;

/// <summary>A parameter of a cmdlet that creates or changes things, which a field of a request becomes.</summary>
/// <param name="parameter">What is decided of it.</param>
/// <param name="member">The property of the request.</param>
internal sealed class ParameterText(ParameterDecision parameter, Member member)
{
    private bool IsText => member.Kind is MemberKind.Text or MemberKind.Id;

    private bool IsList => member.Kind is MemberKind.Texts or MemberKind.Ids;

    /// <summary>What it is.</summary>
    public string Says => parameter.Text ?? member.Summary;

    /// <summary>What completes it and what it accepts.</summary>
    /// <param name="kind">The kind whose tags complete tags.</param>
    public IEnumerable<string> Attributes(Kind kind)
    {
        foreach (var alias in parameter.Aliases)
        {
            yield return $"Alias({Literal(alias)})";
        }

        if (parameter.IsSecure)
        {
            yield return "ValidateNotNull";
            yield return "SecureText";
            yield break;
        }

        if (IsText || IsList || member.Kind is MemberKind.Time or MemberKind.Tags || parameter.Completer is not null)
        {
            var completer = member.Kind == MemberKind.Tags ? $"{kind.Noun.Noun}Tag" : parameter.Completer ?? "Nothing";
            yield return $"ArgumentCompleter(typeof({completer}Completer))";
        }

        if (parameter.IdOf is { } type)
        {
            yield return $"IdOf(typeof({type}), RefusesOthers = true{(IsList ? ", RefusesResults = true" : ", TakesOne = true")})";
            yield return $"ValidateId(typeof({type}))";
        }
        else if (parameter.Pattern is { } pattern)
        {
            yield return $"ValidatePattern(@{Literal(pattern).Replace(@"\\", @"\", StringComparison.Ordinal)})";
        }
        else if (IsText && member.Field.Length is { Least: { } least, Greatest: { } greatest })
        {
            yield return $"ValidateLength({least}, {greatest})";
        }
        else if (IsText || IsList || member.Kind == MemberKind.Tags)
        {
            yield return "ValidateNotNullOrEmpty";
        }

        if (parameter.Range is { } range)
        {
            yield return $"ValidateRange({range.Replace("..", ", ", StringComparison.Ordinal)})";
        }
    }

    /// <summary>The property.</summary>
    /// <param name="isMandatory">Whether it is always there.</param>
    /// <param name="initial">Its value where it is not given; null where there is none.</param>
    public string Property(bool isMandatory, string? initial = null)
    {
        var type = parameter.IsSwitch ? "SwitchParameter" : parameter.IsSecure ? "SecureString" : member.Kind == MemberKind.Tags ? "Hashtable" : IsList ? "string[]" : member.ClrType;
        var mark = (isMandatory && !parameter.IsSecure) || parameter.IsSwitch || initial is not null ? string.Empty : "?";
        var start = initial ?? (!isMandatory || parameter.IsSecure ? null : IsText ? "string.Empty" : IsList ? "[]" : null);
        return $"public {type}{mark} {parameter.Name} {{ get; set; }}{(start is null ? string.Empty : $" = {start};")}";
    }

    /// <summary>What a request gets: a documented value as the API spells it, and nothing for what was not given.</summary>
    public string Value => (member.Kind, parameter) switch
    {
        (_, { IsAlwaysSent: true }) => parameter.Name,
        (_, { IsSecure: true }) => $"{parameter.Name} is null ? null : SecretText.Of({parameter.Name})",
        (_, { IsSwitch: true }) => $"{parameter.Name} ? true : null",
        (MemberKind.Tags, _) => $"TagPairs.ToDictionary({parameter.Name})",
        (MemberKind.Text, { Completer: { } completer }) when member.Field.Values.Count > 0
            => $"new {completer}Completer().Spelled({parameter.Name})",
        _ => parameter.Name,
    };

    /// <summary>What a request gets that cannot do without it.</summary>
    /// <param name="isAlwaysThere">Whether the property is never null.</param>
    public string NeededValue(bool isAlwaysThere)
        => parameter.IsSecure ? $"SecretText.Of({parameter.Name}!)"
            : Value != parameter.Name || (IsText && !isAlwaysThere) ? $"{Value}!" : isAlwaysThere ? Value : $"{Value}.Value";
}
