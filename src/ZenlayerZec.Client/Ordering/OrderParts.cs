using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Ordering;

/// <summary>
/// Splits an order of any number of instances into requests that the service accepts. Together they order what the whole order would: the
/// numbers in names continue, and each elastic IP goes to one instance.
/// </summary>
public static class OrderParts
{
    private const int Size = CreateZecInstancesRequest.MaximumInstanceCount;

    /// <summary>The reason why an order is not valid, as a sentence; null if it is valid. The service may still refuse it.</summary>
    /// <param name="order">The whole order.</param>
    public static string? Fault(CreateZecInstancesRequest order) => order switch
    {
        null => throw new ArgumentNullException(nameof(order)),
        { InstanceCount: not > 0 } => "An order needs at least one instance.",
        { Password: not null, KeyId: not null } => "A password and a key pair cannot be combined.",
        { EipIds: { } eips } when eips.Count != order.InstanceCount =>
            $"Each instance needs one elastic IP: there are {eips.Count} for {order.InstanceCount} instances.",
        { EipIds: { } eips } when eips.Distinct(StringComparer.Ordinal).Count() != eips.Count => "An elastic IP is given twice.",
        { InstanceName: { } name, InstanceCount: { } count } when NumberedName.IsTooHigh(name, LastStart(count)) =>
            "The numbers in the names exceed 99999.",
        _ => null,
    };

    /// <summary>Splits an order.</summary>
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
