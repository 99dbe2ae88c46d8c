using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Client;

/// <summary>What there is to choose from, as a cmdlet lists it.</summary>
/// <param name="Noun">The noun.</param>
/// <param name="Cmdlet">The cmdlet.</param>
/// <param name="Decision">How it is listed.</param>
/// <param name="Action">The action that lists it.</param>
/// <param name="Row">The model of a row; null where a row is a text.</param>
internal sealed record Catalogue(NounDecision Noun, CmdletDecision Cmdlet, CatalogueDecision Decision, ActionModel Action, Model? Row)
{
    /// <summary>The actions that switches choose, each with its switch.</summary>
    public required IReadOnlyList<(CatalogueChoice Choice, ActionModel Action)> Instead { get; init; }

    /// <summary>The type of what is emitted.</summary>
    public string Emits => Decision.Emits ?? Decision.Each?.Type ?? Row?.Name ?? "string";

    /// <summary>What the rows are called.</summary>
    public string Words => Decision.Words ?? Noun.Words;

    /// <summary>The property of a row that a field becomes: of the same name, or in the singular.</summary>
    /// <exception cref="DescriptionException">There is none.</exception>
    public Member Member(string field, YamlPart place)
        => Row?.Members.FirstOrDefault(member => member.Field.Name == field)
            ?? Row?.Members.FirstOrDefault(member => member.Field.Name == field.TrimEnd('s'))
            ?? throw place.Fault($"What {Action.Name} lists has no field {field}.");
}
