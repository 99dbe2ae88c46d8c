using System.Management.Automation;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Binding;

/// <summary>
/// Takes an instance out of what is piped: an instance as it was read, its state alone, or a row that says which instance it is about,
/// such as a line of a CSV file, a selection of properties, or an object that came from a file or another process.
/// </summary>
internal static class InstanceRow
{
    /// <summary>The instance that an object is about; null where it is about none.</summary>
    public static ZecInstance? Of(object? item) => item switch
    {
        ZecInstance instance => instance,
        ZecInstanceStatus status => new ZecInstance { InstanceId = status.InstanceId, Status = status.Status, Reading = status.Reading, AreTagsUnknown = true },
        PSObject { BaseObject: PSCustomObject } row => FromRow(row),
        _ => null,
    };

    private static ZecInstance? FromRow(PSObject row) => (PipedRow.Text(row, nameof(ZecInstance.InstanceId)) ?? PipedRow.Text(row, "Id")) is { } id && ValidateInstanceIdAttribute.IsValid(id)
        ? new ZecInstance
        {
            InstanceId = id,
            InstanceName = PipedRow.Text(row, nameof(ZecInstance.InstanceName)),
            Status = PipedRow.Text(row, nameof(ZecInstance.Status)) ?? PipedRow.Text(row, "InstanceStatus"),
            Account = PipedRow.Text(row, nameof(ZecInstance.Account)),
        }
        : null;
}
