namespace ZenlayerZec.Filters;

/// <summary>
/// Which items belong to one of the objects that are piped; none at all asks for any. An object may say more than one field: an image means its
/// instances in the zone for which it was listed, since what a pipeline that names one zone lists is not to reach into another.
/// </summary>
internal sealed class OwnerFilter<TRequest, TItem>
{
    private readonly (OwnerField<TRequest, TItem> Field, string Value)[][] _owners;
    private readonly (OwnerField<TRequest, TItem>[] Fields, HashSet<string> Keys)[] _groups;

    /// <param name="owners">The objects, each as its fields with the values that it says; one that says none owns nothing.</param>
    public OwnerFilter(IReadOnlyList<(OwnerField<TRequest, TItem> Field, string? Value)[]> owners)
    {
        IsEmpty = owners.Count == 0;
        _owners =
        [
            .. owners.Select(owner => owner.Where(said => !string.IsNullOrEmpty(said.Value)).Select(said => (said.Field, said.Value!)).ToArray())
                .Where(owner => owner.Length > 0),
        ];

        // Objects that say the same fields are tested at once, however many they are.
        OwnerField<TRequest, TItem>[] fields = [.. Fields];
        _groups =
        [
            .. _owners.GroupBy(owner => string.Join(",", owner.Select(said => Array.IndexOf(fields, said.Field)))).Select(alike => (
                alike.First().Select(said => said.Field).ToArray(),
                new HashSet<string>(alike.Select(owner => Key(owner.Select(said => said.Value))), StringComparer.OrdinalIgnoreCase))),
        ];
    }

    /// <summary>Whether any item will do.</summary>
    public bool IsEmpty { get; }

    private IEnumerable<OwnerField<TRequest, TItem>> Fields => _owners.SelectMany(owner => owner).Select(said => said.Field).Distinct();

    /// <summary>Puts what all owners say into a request.</summary>
    public void Fill(TRequest request)
    {
        foreach (var field in Fields)
        {
            string?[] values = [.. _owners.Select(owner => Array.Find(owner, said => said.Field == field).Value).Distinct(StringComparer.OrdinalIgnoreCase)];
            if (values.Length <= field.Most && values.All(value => value is not null))
            {
                field.Set(request, values!);
            }
        }
    }

    /// <summary>Whether an item belongs to one of them.</summary>
    public bool Match(TItem item) => IsEmpty || IsOwned(item);

    /// <summary>A method of its own: what it captures would be made for each item, also where any will do.</summary>
    private bool IsOwned(TItem item) => _groups.Any(group => group.Keys.Contains(Key(group.Fields.Select(field => field.Read(item)))));

    private static string Key(IEnumerable<string?> values) => string.Join("\n", values);
}
