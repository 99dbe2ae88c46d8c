using ZenlayerZec.Generator.Output;

namespace ZenlayerZec.Generator.Client;

/// <summary>Makes the type of a model.</summary>
internal static class ModelSource
{
    /// <summary>The property that takes tags as they are read, or that they cannot be read: they may protect what has them.</summary>
    public const string ReadTags = "ReadTags";

    /// <summary>Makes the file of a model.</summary>
    public static SourceText Of(Model model)
    {
        var text = new SourceText().Line("using ZenlayerZec.Client.Text;").Line().Line("namespace ZenlayerZec.Client.Models;").Line();
        text.Line($"/// <summary>{model.Decision.Says}</summary>");
        return text.Block($"{(model.Decision.IsInternal ? "internal" : "public")} sealed partial class {model.Name}{(model.Decision.IsRoot ? " : ZecObject" : string.Empty)}", () =>
        {
            if (model.HasTags)
            {
                text.Line("private KeptTags _tags;").Line();
            }

            foreach (var member in model.Shown.Where(member => !member.IsByHand))
            {
                text.Line($"/// <summary>{member.Summary}{Values(member)}</summary>").Line(Property(member)).Line();
                foreach (var inner in member.Flat)
                {
                    text.Line($"/// <summary>{inner.Summary}</summary>").Line($"public {inner.ClrType}? {inner.Name} => {member.Name}?.{inner.Name};").Line();
                }
            }

            if (model.HasTags)
            {
                text.Line("/// <summary>Whether the tags were not read, or cannot be read: there may be others than <see cref=\"Tags\"/> has.</summary>")
                    .Line("internal bool AreTagsUnknown { get => _tags.AreUnknown; set => _tags.AreUnknown = value; }").Line();
                text.Line("/// <summary>The tags, to look at; null where they are not known.</summary>")
                    .Line("internal IReadOnlyDictionary<string, string>? KnownTags => _tags.Known;").Line();
                text.Line("/// <summary>The tags as they are read.</summary>").Line($"internal TagSet? {ReadTags} {{ set => _tags.Read = value; }}").Line();
            }

            if (model.Decision.Text.Count > 0)
            {
                Text(text, model);
            }
        });
    }

    private static string Values(Member member) => member.Field.Values is not { Count: > 1 } values ? string.Empty
        : $" The documented values are {string.Join(", ", values.Take(values.Count - 1))} and {values[^1]}.";

    private static string Property(Member member) => member switch
    {
        { IsOwnId: true } => $"public string {member.Name} {{ get; set; }} = string.Empty;",
        { Kind: MemberKind.Texts or MemberKind.Ids or MemberKind.Objects or MemberKind.Int32s } =>
            $"public {member.ClrType} {member.Name} {{ get; set => field = Compact.List(value); }} = {ListOf(member)}.Unsaid;",
        { Kind: MemberKind.Tags } => $"public {member.ClrType} {member.Name} {{ get => _tags.All; set => _tags.All = value; }}",
        _ => $"{(member.Flat.Count > 0 ? "internal" : "public")} {member.ClrType}? {member.Name} {{ get; set; }}",
    };

    private static string ListOf(Member member) => "TextList" + member.ClrType["IReadOnlyList".Length..];

    private static void Text(SourceText text, Model model)
    {
        var names = model.Decision.Text.Select(field => model.Members.First(member => member.Field.Name == field).Name).ToArray();
        text.Line(names is [var only] ? $"/// <summary>The {only} property.</summary>" : $"/// <summary>The first of {string.Join(" and ", names)} that is not empty.</summary>");
        var first = string.Concat(names.Take(names.Length - 1).Select(name => $"!string.IsNullOrEmpty({name}) ? {name}! : "));
        text.Line($"public override string ToString() => {first}VisibleText.Of({names[^1]} ?? string.Empty);");
    }
}
