using System.Globalization;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Reports;

/// <summary>The part of a page about what releases take along: the totals, each instance, what has no price, what is in the recycle bin.</summary>
/// <param name="html">The page.</param>
/// <param name="content">What the report is about.</param>
internal sealed class PlanSection(HtmlWriter html, ReportContent content)
{
    private readonly IReadOnlyList<ZecReleasePlan> _plans = content.Plans;
    private readonly PriceColumns _prices = new(content.Plans.SelectMany(plan => plan.Goes.Concat(plan.Stays)).SelectMany(thing => thing.Costs));
    private readonly bool _isMixed = content.Plans.Select(plan => plan.KeepDependentResource).Distinct().Count() > 1;
    private readonly ThingTotals _goes = new();
    private readonly ThingTotals _stays = new();

    /// <summary>Writes it.</summary>
    public void Write()
    {
        foreach (var plan in _plans)
        {
            AddTo(_goes, plan, plan.Goes);
            AddTo(_stays, plan, plan.Stays);
        }

        WriteLead();
        WriteTotals();
        WriteNotes();
        WriteInstances();
        NotPricedTable.Write(html, [.. _plans.SelectMany(plan => plan.NotPriced)]);
        WriteBin();
    }

    private static void AddTo(ThingTotals totals, ZecReleasePlan plan, IEnumerable<ZecDependent> things)
    {
        foreach (var thing in things)
        {
            totals.Add(plan.Account, thing.Kind, thing.Id, thing.Costs, IsNotPriced(plan, thing));
        }
    }

    private static bool IsNotPriced(ZecReleasePlan plan, ZecDependent thing)
        => plan.NotPriced.Any(entry => entry.Kind == thing.Kind && entry.Id == thing.Id);

    private void WriteLead()
    {
        using (html.Open("p"))
        {
            html.Text($"The release of {ThingText.Count(_plans.Count, "instance")}. ");
            html.Text(_isMixed
                ? "Some of the releases keep what can be kept; the table says it beside the instance."
                : _plans[0].KeepDependentResource
                    ? "It keeps the disks, elastic IPs and network interfaces that can be kept."
                    : "It takes along everything that can go with an instance.");
        }
    }

    private void WriteTotals()
    {
        using (html.Open("table", ("class", "t")))
        {
            TableHead.Write(html, "Totals", ["What"], ["Goes", "Stays"]);
            using (html.Open("tbody"))
            {
                foreach (var unit in _prices.Units)
                {
                    WriteTotal($"Cost {PriceColumns.Title(unit).ToLowerInvariant()}", Sum(_goes, unit), Sum(_stays, unit), isSum: true);
                }

                // Where no prices were asked for, nothing is without one for a reason.
                if (_prices.Units.Count + _goes.NotPriced + _stays.NotPriced > 0)
                {
                    WriteTotal("Without a known price", ThingText.Number(_goes.NotPriced), ThingText.Number(_stays.NotPriced));
                }
            }

            html.Line();
            using (html.Open("tbody"))
            {
                foreach (var kind in _goes.Kinds.Concat(_stays.Kinds).Distinct(StringComparer.Ordinal))
                {
                    WriteTotal(ThingText.Kinds(kind), ThingText.Number(_goes.Count(kind)), ThingText.Number(_stays.Count(kind)));
                }
            }
        }

        html.Line();
    }

    private string Sum(ThingTotals totals, string unit) => PriceColumns.Sum(totals.Costs, unit) is { } sum ? _prices.Text(sum, unit) : string.Empty;

    private void WriteTotal(string what, string goes, string stays, bool isSum = false)
    {
        using (html.Open("tr", isSum ? [("class", "b")] : []))
        {
            html.Element("th", what, ("scope", "row"));
            html.Element("td", goes, ("class", "n"));
            html.Element("td", stays, ("class", "n"));
        }

        html.Line();
    }

    private void WriteNotes()
    {
        List<string> notes = [];
        if (_prices.Units.Count > 0)
        {
            notes.Add("What goes is saved, and what stays continues to cost. Below, the line of an instance has what its release saves.");
        }

        var unread = _plans.Count(plan => plan.NotPriced.Any(entry => entry.Id is null));
        if (_plans.Any(plan => plan.NotPriced.Count > 0))
        {
            notes.Add("The costs lack what has no known price.");
        }

        if (unread > 0)
        {
            notes.Add($"For {ThingText.Count(unread, "instance")}, not everything could be read that goes or stays: see Not priced.");
        }

        if (_goes.Repeated + _stays.Repeated > 0)
        {
            notes.Add("What belongs to several instances counts once in the totals.");
        }

        var isProtected = _plans.ToLookup(plan => plan.Goes.Any(thing => thing.Id == plan.InstanceId && thing.ProtectedTag is not null));
        if (isProtected[true].Any())
        {
            notes.Add($"The totals have {ThingText.Count(isProtected[true].Count(), "instance")} with a protected tag, which Remove-ZecInstance skips without -IncludeProtected.");
        }

        if (isProtected[false].SelectMany(plan => plan.Goes).Any(thing => thing.ProtectedTag is not null))
        {
            notes.Add("Something with a protected tag would go with an instance: Remove-ZecInstance skips such an instance by its plan without -IncludeProtected, but not without a plan.");
        }

        if (content.ReplacedPlans > 0)
        {
            notes.Add("Of several plans of one instance, the last one counts.");
        }

        notes.Add("High-availability virtual IPs are not read.");
        notes.Add(_prices.Units.Count > 0 ? PriceNote.Text : PriceNote.None);
        html.Element("p", string.Join(" ", notes), ("class", "note"));
        html.Line();
    }

