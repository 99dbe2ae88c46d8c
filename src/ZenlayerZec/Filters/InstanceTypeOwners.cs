using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Filters;

/// <summary>The zones whose sizes are asked for, and the instances whose size is; none at all asks for any.</summary>
internal sealed class InstanceTypeOwners
{
    private readonly HashSet<string> _zones;
    private readonly HashSet<(string? ZoneId, string? InstanceType)> _types;
    private readonly AskedValues _all;

    public InstanceTypeOwners(IReadOnlyList<ZecObject> objects)
    {
        _zones = new(objects.OfType<ZecZone>().Select(zone => zone.ZoneId), StringComparer.OrdinalIgnoreCase);
        _types =
        [
            .. objects.OfType<ZecInstance>().Select(instance => (instance.ZoneId, instance.InstanceType)),
            .. objects.OfType<ZecInstanceType>().Select(type => (type.ZoneId, (string?)type.InstanceType)),
        ];
        IsEmpty = objects.Count == 0;
        _all = new AskedValues(_zones.Concat(_types.Select(type => type.ZoneId).OfType<string>()));
    }

    /// <summary>Whether any size will do.</summary>
    public bool IsEmpty { get; }

    /// <summary>The zone as a filter of the API; null where there is none, or more than one.</summary>
    public string? ZoneId => _all.Filter;

    /// <summary>Whether a size is one of theirs.</summary>
    public bool Match(ZecInstanceType type) => IsEmpty
        || (type.ZoneId is not null && (_zones.Contains(type.ZoneId) || _types.Contains((type.ZoneId, type.InstanceType))));
}
