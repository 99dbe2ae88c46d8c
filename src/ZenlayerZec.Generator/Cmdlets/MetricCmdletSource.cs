using ZenlayerZec.Generator.Client;
using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Output;

namespace ZenlayerZec.Generator.Cmdlets;

/// <summary>Makes a cmdlet that reads what was measured of things of a kind.</summary>
internal static class MetricCmdletSource
{
    /// <summary>Makes the file.</summary>
    public static SourceText Of(Kind kind, CmdletDecision cmdlet, MetricDecision metric)
    {
        var (type, completer) = ($"{kind.Model.Name}Metric", $"{kind.Noun.Noun}MetricNameCompleter");
        var text = CmdletText.Begin(cmdlet);
        CmdletText.Attribute(text, cmdlet, "ObjectSet", string.Empty);
        text.Line($"[OutputType(typeof({type}), typeof({type}Summary))]");
        return text.Block($"public sealed class {CmdletText.Class(cmdlet)} : MetricCmdlet", () =>
        {
            CmdletText.Things(text, kind, [string.Empty], string.Empty, string.Empty, ", or rows that name them.");
            CmdletText.Parameter(
                text, metric.Text, ["Parameter(Mandatory = true, Position = 1)", $"ArgumentCompleter(typeof({completer}))", "ValidateNotNullOrEmpty"],
                "public string[] MetricName { get; set; } = [];");
            text.Lines(
            [
                "/// <inheritdoc/>",
                "protected override void ProcessRecord()",
                $"    => Ask({kind.Name}.Kind, {kind.IdName}, InputObject, Array.ConvertAll(MetricName, metric => new {completer}().Spelled(metric)!));",
                string.Empty,
                $"private protected override string Describe(object question) => question is Measured one ? $\"{{one.Metric}} of {kind.Noun.Word} {{one.Id}}\" : string.Empty;",
                string.Empty,
                "private protected override Task<IReadOnlyList<ZecObject>> AskAsync(ZecClient client, object question, ZecCallOptions call, CancellationToken stop) => AskAsync(",
                $"    client, ZecActions.{metric.Action}, (Measured)question, call,",
                $"    one => new {metric.Action}Request {{ {kind.IdName} = one.Id, MetricType = one.Metric, StartTime = From, EndTime = Until, Step = Step }},",
                "    answer => (answer.Metrics, answer.MinValue, answer.AvgValue, answer.MaxValue),",
                $"    (one, point, reading) => new {type}(one.Id, one.Metric, point, reading),",
                $"    (one, least, average, greatest, reading) => new {type}Summary(one.Id, one.Metric, least, average, greatest, reading), stop);",
            ]);
        });
    }
}
