using System.Text.Json;
using ZenlayerZec.Client.Json;
using ZenlayerZec.Client.Models;

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
        set
        {
            Instance.Status = value;
            _json = null;
        }
    }

    /// <summary>Whether it refuses to be released.</summary>
    public bool Refuses { get; set; }

    /// <summary>Whether it no longer exists.</summary>
    public bool IsGone { get; set; }

    public byte[] Json => _json ??= JsonSerializer.SerializeToUtf8Bytes(Instance, ZecJsonContext.Default.ZecInstance);
}
