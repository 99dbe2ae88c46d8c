using System.Collections;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;

namespace ZenlayerZec.Filters;

/// <summary>What a cmdlet lists, by its parameters. The cmdlets' base knows only this class, and not the one with the types of the API.</summary>
internal abstract class ListQuery
{
    private readonly List<string> _warnings = [];

    /// <summary>The names that were asked for.</summary>
    public NamePatterns Names { get; private protected set; } = new(null);

    /// <summary>Whether more than names was asked for, which may be the reason that one is not found.</summary>
    public bool IsFiltered { get; private protected set; }

    /// <summary>What the wanted things were made of, where only things are wanted that outlived it; null where that does not matter.</summary>
    public GoneSource? Gone { get; private protected set; }

    /// <summary>Sentences about values that the API does not document.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Lists and emits.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    public abstract void Run(ListCmdlet cmdlet);

    /// <summary>Notes values that the API does not document.</summary>
    private protected void Warn(IEnumerable<string> warnings) => _warnings.AddRange(warnings);
}

/// <summary>
/// The filters of a cmdlet that lists, each as a field of the request, which narrows, and as a test of an item, which decides. What is piped on
/// from here may be destroyed: a filter that the service overlooked must not widen it.
/// </summary>
/// <param name="kind">What is listed.</param>
/// <param name="list">How it is listed.</param>
internal sealed class ListQuery<TRequest, TItem>(ResourceKind kind, KindList<TRequest, TItem> list) : ListQuery
    where TRequest : class, new()
    where TItem : ZecObject
{
    private readonly List<Action<TRequest>> _fills = [];
    private readonly List<Func<TItem, bool>> _tests = [];
    private readonly Owners<TRequest, TItem> _owners = new();
    private bool _isExact = true;

    /// <summary>What is emitted for an item; null for the item itself.</summary>
    public Func<TItem, object>? Emitted { get; init; }

    /// <summary>Names with wildcards, any of which is enough.</summary>
    /// <param name="names">The parameter.</param>
    /// <param name="hint">Puts a part of the name into a request; null where the service has no such filter.</param>
    public ListQuery<TRequest, TItem> Named(string[]? names, Action<TRequest, string?>? hint)
    {
        Names = new NamePatterns(names);
        return names is null
            ? this
            : Add(request => hint?.Invoke(request, Names.Hint), item => Names.Match(kind.NameOf(item)), isExact: false, isFilter: false);
    }

    /// <summary>States, any of which is enough.</summary>
    /// <param name="states">The parameter.</param>
    /// <param name="set">Puts the only state into a request; null where the service has no such filter.</param>
    public ListQuery<TRequest, TItem> InState(string[]? states, Action<TRequest, string>? set)
    {
        Warn(UnknownValues.Warnings($"state of {kind.One}", states?.Where(state => !kind.States.All.Contains(kind.States.Named(state))), kind.States.All));
        return With(states, set, item => kind.StateOf(item), kind.States.Named);
    }

    /// <summary>Values of a field, any of which is enough.</summary>
    /// <param name="values">The parameter.</param>
    /// <param name="set">Puts the only value into a request; null where the service has no such filter.</param>
    /// <param name="read">The value of an item.</param>
    /// <param name="named">How the API spells a value; null leaves it as it is.</param>
    public ListQuery<TRequest, TItem> With(
        string[]? values, Action<TRequest, string>? set, Func<TItem, string?> read, Func<string, string?>? named = null)
    {
        if (values is null)
        {
            return this;
        }

        var asked = new AskedValues(values, named);
        return Add(
            request =>
            {
                if (asked.Filter is { } only)
                {
                    set?.Invoke(request, only);
                }
            },
            item => asked.Match(read(item)),
            asked.IsExact && set is not null);
    }

    /// <summary>Values of which an item has to have any in a list.</summary>
    /// <param name="values">The parameter.</param>
    /// <param name="set">Puts them into a request.</param>
    /// <param name="read">The list of an item.</param>
    public ListQuery<TRequest, TItem> WithAny(string[]? values, Action<TRequest, IReadOnlyList<string>> set, Func<TItem, IEnumerable<string>> read)
        => values is null
            ? this
            : Add(request => set(request, values), item => read(item).Any(one => values.Contains(one, StringComparer.OrdinalIgnoreCase)), isExact: true);

    /// <summary>Whether a field is true or false.</summary>
    /// <param name="value">The parameter.</param>
    /// <param name="set">Puts it into a request; null where the service has no such filter.</param>
    /// <param name="read">The value of an item.</param>
    public ListQuery<TRequest, TItem> With(bool? value, Action<TRequest, bool?>? set, Func<TItem, bool?> read)
        => value is null ? this : Add(request => set?.Invoke(request, value), item => read(item) == value, isExact: set is not null);

    /// <summary>Tags, all of which are needed.</summary>
    /// <param name="tags">The parameter.</param>
    /// <param name="most">How many tags, and how many keys, a request may name.</param>
    /// <param name="set">Puts them into a request, as pairs and as keys.</param>
    public ListQuery<TRequest, TItem> Tagged(Hashtable? tags, int most, Action<TRequest, IReadOnlyList<TagPair>?, IReadOnlyList<string>?> set)
    {
        if (tags is null)
        {
            return this;
        }

        var asked = new TagFilter(tags, most);
        return Add(request => set(request, asked.Pairs, asked.Keys), item => kind.TagsOf(item) is { } has && asked.Match(has), asked.IsExact);
    }

    /// <summary>Tags, all of which are needed, where the service has no such filter.</summary>
    /// <param name="tags">The parameter.</param>
    public ListQuery<TRequest, TItem> Tagged(Hashtable? tags) => Tagged(tags, int.MaxValue, (_, _, _) => { });

    /// <summary>What is tested by more than one field.</summary>
    /// <param name="isAsked">Whether the parameter was given.</param>
    /// <param name="test">What an item must be.</param>
    /// <param name="fill">Narrows a request; null where the service has no such filter.</param>
    /// <param name="isExact">Whether the service's filter says it all.</param>
    public ListQuery<TRequest, TItem> Where(bool isAsked, Func<TItem, bool> test, Action<TRequest>? fill = null, bool isExact = false)
        => isAsked ? Add(request => fill?.Invoke(request), test, isExact) : this;

    /// <summary>What nobody uses.</summary>
    /// <param name="isAsked">Whether the parameter was given.</param>
    /// <param name="unused">Which things that are.</param>
    public ListQuery<TRequest, TItem> Where(bool isAsked, UnusedThings<TRequest, TItem> unused)
    {
        Gone = isAsked ? unused.Gone : null;
        return Where(isAsked, unused.IsOne, unused.Ask, unused.IsExact);
    }

    /// <summary>Objects that items belong to.</summary>
    /// <param name="fields">The fields by which they belong, each with its value in an object.</param>
    public ListQuery<TRequest, TItem> Of<TOwner>(params (OwnerField<TRequest, TItem> Field, Func<TOwner, string?> Value)[] fields)
        where TOwner : ZecObject
    {
        _owners.Add(fields);
        return this;
    }

    /// <inheritdoc/>
    public override void Run(ListCmdlet cmdlet) => cmdlet.ListBy(this, list.Lister, FilterFor, item => kind.NameOf(item), Emitted);

    private ItemFilter<TRequest, TItem> FilterFor(IReadOnlyList<ZecObject> objects)
    {
        var owners = new OwnerFilter<TRequest, TItem>([.. objects.Select(_owners.Said)]);
        var request = new TRequest();

        // What a parameter says stands over what the owners have in common; an item has to be both.
        owners.Fill(request);
        _fills.ForEach(fill => fill(request));
        return new ItemFilter<TRequest, TItem>(request, item => owners.Match(item) && IsAsked(item), _isExact && owners.IsEmpty);
    }

    /// <summary>A loop, since a test of all tests would be two more objects for each item of a list.</summary>
    private bool IsAsked(TItem item)
    {
        foreach (var test in _tests)
        {
            if (!test(item))
            {
                return false;
            }
        }

        return true;
    }

    private ListQuery<TRequest, TItem> Add(Action<TRequest> fill, Func<TItem, bool> test, bool isExact, bool isFilter = true)
    {
        _fills.Add(fill);
        _tests.Add(test);
        _isExact &= isExact;
        IsFiltered |= isFilter;
        return this;
    }
}
