using System.Globalization;
using ZenlayerZec.Benchmarks.Figures;
using ZenlayerZec.Benchmarks.Subjects;

namespace ZenlayerZec.Benchmarks;

/// <summary>The figures as one table: on the screen as they come, and in the project's documents.</summary>
internal sealed class Report
{
    private const string Start = "<!-- figures -->";
    private const string End = "<!-- end of figures -->";

    private readonly List<string> _lines = [Figure.Header];

    public Report() => Console.WriteLine($"{Machine.Describe()}\n\n{Figure.Header}");

    public bool Holds { get; private set; } = true;

    public void Add(IEnumerable<Figure> figures)
    {
        foreach (var figure in figures)
        {
            Console.WriteLine(figure);
            _lines.Add(figure.ToString());
            Holds &= figure.Holds;
        }
    }

    /// <summary>Puts the table where docs/benchmarks.md has the last one; what is written around it stays.</summary>
    public void Write()
    {
        var file = Path.Combine(Checkout.Root, "docs", "benchmarks.md");
        var text = File.ReadAllText(file);
        var start = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        var date = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        File.WriteAllText(file, $"{text[..start]}\n{date}: {Machine.Describe()}.\n\n{string.Join('\n', _lines)}\n{text[end..]}");
    }
}
