using System.Globalization;

namespace ZenlayerZec.Reports;

/// <summary>The part of a page about what was changed: the totals, what was not done and why, and each batch.</summary>
/// <param name="html">The page.</param>
/// <param name="content">What the report is about.</param>
internal sealed class ResultSection(HtmlWriter html, ReportContent content)
{
    private readonly IReadOnlyList<ReportedResult> _results = content.Results;

    /// <summary>Writes it.</summary>
    public void Write()
    {
        WriteLead();
        WriteTotals();
        WriteDependents();
        WriteNotDone();
        WriteBatches();
    }

    private void WriteLead()
    {
        using (html.Open("p"))
        {
            html.Text($"The outcome of {ThingText.Count(_results.Count, "batch", "batches")}");
            DateTimeOffset[] began = [.. _results.Select(result => result.Began).OfType<DateTimeOffset>()];
            if (began.Length > 0)
            {
                html.Text(", sent ");
                ReportTime.WriteRange(html, began.Min(), began.Max());
            }

            html.Text(".");
        }

        html.Line();
    }

    private void WriteTotals()
    {
        using (html.Open("table", ("class", "t")))
        {
            TableHead.Write(html, "Totals", ["Action"], ["Done", Outcome.Failed.Word, Outcome.Unknown.Word, Outcome.Skipped.Word]);
            var actions = _results.GroupBy(result => result.Action, StringComparer.Ordinal).ToArray();
            using (html.Open("tbody"))
            {
                foreach (var action in actions)
                {
                    WriteTotal(action.Key, [.. action]);
                }
            }

            if (actions.Length > 1)
            {
                using (html.Open("tfoot"))
                {
                    WriteTotal("Total", _results);
                }
            }
        }

        html.Line();
    }

    private void WriteTotal(string what, IReadOnlyList<ReportedResult> results)
    {
        using (html.Open("tr"))
        {
            using (html.Open("th", ("scope", "row")))
            {
                WriteAction(what);
            }

            html.Element("td", ThingText.Number(results.Sum(result => result.Succeeded.Count)), ("class", "n"));
            WriteCount(Outcome.Failed, results.Sum(result => result.Failed.Count));
            WriteCount(Outcome.Unknown, results.Sum(result => result.Unknown.Count));
            WriteCount(Outcome.Skipped, results.Sum(result => result.Skipped.Count));
        }

        html.Line();
    }

    private void WriteCount(Outcome outcome, int count) => html.Element("td", ThingText.Number(count), ("class", count > 0 ? $"n {outcome.Class}" : "n"));

    private void WriteDependents()
    {
        var kinds = _results.SelectMany(result => result.Dependents).GroupBy(things => things.Kind, StringComparer.Ordinal).ToArray();
        if (kinds.Length == 0)
        {
            return;
        }

        using (html.Open("table", ("class", "t")))
        {
            TableHead.Write(html, "With the instances", ["What"], [DependentIds.Goes, DependentIds.Stays, "Not known, instances"]);
            using (html.Open("tbody"))
            {
                foreach (var kind in kinds)
                {
                    WriteDependents(kind.Key, [.. kind]);
                }
            }
        }

        html.Line();
        html.Element("p", "What goes is released with its instance. What stays continues to cost.", ("class", "note"));
        html.Line();
    }

    private void WriteDependents(string kind, IReadOnlyList<DependentIds> things)
    {
        using (html.Open("tr"))
        {
            html.Element("th", ThingText.Kinds(kind), ("scope", "row"));
            foreach (var fate in new[] { DependentIds.Goes, DependentIds.Stays, DependentIds.NotKnown })
            {
                html.Element("td", ThingText.Number(things.Where(one => one.Fate == fate).Sum(one => one.Ids.Count)), ("class", "n"));
            }
        }

        html.Line();
    }

    private void WriteNotDone()
    {
        if (!_results.Any(result => result.NotDone.Count > 0))
        {
            return;
        }

        using (html.Open("table"))
        {
            TableHead.Write(html, "Not done", ["Outcome", "Why, and which"], ["Number"]);
            using (html.Open("tbody"))
            {
                foreach (var outcome in new[] { Outcome.Failed, Outcome.Unknown, Outcome.Skipped })
                {
                    foreach (var group in _results.SelectMany(result => result.NotDone.Where(part => part.Outcome == outcome), (result, part) => (result.Action, Part: part))
                        .GroupBy(one => (one.Action, one.Part.Why), one => one.Part))
                    {
                        WriteNotDone(outcome, group.Key.Action, group.Key.Why, [.. group.SelectMany(part => part.Ids)]);
                    }
                }
            }
        }

        html.Line();
    }

