using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Binding;

/// <summary>
/// Binds the IDs of things of one kind and nothing else. PowerShell turns any object into some text, so that without this a file, a process or a
/// number would be sent as an ID. What is no text is given a stand-in: the binder then still tries the object's property with the ID, and
/// <see cref="ValidateIdAttribute"/> refuses what is left.
/// </summary>
/// <param name="type">The type of the kind's objects.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdOfAttribute(Type type) : ArgumentTransformationAttribute
{
    /// <summary>
    /// An ID is a string. PowerShell passes an ID of digits that is typed without quotes as a number. IDs are long: a smaller number, such as
    /// the Id of a process or of a history entry, is not taken for one. Only a long is exactly what was typed. A decimal or a double was
    /// computed, converted, or is too large for an ID, and may have been rounded: [decimal]1394000000010000007.50 is 1394000000010000000.
    /// </summary>
    private const long SmallestUnquotedId = 1_000_000_000_000_000;

    /// <summary>Whether a result is refused: for a cmdlet that changes things, which would not know which of the result's are meant.</summary>
    public bool RefusesResults { get; set; }

    /// <summary>Whether things of another kind are refused, and not left to the other parameters.</summary>
    public bool RefusesOthers { get; set; }

    /// <summary>A type of objects that the parameter for objects takes too; null where there is none.</summary>
    public Type? Also { get; set; }

    /// <summary>A type of objects that are left to another parameter; null where there is none.</summary>
    public Type? Leaves { get; set; }

    /// <summary>Whether rules of security groups, which name their group, are left to another parameter.</summary>
    public bool LeavesRules { get; set; }

    /// <summary>Whether the parameter takes one ID, and not a list of them.</summary>
    public bool TakesOne { get; set; }

    /// <inheritdoc/>
    public override bool TransformNullOptionalParameters => true;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var items = Items.Of(inputData);
        if (!TakesOne && items.All(item => item is string) && items.Length > 0)
        {
            return items.Cast<string>().ToArray();
        }

        var kind = AllKinds.Of(type);
        return items switch
        {
            _ when RefusesResults && items.Any(OperationRow.IsOne) => throw OperationRow.Refusal(kind),
            _ when RefusesOthers
                && !items.Any(OperationRow.IsOne)
                && !items.All(item => OtherKind.IsPart(item, Also, kind))
                && !(LeavesRules && items.Any(RuleRow.IsOne))
                && !(Leaves is not null && items.Any(Leaves.IsInstanceOfType))
                && OtherKind.Refusal(items, kind) is { } refusal => throw refusal,
            { Length: 0 } => throw new ArgumentTransformationMetadataException($"The list of {kind.Noun} IDs is empty."),
            _ when items.Any(item => item is null) => throw new ArgumentTransformationMetadataException(
                $"The ID of {kind.One} is null: is a variable not set?"),
            _ when TakesOne => items is [var only] ? Text(only, kind) : throw new ArgumentTransformationMetadataException($"The ID of one {kind.Noun} is needed."),
            _ when items.All(item => item is string or long) => items.Select(item => Text(item, kind)).ToArray(),
            _ => items.Select(item => new StandIn(Text(item, kind))).ToArray(),
        };
    }

    private static string Text(object? item, ResourceKind kind) => item switch
    {
        string text => text,
        ZecObject thing when kind.Type.IsInstanceOfType(thing) => kind.IdOf(thing),
        long number when number < SmallestUnquotedId => $"({number})",
        long number => number.ToString(CultureInfo.InvariantCulture),
        decimal or double or float or ulong => $"({item.GetType().Name}: it may have been rounded, so put the ID in quotes)",
        _ => $"({item!.GetType().FullName})",
    };

    /// <summary>
    /// Stands in the binder for an object that is no text, and becomes one only where nothing else of the object fits: a thing of
    /// the kind its ID, anything else a text that is refused.
    /// </summary>
    private sealed class StandIn(string text)
    {
        public override string ToString() => text;
    }
}
