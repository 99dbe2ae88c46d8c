using System.Globalization;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Tests.Reports;

/// <summary>Plans and unused things to report, without an account that they would be of.</summary>
internal static class Samples
{
    private static readonly string[] States = ["STOPPED", "RUNNING", "RECYCLE"];

    /// <summary>Plans of instances with a system disk, two data disks, two elastic IPs, a network interface and sometimes a snapshot.</summary>
    public static ZecReleasePlan[] Plans(int count, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(index => Plan(index, random))];
    }

    /// <summary>A plan of one instance.</summary>
    public static ZecReleasePlan Plan(string id, string? name, ZecDependent[] goes, ZecDependent[] stays, params ZecNotPriced[] notPriced)
        => new(new ZecInstance { InstanceId = id, InstanceName = name, Status = "STOPPED" }, keepDependentResource: false)
        {
            Goes = goes,
            Stays = stays,
            NotPriced = notPriced,
        };

    /// <summary>A disk that nobody uses.</summary>
    public static ZecUnused UnusedDisk(string id, string? name, string? notPriced, params ZecCost[] costs)
        => new(new ZecDisk { DiskId = id }, new ZecDependent("Disk", id, name, "100 GiB", costs))
        {
            CreateTime = new DateTimeOffset(2026, 9, 3, 23, 30, 0, TimeSpan.Zero),
            NotPriced = notPriced,
        };

    private static ZecReleasePlan Plan(int index, Random random)
    {
        var number = index.ToString("D5", CultureInfo.InvariantCulture);
        var id = $"13940000000100{number}";
        var keeps = false;
        List<ZecNotPriced> notPriced = [];
        ZecDependent[] goes =
        [
            new("Instance", id, $"web-{number}", "z2a.cpu.4", Hourly(random, "Instance")),
            new("Disk", $"13950000000{number}0", $"web-{number}", "40 GiB", Hourly(random, "Disk")),
            .. Enumerable.Range(1, 2).Select(disk => Disk($"13950000000{number}{disk}", random, notPriced)),
            new("Eip", $"13960000000{number}1", null, $"203.0.{index / 250 % 250}.{index % 250}", Hourly(random, "Address"), Hourly(random, "Bandwidth")),
            new("Eip", $"13960000000{number}2", $"vip-{number}", "2001:db8::1", new ZecCost("Bandwidth", random.Next(1, 90), "MONTH")),
            new("Nic", $"13970000000{number}1", null, "10.0.0.8"),
        ];
        ZecDependent[] stays = random.Next(3) > 0 ? [] : [new("Snapshot", $"13980000000{number}1", "before-upgrade", "of 13950000000{number}1")];
        notPriced.AddRange(stays.Select(snapshot => new ZecNotPriced("Snapshot", snapshot.Id, "The API has no price for snapshots.")));
        return new ZecReleasePlan(new ZecInstance { InstanceId = id, InstanceName = $"web-{number}", Status = States[random.Next(2)] }, keeps)
        {
            Goes = goes,
            Stays = stays,
            NotPriced = notPriced.ToArray(),
        };
    }

    private static ZecDependent Disk(string id, Random random, List<ZecNotPriced> notPriced)
    {
        if (random.Next(8) > 0)
        {
            return new ZecDependent("Disk", id, "data", $"{random.Next(1, 60) * 10} GiB", Hourly(random, "Disk"));
        }

        notPriced.Add(new ZecNotPriced("Disk", id, "It is prepaid until 2027-01-31."));
        return new ZecDependent("Disk", id, "data", "500 GiB");
    }

    private static ZecCost Hourly(Random random, string item) => new(item, random.Next(1, 2000) / 10000m, "HOUR");
}
