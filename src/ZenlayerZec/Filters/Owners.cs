using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Filters;

/// <summary>By which fields items belong to objects, by the types of the objects.</summary>
internal sealed class Owners<TRequest, TItem>
{
    private readonly Dictionary<Type, Func<ZecObject, (OwnerField<TRequest, TItem> Field, string? Value)[]>> _owners = [];

    /// <summary>Notes how items belong to objects of a type.</summary>
    /// <param name="fields">The fields by which they belong, each with its value in an object.</param>
    public void Add<TOwner>((OwnerField<TRequest, TItem> Field, Func<TOwner, string?> Value)[] fields)
        where TOwner : ZecObject
        => _owners.Add(typeof(TOwner), owner => [.. fields.Select(field => (field.Field, field.Value((TOwner)owner)))]);

    /// <summary>What an object says of the items that belong to it.</summary>
    public (OwnerField<TRequest, TItem> Field, string? Value)[] Said(ZecObject owner) => _owners[owner.GetType()](owner);
}
