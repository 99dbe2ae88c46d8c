using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Filters;

/// <summary>
/// The zones and images whose instances are asked for; none at all asks for any. An image means its instances in the zone for which it was
/// listed: what a pipeline that names one zone lists is not to reach into another.
/// </summary>
internal sealed class InstanceOwners
{
    private readonly HashSet<string> _zones;
    private readonly HashSet<(string? ZoneId, string ImageId)> _images;
    private readonly IReadOnlyList<ZecObject> _objects;

    public InstanceOwners(IReadOnlyList<ZecObject> objects)
    {
        _objects = objects;
        _zones = new(objects.OfType<ZecZone>().Select(zone => zone.ZoneId), StringComparer.OrdinalIgnoreCase);
        _images = [.. objects.OfType<ZecImage>().Select(image => (image.ZoneId, image.ImageId))];
    }

    /// <summary>Whether any instance will do.</summary>
    public bool IsEmpty => _objects.Count == 0;

    /// <summary>The zone as a filter of the API; null where there is none, or more than one.</summary>
    public string? ZoneId => Only(_objects.Select(one => one is ZecZone zone ? zone.ZoneId : ((ZecImage)one).ZoneId));

    /// <summary>The image as a filter of the API; null where there is none, or more than one, or also a zone.</summary>
    public string? ImageId => Only(_objects.Select(one => (one as ZecImage)?.ImageId));

    /// <summary>Whether an instance belongs to one of them.</summary>
    public bool Match(ZecInstance instance) => IsEmpty
        || (instance.ZoneId is not null && _zones.Contains(instance.ZoneId))
        || (instance.ImageId is not null && (_images.Contains((instance.ZoneId, instance.ImageId)) || _images.Contains((null, instance.ImageId))));

    private static string? Only(IEnumerable<string?> ids) => ids.Distinct(StringComparer.OrdinalIgnoreCase).Take(2).ToArray() is [var only] ? only : null;
}
