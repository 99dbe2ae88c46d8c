using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>DescribeInstances: the instances that match, a page of them.</summary>
internal sealed class DescribeInstancesAction()
    : PagedAction<DescribeInstancesRequest, DescribeInstancesResponse>(ZecActions.DescribeInstances)
{
    protected override ServiceRefusal? Run(
        DescribeInstancesRequest request, SimulatedFleet fleet, SimulatorOptions options, Utf8JsonWriter response)
    {
        if (Check(request) is { } refusal)
        {
            return refusal;
        }

        // Without a filter a page costs its rows only, not a look at the whole fleet.
        var rows = HasFilter(request)
            ? [.. fleet.Among(request.InstanceIds).Where(instance => Matches(request, instance.Instance))]
            : fleet.Among(request.InstanceIds);
        WritePage(
            response, rows, request.PageSize, request.PageNum, options, row => response.WriteRawValue(row.Json, skipInputValidation: true));
        return null;
    }

    private static ServiceRefusal? Check(DescribeInstancesRequest request)
        => CheckPage(request.PageSize, request.PageNum)
            ?? Refusals.TooMany("instanceIds", request.InstanceIds?.Count, DescribeInstancesRequest.MaximumInstanceIds)
            ?? Refusals.TooMany("tagKeys", request.TagKeys?.Count, DescribeInstancesRequest.MaximumTags)
            ?? Refusals.TooMany("tags", request.Tags?.Count, DescribeInstancesRequest.MaximumTags);

    private static bool HasFilter(DescribeInstancesRequest request)
        => new[]
            {
                request.Status, request.ZoneId, request.ImageId, request.ResourceGroupId, request.Ipv4Address, request.Ipv6Address, request.Name,
            }.Any(filter => !string.IsNullOrEmpty(filter))
            || request.TagKeys is { Count: > 0 }
            || request.Tags is { Count: > 0 };

    private static bool Matches(DescribeInstancesRequest request, ZecInstance instance)
        => Same(request.Status, instance.Status)
            && Same(request.ZoneId, instance.ZoneId)
            && Same(request.ImageId, instance.ImageId)
            && Same(request.ResourceGroupId, instance.ResourceGroupId)
            && HasAddress(request.Ipv4Address, instance)
            && HasAddress(request.Ipv6Address, instance)
            && IsLike(request.Name, instance.InstanceName)
            && HasTags(request.TagKeys, request.Tags, instance.Tags);

    private static bool HasAddress(string? wanted, ZecInstance instance) => string.IsNullOrEmpty(wanted)
        || instance.PublicIpAddresses.Contains(wanted)
        || instance.PrivateIpAddresses.Contains(wanted);
}
