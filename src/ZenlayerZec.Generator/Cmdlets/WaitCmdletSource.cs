using ZenlayerZec.Generator.Client;
using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Output;

namespace ZenlayerZec.Generator.Cmdlets;

/// <summary>Makes a cmdlet that waits until things of a kind are in a state.</summary>
internal static class WaitCmdletSource
{
    /// <summary>Makes the file.</summary>
    public static SourceText Of(Kind kind, CmdletDecision cmdlet)
    {
        var text = CmdletText.Begin(cmdlet);
        CmdletText.Attribute(text, cmdlet, "ObjectSet", string.Empty);
        text.Line($"[OutputType(typeof({kind.Model.Name}))]");
        return text.Block($"public sealed partial class {CmdletText.Class(cmdlet)} : WaitCmdlet", () =>
        {
            CmdletText.Things(text, kind, [string.Empty], ", RefusesOthers = true", string.Empty, ".");
            var released = kind.Decision.Bin is null ? "Released means gone" : "Released means gone or in the recycle bin";
            CmdletText.Parameter(
                text,
                $"The state, such as {kind.Decision.GoalExamples[0]}. {released}. Several states are alternatives. Not needed for results: they say where their action leads.",
                ["Parameter", $"ArgumentCompleter(typeof({kind.Noun.Noun}WaitStateCompleter))", "ValidateNotNullOrEmpty"],
                "public string[]? Until { get; set; }");
            text.Line($"private protected override ResourceKind Kind => {kind.Name}.Kind;").Line();
            CmdletText.Overrides(text, kind);
            text.Line("private protected override string[]? States => Until;");
        });
    }
}
