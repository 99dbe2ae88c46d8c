namespace ZenlayerZec.Client.Models;

/// <summary>What an item of a disk costs today: Disk, Spec or Gpu.</summary>
public sealed class ZecDiskPrice : ZecPrice
{
    internal ZecDiskPrice(string item, ZecPriceItem price, string? diskId, Reading reading)
        : base(item, price, reading)
        => DiskId = diskId;

    /// <summary>The disk whose price it is; null for one that is not there yet.</summary>
    public string? DiskId { get; }

    /// <summary>What a disk does at most at the new size, in operations per second; null where the service does not say it.</summary>
    public int? MaxIops { get; internal set; }

    /// <summary>What a disk does at most at the new size, in MB/s; null where the service does not say it.</summary>
    public int? MaxBandwidthMBps { get; internal set; }
}
