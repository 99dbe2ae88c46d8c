namespace ZenlayerZec.Client.Models;

/// <summary>A way in which the public network of elastic IPs of a region can be paid for.</summary>
public sealed class ZecInternetChargeType : ZecObject
{
    internal ZecInternetChargeType(string regionId, string internetChargeType, string? networkLineType, Reading reading)
    {
        RegionId = regionId;
        InternetChargeType = internetChargeType;
        NetworkLineType = networkLineType;
        Reading = reading;
    }

    /// <summary>The ID of the region.</summary>
    public string RegionId { get; }

    /// <summary>The charge type, as New-ZecEip takes it, such as ByBandwidth.</summary>
    public string InternetChargeType { get; }

    /// <summary>The network line type that was asked for; null for none.</summary>
    public string? NetworkLineType { get; }

    /// <summary>The charge type.</summary>
    public override string ToString() => InternetChargeType;
}
