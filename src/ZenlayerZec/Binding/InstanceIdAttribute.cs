using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Binding;

/// <summary>
/// Binds instance IDs and nothing else. PowerShell turns any object into some text, so that without this a file, a process or a
/// number would be sent as an ID. What is no text is given a stand-in: the binder then still tries the object's InstanceId
/// property, and <see cref="ValidateInstanceIdAttribute"/> refuses what is left.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class InstanceIdAttribute : ArgumentTransformationAttribute
{
    /// <summary>
    /// An ID is a string. PowerShell passes an ID of digits that is typed without quotes as a number. IDs are long: a smaller number, such as
    /// the Id of a process or of a history entry, is not taken for one. Only a long is exactly what was typed. A decimal or a double was
    /// computed, converted, or is too large for an ID, and may have been rounded: [decimal]1394000000010000007.50 is 1394000000010000000.
    /// </summary>
    private const long SmallestUnquotedId = 1_000_000_000_000_000;

    /// <summary>Whether a result is refused: for a cmdlet that changes instances, which would not know which of the result's are meant.</summary>
    public bool RefusesResults { get; set; }

    /// <inheritdoc/>
    public override bool TransformNullOptionalParameters => true;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Items.Of(inputData) switch
    {
        var items when RefusesResults && items.Any(OperationRow.IsOne) => throw OperationRow.Refusal(),
        { Length: 0 } => throw new ArgumentTransformationMetadataException("The list of instance IDs is empty."),
        var items when items.Any(item => item is null) => throw new ArgumentTransformationMetadataException(
            "An instance ID is null: is a variable not set?"),
        var items when items.All(item => item is string or long) => items.Select(Text).ToArray(),
        var items => items.Select(item => new StandIn(Text(item))).ToArray(),
    };

    private static string Text(object? item) => item switch
    {
        string text => text,
        ZecInstance instance => instance.InstanceId,
        long number when number < SmallestUnquotedId => $"({number})",
        long number => number.ToString(CultureInfo.InvariantCulture),
        decimal or double or float or ulong => $"({item.GetType().Name}: it may have been rounded, so put the ID in quotes)",
        _ => $"({item!.GetType().FullName})",
    };

    /// <summary>
    /// Stands in the binder for an object that is no text, and becomes one only where nothing else of the object fits: an
    /// instance its ID, anything else a text that is refused.
    /// </summary>
    private sealed class StandIn(string text)
    {
        public override string ToString() => text;
    }
}
