using System.Globalization;

namespace ZenlayerZec.Benchmarks.Figures;

/// <summary>What was measured, beside what it is measured by.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Floor">What it is measured by.</param>
/// <param name="Unit">Of the two figures.</param>
/// <param name="Module">The module's figures, one a run.</param>
/// <param name="Floors">The floor's figures, one a run.</param>
/// <param name="Most">What the ratio may be; null where there is no bound.</param>
internal sealed record Figure(string What, string Floor, string Unit, IReadOnlyList<double> Module, IReadOnlyList<double> Floors, double? Most)
{
    public static string Header { get; } = string.Join(
        '\n',
        "| what | module | floor | the floor is | at most | ratio |",
        "|---|---:|---:|---|---:|---:|");

    public bool Holds => Most is null || Ratio <= Most;

    private double Ratio => Median(Module) / Median(Floors);

    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "| {0} | {1} | {2} | {3} | {4} | {5:0.00}{6} |",
        What, Shown(Module), Shown(Floors), Floor, Most?.ToString("0.##", CultureInfo.InvariantCulture) ?? "", Ratio, Holds ? "" : " **falls short**");

    private static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private string Shown(IReadOnlyList<double> values)
        => string.Create(CultureInfo.InvariantCulture, $"{Median(values):#,0.0##} {Unit} ({values.Min():#,0.0##} to {values.Max():#,0.0##})");
}
