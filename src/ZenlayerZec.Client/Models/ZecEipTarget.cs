namespace ZenlayerZec.Client.Models;

/// <summary>A private address that an elastic IP can be bound to.</summary>
public sealed class ZecEipTarget : ZecObject
{
    internal ZecEipTarget(string eipId, ZecEipLanIp? address, Reading reading)
    {
        EipId = eipId;
        LanIp = address?.LanIp;
        NicId = address?.NicId;
        NicName = address?.NicName;
        AttachedInstanceId = address?.InstanceId;
        AttachedInstanceName = address?.InstanceName;
        Reading = reading;
    }

    /// <summary>The ID of the elastic IP.</summary>
    public string EipId { get; }

    /// <summary>The private address.</summary>
    public string? LanIp { get; }

    /// <summary>The ID of the network interface that has the address.</summary>
    public string? NicId { get; }

    /// <summary>The name of the network interface.</summary>
    public string? NicName { get; }

    /// <summary>The ID of the instance that has the network interface; null where none has.</summary>
    public string? AttachedInstanceId { get; }

    /// <summary>The name of that instance.</summary>
    public string? AttachedInstanceName { get; }

    /// <summary>The private address.</summary>
    public override string ToString() => LanIp ?? string.Empty;
}
