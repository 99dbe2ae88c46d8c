namespace ZenlayerZec.Client.Models;

/// <summary>
/// The address by which a browser opens the console of an instance. Whoever has it needs no other credential: it is a secret, which only its property shows.
/// </summary>
public sealed class ZecInstanceVncUrl : ZecObject
{
    internal ZecInstanceVncUrl(string instanceId, string? url, Reading? reading)
    {
        InstanceId = instanceId;
        Url = url;
        Reading = reading;
    }

    /// <summary>The ID of the instance.</summary>
    public string InstanceId { get; }

    /// <summary>The address; null where the service gave none.</summary>
    public string? Url { get; }

    /// <summary>The ID of the instance: a text that stands for the object may end in a log.</summary>
    public override string ToString() => InstanceId;
}
