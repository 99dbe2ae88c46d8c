using ZenlayerZec.Simulator.Fleet;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>What sizes of instances cost by the hour. Nothing here is a price of the service.</summary>
internal static class InstanceRates
{
    private const double PerCore = 0.02;
    private const double PerGpuCore = 0.5;

    /// <summary>What the cores cost, and what the GPUs: one of the two is null.</summary>
    public static (double? Spec, double? Gpu) Of(int? cores, bool hasGpu) => hasGpu ? (null, cores * PerGpuCore) : (cores * PerCore, null);

    /// <summary>The same by a size's name; nothing where the zone does not have it.</summary>
    public static (double? Spec, double? Gpu)? Of(string? zoneId, string? instanceType)
        => Catalogue.FindInstanceType(zoneId, instanceType) is { } plain ? Of(plain.CpuCount, hasGpu: false)
            : Catalogue.FindGpuType(zoneId, instanceType) is { } fast ? Of(fast.CpuCount, hasGpu: true)
            : null;
}
