namespace ZenlayerZec.Client.Paging;

/// <summary>Lists what an action has pages of, to the last item, and looks items up by ID; several requests at a time.</summary>
/// <typeparam name="TFilter">What the action is asked.</typeparam>
/// <typeparam name="TItem">What it lists.</typeparam>
public abstract class IdLister<TFilter, TItem>
{
    /// <summary>How often a look by ID that is not whole is made again.</summary>
    private const int MostLooks = 3;

    private readonly string _action;
    private readonly int _pageSize;
    private readonly int _mostIds;

    /// <param name="action">The action that lists.</param>
    /// <param name="client">The connection.</param>
    /// <param name="call">Options for these calls.</param>
    /// <param name="pageSize">The most items that a page has.</param>
    /// <param name="mostIds">The most IDs that a request names.</param>
    private protected IdLister(string action, ZecClient client, ZecCallOptions call, int pageSize, int mostIds)
    {
        _action = action;
        Client = client;
        Call = call;
        _pageSize = pageSize;
        _mostIds = mostIds;
    }

    private protected ZecClient Client { get; }

    private protected ZecCallOptions Call { get; }

    /// <summary>Told how many items were read of how many, after every page; from any thread.</summary>
    public Action<int, int>? Progress { get; set; }

    /// <summary>Lists every item that matches.</summary>
    /// <param name="filter">The filters; its page is ignored.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>The whole list. Where it is not settled, all that was seen and is still there is in it.</returns>
    /// <exception cref="Errors.ZecException">A call failed.</exception>
    public async Task<ItemList<TItem>> ListAsync(TFilter filter, CancellationToken cancellationToken)
        => await WithEarlierAsync(await Reader(filter).ListAsync(cancellationToken).ConfigureAwait(false), filter, cancellationToken).ConfigureAwait(false);

    /// <summary>Lists every item that matches, unless the first page shows that there are too many: then another way to read may take fewer requests.</summary>
    /// <param name="filter">The filters; its page is ignored.</param>
    /// <param name="isTooMuch">Whether that many items are too many.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    /// <returns>The whole list; null where there are too many.</returns>
    /// <exception cref="Errors.ZecException">A call failed.</exception>
    internal async Task<ItemList<TItem>?> ListUnlessAsync(TFilter filter, Func<int, bool> isTooMuch, CancellationToken cancellationToken)
        => await Reader(filter).ListUnlessAsync(isTooMuch, cancellationToken).ConfigureAwait(false) is { } list
            ? await WithEarlierAsync(list, filter, cancellationToken).ConfigureAwait(false)
            : null;

    private async Task<ItemList<TItem>> WithEarlierAsync(PagedList<TItem> list, TFilter filter, CancellationToken cancellationToken)
    {
        if (list.IsSettled)
        {
            return new ItemList<TItem>(list.Rows, list.TotalCount, isSettled: true);
        }

        // What only an earlier look saw may be gone by now, or no longer match: ask for it by ID, with the same filters.
        var again = await FindAsync([.. list.Earlier.Select(IdOf)], filter, cancellationToken).ConfigureAwait(false);
        return new ItemList<TItem>([.. list.Rows, .. again.Values], list.TotalCount, isSettled: false);
    }

    /// <summary>Lists from the start until enough match: what <c>-First</c> asks for. Not a snapshot, as no bounded list can be.</summary>
    /// <param name="filter">The filters; its page is ignored.</param>
    /// <param name="count">How many are enough.</param>
    /// <param name="match">What more an item must be; null where the service's filters say it all.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>At most <paramref name="count"/> items.</returns>
    /// <exception cref="Errors.ZecException">A call failed.</exception>
    public async Task<ItemList<TItem>> TakeAsync(
        TFilter filter, int count, Func<TItem, bool>? match, CancellationToken cancellationToken)
    {
        var list = await Reader(filter).TakeAsync(count, match, cancellationToken).ConfigureAwait(false);
        return new ItemList<TItem>(list.Rows, list.TotalCount, isSettled: true);
    }

    /// <summary>Looks items up by ID, in requests of as many as one may name. A look that is not whole is made again, unless
    /// the calls are to be one attempt each.</summary>
    /// <param name="ids">The IDs.</param>
    /// <param name="filter">Other filters that they have to match, too; its page is ignored.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>Those that are there, by ID. One that is not among them is not there: every page came, and no item is missing.</returns>
    /// <exception cref="Errors.ZecException">
    /// A call failed, or no look was whole (<see cref="Errors.ZecAnswerException.Incomplete"/>): then nothing is known of any ID.
    /// </exception>
    public async Task<IReadOnlyDictionary<string, TItem>> FindAsync(IReadOnlyList<string> ids, TFilter filter, CancellationToken cancellationToken)
    {
        // A service that ignores the filter gives items that nobody asked for.
        var asked = new HashSet<string>(ids, StringComparer.Ordinal);
        var found = new Dictionary<string, TItem>(StringComparer.Ordinal);
        await Concurrently.InPartsAsync(
            ids,
            _mostIds,
            Client.LimitOf(Call),
            (part, token) => Reader(Among(part, filter)).WholeAsync(item => asked.Contains(IdOf(item)), Call.IsOneAttempt ? 1 : MostLooks, token),
            items =>
            {
                foreach (var item in items)
                {
                    found[IdOf(item)] = item;
                }
            },
            cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <summary>What an item is known by.</summary>
    private protected abstract string IdOf(TItem item);

    /// <summary>The same filter for these IDs only.</summary>
    private protected abstract TFilter Among(IReadOnlyList<string> ids, TFilter filter);

    /// <summary>Reads a page.</summary>
    private protected abstract Task<Page<TItem>> ReadAsync(TFilter filter, int number, int size, CancellationToken cancellationToken);

    private PageReader<TItem> Reader(TFilter filter)
        => new(_action, (number, size, token) => ReadAsync(filter, number, size, token), IdOf, _pageSize, Client.LimitOf(Call))
        {
            Progress = Progress,
        };
}
