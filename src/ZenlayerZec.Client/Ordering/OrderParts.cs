using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Ordering;

/// <summary>
/// Cuts an order of any number of instances into requests that the service takes. Together they ask for what the whole would: names go on
/// numbering, and each elastic IP goes to one instance.
/// </summary>
public static class OrderParts
{
    private const int Size = CreateZecInstancesRequest.MaximumInstanceCount;

    /// <summary>Why an order cannot be placed as it is meant, as a sentence; null where it can. The service may still refuse it.</summary>
    /// <param name="order">The whole order.</param>
    public static string? Fault(CreateZecInstancesRequest order) => order switch
    {
        null => throw new ArgumentNullException(nameof(order)),
        { InstanceCount: not > 0 } => "An order is of one instance at least.",
        { Password: not null, KeyId: not null } => "A password and a key pair cannot be set both.",
        { EipIds: { } eips } when eips.Count != order.InstanceCount =>
            $"There has to be one elastic IP for each instance: there are {eips.Count} for {order.InstanceCount}.",
        { EipIds: { } eips } when eips.Distinct(StringComparer.Ordinal).Count() != eips.Count => "An elastic IP is named twice.",
        { InstanceName: { } name, InstanceCount: { } count } when NumberedName.IsTooHigh(name, LastStart(count)) =>
            "The numbers in the names come to more than 99999.",
        _ => null,
    };

    /// <summary>Cuts an order.</summary>
    /// <param name="order">The whole order, without a <see cref="Fault"/>.</param>
    /// <returns>The requests, in the order in which they number their instances.</returns>
    public static IReadOnlyList<CreateZecInstancesRequest> Cut(CreateZecInstancesRequest order)
        => Fault(order) is { } fault
            ? throw new ArgumentException(fault, nameof(order))
            : [.. Enumerable.Range(0, (LastStart(order.InstanceCount!.Value) / Size) + 1).Select(index => Part(order, index * Size))];

    private static int LastStart(int count) => (count - 1) / Size * Size;

    private static CreateZecInstancesRequest Part(CreateZecInstancesRequest order, int start)
    {
        var part = order.Copy();
        part.InstanceCount = Math.Min(Size, order.InstanceCount!.Value - start);
        part.EipIds = order.EipIds is null ? null : [.. order.EipIds.Skip(start).Take(Size)];
        part.InstanceName = order.InstanceName is null || start == 0 ? order.InstanceName : NumberedName.Continue(order.InstanceName, start);
        return part;
    }
}
