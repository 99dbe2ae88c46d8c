using System.Globalization;
using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Client.Paging;

/// <summary>
/// Reads lists to their end, several pages at a time. The service pages by number: when rows come or go between two pages, the
/// others move and a page skips some. A look whose pages do not fit together is followed by another, never by a short list. What
/// the service says of a list is bounded: a list without end is an error.
/// </summary>
/// <param name="action">The action that lists.</param>
/// <param name="read">Reads a page: its number from 1, and how many rows it is to have.</param>
/// <param name="key">The ID of a row.</param>
/// <param name="pageSize">How many rows a page is asked to have.</param>
/// <param name="mostAtOnce">How many pages are read at a time.</param>
internal sealed class PageReader<TRow>(
    string action, Func<int, int, CancellationToken, Task<Page<TRow>>> read, Func<TRow, string> key, int pageSize, int mostAtOnce)
{
    /// <summary>The most items of a list: no account comes near it, and the memory of one machine holds it.</summary>
    public const int MostRows = 1_000_000;

    /// <summary>The most pages of a list.</summary>
    public const int MostPages = 10_000;

    private const int MostLooks = 5;

    /// <summary>How many pages a list may grow by while it is read.</summary>
    private const int MostMorePages = 2;

    /// <summary>Told how many rows were read of how many, after every page; from any thread.</summary>
    public Action<int, int>? Progress { get; set; }

    /// <summary>Reads everything.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ZecAnswerException">The pages do not make a list.</exception>
    public async Task<PagedList<TRow>> ListAsync(CancellationToken cancellationToken)
        => (await ListUnlessAsync(_ => false, cancellationToken).ConfigureAwait(false))!;

    /// <summary>Reads everything, unless the first page shows that there is too much of it.</summary>
    /// <param name="isTooMuch">Whether that many rows are too many.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The list; null where there is too much.</returns>
    /// <exception cref="ZecAnswerException">The pages do not make a list.</exception>
    public async Task<PagedList<TRow>?> ListUnlessAsync(Func<int, bool> isTooMuch, CancellationToken cancellationToken)
    {
        var earlier = new Dictionary<string, TRow>(StringComparer.Ordinal);
        var look = await LookAsync(int.MaxValue, null, cancellationToken, isTooMuch).ConfigureAwait(false);
        if (look.IsLeft)
        {
            return null;
        }

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

        if (look.Fault is not null)
        {
            throw Incomplete(look);
        }

        foreach (var row in look.Rows)
        {
            earlier.Remove(key(row));
        }

        return new PagedList<TRow>(look.Rows, look.TotalCount, [.. earlier.Values]) { IsSettled = false };
    }

    /// <summary>Reads from the start until there are enough. Not a snapshot, as no bounded list can be.</summary>
    /// <param name="count">How many are enough.</param>
    /// <param name="match">Selects the rows that count; null where all do.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>At most so many rows.</returns>
    /// <exception cref="ZecAnswerException">The pages do not make a list.</exception>
    public async Task<PagedList<TRow>> TakeAsync(int count, Func<TRow, bool>? match, CancellationToken cancellationToken)
    {
        var look = await LookUntilAsync(count, match, MostLooks, one => one.Fault is null, cancellationToken).ConfigureAwait(false);
        return new PagedList<TRow>([.. look.Rows.Take(count)], look.TotalCount, []);
    }

    /// <summary>Reads everything, and keeps some rows of it. Nothing short of every row is a result.</summary>
    /// <param name="match">Selects the rows to keep.</param>
    /// <param name="looks">How many looks it may take.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="ZecAnswerException">No look was whole (<see cref="ZecAnswerException.Incomplete"/>).</exception>
    public async Task<IReadOnlyList<TRow>> WholeAsync(Func<TRow, bool> match, int looks, CancellationToken cancellationToken)
    {
        // A row without an ID may be any of those that were asked for.
        var look = await LookUntilAsync(int.MaxValue, match, looks, one => one.IsWhole && one.Unnamed == 0, cancellationToken).ConfigureAwait(false);
        return look.Rows;
    }

    /// <summary>Looks until a look is good enough, some times at most.</summary>
    private async Task<PageLook<TRow>> LookUntilAsync(
        int enough, Func<TRow, bool>? match, int looks, Func<PageLook<TRow>, bool> isGood, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            var look = await LookAsync(enough, match, cancellationToken).ConfigureAwait(false);
            if (isGood(look))
            {
                return look;
            }

            if (number >= looks)
            {
                throw Incomplete(look);
            }
        }
    }

    /// <summary>Reads the pages once until enough rows match, or there are no more.</summary>
    private async Task<PageLook<TRow>> LookAsync(
        int enough, Func<TRow, bool>? match, CancellationToken cancellationToken, Func<int, bool>? isTooMuch = null)
    {
        var size = match is null ? Math.Min(pageSize, Math.Max(enough, 1)) : pageSize;
        var look = new PageLook<TRow>(key, match);
        look.Add(await ReadAsync(1, size, look, cancellationToken).ConfigureAwait(false), size: 0);
        if (IsOver())
        {
            return look;
        }

        if (isTooMuch?.Invoke(look.TotalCount) == true)
        {
            look.IsLeft = true;
            return look;
        }

        // A service that gives smaller pages than were asked for is asked for what it gives from here on, so that the
        // page number counts the same rows on both sides.
        size = Math.Min(size, look.RowsRead);
        var pages = PagesFor(match is null ? Math.Min(enough, look.TotalCount) : look.TotalCount, size);

        // Whether there are enough rows that match is known only when a page is there.
        await Concurrently.RunAsync(
            pages - 1,
            match is null ? mostAtOnce : 1,
            (index, token) => ReadAsync(index + 2, size, look, token),
            page =>
            {
                look.Add(page, size);
                return !IsOver();
            },
            cancellationToken).ConfigureAwait(false);
        for (var page = pages + 1; !IsOver() && page <= pages + MostMorePages; page++)
        {
            look.Add(await ReadAsync(page, size, look, cancellationToken).ConfigureAwait(false), size);
        }

        if (!IsOver())
        {
            look.GiveUp();
        }

        return look;

        bool IsOver() => look.Rows.Count >= enough || look.IsAtEnd || look.Fault is not null;
    }

    private async Task<Page<TRow>> ReadAsync(int number, int size, PageLook<TRow> look, CancellationToken cancellationToken)
    {
        var page = await read(number, size, cancellationToken).ConfigureAwait(false);
        Progress?.Invoke(look.Count(page.Count), page.TotalCount);
        return page;
    }

    private int PagesFor(int rows, int size)
    {
        var pages = (rows / size) + (rows % size == 0 ? 0 : 1);
        return rows <= MostRows && pages <= MostPages ? pages : throw new ZecAnswerException(
            ZecAnswerException.ListTooLong,
            string.Format(
                CultureInfo.InvariantCulture,
                "{0} lists {1} items in pages of {2}. At most {3} items in {4} pages can be read.",
                action,
                rows,
                size,
                MostRows,
                MostPages))
        {
            Action = action,
            HttpStatus = 200,
        };
    }

    private ZecAnswerException Incomplete(PageLook<TRow> look) => new(
        ZecAnswerException.Incomplete, $"The list that {action} gave is not complete: {look.Lack}.")
    {
        Action = action,
        HttpStatus = 200,
        Aftermath = Aftermath.Unknown,
    };
}
