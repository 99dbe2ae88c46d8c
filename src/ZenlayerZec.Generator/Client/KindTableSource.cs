using ZenlayerZec.Generator.Output;
using static ZenlayerZec.Generator.Output.SourceText;

namespace ZenlayerZec.Generator.Client;

/// <summary>Makes the table of the kinds that are made here, and of what leads from one to another.</summary>
internal static class KindTableSource
{
    /// <summary>Makes the file.</summary>
    public static SourceText Of(IReadOnlyList<Kind> kinds)
    {
        var text = new SourceText().Lines(
        [
            "using ZenlayerZec.Client.Models;",
            string.Empty,
            "namespace ZenlayerZec.Client.Kinds;",
            string.Empty,
            "/// <content>The kinds that are made of the description of the API.</content>",
        ]);
        return text.Block("internal static partial class AllKinds", () =>
        {
            text.Line($"private static ResourceKind[] DescribedResources => [{string.Join(", ", kinds.Select(kind => $"{kind.Name}.Kind"))}];").Line();
            text.Line("private static KindWay[] DescribedWays =>").Line("[");
            foreach (var kind in kinds)
            {
                text.Lines(kind.Decision.Ways.Select(way => $"    new(typeof({way.Key}), {kind.Name}.Kind, {Literal(way.Value)}),"));
            }

            text.Line("];");
        });
    }
}
