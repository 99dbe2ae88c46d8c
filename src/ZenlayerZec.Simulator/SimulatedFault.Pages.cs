using System.Text.Json.Nodes;

namespace ZenlayerZec.Simulator;

/// <content>
/// Lists that are not whole. They change the answer of a paged action; any other answer they leave as it is.
/// </content>
public sealed partial class SimulatedFault
{
    private const string Rows = "dataSet";
    private const string Total = "totalCount";

    /// <summary>A page without any of its rows, whose totalCount is true.</summary>
    public static SimulatedFault EmptyPage { get; } = Page("empty page", (page, _) => page[Rows] = new JsonArray());

    /// <summary>A page whose dataSet is null; its totalCount is true.</summary>
    public static SimulatedFault NullPage { get; } = Page("dataSet null", (page, _) => page[Rows] = null);

    /// <summary>A page without dataSet; its totalCount is true.</summary>
    public static SimulatedFault AbsentPage { get; } = Page("no dataSet", (page, _) => page.Remove(Rows));

    /// <summary>A page that lacks its last rows, whose totalCount is true.</summary>
    /// <param name="missing">How many rows it lacks; where it has no more than that, all.</param>
    /// <returns>The fault.</returns>
    public static SimulatedFault PartialPage(int missing)
        => Page($"page without {missing} rows", (page, rows) => page[Rows] = Take(rows, (long)rows.Count - missing));

    /// <summary>A page that lacks a share of its rows, the last ones, and at least one; its totalCount is true.</summary>
    /// <param name="missing">Which share it lacks, from 0 to 1.</param>
    /// <returns>The fault.</returns>
    public static SimulatedFault PartialPage(double missing) => Page(
        $"page without {missing:P0} of its rows",
        (page, rows) => page[Rows] = Take(rows, Math.Min(rows.Count - 1, (long)(rows.Count * (1 - missing)))));

    /// <summary>A page whose totalCount is not true.</summary>
    /// <param name="totalCount">What it says.</param>
    /// <returns>The fault.</returns>
    public static SimulatedFault TotalCount(int totalCount) => Page($"totalCount {totalCount}", (page, _) => page[Total] = totalCount);

    private static JsonArray Take(JsonArray rows, long count)
    {
        while (rows.Count > Math.Max(0, count))
        {
            rows.RemoveAt(rows.Count - 1);
        }

        // A node has one place: to be set again it must be somebody else's no more.
        return (JsonArray)rows.DeepClone();
    }

    private static SimulatedFault Page(string name, Action<JsonObject, JsonArray> change) => new(name, carriesOut: true, answer =>
    {
        if (answer.Status == 200 && JsonNode.Parse(answer.Body) is JsonObject envelope
            && envelope["response"] is JsonObject page && page[Rows] is JsonArray rows)
        {
            change(page, rows);
            answer.Body = Utf8(envelope.ToJsonString());
        }
    });
}
