using System.Globalization;

namespace ZenlayerZec.Client.Paging;

/// <summary>One reading of a list's pages, in their order. It is whole when the pages fit together and every row came once.</summary>
/// <param name="key">The ID of a row.</param>
/// <param name="match">Selects the rows to keep; null keeps all. The others count as read.</param>
internal sealed class PageLook<TRow>(Func<TRow, string> key, Func<TRow, bool>? match)
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private int _arrived;
    private int _pages;
    private int? _total;
    private bool _fits = true;
    private string? _fault;

    /// <summary>The rows to keep, each once, in the service's order.</summary>
    public List<TRow> Rows { get; } = [];

    /// <summary>How many rows the pages had, duplicates included.</summary>
    public int RowsRead { get; private set; }

    /// <summary>How many rows have no ID.</summary>
    public int Unnamed { get; private set; }

    /// <summary>The total that the last page gave.</summary>
    public int TotalCount => _total ?? 0;

    /// <summary>Whether the pages have as many rows as the list.</summary>
    public bool IsAtEnd => RowsRead >= TotalCount;

    /// <summary>Whether nothing is missing, doubtful or there twice. It may have rows without an ID.</summary>
    public bool IsWhole => Fault is null && _fits && _keys.Count + Unnamed == _total && RowsRead == _total;

    /// <summary>
    /// What no list that merely changes while it is read explains, as the end of a sentence; null where there is no such thing.
    /// </summary>
    public string? Fault => _fault
        ?? (_fits && _keys.Count > TotalCount ? Text("{0} items came and totalCount is {1}", _keys.Count, TotalCount) : null);

    /// <summary>Whether it ended at its first page, since there are too many rows.</summary>
    public bool IsLeft { get; set; }

    /// <summary>Why the look is not whole, as the end of a sentence.</summary>
    public string Lack => Fault
        ?? (!_fits ? "totalCount changed from page to page"
            : RowsRead > _keys.Count + Unnamed ? Text("{0} items came more than once", RowsRead - _keys.Count - Unnamed)
            : Unnamed > 0 ? Text("{0} of {1} items have no ID", Unnamed, TotalCount)
            : Text("{0} of {1} items came", _keys.Count, TotalCount));

    /// <summary>Counts rows as they arrive, in any order; from any thread.</summary>
    public int Count(int rows) => Interlocked.Add(ref _arrived, rows);

    /// <summary>Takes in the next page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="size">How many rows it has where more follow; 0 for the first page, which shows that.</param>
    public void Add(Page<TRow> page, int size)
    {
        _pages++;
        _fits &= _total is null || _total == page.TotalCount;
        _total = page.TotalCount;
        RowsRead += page.Count;
        Unnamed += page.Unnamed;
        var before = _keys.Count;
        Rows.AddRange(page.Rows.Where(row => _keys.Add(key(row)) && match?.Invoke(row) != false));
        if (IsAtEnd)
        {
            return;
        }

        _fault ??= page.Count == 0 ? Text("page {0} is empty after {1} of {2} items", _pages, RowsRead, TotalCount)
            : _keys.Count == before && page.Unnamed == 0
                ? Text("page {0} has only items of earlier pages, and {1} of {2} came", _pages, _keys.Count, TotalCount)
            : page.Count < size
                ? Text("page {0} has {1} items in place of {2}, after which {3} of {4} had come", _pages, page.Count, size, RowsRead, TotalCount)
            : null;
    }

    /// <summary>Ends a look whose list grows faster than it is read.</summary>
    public void GiveUp() => _fault ??= Text("after {0} pages and {1} items, totalCount has grown to {2}", _pages, RowsRead, TotalCount);

    private static string Text(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
