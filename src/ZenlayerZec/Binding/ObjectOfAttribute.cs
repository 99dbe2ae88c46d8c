using System.Management.Automation;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Binding;

/// <summary>
/// Binds things of one kind and what is about one, see <see cref="ThingRow"/>, and nothing else: PowerShell would make a thing of any hashtable or
/// object whose properties have fitting names. What is none is wrapped into something that cannot become one, so that the binder goes on to the
/// other ways to name things.
/// </summary>
/// <param name="type">The type of the kind's objects.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ObjectOfAttribute(Type type) : ArgumentTransformationAttribute
{
    /// <summary>Whether a result is refused: for a cmdlet that changes things, which would not know which of the result's are meant.</summary>
    public bool RefusesResults { get; set; }

    /// <summary>Whether things of another kind are refused, and not left to the other parameters.</summary>
    public bool RefusesOthers { get; set; }

    /// <summary>A type of objects that have the ID of such a thing, and stand for it here, where they say which part of it is meant; null where there is none.</summary>
    public Type? Also { get; set; }

    /// <summary>A type of objects that are left to another parameter; null where there is none.</summary>
    public Type? Leaves { get; set; }

    /// <summary>Whether rules of security groups, which name their group, are left to another parameter.</summary>
    public bool LeavesRules { get; set; }

    /// <summary>Whether it is the only way to name a thing: then what is none is an error that says so.</summary>
    public bool IsOnlyWay { get; set; }

    /// <inheritdoc/>
    public override bool TransformNullOptionalParameters => IsOnlyWay;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        // What most pipelines bring, thousands of times: one object of the kind, as it was read.
        if (Items.Unwrapped(inputData) is ZecObject one && one.GetType() == type)
        {
            var only = Array.CreateInstance(type, 1);
            only.SetValue(one, 0);
            return only;
        }

        return Transform(Items.Of(inputData), AllKinds.Of(type));
    }

    private object Transform(object?[] items, ResourceKind kind)
    {
        if (items.Any(OperationRow.IsOne))
        {
            return RefusesResults ? throw OperationRow.Refusal(kind) : new NotOne();
        }

        if ((LeavesRules && items.Any(RuleRow.IsOne)) || (Leaves is not null && items.Any(Leaves.IsInstanceOfType)))
        {
            return new NotOne();
        }

        items = [.. items.Select(item => OtherKind.IsPart(item, Also, kind) ? ThingRow.Part(item!, kind) ?? item : item)];
        if (RefusesOthers && OtherKind.Refusal(items, kind) is { } refusal)
        {
            throw refusal;
        }

        ZecObject?[] things = [.. items.Select(item => ThingRow.Of(item, kind))];
        return things.Length > 0 && things.All(thing => thing is not null) ? kind.ToArray(things!)
            : IsOnlyWay ? throw new ArgumentTransformationMetadataException(
                $"{char.ToUpperInvariant(kind.One[0])}{kind.One.Substring(1)} as {kind.GetCommand} returns it is needed. Is a variable not set, or is this an ID?")
            : new NotOne();
    }

    private sealed class NotOne;
}
