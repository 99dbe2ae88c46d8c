namespace ZenlayerZec.Simulator;

/// <summary>What a simulated account is like. The defaults are a small account of the service as it is documented.</summary>
public sealed class SimulatorOptions
{
    /// <summary>How many instances there are at the start.</summary>
    public int InstanceCount { get; set; } = 250;

    /// <summary>How many data disks each of them has, beside its boot disk.</summary>
    public int DataDiskCount { get; set; } = 1;

    /// <summary>How many elastic IPs each of them has.</summary>
    public int EipCount { get; set; } = 1;

    /// <summary>Another seed, another fleet; the same seed, the same fleet.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>
    /// How many instances refuse to be released, started, stopped, restarted or reset: the first stopped ones, and when those are used
    /// up the first others. They are always in the list of failed IDs.
    /// </summary>
    public int FailureCount { get; set; }

    /// <summary>How many instances have the tag zec:keep: the last stopped ones, and when those are used up the last others.</summary>
    public int ProtectedCount { get; set; }

    /// <summary>Further instances that refuse, by ID.</summary>
    public ISet<string> FailingInstanceIds { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Disks, snapshots and other things that refuse whatever is done to them, by ID. An action with a list of failed IDs lists them; any other
    /// refuses its whole request.
    /// </summary>
    public ISet<string> FailingIds { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>How long every answer takes.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>
    /// How long a release of an instance or a disk, or the deletion of a snapshot or a network interface, takes after its call was answered; zero means
    /// that it is gone with the answer.
    /// </summary>
    public TimeSpan ReleaseTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a start, a stop, a restart, a reset, a creation and whatever else takes its time take after their call was answered; zero means
    /// that they are done with the answer.
    /// </summary>
    public TimeSpan TransitionTime { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long single actions on disks, snapshots and other things take, by the action's name, such as <c>ResizeDisk</c>; the others take
    /// <see cref="TransitionTime"/> or <see cref="ReleaseTime"/>.
    /// </summary>
    public IDictionary<string, TimeSpan> ActionTimes { get; } = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);

    /// <summary>Instances that stay for ever in the state in between, by ID: whatever is begun with them, a release too, does not end.</summary>
    public ISet<string> StuckInstanceIds { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Disks, snapshots and other things that stay for ever in the state in between, by ID.</summary>
    public ISet<string> StuckIds { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Instances whose reset ends in REINSTALL_FAILED, by ID.</summary>
    public ISet<string> ResetFailingInstanceIds { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>How many of the instances that are created end in CREATE_FAILED: the first ones.</summary>
    public int CreateFailureCount { get; set; }

    /// <summary>How many of the disks and snapshots that are created end in FAILED: the first ones of each action, by its name.</summary>
    public IDictionary<string, int> FailingCreations { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Whether released instances go to the recycle bin, where a second release destroys them.</summary>
    public bool RecycleBin { get; set; }

    /// <summary>
    /// Whether released disks go to the recycle bin, as the vendor's clients know it, or are gone at once, as the documentation says. A disk that is
    /// released with its instance is gone at once, unless <see cref="DependentRecycleBin"/> says otherwise.
    /// </summary>
    public bool DiskRecycleBin { get; set; } = true;

    /// <summary>How long a disk is kept in the recycle bin.</summary>
    public TimeSpan DiskRetentionTime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// Whether released elastic IPs go to the recycle bin, as the vendor's clients know it, or are gone at once, as the documentation says of regular
    /// accounts. One that is released with its instance is gone at once, unless <see cref="DependentRecycleBin"/> says otherwise.
    /// </summary>
    public bool EipRecycleBin { get; set; } = true;

    /// <summary>How long an elastic IP is kept in the recycle bin.</summary>
    public TimeSpan EipRetentionTime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// Whether the detachable disks and the elastic IPs that are released with their instance go to their recycle bins, where there are any, or are gone at
    /// once. The documentation does not tell which the service does.
    /// </summary>
    public bool DependentRecycleBin { get; set; }

    /// <summary>How many requests a second are let through; null means any number.</summary>
    public int? RequestsPerSecond { get; set; }

    /// <summary>Whether a refusal for too many requests says how long to wait. The documentation does not tell what the service does.</summary>
    public bool SendsRetryAfter { get; set; } = true;

    /// <summary>The most rows a page has, whatever was asked for; null means as many as were asked for.</summary>
    public int? PageSizeCap { get; set; }

    /// <summary>
    /// Whether an action on several instances refuses a whole request that names an unknown one, or lists it as failed. The
    /// documentation does not tell which the service does, but for ModifyInstancesAttribute, which always refuses.
    /// </summary>
    public bool RejectsUnknownInstances { get; set; }

    /// <summary>The access key's ID that is let in.</summary>
    public string AccessKeyId { get; set; } = "simulated-key-id";

    /// <summary>The access key's secret that is let in.</summary>
    public string AccessKeySecret { get; set; } = "simulated-key-secret";

    /// <summary>The bearer token that is let in.</summary>
    public string Token { get; set; } = "simulated-token";
}
