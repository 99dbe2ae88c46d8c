using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Reports;

/// <summary>The part of a page about what nobody uses: the totals, the things of each kind, what has no price.</summary>
/// <param name="html">The page.</param>
/// <param name="content">What the report is about.</param>
internal sealed class UnusedSection(HtmlWriter html, ReportContent content)
{
    private readonly PriceColumns _prices = new(content.Unused.SelectMany(thing => thing.Costs));
    private readonly IGrouping<string, ZecUnused>[] _kinds = [.. content.Unused.GroupBy(thing => thing.Kind)];

    /// <summary>Writes it.</summary>
    public void Write()
    {
        html.Element("p", $"{ThingText.Count(content.Unused.Count, "thing")} that nobody uses. The API does not say since when.");
        html.Line();
        WriteTotals();
        List<string> notes = [];
        if (content.Unused.Any(thing => thing.NotPriced is not null))
        {
            notes.Add("The costs lack what has no known price.");
        }

        notes.Add(_prices.Units.Count > 0 ? PriceNote.Text : PriceNote.None);
        html.Element("p", string.Join(" ", notes), ("class", "note"));
        html.Line();
        foreach (var kind in _kinds)
        {
            WriteKind(kind);
        }

        NotPricedTable.Write(html, [.. content.Unused.Where(thing => thing.NotPriced is not null).Select(thing => new ZecNotPriced(thing.Kind, thing.Id, thing.NotPriced!))]);
    }

    private void WriteTotals()
    {
        using (html.Open("table", ("class", "t")))
        {
            TableHead.Write(html, "Totals", ["What"], ["Number", "Not priced"], _prices);
            using (html.Open("tbody"))
            {
                foreach (var kind in _kinds)
                {
                    WriteTotal(ThingText.Kinds(kind.Key), [.. kind]);
                }
            }

            if (_kinds.Length > 1)
            {
                using (html.Open("tfoot"))
                {
                    WriteTotal("Total", content.Unused);
                }
            }
        }

        html.Line();
    }

    private void WriteTotal(string what, IReadOnlyList<ZecUnused> things)
    {
        using (html.Open("tr"))
        {
            html.Element("th", what, ("scope", "row"));
            html.Element("td", ThingText.Number(things.Count), ("class", "n"));
            html.Element("td", ThingText.Number(things.Count(thing => thing.NotPriced is not null)), ("class", "n"));
            var costs = things.SelectMany(thing => thing.Costs).ToArray();
            foreach (var unit in _prices.Units)
            {
                _prices.WriteCell(html, PriceColumns.Sum(costs, unit), unit);
            }
        }

        html.Line();
    }

    private void WriteKind(IGrouping<string, ZecUnused> kind)
    {
        using (html.Open("table"))
        {
            TableHead.Write(html, ThingText.Kinds(kind.Key), ["What", "Created"], [], _prices);
            using (html.Open("tbody"))
            {
                foreach (var thing in kind)
                {
                    using (html.Open("tr"))
                    {
                        WriteThing(thing);
                    }

                    html.Line();
                }
            }
        }

        html.Line();
    }

    private void WriteThing(ZecUnused thing)
    {
        using (html.Open("td"))
        {
            ThingText.WriteDetail(html, thing.Detail);
            ThingText.WriteName(html, thing.Name);
            html.Element("code", thing.Id);
            if (content.HasSeveralAccounts && thing.Account is { } account)
            {
                html.Text(" ");
                html.Element("span", account, ThingText.Soft);
            }

            ThingText.WriteItems(html, thing.Costs, _prices);
            if (thing.NotPriced is not null && thing.Costs.Count > 0)
            {
                html.Element("span", "not priced in part", ("class", "c"));
            }
        }

        html.Element("td", thing.CreateTime is { } time && time != ZecInstance.UnknownCreateTime ? ReportTime.Day(time) : "not known", ("class", "d"));
        _prices.WriteCells(html, thing.Costs, thing.NotPriced is null ? string.Empty : "not priced");
    }
}
