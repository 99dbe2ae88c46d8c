using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Filters;

/// <summary>
/// What a cmdlet lists of what there is to choose from, by its parameters. The cmdlets' base knows only this class, and not the one with the types of
/// the API.
/// </summary>
internal abstract class CatalogueQuery
{
    /// <summary>The names that were asked for.</summary>
    public NamePatterns Names { get; private protected set; } = new(null);

    /// <summary>Whether more than names was asked for, which may be the reason that one is not found.</summary>
    public bool IsFiltered { get; private protected set; }

    /// <summary>The IDs that are asked for: those that were given, and those that objects say.</summary>
    public abstract IEnumerable<string> IdsOf(IReadOnlyList<string> ids, IReadOnlyList<ZecObject> objects);

    /// <summary>Asks an account.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="call">The options of the call.</param>
    /// <param name="ids">The IDs of the places that are asked for.</param>
    /// <param name="objects">The objects whose rows are asked for; all are asked for where there are neither IDs nor objects.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The rows that match.</returns>
    /// <exception cref="Client.Errors.ZecException">The account could not be asked.</exception>
    public abstract Task<IReadOnlyList<CatalogueRow>> AskAsync(
        ZecClient client, ZecCallOptions call, IReadOnlyList<string> ids, IReadOnlyList<ZecObject> objects, CancellationToken stop);
}

/// <summary>
/// What one action lists. Places are put into the request where it can name them, and every row is tested here, since a service may overlook a filter.
/// </summary>
/// <param name="action">The action.</param>
/// <param name="rows">The list in its answer.</param>
internal sealed class CatalogueQuery<TRequest, TResponse, TRow>(ZecAction<TRequest, TResponse> action, Func<TResponse, IReadOnlyList<TRow>?> rows)
    : CatalogueQuery
    where TRequest : class, new()
    where TResponse : class
    where TRow : class
{
    private readonly Owners<TRequest, TRow> _owners = new();
    private readonly List<Func<TRow, bool>> _tests = [];
    private OwnerField<TRequest, TRow>? _place;
    private Func<TRow, string?>[] _names = [];
    private Func<TRow, IEnumerable<object>> _items = row => [row];

    /// <summary>The field that the IDs are about.</summary>
    public CatalogueQuery<TRequest, TResponse, TRow> ById(OwnerField<TRequest, TRow> place)
    {
        _place = place;
        return this;
    }

    /// <summary>Objects whose rows can be asked for.</summary>
    /// <param name="fields">The fields that say it, each with its value in an object.</param>
    public CatalogueQuery<TRequest, TResponse, TRow> Of<TOwner>(params (OwnerField<TRequest, TRow> Field, Func<TOwner, string?> Value)[] fields)
        where TOwner : ZecObject
    {
        _owners.Add(fields);
        return this;
    }

    /// <summary>Names with wildcards, any of which is enough.</summary>
    /// <param name="names">The parameter.</param>
    /// <param name="read">The names of a row, any of which may match.</param>
    public CatalogueQuery<TRequest, TResponse, TRow> Named(string[]? names, params Func<TRow, string?>[] read)
    {
        (Names, _names) = (new NamePatterns(names), read);
        return this;
    }

    /// <summary>What a row must be.</summary>
    /// <param name="isAsked">Whether the parameter was given.</param>
    /// <param name="test">The test.</param>
    public CatalogueQuery<TRequest, TResponse, TRow> Where(bool isAsked, Func<TRow, bool> test)
    {
        if (isAsked)
        {
            _tests.Add(test);
            IsFiltered = true;
        }

        return this;
    }

    /// <summary>What is emitted for a row, where it is not the row.</summary>
    public CatalogueQuery<TRequest, TResponse, TRow> Emit(Func<TRow, IEnumerable<object>> items)
    {
        _items = items;
        return this;
    }

    /// <inheritdoc/>
    public override IEnumerable<string> IdsOf(IReadOnlyList<string> ids, IReadOnlyList<ZecObject> objects)
        => Said(ids, objects).SelectMany(said => said.Where(one => one.Field == _place)).Select(one => one.Value!);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<CatalogueRow>> AskAsync(
        ZecClient client, ZecCallOptions call, IReadOnlyList<string> ids, IReadOnlyList<ZecObject> objects, CancellationToken stop)
    {
        var said = Said(ids, objects);
        if (said.Count > 0 && said.All(one => one.Length == 0))
        {
            return [];
        }

        var owners = new OwnerFilter<TRequest, TRow>(said);
        var request = new TRequest();
        owners.Fill(request);
        var answer = typeof(ZecObject).IsAssignableFrom(typeof(TRow))
            ? await client.ListAsync(action, request, call, found => (IReadOnlyList<ZecObject>?)rows(found), stop).ConfigureAwait(false)
            : await client.ReadAsync(action, request, call, found => rows(found)?.Count ?? 0, stop).ConfigureAwait(false);
        return
        [
            .. rows(answer)!.Where(row => owners.Match(row) && _tests.TrueForAll(test => test(row)))
                .Select(row => (Row: row, Names: Array.ConvertAll(_names, name => name(row)))).Where(one => Names.Match(one.Names))
                .Select(one => new CatalogueRow(_items(one.Row), _place?.Read(one.Row), one.Names)),
        ];
    }

    /// <summary>What the IDs and the objects say. An object that leaves out one of its fields says nothing: a GPU instance, which has no size, has no row.</summary>
    private List<(OwnerField<TRequest, TRow> Field, string? Value)[]> Said(IReadOnlyList<string> ids, IReadOnlyList<ZecObject> objects) =>
    [
        .. ids.Select(id => new[] { (_place!, (string?)id) }),
        .. objects.Select(_owners.Said).Select(said => said.All(one => !string.IsNullOrEmpty(one.Value)) ? said : []),
    ];
}
