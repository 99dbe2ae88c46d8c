using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Kinds;

/// <summary>A kind of thing, with the type of its objects.</summary>
/// <param name="noun">What one of them is called.</param>
/// <param name="list">How they are listed.</param>
/// <param name="id">The ID of one.</param>
/// <param name="create">A thing with an ID, a name and a state, as a row says them.</param>
internal sealed class TypedKind<TItem>(string noun, KindList list, Func<TItem, string> id, Func<string, string?, string?, TItem> create)
    : ResourceKind(typeof(TItem), noun, list)
    where TItem : ZecObject
{
    /// <summary>The name of one; null where they have no names.</summary>
    public Func<TItem, string?>? Name { get; init; }

    /// <summary>The state of one; null where they have no states.</summary>
    public Func<TItem, string?>? State { get; init; }

    /// <summary>What tells one from others of the same name; null where its state is enough.</summary>
    public Func<TItem, string?>? Detail { get; init; }

    /// <summary>The tags of one, or null where they are not known; null where they have no tags.</summary>
    public Func<TItem, IReadOnlyDictionary<string, string>?>? Tags { get; init; }

    /// <summary>What stands for one, by its type.</summary>
    public IReadOnlyDictionary<Type, Func<ZecObject, TItem>> StandsFor { get; init; } = new Dictionary<Type, Func<ZecObject, TItem>>();

    public override bool HasTags => Tags is not null;

    public override IReadOnlyList<Type> StandIns => [.. StandsFor.Keys];

    public override string IdOf(ZecObject item) => id(Of(item));

    public override string? NameOf(ZecObject item) => Name?.Invoke(Of(item));

    public override string? StateOf(ZecObject item) => State?.Invoke(Of(item));

    public override string? DetailOf(ZecObject item) => Detail is null ? StateOf(item) : Detail(Of(item));

    public override IReadOnlyDictionary<string, string>? TagsOf(ZecObject item) => Tags?.Invoke(Of(item));

    public override ZecObject? Take(object? item) => item switch
    {
        TItem own => own,
        ZecObject other when StandsFor.TryGetValue(other.GetType(), out var become) => become(other),
        _ => null,
    };

    public override ZecObject? Read(Func<string, string?> text)
    {
        if ((text(IdName) ?? text("Id")) is not { } ofRow)
        {
            return null;
        }

        var read = create(ofRow, text(NameColumn), text("Status") ?? text($"{Stem}Status"));
        read.Account = text(nameof(ZecObject.Account));
        return read;
    }

    public override Array ToArray(IReadOnlyList<ZecObject> items) => items.Cast<TItem>().ToArray();

    private TItem Of(ZecObject item) => (TItem?)Take(item) ?? throw new ArgumentException($"{item.GetType().Name} is not {One}.", nameof(item));
}
