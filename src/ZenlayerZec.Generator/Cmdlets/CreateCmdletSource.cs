using ZenlayerZec.Generator.Client;
using ZenlayerZec.Generator.Output;
using static ZenlayerZec.Generator.Output.SourceText;

namespace ZenlayerZec.Generator.Cmdlets;

/// <summary>Makes a cmdlet that creates things of a kind: by themselves, or one in each parent that is piped.</summary>
/// <param name="create">How they are created.</param>
internal sealed class CreateCmdletSource(Create create)
{
    private readonly Kind _kind = create.Kind;

    /// <summary>Makes the file.</summary>
    public SourceText Make()
    {
        var (decision, cmdlet) = (create.Decision, create.Cmdlet);
        var text = CmdletText.Begin(cmdlet);
        var set = create.Parent is null ? null : "ObjectSet";
        CmdletText.Attribute(text, cmdlet, set, ", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium");
        text.Line($"[OutputType(typeof({_kind.Model.Name}))]");
        var kind = decision.Marketing is not null ? "Order" : decision.Waits ? "CreateWait" : "Create";
        return text.Block($"public sealed partial class {CmdletText.Class(cmdlet)} : {kind}Cmdlet", () =>
        {
            var position = 0;
            if (create.Parent is var (parent, _))
            {
                position++;
                CmdletText.Things(
                    text, parent, [string.Empty], ", RefusesResults = true, RefusesOthers = true", string.Empty, ", or rows that name them.");
            }

            foreach (var parameter in create.Parameters)
            {
                Parameter(text, parameter, ref position);
            }

            if (create.Parent is not null)
            {
                CmdletText.Parameter(
                    text,
                    "The maximum number of those that are piped. If there are more, nothing is sent.",
                    ["Parameter", "ValidateRange(1, int.MaxValue)"],
                    "public int MaximumCount { get; set; } = int.MaxValue;");
            }

            Overrides(text);
        });
    }

    private void Parameter(SourceText text, CreateParameter parameter, ref int position)
    {
        var (decision, words) = (parameter.Decision, new ParameterText(parameter.Decision, parameter.Member));
        string[] settings =
        [
            .. decision.IsMandatory ? [$"Mandatory = true, Position = {position++}"] : Array.Empty<string>(),
            .. decision.IsPiped ? ["ValueFromPipelineByPropertyName = true"] : Array.Empty<string>(),
        ];
        CmdletText.Parameter(
            text,
            words.Says,
            [settings.Length == 0 ? "Parameter" : $"Parameter({string.Join(", ", settings)})", .. words.Attributes(_kind)],
            words.Property(decision.IsMandatory, decision.Field == create.Decision.Count ? "1" : null));
    }

    private void Overrides(SourceText text)
    {
        var decision = create.Decision;
        text.Line($"private protected override ResourceKind Kind => {_kind.Name}.Kind;").Line();
        if (create.Parent is var (parent, _))
        {
            text.Line($"private protected override ResourceKind ParentKind => {parent.Name}.Kind;").Line()
                .Line($"private protected override string[] ParentIds => {parent.IdName};").Line()
                .Line("private protected override ZecObject[] Parents => InputObject;").Line()
                .Line("private protected override int Most => MaximumCount;").Line();
            if (create.Parameters.FirstOrDefault(parameter => parameter.Decision.IsPiped) is { } piped)
            {
                text.Line($"private protected override string? ValueAtHand => {piped.Decision.Name};").Line();
            }
        }

        if (decision.Billed is { } billed)
        {
            text.Line($"private protected override bool IsBilled => {(billed == "true" ? billed : $"{billed} is not null")};").Line();
        }

        CmdletText.Excluded(text, decision.Excludes is [var one, var other] ? [(one, other)] : []);

        Part(text);
    }

    private void Part(SourceText text)
    {
        var decision = create.Decision;
        var count = decision.Count is { } field ? create.Parameters.First(parameter => parameter.Decision.Field == field).Decision.Name : "1";
        text.Line("private protected override CreatePart Part(ZecObject? parent) => CreatePart.Of(")
            .Line($"    ZecActions.{create.Action.Name},");
        text.Line($"    new {create.Action.Request}").Line("    {").Lines(Values().Select(value => $"        {value},")).Line("    },");
        var start = decision.Target.Contains('{', StringComparison.Ordinal) ? "$" : string.Empty;
        text.Line($"    {count},").Line($"    {start}{Literal(decision.Target)},")
            .Line($"    CreatePart.FiltersOf({string.Join(", ", decision.Look.Select(name => $"({Literal(name)}, {Looked(name)})"))}),");
        var ids = create.Ids.Kind == MemberKind.Ids ? $"answer.{create.Ids.Name}" : $"CreatePart.One(answer.{create.Ids.Name})";
        var order = create.Action.Answered.FirstOrDefault(member => member.Field.Name == "orderNumber");
        var end = _kind.Model.IsDated ? ";" : " with { IsDated = false };";
        text.Line($"    answer => {ids}{(order is null ? string.Empty : $", answer => answer.{order.Name}")}){end}");
    }

    /// <summary>The properties of the request with their values.</summary>
    private IEnumerable<string> Values()
    {
        if (create.Parent is var (kind, member))
        {
            yield return $"{member.Name} = {kind.Name}.Kind.IdOf(parent!)";
        }

        foreach (var parameter in create.Parameters)
        {
            yield return $"{parameter.Member.Name} = {Text(parameter).Value}";
        }

        if (create.Decision.Marketing is { } marketing)
        {
            yield return $"{create.Action.Asked.First(member => member.Field.Name == marketing).Name} = Marketing";
        }
    }

    private static ParameterText Text(CreateParameter parameter) => new(parameter.Decision, parameter.Member);

    private string Looked(string name) => create.IsParent(name) ? $"{create.Parent!.Value.Kind.Name}.Kind.IdOf(parent!)"
        : Text(create.Parameters.First(parameter => parameter.Decision.Name == name)).Value;
}
