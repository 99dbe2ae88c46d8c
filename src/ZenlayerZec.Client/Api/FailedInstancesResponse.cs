using System.Text.Json.Serialization;
using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Client.Api;

/// <summary>The answer to an action on several instances: Release, Start, Stop, Reboot and ResetInstances all give this one.</summary>
public sealed class FailedInstancesResponse : ZecResponse
{
    /// <summary>The request's ID, for the vendor's support.</summary>
    public string? RequestId { get; set; }

    /// <summary>The instances that the action did <em>not</em> take, without a reason; absent or empty means that it took all.</summary>
    [JsonConverter(typeof(IdListConverter))]
    public IReadOnlyList<string>? InstanceIds { get; set; }
}
