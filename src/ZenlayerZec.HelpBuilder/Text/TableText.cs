namespace ZenlayerZec.HelpBuilder.Text;

/// <summary>Lays out a table with spaces, as PowerShell does: the names of the columns, a line under each, and the rows.</summary>
internal static class TableText
{
    private const int Gap = 2;

    public static IEnumerable<string> Lines(Table table, int width)
    {
        var widths = Widths(table, width);
        IEnumerable<IReadOnlyList<string>> rows =
            [table.Rows[0], [.. table.Rows[0].Select((name, column) => new string('-', Math.Min(name.Length, widths[column])))], .. table.Rows.Skip(1)];
        return rows.SelectMany(row => Row(row, widths));
    }

    /// <summary>As wide as the widest cell; where that is too much, the widest columns are made narrower.</summary>
    private static int[] Widths(Table table, int width)
    {
        var widths = Enumerable.Range(0, table.Rows[0].Count)
            .Select(column => Math.Max(1, table.Rows.Max(row => column < row.Count ? row[column].Length : 0)))
            .ToArray();
        while (widths.Sum() + (Gap * (widths.Length - 1)) > width && widths.Max() > 1)
        {
            widths[Array.IndexOf(widths, widths.Max())]--;
        }

        return widths;
    }

    private static IEnumerable<string> Row(IReadOnlyList<string> row, int[] widths)
    {
        var cells = widths.Select((width, column) => Wrapping.Lines(column < row.Count ? row[column] : string.Empty, width)).ToArray();
        return Enumerable.Range(0, cells.Max(lines => lines.Count)).Select(at => string.Join(
            new string(' ', Gap), cells.Select((lines, column) => (at < lines.Count ? lines[at] : string.Empty).PadRight(widths[column]))).TrimEnd());
    }
}
