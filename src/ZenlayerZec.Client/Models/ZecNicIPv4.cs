namespace ZenlayerZec.Client.Models;

/// <summary>A private IPv4 address of a network interface, beside its primary one. The API has no list of them: the network interface shows them.</summary>
public sealed class ZecNicIPv4 : ZecObject
{
    internal ZecNicIPv4(string nicId, string ipAddress)
    {
        NicId = nicId;
        IpAddress = ipAddress;
    }

    /// <summary>The ID of the network interface.</summary>
    public string NicId { get; }

    /// <summary>The address.</summary>
    public string IpAddress { get; }

    /// <summary>The address.</summary>
    public override string ToString() => IpAddress;
}
