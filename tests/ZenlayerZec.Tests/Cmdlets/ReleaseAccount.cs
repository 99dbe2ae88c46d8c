using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>An account with an instance that has one of everything that goes with it or stays, and one with a boot disk only.</summary>
internal static class ReleaseAccount
{
    public const string Second = "i-2";

    public const string Boot = "d-1";

    public const string Fixed = "d-2";

    public const string Portable = "d-3";

    public const string Interface = "n-2";

    public static async Task<ServedAccount> StartAsync(Action<SimulatorOptions>? configure = null)
    {
        var account = await ServedAccount.StartAsync(options =>
        {
            options.InstanceCount = 0;
            options.TransitionTime = TimeSpan.Zero;
            configure?.Invoke(options);
        });
        account.Simulator.Add(new()
        {
            InstanceId = "i-1",
            InstanceName = "web-1",
            ZoneId = "asia-east-1a",
            Status = "STOPPED",
            SystemDisk = new ZecSystemDisk { DiskId = Boot, SizeGiB = 40 },
            DataDisks =
            [
                new ZecDataDisk { DiskId = Fixed, DiskName = "logs", SizeGiB = 100, Portable = false },
                new ZecDataDisk { DiskId = Portable, DiskName = "data", SizeGiB = 1100, Portable = true },
            ],
            PublicIpAddresses = ["203.0.113.7"],
            Nics =
            [
                new ZecNic { NicId = "n-1", Type = "Primary", AttachedInstanceId = "i-1" },
                new ZecNic { NicId = Interface, Type = "Secondary", Name = "side", AttachedInstanceId = "i-1", PrimaryIPv4 = "10.0.0.9" },
            ],
        });
        account.Simulator.Add(new()
        {
            InstanceId = Second,
            InstanceName = "web-2",
            ZoneId = "asia-east-1a",
            Status = "STOPPED",
            SystemDisk = new ZecSystemDisk { DiskId = "d-9", SizeGiB = 40 },
        });
        return account;
    }

    /// <summary>The elastic IP of the first instance.</summary>
    public static string Eip(ServedAccount account) => account.Simulator.Rows("Eip")
        .Single(eip => eip.GetProperty("instanceId").GetString() == "i-1").GetProperty("eipId").GetString()!;

    /// <summary>The actions that were sent, without those that came before.</summary>
    public static string[] Sent(ServedAccount account, int since = 0) => [.. account.Simulator.Calls.Skip(since).Select(call => call.Action)];
}
