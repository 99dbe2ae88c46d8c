namespace ZenlayerZec.Client.Json;

/// <summary>
/// Collects the values of an answer that could not be read. A JSON converter knows its field, and only once the whole item is read is it
/// known which item that was. It goes with the flow of the call, since an answer is read in pieces on several threads.
/// </summary>
internal sealed class OddValues
{
    /// <summary>How many are kept of one answer: enough to name some, and no answer makes the list grow without end.</summary>
    private const int Most = 1000;

    private static readonly AsyncLocal<OddValues?> Current = new();

    private readonly List<ZecOddValue> _found = [];
    private readonly List<string> _ofItem = [];

    private OddValues()
    {
    }

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<ZecOddValue> Found => _found;

    /// <summary>Begins to collect, for the caller and what it calls.</summary>
    public static OddValues Begin() => Current.Value = new OddValues();

    /// <summary>Notes a field of the item that is being read.</summary>
    public static void Note(string field)
    {
        if (Current.Value is { } values && values._ofItem.Count + values._found.Count < Most)
        {
            values._ofItem.Add(field);
        }
    }

    /// <summary>Ends an item, whose fields were noted.</summary>
    /// <param name="id">The item's ID.</param>
    public static void EndItem(string? id)
    {
        if (Current.Value is { _ofItem.Count: > 0 } values)
        {
            values._found.AddRange(values._ofItem.Select(field => new ZecOddValue(field, id ?? string.Empty)));
            values._ofItem.Clear();
        }
    }
}
