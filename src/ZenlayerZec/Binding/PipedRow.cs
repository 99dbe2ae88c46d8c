using System.Management.Automation;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Binding;

/// <summary>
/// An object of the module that came back from a file, from another process or from Select-Object: its properties, and the name of the
/// type that it had.
/// </summary>
internal static class PipedRow
{
    private static readonly string Space = $"{typeof(ZecObject).Namespace}.";

    /// <summary>The kind of object that a row once was, such as <c>ZecZone</c>; null where it was none of the module's.</summary>
    public static string? Kind(PSObject row) => row.TypeNames
        .Select(name => name.Substring(name.IndexOf(Space, StringComparison.Ordinal) is var start and >= 0 ? start : name.Length))
        .Where(name => name.Length > Space.Length)
        .Select(name => name.Substring(Space.Length))
        .FirstOrDefault();

    /// <summary>An object with the IDs of a row; null where the row does not have those that a kind needs.</summary>
    public static ZecObject? Read(PSObject row, Type kind)
    {
        var zoneId = Text(row, nameof(ZecZone.ZoneId));
        ZecObject? read = kind.Name switch
        {
            nameof(ZecZone) when zoneId is not null => new ZecZone { ZoneId = zoneId, RegionId = Text(row, nameof(ZecZone.RegionId)) },
            nameof(ZecRegion) when Text(row, nameof(ZecRegion.RegionId)) is { } regionId => new ZecRegion { RegionId = regionId },
            nameof(ZecImage) when zoneId is not null && Text(row, nameof(ZecImage.ImageId)) is { } imageId => new ZecImage { ImageId = imageId, ZoneId = zoneId },
            nameof(ZecInstanceType) when zoneId is not null && Text(row, nameof(ZecInstanceType.InstanceType)) is { } type
                => new ZecInstanceType { InstanceType = type, ZoneId = zoneId },
            nameof(ZecDisk) when Text(row, nameof(ZecDisk.AttachedInstanceId)) is { } instanceId
                => new ZecDisk { DiskId = Text(row, nameof(ZecDisk.DiskId)) ?? string.Empty, AttachedInstanceId = instanceId },
            nameof(ZecEip) when (Text(row, nameof(ZecEip.AttachedInstanceId)), Text(row, nameof(ZecEip.NicId))) is var (boundTo, boundNic)
                && (boundTo ?? boundNic) is not null
                => new ZecEip { EipId = Text(row, nameof(ZecEip.EipId)) ?? string.Empty, AttachedInstanceId = boundTo, NicId = boundNic },
            nameof(ZecNic) when Text(row, nameof(ZecNic.NicId)) is { } nicId => new ZecNic
            {
                NicId = nicId,
                AttachedInstanceId = Text(row, nameof(ZecNic.AttachedInstanceId)),
                SubnetId = Text(row, nameof(ZecNic.SubnetId)),
                VpcId = Text(row, nameof(ZecNic.VpcId)),
            },
            nameof(ZecPlacementGroup) when Text(row, nameof(ZecPlacementGroup.PlacementGroupId)) is { } groupId
                => new ZecPlacementGroup { PlacementGroupId = groupId, ZoneId = zoneId },
            nameof(ZecInstance) when zoneId is not null => new ZecInstance
            {
                InstanceId = Text(row, nameof(ZecInstance.InstanceId)) ?? string.Empty,
                ZoneId = zoneId,
                ImageId = Text(row, nameof(ZecInstance.ImageId)),
                InstanceType = Text(row, nameof(ZecInstance.InstanceType)),
                PlacementGroupId = Text(row, nameof(ZecInstance.PlacementGroupId)),
            },
            _ => null,
        };
        if (read is not null)
        {
            read.Account = Text(row, nameof(ZecObject.Account));
        }

        return read;
    }

    /// <summary>A property of a row that is text; null where it has none, or it is empty.</summary>
    public static string? Text(PSObject row, string name)
    {
        try
        {
            return Items.Unwrapped(row.Properties[name]?.Value) is string { Length: > 0 } text ? text : null;
        }
        catch (GetValueException)
        {
            // A property that cannot be read says nothing.
            return null;
        }
    }
}
