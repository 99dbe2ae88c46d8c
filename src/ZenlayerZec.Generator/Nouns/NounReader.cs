using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Nouns;

/// <summary>Reads the files of decisions: <c>api/nouns</c>, one for each noun.</summary>
internal static class NounReader
{
    public const string Folder = "api/nouns";

    /// <summary>The file of the types that belong to no noun alone.</summary>
    private const string SharedFile = "api/shapes.yaml";

    private const string Commands = "ZenlayerZec.Commands";

    /// <summary>Reads all nouns.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <exception cref="DescriptionException">A file is not as it has to be.</exception>
    public static IReadOnlyList<NounDecision> ReadAll(string root) =>
    [
        Read(root, SharedFile),
        .. Directory.EnumerateFiles(Path.Combine(root, Folder), "*.yaml").Select(path => $"{Folder}/{Path.GetFileName(path)}").Order(StringComparer.Ordinal)
            .Select(file => Read(root, file)),
    ];

    private static NounDecision Read(string root, string file)
    {
        var part = YamlPart.Read(root, file).Only("noun", "word", "words", "space", "kind", "cmdlets", "models", "actions");
        var noun = file == SharedFile ? string.Empty : part.Get("noun").Text;
        var word = part.Find("word")?.Text ?? noun.ToLowerInvariant();
        var space = part.Find("space")?.Text ?? $"{Commands}.{noun}";
        return new NounDecision(noun, part)
        {
            Word = word,
            Words = part.Find("words")?.Text ?? word + "s",
            Kind = part.Find("kind") is { } kind ? CmdletReader.Kind(kind) : null,
            Cmdlets = [.. (part.Find("cmdlets")?.Entries ?? []).Select(entry => CmdletReader.Cmdlet(entry.Key, entry.Value) with { Space = space })],
            Models = [.. (part.Find("models")?.Entries ?? []).Select(entry => Model(entry.Key, entry.Value))],
            Actions = [.. (part.Find("actions")?.Entries ?? []).Select(entry => Action(entry.Key, entry.Value))],
        };
    }

    private static ModelDecision Model(YamlPart key, YamlPart part)
    {
        part.Only("of", "says", "id", "text", "internal", "byHand", "asked", "order", "leaveOut", "view", "fields");
        return new ModelDecision(key.Text, key)
        {
            Of = part.Texts("of"),
            Says = part.Find("says")?.Text ?? string.Empty,
            Id = part.Find("id")?.Text,
            IsInternal = part.Find("internal")?.Flag ?? false,
            IsByHand = part.Find("byHand")?.Flag ?? false,
            Asked = (part.Find("asked")?.Entries ?? []).ToDictionary(asked => asked.Key.Text, asked => asked.Value.Text, StringComparer.Ordinal),
            Order = part.Texts("order"),
            Text = part.Texts("text"),
            LeftOut = part.Texts("leaveOut"),
            View = [.. (part.Find("view")?.Entries ?? []).Select(column => Column(column.Key, column.Value))],
            Members = Members(part.Find("fields")),
        };
    }

    private static ColumnDecision Column(YamlPart key, YamlPart part) => part.IsText
        ? new(key.Text, key.Text, part.IsEmpty ? null : part.Whole)
        : new(key.Text, part.Only("label", "width", "words").Get("label").Text, part.Find("width")?.Whole)
        {
            Words = (part.Find("words")?.Entries ?? []).ToDictionary(word => word.Key.Text, word => word.Value.Text, StringComparer.Ordinal),
        };

    private static ActionDecision Action(YamlPart key, YamlPart part)
    {
        part.Only("cmdlet", "made", "public", "answer", "items", "order", "leaveOut", "fields");
        return new ActionDecision(key.Text, key)
        {
            Cmdlet = part.Get("cmdlet").Text,
            Made = part.Find("made") is { } made ? MadeOf(made) : Made.All,
            IsPublic = part.Find("public")?.Flag ?? false,
            Answer = part.Find("answer")?.Text,
            Items = part.Find("items")?.Text,
            Order = part.Texts("order"),
            LeftOut = part.Texts("leaveOut"),
            Members = Members(part.Find("fields")),
        };
    }

    private static Made MadeOf(YamlPart part) => part.Text switch
    {
        "json" => Made.Json,
        "nothing" => Made.Nothing,
        var other => throw part.Fault($"'{other}' is not json or nothing."),
    };

    private static Dictionary<string, MemberDecision> Members(YamlPart? part)
        => (part?.Entries ?? []).ToDictionary(entry => entry.Key.Text, entry => Member(entry.Key, entry.Value), StringComparer.Ordinal);

    /// <summary>A member's decision; a text alone is the name of its property.</summary>
    private static MemberDecision Member(YamlPart key, YamlPart part) => part.IsText
        ? new MemberDecision(key) { Name = part.Text }
        : new MemberDecision(key)
        {
            Name = part.Only("name", "says", "type", "byHand", "flat").Find("name")?.Text,
            Says = part.Find("says")?.Text,
            Type = part.Find("type")?.Text,
            IsByHand = part.Find("byHand")?.Flag ?? false,
            IsFlat = part.Find("flat")?.Flag ?? false,
        };
}
