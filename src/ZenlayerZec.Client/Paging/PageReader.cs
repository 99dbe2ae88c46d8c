namespace ZenlayerZec.Client.Paging;

/// <summary>
/// Reads lists to their end, several pages at a time. The service pages by number: when rows come or go between two pages, the
/// others move and a page skips some. A look whose pages do not fit together is followed by another, never by a short list.
/// </summary>
/// <param name="read">Reads a page: its number from 1, and how many rows it is to have.</param>
/// <param name="key">What a row is known by.</param>
/// <param name="pageSize">How many rows a page is asked to have.</param>
/// <param name="mostAtOnce">How many pages are read at a time.</param>
internal sealed class PageReader<TRow>(
    Func<int, int, CancellationToken, Task<Page<TRow>>> read, Func<TRow, string> key, int pageSize, int mostAtOnce)
{
    private const int MostLooks = 5;

    /// <summary>Told how many rows were read of how many, after every page; from any thread.</summary>
    public Action<int, int>? Progress { get; set; }

    /// <summary>Reads everything.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The list.</returns>
    public async Task<PagedList<TRow>> ListAsync(CancellationToken cancellationToken)
    {
        var earlier = new Dictionary<string, TRow>(StringComparer.Ordinal);
        var look = await LookAsync(int.MaxValue, null, cancellationToken).ConfigureAwait(false);
        for (var looks = 1; !look.IsWhole && looks < MostLooks; looks++)
        {
            foreach (var row in look.Rows)
            {
                earlier[key(row)] = row;
            }

            look = await LookAsync(int.MaxValue, null, cancellationToken).ConfigureAwait(false);
        }

        if (look.IsWhole)
        {
            return new PagedList<TRow>(look.Rows, look.TotalCount, []);
        }

        foreach (var row in look.Rows)
        {
            earlier.Remove(key(row));
        }

        return new PagedList<TRow>(look.Rows, look.TotalCount, [.. earlier.Values]) { IsSettled = false };
    }

    /// <summary>Reads from the start until there are enough. Not a snapshot, as no bounded list can be.</summary>
    /// <param name="count">How many are enough.</param>
    /// <param name="match">What a row must be to count; null where all do.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>At most so many rows.</returns>
    public async Task<PagedList<TRow>> TakeAsync(int count, Func<TRow, bool>? match, CancellationToken cancellationToken)
    {
        var look = await LookAsync(count, match, cancellationToken).ConfigureAwait(false);
        return new PagedList<TRow>([.. look.Rows.Take(count)], look.TotalCount, []);
    }

    /// <summary>Reads the pages once until enough rows match, or there are no more.</summary>
    private async Task<Look> LookAsync(int enough, Func<TRow, bool>? match, CancellationToken cancellationToken)
    {
        var size = match is null ? Math.Min(pageSize, Math.Max(enough, 1)) : pageSize;
        var look = new Look(key, match);
        for (var page = 1; ; page++)
        {
            var isNew = look.Add(await ReadAsync(page, size, look, cancellationToken).ConfigureAwait(false));
            if (look.Rows.Count >= enough || look.RowsRead >= look.TotalCount || !isNew)
            {
                return look;
            }

            if (page == 1)
            {
                // A service that gives smaller pages than were asked for is asked for what it gives from here on, so that the
                // page number counts the same rows on both sides.
                size = Math.Min(size, look.RowsRead);
                var pages = match is null ? PagesFor(Math.Min(enough, look.TotalCount), size) : 1;
                var others = await Concurrently.RunAsync(
                    pages - 1, mostAtOnce, (index, token) => ReadAsync(index + 2, size, look, token), cancellationToken).ConfigureAwait(false);
                foreach (var other in others)
                {
                    _ = look.Add(other);
                }

                if (look.Rows.Count >= enough || look.RowsRead >= look.TotalCount)
                {
                    return look;
                }

                page = pages;
            }
        }
    }

    private async Task<Page<TRow>> ReadAsync(int number, int size, Look look, CancellationToken cancellationToken)
    {
        var page = await read(number, size, cancellationToken).ConfigureAwait(false);
        Progress?.Invoke(look.Count(page.Rows.Count), page.TotalCount);
        return page;
    }

    private static int PagesFor(int rows, int size) => (rows / size) + (rows % size == 0 ? 0 : 1);

    /// <summary>One reading of the pages; whole where they fit together and are all there.</summary>
    private sealed class Look(Func<TRow, string> key, Func<TRow, bool>? match)
    {
        private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
        private int? _total;
        private int _arrived;
        private bool _fits = true;

        /// <summary>The rows that match, each once, in the service's order.</summary>
        public List<TRow> Rows { get; } = [];

        /// <summary>How many rows the pages had, doubles included.</summary>
        public int RowsRead { get; private set; }

        public int TotalCount => _total ?? 0;

        public bool IsWhole => _fits && _keys.Count == _total;

        /// <summary>Counts rows as they arrive, in any order; from any thread.</summary>
        public int Count(int rows) => Interlocked.Add(ref _arrived, rows);

        /// <summary>Takes in the next page.</summary>
        /// <returns>Whether it has a row that no page before it had.</returns>
        public bool Add(Page<TRow> page)
        {
            _fits &= _total is null || _total == page.TotalCount;
            _total = page.TotalCount;
            RowsRead += page.Rows.Count;
            var before = _keys.Count;
            Rows.AddRange(page.Rows.Where(row => _keys.Add(key(row)) && match?.Invoke(row) != false));
            return _keys.Count > before;
        }
    }
}
