namespace ZenlayerZec.Client.Models;

/// <summary>A region by which the traffic of the elastic IPs of another region can go.</summary>
public sealed class ZecEipPeerRegion : ZecObject
{
    internal ZecEipPeerRegion(string regionId, string peerRegionId, string? networkLineType, Reading reading)
    {
        RegionId = regionId;
        PeerRegionId = peerRegionId;
        NetworkLineType = networkLineType;
        Reading = reading;
    }

    /// <summary>The ID of the region of the elastic IPs.</summary>
    public string RegionId { get; }

    /// <summary>The ID of the other region, as New-ZecEip takes it.</summary>
    public string PeerRegionId { get; }

    /// <summary>The network line type that was asked for; null for none.</summary>
    public string? NetworkLineType { get; }

    /// <summary>The ID of the other region.</summary>
    public override string ToString() => PeerRegionId;
}
