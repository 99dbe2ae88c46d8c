namespace ZenlayerZec.Reports;

/// <summary>The caption and the heads of a table's columns: those of text come first, then those of numbers, then those of prices.</summary>
internal static class TableHead
{
    /// <summary>Writes them.</summary>
    /// <param name="html">The page, in the table.</param>
    /// <param name="caption">The caption.</param>
    /// <param name="texts">The heads of the columns of text.</param>
    /// <param name="numbers">The heads of the columns of numbers.</param>
    /// <param name="prices">The columns of prices; null where the table has none.</param>
    public static void Write(HtmlWriter html, string caption, string[] texts, string[] numbers, PriceColumns? prices = null)
    {
        html.Element("caption", caption);
        using (html.Open("thead"))
        using (html.Open("tr"))
        {
            foreach (var text in texts)
            {
                html.Element("th", text, ("scope", "col"));
            }

            foreach (var number in numbers)
            {
                html.Element("th", number, ("scope", "col"), ("class", "n"));
            }

            prices?.WriteHeads(html);
        }

        html.Line();
    }
}
