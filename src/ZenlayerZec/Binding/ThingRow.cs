using System.Management.Automation;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Binding;

/// <summary>
/// Takes a thing of a kind out of what is piped: a thing as it was read, what stands for it, or a row that says which thing it is about, such as a
/// line of a CSV file, a selection of properties, or an object that came from a file or another process.
/// </summary>
internal static class ThingRow
{
    /// <summary>The thing that an object is about; null where it is about none of this kind.</summary>
    public static ZecObject? Of(object? item, ResourceKind kind) => item switch
    {
        ZecObject live => kind.Take(live),
        PSObject { BaseObject: PSCustomObject } row when OtherKind.Sentence(row, kind) is null => FromRow(row, kind),
        _ => null,
    };

    /// <summary>The thing that an object is a part of, by the ID that it has; null where it has none.</summary>
    public static ZecObject? Part(object item, ResourceKind kind) => FromRow(PSObject.AsPSObject(item), kind);

    /// <summary>The name of a copy whose kind calls it Name. In a row, that column may have the name that a thing is to get.</summary>
    private static string? NameOf(PSObject row, string column, ResourceKind kind)
        => column == kind.NameColumn && PipedRow.Kind(row) == kind.Type.Name ? PipedRow.Text(row, "Name") : null;

    private static ZecObject? FromRow(PSObject row, ResourceKind kind)
        => kind.Read(name => PipedRow.Text(row, name) ?? NameOf(row, name, kind)) is { } read && ValidateIdAttribute.IsValid(kind.IdOf(read)) ? read : null;
}
