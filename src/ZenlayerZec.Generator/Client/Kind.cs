using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Client;

/// <summary>A kind of thing, with the model of its objects and the action that lists them.</summary>
/// <param name="Noun">The noun.</param>
/// <param name="Decision">What is decided of it.</param>
/// <param name="Model">The model.</param>
/// <param name="List">The action that lists.</param>
internal sealed record Kind(NounDecision Noun, KindDecision Decision, Model Model, ActionModel List)
{
    /// <summary>The class that describes it.</summary>
    public string Name => $"{Noun.Noun}Kind";

    /// <summary>The property with its ID.</summary>
    public string IdName => Model.Members.First(member => member.IsOwnId).Name;

    /// <summary>The test for what nobody uses; null where its Get- cmdlet has no such switch.</summary>
    public UnusedDecision? Unused => Noun.Cmdlets.Select(cmdlet => cmdlet.List?.Unused).FirstOrDefault(unused => unused is not null);

    /// <summary>The documented states; none where it has no state.</summary>
    public IReadOnlyList<string> States => Decision.State is { } state ? Member(state, Decision.Place).Field.Values : [];

    /// <summary>The property of a field of the model, also of one in an object that is shown as the model's own; null where there is none.</summary>
    public Member? Find(string field) => Model.Members.Concat(Model.Members.SelectMany(member => member.Flat)).FirstOrDefault(member => member.Field.Name == field);

    /// <summary>The property of a field of the model.</summary>
    /// <exception cref="DescriptionException">There is no such field.</exception>
    public Member Member(string field, YamlPart place) => Find(field) ?? throw place.Fault($"{Model.Name} has no field {field}.");

    /// <summary>A state as a constant of the class of the states.</summary>
    /// <exception cref="DescriptionException">It is not documented.</exception>
    public string State(string state, YamlPart place) => States.Contains(state)
        ? $"{Noun.Noun}Status.{Constant(state)}"
        : throw place.Fault($"'{state}' is not a documented state of {Model.Name}: {string.Join(", ", States)}.");

    /// <summary>Several states, with commas.</summary>
    public string StateList(IEnumerable<string> states, YamlPart place) => string.Join(", ", states.Select(state => State(state, place)));

    /// <summary>The name of a constant for a state: InUse for IN_USE.</summary>
    public static string Constant(string state)
        => string.Concat(state.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant()));
}
