namespace ZenlayerZec.Client.Models;

/// <summary>A category of disks that a zone offers.</summary>
public sealed class ZecDiskCategory : ZecObject
{
    internal ZecDiskCategory(string zoneId, string category, Reading? reading)
    {
        ZoneId = zoneId;
        Category = category;
        Reading = reading;
    }

    /// <summary>The ID of the zone that offers it.</summary>
    public string ZoneId { get; }

    /// <summary>The category, as New-ZecDisk takes it, such as Standard NVMe SSD.</summary>
    public string Category { get; }

    /// <summary>The category.</summary>
    public override string ToString() => Category;
}
