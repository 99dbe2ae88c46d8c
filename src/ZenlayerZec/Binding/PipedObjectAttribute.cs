using System.Management.Automation;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Binding;

/// <summary>
/// Binds objects of certain kinds by what they are, never by a property that happens to fit: a zone is piped to a cmdlet that lists the
/// instances of a zone, while an instance, which also has a ZoneId, is not taken for its zone. Anything else is wrapped into something that
/// cannot be bound, so that the binder goes on to the other parameters.
/// </summary>
/// <param name="kinds">The kinds, as the types of their objects.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PipedObjectAttribute(params Type[] kinds) : ArgumentTransformationAttribute
{
    /// <summary>Whether a row of no kind, such as a line of a CSV file, binds if it has a column ZoneId, as an image if it has ImageId too.</summary>
    public bool TakesRows { get; set; }

    /// <summary>Whether the ID of an instance is enough, so that a copy without its zone binds.</summary>
    public bool ById { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        ZecObject?[] objects = [.. Items.Of(inputData).Select(Object)];
        return objects.Length > 0 && objects.All(one => one is not null) ? objects : new NotPiped();
    }

    private ZecObject? Object(object? item) => item switch
    {
        ZecObject live => kinds.Contains(live.GetType()) ? live : null,
        PSObject { BaseObject: PSCustomObject } row => PipedRow.Kind(row) is { } kind
            ? kinds.FirstOrDefault(one => one.Name == kind) is { } type
                ? PipedRow.Read(row, type) ?? Named(row, type)
                : null
            : TakesRows ? PipedRow.Read(row, typeof(ZecImage)) ?? PipedRow.Read(row, typeof(ZecZone)) : null,
        _ => null,
    };

    /// <summary>A copy that says no more than its ID: one of the account's own images is of no zone.</summary>
    private ZecObject? Named(PSObject row, Type type) => type == typeof(ZecImage) || type == typeof(ZecImageCopyProgress) ? ThingRow.Of(row, ImageKind.Kind)
        : ById && type == typeof(ZecInstance) ? ThingRow.Of(row, InstanceKind.Kind)
        : null;

    private sealed class NotPiped;
}
