using ZenlayerZec.Generator.Nouns;

namespace ZenlayerZec.Generator.Client;

/// <summary>A change of things of a kind, by one action.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Cmdlet">The cmdlet that asks for it.</param>
/// <param name="Decision">What is decided of it.</param>
/// <param name="Action">The action.</param>
/// <param name="Ids">The property of the request that has the IDs, or the ID.</param>
/// <param name="Parameters">The parameters, each with the property of the request.</param>
internal sealed record Change(
    Kind Kind, CmdletDecision Cmdlet, ChangeDecision Decision, ActionModel Action, Member Ids, IReadOnlyList<(ParameterDecision Parameter, Member Member)> Parameters)
{
    /// <summary>The method that makes the operation, such as <c>Resize</c>, <c>SetResourceGroup</c> for a parameter set, or <c>RegisterAutoSnapshotPolicy</c>.</summary>
    public string Method => Verb + (Cmdlet.Things is null ? string.Empty : Cmdlet.Name[(Verb.Length + "-Zec".Length)..]) + Decision.Set
        + (Decision.Mark?.Value switch { true => "On", false => "Off", null => string.Empty });

    /// <summary>The ends of the names of its parameter sets; an empty one where it has the only set, or the default one.</summary>
    public IReadOnlyList<string> Sets => Decision.OneOf.Count > 0 ? Decision.OneOf : [Decision.Set];

    private string Verb => Cmdlet.Name[..Cmdlet.Name.IndexOf('-', StringComparison.Ordinal)];

    /// <summary>Whether a request names many.</summary>
    public bool IsMany => Ids.Field.IsList;

    /// <summary>The property of a thing that has the value of a parameter.</summary>
    /// <param name="field">The field of the request.</param>
    public Member Listed(string field)
        => Kind.Member(Parameters.FirstOrDefault(one => one.Parameter.Field == field).Parameter?.Listed ?? field, Decision.Place);

    /// <summary>Whether a look before it tells that nothing is to be done, also for what was not read as an object.</summary>
    public bool LooksForSame => Has("looksFirst") && Decision.SkipSame is not null;

    /// <summary>Whether a thing has what the change gives it.</summary>
    /// <param name="thing">The expression for the thing.</param>
    /// <param name="field">The field that shows it.</param>
    /// <param name="value">The expression for the value that the change gives; null where its parameter has it.</param>
    public string Same(string thing, string field, string? value = null)
    {
        if (Decision.Mark is { } mark && mark.Field == field)
        {
            var shown = $"{thing}.{Kind.Member(field, Decision.Place).Name}";
            return mark.Value is { } flag ? $"{shown} == {(flag ? "true" : "false")}" : $"string.IsNullOrEmpty({shown})";
        }

        var parameter = Parameters.First(one => one.Parameter.Field == field).Parameter;
        var same = $"{thing}.{Listed(field).Name} == {value ?? Argument(parameter)}";
        return value is not null || parameter.IsMandatory ? same : $"({Argument(parameter)} is null || {same})";
    }

    /// <summary>Whether it has a trait.</summary>
    public bool Has(string trait) => Decision.Traits.Contains(trait);

    /// <summary>Whether a parameter is in one of its parameter sets.</summary>
    public bool HasIn(string set, string parameter)
        => !Decision.OneOf.Contains(parameter) || Decision.OneOf.ToList().IndexOf(parameter) >= Decision.OneOf.ToList().IndexOf(set);

    /// <summary>Whether a parameter has to be there in one of its parameter sets.</summary>
    public bool NeedsIn(string set, ParameterDecision parameter) => Decision.OneOf.Contains(parameter.Name) ? parameter.Name == set : parameter.IsMandatory;

    /// <summary>The type of an argument of the method.</summary>
    public static string ArgumentType((ParameterDecision Parameter, Member Member) parameter)
        => parameter.Member.ClrType + (parameter.Parameter.IsNeeded ? string.Empty : "?");

    /// <summary>The name of an argument of the method.</summary>
    public static string Argument(ParameterDecision parameter) => char.ToLowerInvariant(parameter.Name[0]) + parameter.Name[1..];
}