    private void WriteNotDone(Outcome outcome, string action, string why, IReadOnlyList<string> ids)
    {
        using (html.Open("tr"))
        {
            html.Element("th", outcome.Word, ("scope", "row"), ("class", outcome.Class));
            using (html.Open("td"))
            {
                html.Text(why);
                if (_results.Any(result => result.Action != action))
                {
                    html.Text(" ");
                    html.Element("span", action, ThingText.Soft);
                }

                ThingText.WriteIds(html, ids);
            }

            html.Element("td", ThingText.Number(ids.Count), ("class", "n"));
        }

        html.Line();
    }

    private void WriteBatches()
    {
        using (html.Open("table"))
        {
            TableHead.Write(html, "Batches", ["Batch", "Request, and what was done"], ["Number"]);
            foreach (var result in _results)
            {
                using (html.Open("tbody"))
                {
                    WriteBatch(result);
                }

                html.Line();
            }
        }

        html.Line();
    }

    private void WriteBatch(ReportedResult result)
    {
        using (html.Open("tr", ("class", "g")))
        {
            // A result without a number is of a look, which sends nothing.
            html.Element("th", result.BatchNumber > 0 ? result.BatchNumber.ToString(CultureInfo.InvariantCulture) : "look", ("scope", "rowgroup"));
            using (html.Open("th", ("scope", "rowgroup")))
            {
                WriteAction(result.Action);
                html.Text(" ");
                html.Element("span", Manner(result), ThingText.Soft);
                if (result.RequestId is { } id)
                {
                    html.Text(" ");
                    html.Element("code", id);
                }
            }

            html.Element(
                "td", ThingText.Number(result.Succeeded.Count + result.Failed.Count + result.Unknown.Count + result.Skipped.Count), ("class", "n"));
        }

        html.Line();
        WriteRow("Done", result.Succeeded, null);
        foreach (var part in result.NotDone.GroupBy(part => part.Outcome))
        {
            WriteRow(part.Key.Word, [.. part.SelectMany(one => one.Ids)], part.Key);
        }

        foreach (var things in result.Dependents)
        {
            var kinds = ThingText.Kinds(things.Kind);
            WriteRow(things.Fate, things.Ids, null, things.Why is null ? kinds : $"{kinds}: {things.Why}");
        }
    }

    private string Manner(ReportedResult result)
    {
        List<string> parts = [];
        if (content.HasSeveralAccounts && result.Account is { } account)
        {
            parts.Add(account);
        }

        parts.Add(result.Attempts == 0 ? "nothing was sent" : result.Attempts == 1 ? ReportTime.Seconds(result.Duration) : $"{ThingText.Count(result.Attempts, "attempt")}, {ReportTime.Seconds(result.Duration)}");
        if (result.Attempts > 0 && result.RequestId is null)
        {
            parts.Add("no request ID");
        }

        return string.Join(", ", parts);
    }

    private void WriteRow(string word, IReadOnlyList<string> ids, Outcome? outcome, string? lead = null)
    {
        if (ids.Count == 0)
        {
            return;
        }

        using (html.Open("tr", ("class", "l")))
        {
            html.Element("th", word, ("scope", "row"), ("class", outcome?.Class ?? "s"));
            using (html.Open("td"))
            {
                html.Text(lead ?? string.Empty);
                ThingText.WriteIds(html, ids);
            }

            html.Element("td", ThingText.Number(ids.Count), ("class", "n"));
        }

        html.Line();
    }

    /// <summary>Writes the name of an action, which may be broken between its words.</summary>
    private void WriteAction(string action)
    {
        var begin = 0;
        for (var i = 1; i < action.Length; i++)
        {
            if (char.IsUpper(action[i]) && char.IsLower(action[i - 1]))
            {
                html.Text(action.Substring(begin, i - begin));
                html.Void("wbr");
                begin = i;
            }
        }

        html.Text(action.Substring(begin));
    }
}
