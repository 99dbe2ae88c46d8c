namespace ZenlayerZec.Client.Models;

/// <summary>A network line type that a region offers for elastic IPs.</summary>
public sealed class ZecNetworkLineType : ZecObject
{
    internal ZecNetworkLineType(string regionId, string networkLineType, Reading? reading)
    {
        RegionId = regionId;
        NetworkLineType = networkLineType;
        Reading = reading;
    }

    /// <summary>The ID of the region that offers it.</summary>
    public string RegionId { get; }

    /// <summary>The network line type, as New-ZecEip takes it, such as PremiumBGP.</summary>
    public string NetworkLineType { get; }

    /// <summary>The network line type.</summary>
    public override string ToString() => NetworkLineType;
}
