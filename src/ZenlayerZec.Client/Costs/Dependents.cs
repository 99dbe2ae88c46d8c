using System.Globalization;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Client.Costs;

/// <summary>Describes things of different kinds alike.</summary>
internal static class Dependents
{
    /// <summary>The kind of load balancers, which belong to another service: only their IDs are known.</summary>
    public const string LoadBalancer = "LoadBalancer";

    /// <summary>The kind of a thing, as its cmdlets name it, such as Disk.</summary>
    /// <param name="thing">The thing.</param>
    public static string KindOf(ZecObject thing) => KindOf(thing.GetType());

    /// <summary>The kind of the things of a type.</summary>
    /// <param name="type">The type of their objects.</param>
    public static string KindOf(Type type) => type.Name.Substring("Zec".Length);

    /// <summary>The description of the things of a kind.</summary>
    /// <param name="kind">Its name, as <see cref="ZecDependent.Kind"/> has it; not that of load balancers.</param>
    public static ResourceKind ResourceOf(string kind) => AllKinds.All.First(one => KindOf(one.Type) == kind);

    /// <summary>What a thing is known by, and what it costs.</summary>
    /// <param name="thing">An instance, a disk, an elastic IP, a network interface or a snapshot.</param>
    /// <param name="costs">What its items cost.</param>
    public static ZecDependent Of(ZecObject thing, params ZecCost[] costs) => thing switch
    {
        ZecInstance one => Of(one, one.InstanceId, one.InstanceName, one.InstanceType, costs),
        ZecDisk one => Of(one, one.DiskId, one.DiskName, one.SizeGiB is { } size ? string.Format(CultureInfo.InvariantCulture, "{0} GiB", size) : null, costs),
        ZecEip one => Of(one, one.EipId, one.Name, string.Join(" ", one.PublicIpAddresses), costs),
        ZecNic one => Of(one, one.NicId, one.Name, one.PrimaryIPv4 ?? one.PrimaryIPv6, costs),
        ZecSnapshot one => Of(one, one.SnapshotId, one.SnapshotName, one.DiskId is { Length: > 0 } disk ? $"of {disk}" : null, costs),
        _ => throw new ArgumentException($"{thing.GetType().Name} is not a thing that goes or stays with an instance.", nameof(thing)),
    };

    private static ZecDependent Of(ZecObject thing, string id, string? name, string? detail, ZecCost[] costs)
        => new(KindOf(thing), id, name is { Length: > 0 } ? name : null, detail is { Length: > 0 } ? detail : null, costs)
        {
            ProtectedTag = AllKinds.All.FirstOrDefault(kind => kind.Type == thing.GetType()) is { } known && ProtectedTag.Of(known, thing) is { } tag
                ? VisibleText.Of(tag.ToString())
                : null,
        };
}
