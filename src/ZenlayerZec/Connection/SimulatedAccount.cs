using ZenlayerZec.Client;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Connection;

/// <summary>Makes connections to a simulated account: the only place that touches the simulator, which is loaded only then.</summary>
internal static class SimulatedAccount
{
    public static ZecConnection Connect(int instanceCount, int failureCount, TimeSpan attemptTimeout)
    {
        var simulator = new SimulatorOptions { InstanceCount = instanceCount, FailureCount = failureCount };
        var credential = ZecCredential.FromAccessKey(simulator.AccessKeyId, simulator.AccessKeySecret, "simulator");
        var options = new ZecClientOptions(credential)
        {
            AttemptTimeout = attemptTimeout,
            Handler = new ZecSimulator(simulator).CreateHandler(),
        };
        return new ZecConnection(options, isSimulator: true);
    }
}
