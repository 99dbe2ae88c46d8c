using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeInstances: pages by number over what matches at the moment, so that rows move when instances go.</summary>
internal sealed class DescribeInstancesAction : SimulatedAction
{
    private const int DefaultPageSize = 20;

    public override ServiceRefusal? Run(byte[] body, SimulatedFleet fleet, SimulatorOptions options, Utf8JsonWriter response)
    {
        if (Read(body, ZecJsonContext.Default.DescribeInstancesRequest, out var request) is { } malformed)
        {
            return malformed;
        }

        if (Check(request!) is { } refusal)
        {
            return refusal;
        }

        var size = Math.Min(request!.PageSize ?? DefaultPageSize, options.PageSizeCap ?? int.MaxValue);
        var skip = ((request.PageNum ?? 1) - 1L) * size;
        var total = 0;
        response.WriteStartArray("dataSet");
        foreach (var instance in Candidates(request, fleet))
        {
            if (!Matches(request, instance.Instance))
            {
                continue;
            }

            if (total >= skip && total < skip + size)
            {
                response.WriteRawValue(instance.Json, skipInputValidation: true);
            }

            total++;
        }

        response.WriteEndArray();
        response.WriteNumber("totalCount", total);
        return null;
    }

    private static ServiceRefusal? Check(DescribeInstancesRequest request)
    {
        if (request.PageSize > DescribeInstancesRequest.MaximumPageSize)
        {
            return new ServiceRefusal(400, "INVALID_PARAMETER_EXCEED_MAXIMUM", "pageSize may be 1000.");
        }

        if (request.PageSize < 1 || request.PageNum < 1)
        {
            return new ServiceRefusal(400, "INVALID_PARAMETER_LESS_MINIMUM", "pageSize and pageNum start at 1.");
        }

        return TooMany("instanceIds", request.InstanceIds?.Count, DescribeInstancesRequest.MaximumInstanceIds)
            ?? TooMany("tagKeys", request.TagKeys?.Count, DescribeInstancesRequest.MaximumTags)
            ?? TooMany("tags", request.Tags?.Count, DescribeInstancesRequest.MaximumTags);
    }

    private static IEnumerable<SimulatedInstance> Candidates(DescribeInstancesRequest request, SimulatedFleet fleet)
        => request.InstanceIds is { Count: > 0 } ids
            ? ids.Distinct(StringComparer.Ordinal).Select(fleet.Find).OfType<SimulatedInstance>()
            : fleet.Instances;

    private static bool Matches(DescribeInstancesRequest request, ZecInstance instance)
        => Same(request.Status, instance.Status)
            && Same(request.ZoneId, instance.ZoneId)
            && Same(request.ImageId, instance.ImageId)
            && Same(request.ResourceGroupId, instance.ResourceGroupId)
            && HasAddress(request.Ipv4Address, instance)
            && HasAddress(request.Ipv6Address, instance)
            && (string.IsNullOrEmpty(request.Name) || instance.InstanceName?.IndexOf(request.Name, StringComparison.OrdinalIgnoreCase) >= 0)
            && (request.TagKeys ?? []).All(instance.Tags.ContainsKey)
            && (request.Tags ?? []).All(tag => instance.Tags.TryGetValue(tag.Key ?? string.Empty, out var value) && value == tag.Value);

    private static bool Same(string? wanted, string? actual) => string.IsNullOrEmpty(wanted) || wanted == actual;

    private static bool HasAddress(string? wanted, ZecInstance instance) => string.IsNullOrEmpty(wanted)
        || instance.PublicIpAddresses.Contains(wanted)
        || instance.PrivateIpAddresses.Contains(wanted);
}
