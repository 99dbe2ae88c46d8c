using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Paging;

/// <summary>What a listing found.</summary>
public sealed class InstanceList
{
    internal InstanceList(IReadOnlyList<ZecInstance> instances, int totalCount, bool isSettled)
    {
        Instances = instances;
        TotalCount = totalCount;
        IsSettled = isSettled;
    }

    /// <summary>The instances, each once, in the service's order.</summary>
    public IReadOnlyList<ZecInstance> Instances { get; }

    /// <summary>How many match, by the service's last word.</summary>
    public int TotalCount { get; }

    /// <summary>False where the list kept changing under every look: all that was seen and is still there is in it, and something new may not be.</summary>
    public bool IsSettled { get; }
}
