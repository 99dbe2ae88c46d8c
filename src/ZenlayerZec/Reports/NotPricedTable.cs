using ZenlayerZec.Client.Costs;

namespace ZenlayerZec.Reports;

/// <summary>The table of what has no known price, by the reason.</summary>
internal static class NotPricedTable
{
    /// <summary>Writes it; nothing where everything has a price.</summary>
    public static void Write(HtmlWriter html, IReadOnlyList<ZecNotPriced> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        using (html.Open("table"))
        {
            TableHead.Write(html, "Not priced", ["What", "Why"], ["Number"]);
            using (html.Open("tbody"))
            {
                foreach (var group in entries.GroupBy(entry => (entry.Kind, entry.Reason)))
                {
                    string[] ids = [.. group.Select(entry => entry.Id).OfType<string>().Distinct(StringComparer.Ordinal)];
                    Write(html, group.Key.Kind, group.Key.Reason, ids);
                }
            }
        }

        html.Line();
    }

    private static void Write(HtmlWriter html, string kind, string reason, string[] ids)
    {
        using (html.Open("tr"))
        {
            html.Element("th", ids.Length == 1 ? ThingText.Kind(kind) : ThingText.Kinds(kind), ("scope", "row"));
            using (html.Open("td"))
            {
                html.Text(reason);
                if (ids.Length > 0)
                {
                    ThingText.WriteIds(html, ids);
                }
            }

            html.Element("td", ids.Length > 0 ? ThingText.Number(ids.Length) : "unknown", ("class", "n"));
        }

        html.Line();
    }
}
