namespace ZenlayerZec.Client.Json;

/// <summary>
/// Collects the values of an answer that could not be read. Only once the whole item is read is it known which item has the field that was
/// noted.
/// </summary>
internal sealed class OddValues
{
    /// <summary>How many are kept of one answer: enough to name some, and no answer makes the list grow without end.</summary>
    private const int Most = 1000;

    private readonly List<ZecOddValue> _found = [];
    private readonly List<string> _ofItem = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<ZecOddValue> Found => _found;

    /// <summary>What was found so far, what belongs to no item with an ID among it.</summary>
    public IReadOnlyList<ZecOddValue> All => [.. _found, .. _ofItem.Select(name => new ZecOddValue(name, string.Empty))];

    private bool IsRoom => _ofItem.Count + _found.Count < Most;

    /// <summary>Notes a field of the item that is being read.</summary>
    public void Note(string field)
    {
        if (IsRoom)
        {
            _ofItem.Add(field);
        }
    }

    /// <summary>Notes an item that has no ID.</summary>
    /// <param name="field">The field that should have it.</param>
    public void NoteMissing(string field)
    {
        if (IsRoom)
        {
            _found.Add(new ZecOddValue(field, string.Empty));
        }
    }

    /// <summary>Ends an item, whose fields were noted.</summary>
    /// <param name="id">The item's ID.</param>
    public void EndItem(string? id)
    {
        foreach (var field in _ofItem)
        {
            _found.Add(new ZecOddValue(field, id ?? string.Empty));
        }

        _ofItem.Clear();
    }

    /// <summary>Forgets what was noted and belongs to no item.</summary>
    public void Forget() => _ofItem.Clear();
}
