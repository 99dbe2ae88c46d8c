using System.Globalization;
using System.Text.RegularExpressions;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Reports;

/// <summary>What every report is, whatever it is about.</summary>
public sealed partial class PageTests : IDisposable
{
    private readonly PowerShellSession _session = new();

    private object[] Mixed => [.. Samples.Plans(12), Samples.UnusedDisk("d-1", "left", null, new ZecCost("Disk", 0.05m, "HOUR")), .. Results()];

    public void Dispose() => _session.Dispose();

    [Fact]
    public void It_is_complete_in_itself()
    {
        var page = Page.Of(_session, Mixed);

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", page.Text, StringComparison.Ordinal);
        Assert.All(["http:", "https:", "<script", " src=", "url(", "@import", "<link", "<img", "javascript"], fetched =>
            Assert.DoesNotContain(fetched, page.Text, StringComparison.OrdinalIgnoreCase));
        Assert.All(page.Elements("a"), link => Assert.Contains(page.Elements("section"), section => $"#{section.Attribute("id")!.Value}" == link.Attribute("href")!.Value));
        Assert.Equal("utf-8", page.Elements("meta").First().Attribute("charset")!.Value);
        Assert.Equal(["Release plan", "Results", "Unused"], page.Elements("h2").Select(title => title.Value));
    }

    [Fact]
    public void Every_edition_of_PowerShell_writes_it_as_it_is()
        => Assert.DoesNotContain(Page.Of(_session, Samples.UnusedDisk("d-1", "Müller 東京 👩‍💻", null)).Text, character => character is > '~' or (< ' ' and not '\n'));

    [Fact]
    public void A_screen_reader_finds_its_way()
    {
        var page = Page.Of(_session, Mixed);

        Assert.Single(page.Elements("h1"));
        Assert.All(page.Elements("table"), table => Assert.NotEmpty(table.Element("caption")!.Value));
        Assert.All(page.Elements("th"), head => Assert.NotNull(head.Attribute("scope")));
        Assert.All(page.Elements("thead").SelectMany(head => head.Descendants("th")), head => Assert.NotEmpty(head.Value));
        Assert.Single(page.Elements("main"));
    }

