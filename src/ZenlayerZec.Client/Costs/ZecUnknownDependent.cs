namespace ZenlayerZec.Client.Costs;

/// <summary>
/// What was not known of the things that an instance had when it was released: nothing said which they are. It is no claim that there are any. None of its
/// properties is called InstanceId, so that a row of it is never taken for an instance that is to be released.
/// </summary>
public sealed class ZecUnknownDependent
{
    internal ZecUnknownDependent(string kind, string releasedId, string? detail, string reason)
    {
        Kind = kind;
        ReleasedId = releasedId;
        Detail = detail;
        Reason = reason;
    }

    /// <summary>What kind of things, as in <see cref="ZecDependent.Kind"/>: Disk, Eip or Nic.</summary>
    public string Kind { get; }

    /// <summary>The ID of the instance that was released.</summary>
    public string ReleasedId { get; }

    /// <summary>What is known of them, such as the addresses of elastic IPs; null where nothing is.</summary>
    public string? Detail { get; }

    /// <summary>Why no more is known, as a sentence.</summary>
    public string Reason { get; }

    /// <summary>One line that can stand in a list, such as <c>Eip of 1394000000010000007 (203.0.113.7): Elastic IPs were not listed</c>.</summary>
    public override string ToString() => $"{Kind} of {ReleasedId}{(Detail is null ? string.Empty : $" ({Detail})")}: {Reason.TrimEnd('.')}";
}
