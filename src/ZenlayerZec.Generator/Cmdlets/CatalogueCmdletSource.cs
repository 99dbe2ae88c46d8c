using ZenlayerZec.Generator.Client;
using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Output;
using static ZenlayerZec.Generator.Output.SourceText;

namespace ZenlayerZec.Generator.Cmdlets;

/// <summary>Makes a cmdlet that lists what there is to choose from.</summary>
/// <param name="catalogue">What it lists.</param>
internal sealed class CatalogueCmdletSource(Catalogue catalogue)
{
    private const string NotEmpty = "ValidateNotNullOrEmpty";
    private const string ByName = ", ValueFromPipelineByPropertyName = true";

    private readonly CatalogueDecision _decision = catalogue.Decision;

    /// <summary>The places that are asked for by ID, as objects would be.</summary>
    private ParentField? OwnField => _decision.Ids is { } ids
        ? new ParentField(catalogue.Member(ids.Field, ids.Place).Field.Name, ids.Name, ids.Field, ids.Place)
        : null;

    private IEnumerable<ParentField> Fields
        => (OwnField is { } own ? [own] : Array.Empty<ParentField>())
            .Concat(_decision.Parents.SelectMany(parent => parent.Fields)).DistinctBy(one => one.Field);

    /// <summary>Makes the file.</summary>
    public SourceText Make()
    {
        var text = CmdletText.Begin(catalogue.Cmdlet);
        CmdletText.Attribute(text, catalogue.Cmdlet, _decision.Ids is null ? null : "ListSet", string.Empty);
        text.Line($"[OutputType(typeof({catalogue.Emits}))]");
        return text.Block($"public sealed partial class {CmdletText.Class(catalogue.Cmdlet)} : CatalogueCmdlet", () =>
        {
            if (!_decision.IsByHand)
            {
                Owners(text, catalogue.Action, string.Empty);
                foreach (var (choice, action) in catalogue.Instead)
                {
                    Owners(text, action, choice.Switch);
                }
            }

            Parameters(text);
            Overrides(text);
            if (!_decision.IsByHand)
            {
                Query(text);
            }
        });
    }

    private void Owners(SourceText text, ActionModel action, string prefix)
    {
        foreach (var field in Fields)
        {
            var owner = OwnerText.Of(action, catalogue.Member(field.Field, field.Place), field, "int.MaxValue");
            text.Line($"private static readonly OwnerField<{action.Request}, {catalogue.Row!.Name}> {prefix}By{Name(field)} = {owner};").Line();
        }
    }

    private void Parameters(SourceText text)
    {
        if (_decision.Ids is { } ids)
        {
            string[] sets = _decision.AreOwnIds
                ? [$"Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true{ByName})"]
                : [$"Parameter(Position = 0, ParameterSetName = ListSet{(ids.IsPiped ? ByName : string.Empty)})"];
            CmdletText.Parameter(
                text, ids.Text ?? throw ids.Place.Fault("It is not said what the parameter is."),
                [.. sets, $"ArgumentCompleter(typeof({ids.Completer ?? "Nothing"}Completer))", NotEmpty],
                _decision.AreOwnIds ? $"public string[] {ids.Name} {{ get; set; }} = [];" : $"public string[]? {ids.Name} {{ get; set; }}");
        }

        if (_decision.Parents.Count > 0)
        {
            CmdletText.Parameter(
                text, _decision.ParentText,
                [
                    "Parameter(Mandatory = true, ParameterSetName = ObjectSet, ValueFromPipeline = true)",
                    "ArgumentCompleter(typeof(ObjectArgumentCompleter))",
                    $"PipedObject({string.Join(", ", _decision.Parents.Select(parent => $"typeof({parent.Type})"))})",
                ],
                "public ZecObject[] InputObject { get; set; } = [];");
        }

        if (_decision.Names is { } names)
        {
            // Who names rows by ID has no names to filter by.
            var set = _decision.AreOwnIds ? "(ParameterSetName = ListSet)" : _decision.Ids is null ? "(Position = 0)" : "(Position = 1)";
            CmdletText.Parameter(
                text, names.Text, [$"Parameter{set}", $"ArgumentCompleter(typeof({names.Completer}Completer))", NotEmpty, "SupportsWildcards"],
                $"public string[]? {names.Name} {{ get; set; }}");
        }

        foreach (var flag in _decision.Flags)
        {
            CmdletText.Parameter(
                text, flag.Text ?? throw flag.Place.Fault("It is not said what the switch is."), ["Parameter"], $"public SwitchParameter {flag.Name} {{ get; set; }}");
        }

        foreach (var choice in _decision.Instead)
        {
            CmdletText.Parameter(text, choice.Text, ["Parameter"], $"public SwitchParameter {choice.Switch} {{ get; set; }}");
        }
    }