    [Fact]
    public void The_rows_of_each_table_are_as_wide_as_its_head()
        => Assert.All(Page.Of(_session, Mixed).Elements("table"), table =>
        {
            var width = table.Element("thead")!.Descendants("th").Count();
            var left = 0;
            foreach (var row in table.Descendants("tr").Where(row => row.Parent!.Name != "thead"))
            {
                var spanned = left > 0 ? 1 : 0;
                left = Math.Max(0, left - 1);
                Assert.Equal(width, spanned + row.Elements().Sum(cell => (int?)cell.Attribute("colspan") ?? 1));
                left = row.Elements().Select(cell => (int?)cell.Attribute("rowspan")).FirstOrDefault(span => span is not null) - 1 ?? left;
            }
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Its_text_can_be_told_from_its_ground_in_light_and_dark(bool isDark)
    {
        var schemes = Variables().Matches(Page.Of(_session, Mixed).Text).Select(match => match.Value).ToArray();
        var colours = Colour().Matches(schemes[isDark ? 1 : 0]).ToDictionary(match => match.Groups[1].Value, match => Luminance(match.Groups[2].Value));

        Assert.Equal(2, schemes.Length);
        Assert.All(["ink", "soft", "bad", "doubt"], text => Assert.All(["page", "band"], ground =>
        {
            var (light, dark) = (Math.Max(colours[text], colours[ground]), Math.Min(colours[text], colours[ground]));
            Assert.True((light + 0.05) / (dark + 0.05) >= 4.5, $"{text} on {ground}");
        }));
    }

    [Fact]
    public void What_came_from_elsewhere_is_never_markup()
    {
        const string Hostile = "</td></table><script>alert(1)</script><img src=x onerror='x'>\"><style>*{}</style>&amp;&lt;--><!-- ]]>";
        var dependent = new ZecDependent("Disk", Hostile, Hostile, Hostile, new ZecCost(Hostile, 1, "HOUR"), new ZecCost(Hostile, 1, "HOUR"));
        var plan = Samples.Plan(Hostile, Hostile, [dependent], [dependent], new ZecNotPriced(Hostile, Hostile, Hostile));
        plan.RecycleBin = new[] { dependent };
        plan.Account = Hostile;
        object[] all = [plan, Samples.UnusedDisk(Hostile, Hostile, Hostile, new ZecCost(Hostile, 1, Hostile))];
        _session["hostile"] = Hostile;

        var page = Page.Of(_session, all, "$it | ConvertTo-ZecReport -Title $hostile -Description $hostile");

        Assert.Equal(Page.Of(_session, Mixed).Elements("style").Single().Value, page.Elements("style").Single().Value);
        Assert.Empty(page.Elements("script").Concat(page.Elements("img")));
        Assert.Equal(Hostile, page.Elements("h1").Single().Value);
        Assert.Equal(Hostile, page.Elements("title").Single().Value);
        Assert.Contains(page.Elements("bdi"), name => name.Value == Hostile);
        Assert.DoesNotContain(page.Elements("body").Single().DescendantsAndSelf(), element => element.Attributes().Any(attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("web‮gpj.exe", "web\uFFFDgpj.exe")]
    [InlineData("a\u001b[31mb\0c\r\nd", "a\uFFFD[31mb\uFFFDc\uFFFD\uFFFDd")]
    [InlineData("نام سرور", "نام سرور")]
    public void A_name_is_seen_as_it_is_and_acts_on_nothing(string name, string seen)
        => Assert.Contains(Page.Of(_session, Samples.UnusedDisk("d-1", name, null)).Elements("bdi"), one => one.Value == seen);

    [Fact]
    public void Half_a_character_is_seen_as_a_mark()
        => Assert.Contains("lone \uFFFD surrogate", Page.Of(_session, Samples.UnusedDisk("d-1", $"lone {(char)0xD83D} surrogate", null)).Seen, StringComparison.Ordinal);

    [Fact]
    public void The_same_input_gives_the_same_page_but_for_the_time_in_any_culture()
    {
        object[] input = [.. Samples.Plans(30), Samples.UnusedDisk("d-1", "left", null, new ZecCost("Disk", 12345.678m, "MONTH"))];
        var page = Page.Of(_session, input);
        Assert.Contains("12,345.678", page.Seen, StringComparison.Ordinal);

        foreach (var culture in new[] { "de-DE", "fa-IR", "ar-SA", "th-TH" })
        {
            Assert.Equal(page.Timeless, Page.Of(_session, input, $"[cultureinfo]::CurrentCulture = '{culture}'; $it | ConvertTo-ZecReport").Timeless);
        }
    }

    [Fact]
    public void It_says_when_and_of_which_account_it_was_made()
    {
        var before = DateTimeOffset.Now.AddSeconds(-1);
        _session.Must("$c = Connect-Zec -Simulator -Name rehearsal -PassThru");

        var page = new Page(_session.Must("Get-ZecInstance -Status RUNNING -First 2 | Stop-ZecInstance | ConvertTo-ZecReport").Single<string>());

        var made = DateTimeOffset.Parse(page.Elements("time").First().Attribute("datetime")!.Value, CultureInfo.InvariantCulture);
        Assert.InRange(made, before, DateTimeOffset.Now);
        Assert.Contains("rehearsal", page.Elements("dl").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_input_it_says_that_there_is_nothing_to_report()
    {
        var page = Page.Of(_session, Array.Empty<object>());

        Assert.Contains("There is nothing to report", page.Seen, StringComparison.Ordinal);
        Assert.Empty(page.Elements("table"));
    }

    [Fact]
    public void The_title_and_the_description_are_those_that_were_given()
    {
        var page = Page.Of(_session, Samples.Plans(1), "$it | ConvertTo-ZecReport -Title 'Retirement, week 48' -Description \"One.`r`n`nTwo.\"");

        Assert.Equal("Retirement, week 48", page.Elements("h1").Single().Value);
        Assert.Equal(["One.", "Two."], page.Elements("header").Single().Elements("p").Select(line => line.Value));
    }

    [Theory]
    [InlineData("Get-ZecInstance -First 1", "This is an instance. To report what its release takes along, put Get-ZecReleasePlan in between.")]
    [InlineData("@(Get-ZecInstance -First 1 | Get-ZecReleasePlan -Detailed -NoPrice)[0]", "This is a row of Get-ZecReleasePlan -Detailed. Pipe the plans, without -Detailed.")]
    [InlineData("Get-ZecDisk -First 1", "This is something else: disk (ZecDisk).")]
    [InlineData("'i-1'", "This is something else: String.")]
    [InlineData("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($it, 3))", "This is a copy of a plan, which lacks prices. Make the plan again with Get-ZecReleasePlan.")]
    public void Any_other_object_is_an_error_and_the_page_is_made_of_the_rest(string script, string says)
    {
        _session.Must("Connect-Zec -Simulator");
        _session["it"] = Samples.Plans(1)[0];

        var run = _session.Run($"@($it; {script}) | ConvertTo-ZecReport");

        var error = Assert.Single(run.Errors);
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("NotReportable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(new Page(run.Single<string>()).Elements("h2"));
        Assert.Contains("Not in this report: 1 object that could not be reported.", new Page(run.Single<string>()).Seen, StringComparison.Ordinal);
        var nothing = new Page(_session.Run($"{script} | ConvertTo-ZecReport").Single<string>()).Seen;
        Assert.Contains("Not in this report: 1 object that could not be reported.", nothing, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing to report", nothing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_10_000_plans_has_them_all_and_less_than_2_KiB_for_each()
    {
        var plans = Samples.Plans(10000);

        var page = Page.Of(_session, plans);

        Assert.Equal(10000, page.Table("Instances").Elements("tbody").Count());
        Assert.InRange(page.Text.Length, 10000 * 500, 10000 * 2048);
    }

    private object[] Results()
    {
        _session.Must("Connect-Zec -Simulator -SimulatedFailureCount 2");
        return [.. _session.Must("Get-ZecInstance -Status STOPPED -First 5 | Remove-ZecInstance -Force 2>$null").Output];
    }

    private static double Luminance(string colour)
    {
        var digits = colour.Length == 3 ? string.Concat(colour.Select(digit => $"{digit}{digit}")) : colour;
        var parts = Enumerable.Range(0, 3).Select(part => int.Parse(digits.AsSpan(part * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex(@"--page:[^}]*")]
    private static partial Regex Variables();

    [GeneratedRegex("--([a-z]+): #([0-9a-f]+);")]
    private static partial Regex Colour();
}
