using ZenlayerZec.Simulator;

namespace ZenlayerZec.SimulatorServer;

/// <summary>What the command line may say.</summary>
/// <param name="Port">The port; 0 means any free one.</param>
/// <param name="Account">What the account is like.</param>
internal sealed record ServerOptions(int Port, SimulatorOptions Account)
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Usage = """
        A simulated ZEC account on 127.0.0.1, for any client of the API. Each option takes a value:
          --port N                   the port; 0 takes any free one (18080)
          --instances N              how many instances there are (250)
          --data-disks N             how many data disks each of them has (1)
          --eips N                   how many elastic IPs each of them has (1)
          --seed N                   another seed, another fleet (1)
          --failures N               how many instances refuse what is done to them (0)
          --latency MS               how long each answer takes (0)
          --release-time SECONDS     how long a release takes after its call (30)
          --transition-time SECONDS  how long a start, stop, restart, reset or creation takes (5)
          --recycle-bin true         released instances go to the recycle bin first
          --disk-recycle-bin false   released disks are gone at once
          --requests-per-second N    more are answered with 429
          --page-size-cap N          the most rows a page has, whatever was asked for
          --reject-unknown true      an unknown instance fails its whole request
          --access-key-id, --access-key-secret, --token    what is let in
        """;

    private static readonly Dictionary<string, Action<SimulatorOptions, string>> Settings = new()
    {
        ["instances"] = (options, value) => options.InstanceCount = Number(value),
        ["data-disks"] = (options, value) => options.DataDiskCount = Number(value),
        ["eips"] = (options, value) => options.EipCount = Number(value),
        ["seed"] = (options, value) => options.Seed = Number(value),
        ["failures"] = (options, value) => options.FailureCount = Number(value),
        ["latency"] = (options, value) => options.Latency = TimeSpan.FromMilliseconds(Number(value)),
        ["release-time"] = (options, value) => options.ReleaseTime = TimeSpan.FromSeconds(Number(value)),
        ["transition-time"] = (options, value) => options.TransitionTime = TimeSpan.FromSeconds(Number(value)),
        ["disk-recycle-bin"] = (options, value) => options.DiskRecycleBin = bool.Parse(value),
        ["recycle-bin"] = (options, value) => options.RecycleBin = bool.Parse(value),
        ["requests-per-second"] = (options, value) => options.RequestsPerSecond = Number(value),
        ["page-size-cap"] = (options, value) => options.PageSizeCap = Number(value),
        ["reject-unknown"] = (options, value) => options.RejectsUnknownInstances = bool.Parse(value),
        ["access-key-id"] = (options, value) => options.AccessKeyId = value,
        ["access-key-secret"] = (options, value) => options.AccessKeySecret = value,
        ["token"] = (options, value) => options.Token = value,
    };

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">An option is unknown, or its value is none.</exception>
    public static ServerOptions Parse(string[] args)
    {
        var account = new SimulatorOptions();
        var port = 18080;
        foreach (var (name, value) in new ConfigurationBuilder().AddCommandLine(args).Build().AsEnumerable())
        {
            if (name == "port")
            {
                port = Number(value!);
                continue;
            }

            if (!Settings.TryGetValue(name, out var set))
            {
                throw new FormatException($"There is no option --{name}.");
            }

            set(account, value!);
        }

        return new ServerOptions(port, account);
    }

    private static int Number(string value) => int.Parse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
}