    private void Overrides(SourceText text)
    {
        if (_decision.Ids is { } ids)
        {
            text.Line($"private protected override string[]? Ids => {ids.Name};").Line();
        }

        if (_decision.Parents.Count > 0)
        {
            text.Line("private protected override ZecObject[] Things => InputObject;").Line();
        }

        text.Line($"private protected override string Words => {Literal(catalogue.Words)};").Line();
        if (_decision.AreOwnIds)
        {
            text.Line($"private protected override string? IdNoun => {Literal(catalogue.Noun.Word)};").Line();
        }

        if (_decision.Names?.Missing is { } missing)
        {
            text.Line($"private protected override string? NameNoun => {Literal(missing)};").Line();
        }

        if (_decision.AreOwnIds || _decision.Names?.Missing is not null)
        {
            text.Line($"private protected override string NotFoundCode => {Literal($"{catalogue.Noun.Noun}NotFound")};").Line();
        }

        CmdletText.Excluded(text, Excluded);

        if (_decision.GoesOn)
        {
            text.Line("private protected override bool GoesOn => true;").Line();
        }
    }

    private void Query(SourceText text)
    {
        text.Line("private protected override CatalogueQuery Query()");
        var sign = "=>";
        foreach (var (choice, action) in catalogue.Instead)
        {
            text.Line($"    {sign} {choice.Switch}").Line($"        ? {string.Join("\n            ", Calls(action, choice))}");
            sign = "    :";
        }

        text.Line($"    {sign} {string.Join("\n        ", Calls(catalogue.Action, choice: null))};");
    }

    /// <summary>Switches that choose different lists, and those with one that its list does not know.</summary>
    private IEnumerable<(string One, string Other)> Excluded => _decision.Instead.SelectMany((choice, index) =>
        _decision.Instead.Skip(index + 1).Select(other => other.Switch).Concat(choice.Without is { } without ? [without] : Array.Empty<string>())
            .Select(other => (choice.Switch, other)));

    private string[] Calls(ActionModel action, CatalogueChoice? choice)
    {
        return
        [
            $"new CatalogueQuery<{action.Request}, {action.Response}, {catalogue.Row?.Name ?? "string"}>("
                + $"ZecActions.{action.Name}, answer => answer.{action.Items!.Name})",
            .. OwnField is { } own ? [$".ById({choice?.Switch}By{Name(own)})"] : Array.Empty<string>(),
            .. _decision.Parents.Select(parent => $".Of<{parent.Type}>({string.Join(", ", parent.Fields.Select(Field))})"),
            .. _decision.Names is { } names ? [$".Named({names.Name}, {string.Join(", ", Read(names))})"] : Array.Empty<string>(),
            .. _decision.Flags.Where(flag => flag.Name != choice?.Without)
                .Select(flag => $".Where({flag.Name}, row => row.{catalogue.Member(flag.Field, flag.Place).Name} == true)"),
            .. _decision.Each is { } each ? [Each(each)] : Array.Empty<string>(),
        ];

        string Field(ParentField field) => $"({choice?.Switch}By{Name(field)}, parent => parent.{field.Value})";
    }

    private string Name(ParentField field) => catalogue.Member(field.Field, field.Place).Name;

    private IEnumerable<string> Read(CatalogueNames names)
        => catalogue.Row is null ? ["row => row"] : names.Fields.Select(field => $"row => row.{catalogue.Member(field, _decision.Place).Name}");

    /// <summary>An object for each text of a list in the row, with the ID of its place.</summary>
    private string Each((string Field, string Type) each)
    {
        var (list, id) = (catalogue.Member(each.Field, _decision.Place), catalogue.Row!.Members.First(member => member.IsOwnId));
        return $".Emit(row => row.{list.Name}.Select(text => new {each.Type}(row.{id.Name}, text, row.Reading)))";
    }
}
