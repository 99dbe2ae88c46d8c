using System.Text.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeInstances: the instances that match, a page of them.</summary>
internal sealed class DescribeInstancesAction() : PagedAction("DescribeInstances")
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        // Without a filter a page costs its rows only, not a look at the whole account.Fleet.
        var filter = new Filter(request);
        var among = account.Fleet.Among(request.Texts("instanceIds"));
        var rows = filter.IsEmpty ? among : [.. among.Where(instance => filter.LetsThrough(instance.Instance))];
        WritePage(response, rows, request, account.Options, row => response.WriteRawValue(row.Json, skipInputValidation: true));
        return null;
    }

    private sealed class Filter(JsonElement request)
    {
        private readonly string? _status = request.Text("status");
        private readonly string? _zoneId = request.Text("zoneId");
        private readonly string? _imageId = request.Text("imageId");
        private readonly string? _resourceGroupId = request.Text("resourceGroupId");
        private readonly string? _ipv4Address = request.Text("ipv4Address");
        private readonly string? _ipv6Address = request.Text("ipv6Address");
        private readonly string? _name = request.Text("name");
        private readonly IReadOnlyList<string> _tagKeys = request.Texts("tagKeys");
        private readonly IReadOnlyList<KeyValuePair<string, string?>> _tags = request.Pairs("tags");

        public bool IsEmpty => _tagKeys.Count == 0
            && _tags.Count == 0
            && new[] { _status, _zoneId, _imageId, _resourceGroupId, _ipv4Address, _ipv6Address, _name }.All(string.IsNullOrEmpty);

        public bool LetsThrough(ZecInstance instance)
            => Same(_status, instance.Status)
                && Same(_zoneId, instance.ZoneId)
                && Same(_imageId, instance.ImageId)
                && Same(_resourceGroupId, instance.ResourceGroupId)
                && HasAddress(_ipv4Address, instance)
                && HasAddress(_ipv6Address, instance)
                && IsLike(_name, instance.InstanceName)
                && HasTags(_tagKeys, _tags, instance.Tags);

        private static bool HasAddress(string? wanted, ZecInstance instance) => string.IsNullOrEmpty(wanted)
            || instance.PublicIpAddresses.Contains(wanted)
            || instance.PrivateIpAddresses.Contains(wanted);
    }
}
