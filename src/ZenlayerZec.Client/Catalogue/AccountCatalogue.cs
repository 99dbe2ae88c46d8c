using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Catalogue;

/// <summary>
/// What an account offers and has, for suggestions while somebody types: it may be some minutes old, and is the first page of what
/// is paged, a thousand rows. Nothing is asked before somebody wants to know. Thread-safe.
/// </summary>
public sealed class AccountCatalogue
{
    private readonly ZecClient _client;
    private readonly ZecCallOptions _call = new();
    private readonly Memory<ZecZone> _zones;
    private readonly Memory<ZecRegion> _regions;
    private readonly Memory<ZecInstanceType> _types;
    private readonly Memory<ZecInstanceType> _gpuTypes;
    private readonly Memory<ZecInstanceType> _acceleratorTypes;
    private readonly Memory<ZecImage> _images;
    private readonly Dictionary<ResourceKind, Memory<ZecObject>> _kinds = [];
    private readonly Memory<string> _timeZones;

    /// <summary>A catalogue that knows nothing yet.</summary>
    /// <param name="client">The connection.</param>
    public AccountCatalogue(ZecClient client)
    {
        _client = client ?? throw new ArgumentNullException(nameof(client));
        _zones = Remember(async _ => (await client.DescribeZonesAsync(new DescribeZonesRequest(), _call, default).ConfigureAwait(false)).ZoneSet!);
        _regions = Remember(AskRegionsAsync);
        _timeZones = Remember(
            async _ => (await client.DescribeTimeZonesAsync(new DescribeTimeZonesRequest(), _call, default).ConfigureAwait(false)).TimeZones!);
        _types = Remember(AskTypesAsync);
        _gpuTypes = Remember(AskGpuTypesAsync);
        _acceleratorTypes = Remember(AskAcceleratorTypesAsync);
        _images = Remember(AskImagesAsync);
    }

    /// <summary>How long an answer is remembered.</summary>
    public static TimeSpan Age { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The zones.</summary>
    /// <returns>Ends when they are known.</returns>
    /// <exception cref="Errors.ZecException">They could not be asked for.</exception>
    public Task<IReadOnlyList<ZecZone>> ZonesAsync() => _zones.RecallAsync(string.Empty);

    /// <summary>The regions.</summary>
    /// <returns>Ends when they are known.</returns>
    /// <exception cref="Errors.ZecException">They could not be asked for.</exception>
    public Task<IReadOnlyList<ZecRegion>> RegionsAsync() => _regions.RecallAsync(string.Empty);

    /// <summary>The sizes that a zone offers.</summary>
    /// <param name="zoneId">The zone; null means all of them, each with its own.</param>
    /// <returns>Ends when they are known.</returns>
    /// <exception cref="Errors.ZecException">They could not be asked for.</exception>
    public Task<IReadOnlyList<ZecInstanceType>> InstanceTypesAsync(string? zoneId) => _types.RecallAsync(zoneId ?? string.Empty);

    /// <summary>The sizes with a GPU that a zone offers.</summary>
    /// <param name="zoneId">The zone; null means all of them, each with its own.</param>
    /// <returns>Ends when they are known.</returns>
    /// <exception cref="Errors.ZecException">They could not be asked for.</exception>
    public Task<IReadOnlyList<ZecInstanceType>> GpuInstanceTypesAsync(string? zoneId) => _gpuTypes.RecallAsync(zoneId ?? string.Empty);

    /// <summary>The sizes with an accelerator that a zone offers.</summary>
    /// <param name="zoneId">The zone; null means all of them, each with its own.</param>
    /// <returns>Ends when they are known.</returns>
    /// <exception cref="Errors.ZecException">They could not be asked for.</exception>
    public Task<IReadOnlyList<ZecInstanceType>> AcceleratorInstanceTypesAsync(string? zoneId)
        => _acceleratorTypes.RecallAsync(zoneId ?? string.Empty);

    /// <summary>The images that a zone has.</summary>
    /// <param name="zoneId">The zone.</param>
    /// <returns>Ends when they are known.</returns>
    /// <exception cref="Errors.ZecException">They could not be asked for.</exception>
    public Task<IReadOnlyList<ZecImage>> ImagesAsync(string zoneId) => _images.RecallAsync(zoneId);

    /// <summary>The things of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Ends when they are known.</returns>
    /// <exception cref="Errors.ZecException">They could not be asked for.</exception>
    internal Task<IReadOnlyList<ZecObject>> ThingsAsync(ResourceKind kind)
    {
        Memory<ZecObject>? memory;
        lock (_kinds)
        {
            if (!_kinds.TryGetValue(kind, out memory))
            {
                _kinds.Add(kind, memory = Remember(_ => kind.List.FirstPageAsync(_client, _call)));
            }
        }

        return memory.RecallAsync(string.Empty);
    }

    /// <summary>The time zones that an instance can have.</summary>
    /// <returns>Ends when they are known.</returns>
    /// <exception cref="Errors.ZecException">They could not be asked for.</exception>
    public Task<IReadOnlyList<string>> TimeZonesAsync() => _timeZones.RecallAsync(string.Empty);

    private Memory<T> Remember<T>(Func<string, Task<IReadOnlyList<T>>> ask) => new(_client.Options.Clock, ask);

    private async Task<IReadOnlyList<ZecInstanceType>> AskTypesAsync(string zoneId)
    {
        var request = new DescribeZoneInstanceConfigInfosRequest { ZoneId = zoneId.Length == 0 ? null : zoneId };
        return (await _client.DescribeZoneInstanceConfigInfosAsync(request, _call, default).ConfigureAwait(false)).InstanceTypeQuotaSet!;
    }

    private async Task<IReadOnlyList<ZecInstanceType>> AskGpuTypesAsync(string zoneId)
    {
        var request = new DescribeZoneGpuInstanceConfigInfosRequest { ZoneId = zoneId.Length == 0 ? null : zoneId };
        var action = ZecActions.DescribeZoneGpuInstanceConfigInfos;
        return (await _client.ListAsync(action, request, _call, answer => answer.InstanceTypeQuotaSet, default).ConfigureAwait(false)).InstanceTypeQuotaSet!;
    }

    private async Task<IReadOnlyList<ZecInstanceType>> AskAcceleratorTypesAsync(string zoneId)
    {
        var request = new DescribeZoneAcceleratorConfigInfosRequest { ZoneId = zoneId.Length == 0 ? null : zoneId };
        var action = ZecActions.DescribeZoneAcceleratorConfigInfos;
        var answer = await _client.ListAsync(action, request, _call, found => found.InstanceTypeQuotaSet, default).ConfigureAwait(false);
        return answer.InstanceTypeQuotaSet!;
    }

    private async Task<IReadOnlyList<ZecRegion>> AskRegionsAsync(string all)
        => (await _client.ListAsync(ZecActions.DescribeSubnetRegions, new DescribeSubnetRegionsRequest(), _call, answer => answer.RegionSet, default)
            .ConfigureAwait(false)).RegionSet!;

    private async Task<IReadOnlyList<ZecImage>> AskImagesAsync(string zoneId)
    {
        var request = new DescribeImagesRequest { ZoneId = zoneId, PageSize = DescribeImagesRequest.MaximumPageSize };
        return (await _client.DescribeImagesAsync(request, _call, default).ConfigureAwait(false)).DataSet ?? [];
    }
}
