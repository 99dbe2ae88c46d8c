using System.Globalization;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Kinds;

namespace ZenlayerZec.Reports;

/// <summary>How a thing is written in a cell: what it is, its name, what a person knows it by, its ID.</summary>
internal static class ThingText
{
    /// <summary>The class of text that is less important.</summary>
    public static readonly (string, string) Soft = ("class", "s");

    /// <summary>What a thing is, such as <c>Elastic IP</c>.</summary>
    /// <param name="kind">The kind, as <see cref="ZecDependent.Kind"/> has it.</param>
    public static string Kind(string kind) => Capital(AllKinds.NounOf($"Zec{kind}"));

    /// <summary>What several things are, such as <c>Elastic IPs</c>.</summary>
    /// <param name="kind">The kind, as <see cref="ZecDependent.Kind"/> has it.</param>
    public static string Kinds(string kind)
        => AllKinds.All.FirstOrDefault(one => one.Type.Name == $"Zec{kind}")?.TitlePlural ?? $"{Kind(kind)}s";

    /// <summary>A number of things, such as <c>3 instances</c>.</summary>
    /// <param name="count">The number.</param>
    /// <param name="noun">What one of them is.</param>
    /// <param name="plural">What several are, where that is not the noun with an s.</param>
    public static string Count(int count, string noun, string? plural = null) => $"{Number(count)} {(count == 1 ? noun : plural ?? $"{noun}s")}";

    /// <summary>A number as a text.</summary>
    public static string Number(int count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>Writes a name, whose direction of reading stays its own.</summary>
    public static void WriteName(HtmlWriter html, string? name)
    {
        if (!string.IsNullOrEmpty(name))
        {
            html.Element("bdi", name!);
            html.Text(" ");
        }
    }

    /// <summary>Writes a thing with its kind.</summary>
    public static void Write(HtmlWriter html, ZecDependent thing)
    {
        html.Element("span", Kind(thing.Kind), ("class", "k"));
        html.Text(" ");
        WriteDetail(html, thing.Detail);
        WriteName(html, thing.Name);
        html.Element("code", thing.Id);
    }

    /// <summary>Writes what a person knows a thing by.</summary>
    public static void WriteDetail(HtmlWriter html, string? detail)
    {
        if (!string.IsNullOrEmpty(detail))
        {
            using (html.Open("span", ("class", "v")))
            {
                html.Element("bdi", detail!);
            }

            html.Text(" ");
        }
    }

    /// <summary>Writes what the items of a thing cost, where it has more than one.</summary>
    public static void WriteItems(HtmlWriter html, IReadOnlyList<ZecCost> costs, PriceColumns prices)
    {
        if (costs.Count > 1)
        {
            html.Element("span", string.Join(", ", costs.Select(cost => $"{cost.Item} {prices.Text(cost.Price, cost.Per)} per {cost.Per.ToLowerInvariant()}")), ("class", "c"));
        }
    }

    /// <summary>Writes IDs one after the other.</summary>
    public static void WriteIds(HtmlWriter html, IReadOnlyList<string> ids)
    {
        using (html.Open("code", ("class", "ids")))
        {
            for (var i = 0; i < ids.Count; i++)
            {
                html.Text(i == 0 ? ids[i] : $" {ids[i]}");
            }
        }
    }

    private static string Capital(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text.Substring(1)}";
}
