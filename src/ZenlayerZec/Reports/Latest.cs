namespace ZenlayerZec.Reports;

/// <summary>Things in the order in which they came. What comes again takes the place of what it was before, so that no sum has it twice.</summary>
/// <typeparam name="T">The type of the things.</typeparam>
/// <param name="key">What tells one from another.</param>
internal sealed class Latest<T>(Func<T, object> key)
{
    private readonly List<T> _items = [];
    private readonly Dictionary<object, int> _places = [];

    /// <summary>The things.</summary>
    public IReadOnlyList<T> Items => _items;

    /// <summary>How many were replaced by a later one.</summary>
    public int Replaced { get; private set; }

    /// <summary>Adds a thing.</summary>
    public void Add(T item)
    {
        var id = key(item);
        if (_places.TryGetValue(id, out var place))
        {
            _items[place] = item;
            Replaced++;
        }
        else
        {
            _places.Add(id, _items.Count);
            _items.Add(item);
        }
    }
}
