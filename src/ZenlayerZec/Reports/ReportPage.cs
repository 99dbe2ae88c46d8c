namespace ZenlayerZec.Reports;

/// <summary>Makes the page: complete in itself, without scripts, and without anything that a browser would have to fetch.</summary>
internal static class ReportPage
{
    /// <summary>
    /// Lets a browser run and fetch nothing, should anything ever get past the encoding of what the service says.
    /// </summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'";

    private const string Empty = "There is nothing to report: no release plan, no result, and nothing that nobody uses.";

    /// <summary>Makes a page.</summary>
    /// <param name="content">What it is about.</param>
    /// <param name="now">When it is made.</param>
    public static string Of(ReportContent content, DateTimeOffset now)
    {
        var html = new HtmlWriter();
        html.Constant("<!DOCTYPE html>\n");
        using (html.Open("html", ("lang", "en")))
        {
            html.Line();
            WriteHead(html, content);
            using (html.Open("body"))
            {
                html.Line();
                WriteTop(html, content, now);
                WriteMain(html, content);
                html.Line();
            }

            html.Line();
        }

        return html.ToString();
    }

    private static void WriteHead(HtmlWriter html, ReportContent content)
    {
        using (html.Open("head"))
        {
            html.Line();
            html.Void("meta", ("charset", "utf-8"));
            html.Line();
            html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy));
            html.Line();
            html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            html.Line();
            html.Element("title", content.Title);
            html.Line();
            using (html.Open("style"))
            {
                html.Constant(ReportStyle.Css);
            }

            html.Line();
        }

        html.Line();
    }

    private static void WriteTop(HtmlWriter html, ReportContent content, DateTimeOffset now)
    {
        using (html.Open("header"))
        {
            html.Element("h1", content.Title);
            html.Line();
            foreach (var line in Lines(content.Description))
            {
                html.Element("p", line);
                html.Line();
            }

            using (html.Open("dl"))
            {
                html.Element("dt", "Made");
                using (html.Open("dd"))
                {
                    ReportTime.Write(html, now);
                }

                if (content.Accounts.Count > 0)
                {
                    html.Element("dt", content.Accounts.Count == 1 ? "Account" : "Accounts");
                    using (html.Open("dd"))
                    {
                        for (var i = 0; i < content.Accounts.Count; i++)
                        {
                            html.Text(i == 0 ? string.Empty : ", ");
                            html.Element("bdi", content.Accounts[i]);
                        }
                    }
                }

                WriteRead(html, content, now);
            }

            html.Line();
        }

        html.Line();
    }

    /// <summary>Says how old the states and the prices are: a plan may have been kept for a while.</summary>
    private static void WriteRead(HtmlWriter html, ReportContent content, DateTimeOffset now)
    {
        DateTimeOffset[] read =
        [
            .. content.Plans.Select(plan => plan.Reading).Concat(content.Unused.Select(thing => thing.Reading))
                .Where(reading => reading is not null).Distinct().Select(reading => now - reading!.Age),
        ];
        if (read.Length > 0)
        {
            html.Element("dt", "Read");
            using (html.Open("dd"))
            {
                ReportTime.WriteRange(html, read.Min(), read.Max());
            }
        }
    }

    private static void WriteMain(HtmlWriter html, ReportContent content)
    {
        (string Title, string Id, Action Write)[] sections =
        [
            .. Section(content.Plans.Count, "Release plan", "plan", new PlanSection(html, content).Write),
            .. Section(content.Results.Count, "Results", "results", new ResultSection(html, content).Write),
            .. Section(content.Unused.Count, "Unused", "unused", new UnusedSection(html, content).Write),
        ];
        if (sections.Length > 1)
        {
            using (html.Open("nav", ("aria-label", "Contents")))
            using (html.Open("p"))
            {
                for (var i = 0; i < sections.Length; i++)
                {
                    html.Text(i == 0 ? string.Empty : ", ");
                    html.Element("a", sections[i].Title, ("href", $"#{sections[i].Id}"));
                }
            }

            html.Line();
        }

        using (html.Open("main"))
        {
            // Whoever reads the page did not see the errors.
            if (content.Refused > 0)
            {
                html.Element("p", $"Not in this report: {ThingText.Count(content.Refused, "object")} that could not be reported.", ("class", "doubt"));
                html.Line();
            }
            else if (sections.Length == 0)
            {
                html.Element("p", Empty);
            }

            foreach (var (title, id, write) in sections)
            {
                using (html.Open("section", ("id", id)))
                {
                    html.Element("h2", title);
                    html.Line();
                    write();
                }

                html.Line();
            }
        }
    }

    private static (string, string, Action)[] Section(int count, string title, string id, Action write) => count == 0 ? [] : [(title, id, write)];

    private static IEnumerable<string> Lines(string? text)
        => (text ?? string.Empty).Replace("\r\n", "\n").Split('\n', '\r').Select(line => line.Trim()).Where(line => line.Length > 0);
}
