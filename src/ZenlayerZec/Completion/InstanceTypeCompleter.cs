using System.Collections;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Completion;

/// <summary>Completes a size of instance: of the zone where that is known, with a GPU or an accelerator where the switch for it is there.</summary>
internal sealed class InstanceTypeCompleter : AccountCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(ZecConnection connection, IDictionary bound)
    {
        var (zoneId, catalogue) = (ZoneId(bound), connection.Catalogue);
        var asking = bound.Contains("Gpu") ? catalogue.GpuInstanceTypesAsync(zoneId)
            : bound.Contains("Accelerator") ? catalogue.AcceleratorInstanceTypesAsync(zoneId)
            : catalogue.InstanceTypesAsync(zoneId);
        return
        [
            .. (await asking.ConfigureAwait(false))
                .GroupBy(type => type.InstanceType, StringComparer.Ordinal)
                .Select(same => new Suggestion(same.Key, Detail: Detail(same.First(), zoneId))),
        ];
    }

    private static string Detail(ZecInstanceType type, string? zoneId)
        => $"{type.CpuCount} CPU, {type.MemoryGiB} GiB{(zoneId is not null && type.WithStock == false ? ", sold out" : string.Empty)}";
}
