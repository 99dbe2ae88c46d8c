using ZenlayerZec.Generator.Client;
using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Output;
using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Cmdlets;

/// <summary>Makes a cmdlet that lists things of a kind, or looks them up.</summary>
/// <param name="kind">The kind.</param>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="list">How it lists.</param>
internal sealed class ListCmdletSource(Kind kind, CmdletDecision cmdlet, ListDecision list)
{
    private const string Set = "Parameter(ParameterSetName = ListSet)";
    private const string NotEmpty = "ValidateNotNullOrEmpty";

    private readonly string _type = kind.Model.Name;
    private readonly string _request = kind.List.Request;

    /// <summary>Makes the file.</summary>
    public SourceText Make()
    {
        var text = CmdletText.Begin(cmdlet);
        CmdletText.Attribute(text, cmdlet, "ListSet", ", SupportsPaging = true");
        text.Line($"[OutputType(typeof({list.Emits ?? _type}))]");
        return text.Block($"public sealed partial class {CmdletText.Class(cmdlet)} : ListCmdlet", () =>
        {
            foreach (var field in list.Parents.SelectMany(parent => parent.Fields).DistinctBy(field => (field.Field, field.Filter)))
            {
                text.Line($"private static readonly OwnerField<{_request}, {_type}> {OwnerName(field)} = {Owner(field)};").Line();
            }

            CmdletText.Things(
                text, kind, [string.Empty], string.Empty, " An ID that does not exist is an error, and the others are returned.",
                ", or rows that name them; each is looked up in the account that it was read from.", completes: false);
            if (list.Parents.Count > 0)
            {
                CmdletText.Parameter(
                    text, list.ParentText,
                    [
                        "Parameter(ParameterSetName = ListSet, ValueFromPipeline = true)", "ArgumentCompleter(typeof(ObjectArgumentCompleter))",
                        $"PipedObject({string.Join(", ", list.Parents.Select(parent => $"typeof({parent.Type})"))}{(list.Parents.Any(parent => parent.Type == "ZecInstance") ? ", ById = true" : string.Empty)})",
                        NotEmpty,
                    ],
                    "public ZecObject[]? Parent { get; set; }");
            }

            foreach (var filter in list.Filters)
            {
                Parameter(text, filter);
            }

            if (list.Unused is { } unused)
            {
                CmdletText.Parameter(text, unused.Text, [Set], "public SwitchParameter Unused { get; set; }");
            }

            text.Line($"private protected override ResourceKind Kind => {kind.Name}.Kind;").Line();
            CmdletText.Overrides(text, kind);
            if (list.Parents.Count > 0)
            {
                text.Line("private protected override ZecObject[]? Owners => Parent;").Line();
            }

            if (!list.IsByHand)
            {
                Query(text);
            }
        });
    }

    private void Query(SourceText text)
    {
        var (begin, end) = list.Extension is { } method ? ($"{method}(", ")") : (string.Empty, string.Empty);
        text.Line($"private protected override ListQuery Query() => {begin}new ListQuery<{_request}, {_type}>({kind.Name}.Kind, {kind.Name}.List)");
        string[] calls =
        [
            .. list.Parents.Select(parent => $".Of<{parent.Type}>({string.Join(", ", parent.Fields.Select(field => $"({OwnerName(field)}, parent => parent.{field.Value})"))})"),
            .. list.Filters.Where(filter => !filter.IsByHand).Select(Filter),
            .. list.Unused is null ? Array.Empty<string>() : [$".Where(Unused, {kind.Name}.Unused)"],
        ];
        text.Lines(calls.Select((call, index) => $"    {call}{(index == calls.Length - 1 ? $"{end};" : string.Empty)}"));
    }

    private Member? Find(string field) => kind.List.Asked.FirstOrDefault(member => member.Field.Name == field);

    private Member Asked(string field, YamlPart place)
        => Find(field) ?? throw place.Fault($"{kind.List.Name} has no filter {field}.");

    /// <summary>The field of what is listed that a filter is about: of the same name, or in the singular.</summary>
    private Member Listed(ParameterDecision filter)
        => kind.Find(filter.Listed ?? filter.Field) ?? kind.Member(filter.Field[..^1], filter.Place);

    private string OwnerName(ParentField field) => $"By{kind.Member(field.Field, field.Place).Name}";

    private string Owner(ParentField field) => OwnerText.Of(kind.List, kind.Member(field.Field, field.Place), field, "100");

    private void Parameter(SourceText text, ParameterDecision filter)
    {
        var words = kind.Noun.Words;
        var states = kind.Decision.State;
        switch (filter.Name)
        {
            case "Name":
                CmdletText.Parameter(
                    text, $"Names, with wildcards. Any of them may match. A name without wildcards that no {kind.Noun.Word} has is an error.",
                    [Set, $"ArgumentCompleter(typeof({kind.Noun.Noun}NameCompleter))", NotEmpty, "SupportsWildcards"], "public string[]? Name { get; set; }");
                break;
            case "Tag":
                CmdletText.Parameter(
                    text,
                    $"Tags that the {words} must have: @{{env='dev'}}. Several values of a tag are alternatives, and may have wildcards: @{{env='dev','test-*'}}. Keys are literal; case counts.",
                    [Set, $"ArgumentCompleter(typeof({kind.Noun.Noun}TagCompleter))", NotEmpty], "public Hashtable? Tag { get; set; }");
                break;
            case "Status":
                CmdletText.Parameter(
                    text, $"The states, such as {kind.Member(states!, filter.Place).Field.Values[1]}. Any of them may match.",
                    [Set, $"ArgumentCompleter(typeof({kind.Noun.Noun}StatusCompleter))", NotEmpty], "public string[]? Status { get; set; }");
                break;
            case var name when Asked(filter.Field, filter.Place) is { Kind: MemberKind.Boolean } asked:
                CmdletText.Parameter(text, filter.Text ?? asked.Summary, [Set], $"public bool? {name} {{ get; set; }}");
                break;
            case var name:
                var says = filter.Text ?? Listed(filter).Summary;
                CmdletText.Parameter(
                    text, $"{says} Several are alternatives.",
                    [Set, $"ArgumentCompleter(typeof({filter.Completer ?? "Nothing"}Completer))", NotEmpty], $"public string[]? {name} {{ get; set; }}");
                break;
        }
    }

    private string Filter(ParameterDecision filter)
    {
        if (filter.Name == "Tag" && Find(filter.Field) is null)
        {
            return ".Tagged(Tag)";
        }

        var asked = Asked(filter.Field, filter.Place);
        return filter.Name switch
        {
            "Name" => $".Named(Name, (request, hint) => request.{asked.Name} = hint)",
            "Tag" => $".Tagged(Tag, {_request}.MaximumTags, (request, pairs, keys) => (request.Tags, request.TagKeys) = (pairs, keys))",
            "Status" => $".InState(Status, (request, state) => request.{asked.Name} = state)",
            var name when asked.Field.IsList && Listed(filter).Field.IsList => $".WithAny({name}, (request, values) => request.{asked.Name} = values, item => item.{Listed(filter).Name})",
            var name => $".With({name}, (request, value) => request.{asked.Name} = {Value(filter, asked)}, item => item.{Listed(filter).Name})",
        };
    }

    /// <summary>What a request gets: a documented value as the API spells it.</summary>
    private static string Value(ParameterDecision filter, Member asked) => asked.Field.IsList ? "[value]"
        : asked.Field.Values.Count > 0 && filter.Completer is { } completer ? $"new {completer}Completer().Spelled(value)"
        : "value";
}