    private void WriteInstances()
    {
        using (html.Open("table"))
        {
            TableHead.Write(html, "Instances", ["Fate", "What"], [], _prices);
            foreach (var plan in _plans)
            {
                using (html.Open("tbody", ("class", "i")))
                {
                    WriteHead(plan);
                    WriteThings(plan, plan.Goes, "Goes");
                    WriteThings(plan, plan.Stays, "Stays");
                    WriteUnread(plan);
                }

                html.Line();
            }
        }

        html.Line();
    }

    private void WriteHead(ZecReleasePlan plan)
    {
        using (html.Open("tr", ("class", "g")))
        {
            using (html.Open("th", ("scope", "rowgroup"), ("colspan", "2")))
            {
                ThingText.WriteName(html, plan.InstanceName);
                html.Element("code", plan.InstanceId);
                Remark(plan.Status);
                Remark(content.HasSeveralAccounts ? plan.Account : null);
                Remark(_isMixed && plan.KeepDependentResource ? "keeps what can be kept" : null);
                RemarkTag(plan.Goes.FirstOrDefault(thing => thing.Id == plan.InstanceId));
            }

            var costs = plan.Goes.SelectMany(thing => thing.Costs).ToArray();
            foreach (var unit in _prices.Units)
            {
                _prices.WriteCell(html, PriceColumns.Sum(costs, unit), unit);
            }
        }

        html.Line();
    }

    private void Remark(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            html.Text(" ");
            html.Element("span", text!, ThingText.Soft);
        }
    }

    private void RemarkTag(ZecDependent? thing) => Remark(thing?.ProtectedTag is { } tag ? $"protected tag {tag}" : null);

    private void WriteThings(ZecReleasePlan plan, TextList<ZecDependent> things, string fate)
    {
        for (var i = 0; i < things.Count; i++)
        {
            using (html.Open("tr"))
            {
                if (i == 0)
                {
                    html.Element("th", fate, ("scope", "row"), ("rowspan", things.Count.ToString(CultureInfo.InvariantCulture)));
                }

                WriteThing(plan, things[i]);
            }

            html.Line();
        }
    }

    private void WriteThing(ZecReleasePlan plan, ZecDependent thing)
    {
        var isNotPriced = IsNotPriced(plan, thing);
        using (html.Open("td"))
        {
            if (thing.Id == plan.InstanceId)
            {
                // Its name and ID are in the line above.
                html.Element("span", ThingText.Kind(thing.Kind), ("class", "k"));
                html.Text(" ");
                ThingText.WriteDetail(html, thing.Detail);
            }
            else
            {
                ThingText.Write(html, thing);
                RemarkTag(thing);
            }

            ThingText.WriteItems(html, thing.Costs, _prices);
            if (isNotPriced && thing.Costs.Count > 0)
            {
                html.Element("span", "not priced in part", ("class", "c"));
            }
        }

        _prices.WriteCells(html, thing.Costs, isNotPriced ? "not priced" : string.Empty);
    }

    /// <summary>What nobody could read is not empty: it may go, too.</summary>
    private void WriteUnread(ZecReleasePlan plan)
    {
        foreach (var kind in plan.NotPriced.Where(entry => entry.Id is null).Select(entry => entry.Kind).Distinct(StringComparer.Ordinal))
        {
            using (html.Open("tr"))
            {
                html.Element("th", "Unknown", ("scope", "row"));
                html.Element("td", $"{ThingText.Kinds(kind)}, which could not be read", ("class", "doubt"));
                _prices.WriteCells(html, [], "not priced");
            }

            html.Line();
        }
    }

    private void WriteBin()
    {
        if (!_plans.Any(plan => plan.RecycleBin.Count > 0))
        {
            return;
        }

        using (html.Open("table"))
        {
            TableHead.Write(html, "In the recycle bin", ["What", "Of the instance"], []);
            using (html.Open("tbody"))
            {
                foreach (var plan in _plans)
                {
                    foreach (var thing in plan.RecycleBin)
                    {
                        using (html.Open("tr"))
                        {
                            using (html.Open("td"))
                            {
                                ThingText.Write(html, thing);
                            }

                            using (html.Open("td"))
                            {
                                ThingText.WriteName(html, plan.InstanceName);
                                html.Element("code", plan.InstanceId);
                            }
                        }

                        html.Line();
                    }
                }
            }
        }

        html.Line();
        html.Element("p", "The API does not say whether what is in a recycle bin costs anything.", ("class", "note"));
        html.Line();
    }
}
