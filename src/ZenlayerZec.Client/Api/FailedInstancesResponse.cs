namespace ZenlayerZec.Client.Api;

/// <summary>
/// The answer of the actions on several instances: ReleaseInstances, StartInstances, StopInstances, RebootInstances and ResetInstances.
/// </summary>
public sealed class FailedInstancesResponse : ZecResponse
{
    /// <summary>The instances that the service did <em>not</em> accept, without a reason; absent or empty if it accepted all.</summary>
    public IReadOnlyList<string>? InstanceIds { get; set; }
}
