using ZenlayerZec.Generator.Facts;
using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Client;

/// <summary>Decides what the fields of an object become: by the rules for all, and by what is decided of single ones.</summary>
/// <param name="owner">The type or the action that has the fields.</param>
/// <param name="decisions">What is decided of single fields.</param>
/// <param name="leftOut">The fields that are left out.</param>
/// <param name="phrases">The words; null where none are wanted, since the type is written by hand.</param>
/// <param name="place">Where it is decided, for errors.</param>
internal sealed class Members(
    string owner, IReadOnlyDictionary<string, MemberDecision> decisions, IReadOnlyList<string> leftOut, Phrases? phrases, YamlPart place)
{
    /// <summary>What the name of a field ends with that holds IDs.</summary>
    private static readonly string[] Ends = ["Id", "Ids", "IdSet", "IdList"];

    /// <summary>The members, in the order of the facts.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="id">The field that is the ID of what has them; null where there is none.</param>
    /// <exception cref="DescriptionException">A decision is about a field that is not there, or a field has no words.</exception>
    public IReadOnlyList<Member> Of(IReadOnlyList<FieldFacts> fields, string? id = null)
    {
        foreach (var (name, decision) in decisions)
        {
            if (fields.All(field => field.Name != name))
            {
                throw decision.Place.Fault($"{owner} has no field {name}.");
            }
        }

        if (leftOut.FirstOrDefault(name => fields.All(field => field.Name != name)) is { } unknown)
        {
            throw place.Fault($"{owner} has no field {unknown} to leave out.");
        }

        var members = fields.Where(field => !field.IsDeprecated && !leftOut.Contains(field.Name)).Select(field => Of(field, field.Name == id)).ToArray();
        return members.GroupBy(member => member.Name).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw place.Fault($"{owner} has two properties {twice.Key}: {string.Join(" and ", twice.Select(member => member.Field.Name))}.")
            : members;
    }

    /// <summary>A field's name with a capital.</summary>
    public static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>Whether a field holds IDs: the rule of the client's own reading.</summary>
    public static bool IsId(string name) => name is "id" or "ids"
        || (name != "requestId" && Ends.Any(end => name.EndsWith(end, StringComparison.Ordinal)));

    private Member Of(FieldFacts field, bool isOwnId)
    {
        var decision = decisions.GetValueOrDefault(field.Name);
        var says = phrases is null ? string.Empty : decision?.Says ?? phrases.Find(owner, field.Name)
            ?? throw (decision?.Place ?? place).Fault($"{Phrases.File} has no words for {field.Name} of {owner}.");
        return new Member(field, decision?.Name ?? Capital(field.Name), Kind(field, decision), says)
        {
            Type = IsTagList(field) ? "TagPair" : decision?.Type,
            IsOwnId = isOwnId,
            IsByHand = decision?.IsByHand ?? false,
            Flat = decision?.IsFlat == true ? [.. field.Fields.Select(inner => Of(inner, isOwnId: false))] : [],
        };
    }

    private MemberKind Kind(FieldFacts field, MemberDecision? decision) => (field.Kind, field.IsList) switch
    {
        (FieldKind.Text, true) => IsId(field.Name) ? MemberKind.Ids : MemberKind.Texts,
        (FieldKind.Text, false) => IsId(field.Name) ? MemberKind.Id : IsTime(field.Name) ? MemberKind.Time : MemberKind.Text,
        (FieldKind.Integer, false) => decision?.Type == "long" ? MemberKind.Int64 : MemberKind.Int32,
        (FieldKind.Integer, true) => MemberKind.Int32s,
        (FieldKind.Number, false) => decision?.Type == "long" ? MemberKind.Int64 : MemberKind.Decimal,
        (FieldKind.Boolean, false) => MemberKind.Boolean,
        (FieldKind.Object, false) when IsTagSet(field) => MemberKind.Tags,
        (FieldKind.Object, true) when IsTagList(field) => MemberKind.Objects,
        (FieldKind.Object, _) when decision?.Type is not null => field.IsList ? MemberKind.Objects : MemberKind.Object,
        _ => throw (decision?.Place ?? place).Fault($"It is not decided which type {field.Name} of {owner} becomes ({field.TypeName})."),
    };

    private static bool IsTime(string name) => name == "time" || name.EndsWith("Time", StringComparison.Ordinal);

    /// <summary>Tags to search by.</summary>
    private static bool IsTagList(FieldFacts field) => field is { Name: "tags", IsList: true, Kind: FieldKind.Object };

    /// <summary>Tags of an object are nested twice on the wire.</summary>
    private static bool IsTagSet(FieldFacts field) => field is { Name: "tags", Fields: [{ Name: "tags", IsList: true }] };
}
