namespace ZenlayerZec.Simulator;

/// <summary>What a simulated account is like. The defaults are a small account of the service as it is documented.</summary>
public sealed class SimulatorOptions
{
    /// <summary>How many instances there are at the start.</summary>
    public int InstanceCount { get; set; } = 250;

    /// <summary>Another seed, another fleet; the same seed, the same fleet.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>How many instances refuse to be released: the first stopped ones, and when those are used up the first others.</summary>
    public int FailureCount { get; set; }

    /// <summary>Further instances that refuse to be released, by ID.</summary>
    public ISet<string> FailingInstanceIds { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>How long every answer takes.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>How long a release takes after its call was answered; zero means that the instance is gone with the answer.</summary>
    public TimeSpan ReleaseTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether released instances go to the recycle bin, where a second release destroys them.</summary>
    public bool RecycleBin { get; set; }

    /// <summary>How many requests a second are let through; null means any number.</summary>
    public int? RequestsPerSecond { get; set; }

    /// <summary>Whether a refusal for too many requests says how long to wait. The documentation does not tell what the service does.</summary>
    public bool SendsRetryAfter { get; set; } = true;

    /// <summary>The most rows a page has, whatever was asked for; null means as many as were asked for.</summary>
    public int? PageSizeCap { get; set; }

    /// <summary>
    /// Whether ReleaseInstances refuses a whole request that names an unknown instance, or lists it as failed. The documentation
    /// does not tell which the service does.
    /// </summary>
    public bool RejectsUnknownInstances { get; set; }

    /// <summary>The access key's ID that is let in.</summary>
    public string AccessKeyId { get; set; } = "simulated-key-id";

    /// <summary>The access key's secret that is let in.</summary>
    public string AccessKeySecret { get; set; } = "simulated-key-secret";

    /// <summary>The bearer token that is let in.</summary>
    public string Token { get; set; } = "simulated-token";
}
