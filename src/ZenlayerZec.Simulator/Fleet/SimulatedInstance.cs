using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Time;

namespace ZenlayerZec.Simulator.Fleet;

/// <summary>An instance of the account, and its JSON, made once for each state that it is in.</summary>
internal sealed class SimulatedInstance(ZecInstance instance, int number) : IHasNext
{
    private byte[]? _json;

    /// <summary>Which of the account, from 0, those that are gone included.</summary>
    public int Number => number;

    public ZecInstance Instance { get; } = instance;

    public string Id => Instance.InstanceId;

    public string Status
    {
        get => Instance.Status ?? string.Empty;
        set => Change(changed => changed.Status = value);
    }

    /// <summary>Whether it refuses whatever is done to it.</summary>
    public bool Refuses { get; set; }

    /// <summary>Whether it was ordered and is not made yet.</summary>
    public bool IsNew { get; set; }

    /// <summary>Whether what belongs to it and can do without it stays when it is released.</summary>
    public bool KeepsDependents { get; set; }

    /// <summary>Whether it no longer exists.</summary>
    public bool IsGone { get; set; }

    /// <inheritdoc/>
    public AgendaItem? Next { get; set; }

    public byte[] Json => _json ??= InstanceJson.Of(Instance);

    public void Change(Action<ZecInstance> change)
    {
        change(Instance);
        _json = null;
    }
}
