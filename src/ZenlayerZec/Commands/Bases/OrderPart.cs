using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Ordering;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Commands.Bases;

/// <summary>A request of an order of instances.</summary>
internal static class OrderPart
{
    /// <summary>The request, as the base sends it.</summary>
    public static CreatePart Of(CreateZecInstancesRequest order) => new(order.InstanceCount!.Value, Target(order), Filters(order), async (client, call, stop) =>
    {
        var answer = await client.CreateZecInstancesAsync(order, call, stop).ConfigureAwait(false);
        var placed = new ZecInstanceOrder(order, answer, client.Options.Account) { Client = client };
        return new Created(placed.InstanceIds, placed.RequestId, placed.OrderNumber, placed);
    });

    /// <summary>The order, in words.</summary>
    public static string Target(CreateZecInstancesRequest order) => VisibleText.Of(
        $"{order.InstanceType} in {order.ZoneId}, image {order.ImageId}{(order.InstanceName is { } name ? $", name {name}" : string.Empty)}");

    private static string Filters(CreateZecInstancesRequest order)
        => CreatePart.FiltersOf(("ZoneId", order.ZoneId), ("Name", order.InstanceName is { } given ? NumberedName.AnyOf(given) : null));
}
