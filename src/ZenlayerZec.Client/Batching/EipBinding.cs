namespace ZenlayerZec.Client.Batching;

/// <summary>What elastic IPs are to be bound to: exactly one of a private address of a network interface, and of the others by their ID.</summary>
internal sealed record EipBinding
{
    /// <summary>The instance whose primary network interface is meant; null where that is named otherwise.</summary>
    public string? InstanceId { get; set; }

    /// <summary>The network interface; for an instance, known once that was looked at.</summary>
    public string? NicId { get; set; }

    /// <summary>The private address of the network interface.</summary>
    public string? LanIp { get; set; }

    /// <summary>The load balancer.</summary>
    public string? LoadBalancerId { get; set; }

    /// <summary>The NAT gateway.</summary>
    public string? NatGatewayId { get; set; }

    /// <summary>The high availability virtual IP.</summary>
    public string? HaVipId { get; set; }

    /// <summary>How they are bound; null for the default of the service.</summary>
    public string? BindType { get; set; }

    /// <summary>What they are bound to then; null for an instance that was not looked at.</summary>
    public string? AssociatedId => LoadBalancerId ?? NicId ?? NatGatewayId ?? HaVipId;
}
