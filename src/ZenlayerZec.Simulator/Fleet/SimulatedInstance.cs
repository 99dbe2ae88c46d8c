using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Answers;

namespace ZenlayerZec.Simulator.Fleet;

/// <summary>An instance of the account, and its JSON, made once for each state that it is in.</summary>
internal sealed class SimulatedInstance(ZecInstance instance)
{
    private byte[]? _json;

    public ZecInstance Instance { get; } = instance;

    public string Id => Instance.InstanceId;

    public string Status
    {
        get => Instance.Status ?? string.Empty;
        set => Change(changed => changed.Status = value);
    }

    /// <summary>Whether it refuses whatever is done to it.</summary>
    public bool Refuses { get; set; }

    /// <summary>Whether it no longer exists.</summary>
    public bool IsGone { get; set; }

    /// <summary>The change of state that is ahead of it; null where it stays as it is.</summary>
    public AgendaItem? Next { get; set; }

    public byte[] Json => _json ??= InstanceJson.Of(Instance);

    public void Change(Action<ZecInstance> change)
    {
        change(Instance);
        _json = null;
    }
}
