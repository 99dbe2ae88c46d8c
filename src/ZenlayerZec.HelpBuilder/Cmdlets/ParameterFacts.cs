using System.Management.Automation;

namespace ZenlayerZec.HelpBuilder.Cmdlets;

/// <summary>What the class of a cmdlet says about a parameter, of all its parameter sets together.</summary>
internal sealed class ParameterFacts
{
    private readonly IReadOnlyList<CommandParameterInfo> _sets;

    /// <summary>Reads the facts of a parameter.</summary>
    /// <param name="sets">The parameter in each of its sets; the default one is the first.</param>
    /// <param name="instance">The cmdlet before parameters are bound, which has the defaults.</param>
    /// <param name="comments">The doc comments of the assembly; null where a page says everything.</param>
    public ParameterFacts(IReadOnlyList<CommandParameterInfo> sets, object instance, DocComments? comments)
    {
        _sets = sets;
        var property = instance.GetType().GetProperty(Name);
        Default = DefaultText.Of(Type, IsMandatory ? null : property?.GetValue(instance));
        Comment = comments?.Find(property);
    }

    public string Name => _sets[0].Name;

    public Type Type => _sets[0].ParameterType;

    public bool IsMandatory => _sets.All(set => set.IsMandatory);

    public IReadOnlyList<string> Aliases => _sets[0].Aliases;

    /// <summary>What it is if it is not given, as text.</summary>
    public string Default { get; }

    /// <summary>What its doc comment says, for a page that says nothing of it; null where there is none.</summary>
    public string? Comment { get; }

    public bool TakesWildcards => Attributes<SupportsWildcardsAttribute>().Any();

    public string Position => _sets.FirstOrDefault(set => set.Position >= 0) is { } set ? $"{set.Position}" : "named";

    public bool IsPipedWhole => _sets.Any(set => set.ValueFromPipeline);

    public bool IsPipedByName => _sets.Any(set => set.ValueFromPipelineByPropertyName);

    public bool IsPiped => IsPipedWhole || IsPipedByName;

    /// <summary>The only values that are accepted, if there are such.</summary>
    public IReadOnlyList<string> AcceptedValues => Values(_sets[0]);

    /// <summary>The values that are accepted, as a sentence; null if the type says it all.</summary>
    public string? Accepts => AcceptedValues.Count > 0 ? $"Accepted values: {string.Join(", ", AcceptedValues)}."
        : Attributes<ValidateRangeAttribute>().FirstOrDefault() is not { } range ? null
        : DefaultText.IsUnlimited(range.MaxRange) ? $"Minimum: {DefaultText.Number(range.MinRange)}."
        : $"Accepted range: {DefaultText.Number(range.MinRange)} to {DefaultText.Number(range.MaxRange)}.";

    public static IReadOnlyList<string> Values(CommandParameterInfo parameter)
        => [.. parameter.Attributes.OfType<ValidateSetAttribute>().SelectMany(set => set.ValidValues)];

    private IEnumerable<T> Attributes<T>() => _sets[0].Attributes.OfType<T>();
}
