using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Filters;

/// <summary>
/// Values that the API does not document for a parameter. They are asked for all the same, since the service may know newer ones; but one
/// that is misspelled lists nothing, and that must not look like an answer.
/// </summary>
internal static class UnknownValues
{
    private const int MostNear = 3;
    private const int MostEdits = 2;
    private const int ShortestBeginning = 3;

    /// <summary>A warning for each value that is not documented.</summary>
    /// <param name="what">What such a value is, such as "state of an instance".</param>
    /// <param name="asked">The values that were given; null for none.</param>
    /// <param name="known">The documented values.</param>
    public static IEnumerable<string> Warnings(string what, IEnumerable<string>? asked, IReadOnlyList<string> known) => (asked ?? [])
        .Where(value => !known.Contains(value, StringComparer.OrdinalIgnoreCase))
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Select(value => VisibleText.Of($"'{value}' is not a documented {what}. {Advice(value, known)}"));

    private static string Advice(string value, IReadOnlyList<string> known) => Near(value, known) is { Length: > 0 } near
        ? $"Did you mean {string.Join(" or ", near)}?"
        : $"The documented values are {string.Join(", ", known)}.";

    /// <summary>The known values that somebody may have meant by another one, the nearest first.</summary>
    public static string[] Near(string value, IReadOnlyList<string> known) =>
    [
        .. known.Select(one => (Value: one, Edits: Edits(value.ToUpperInvariant(), one.ToUpperInvariant())))
            .Where(one => one.Edits <= MostEdits || (value.Length >= ShortestBeginning && one.Value.StartsWith(value, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(one => one.Edits)
            .Select(one => one.Value)
            .Take(MostNear),
    ];

    /// <summary>How many letters must be added, removed or replaced, or neighbours exchanged, to make one text of the other.</summary>
    private static int Edits(string left, string right)
    {
        var edits = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                edits[i, j] = i == 0 || j == 0 ? i + j
                    : Math.Min(
                        Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1,
                        edits[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
                }
            }
        }

        return edits[left.Length, right.Length];
    }
}
