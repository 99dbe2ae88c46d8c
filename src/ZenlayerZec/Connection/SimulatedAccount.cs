using ZenlayerZec.Client;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Connection;

/// <summary>Creates the options of a connection to a simulated account: the only place that touches the simulator, which is loaded only then.</summary>
internal static class SimulatedAccount
{
    public static ZecClientOptions Options(string account, int instanceCount, int failureCount, int protectedCount)
    {
        var simulator = new SimulatorOptions { InstanceCount = instanceCount, FailureCount = failureCount, ProtectedCount = protectedCount };
        var credential = ZecCredential.FromAccessKey(simulator.AccessKeyId, simulator.AccessKeySecret, "simulator");
        return new ZecClientOptions(credential) { Account = account, Identity = account, Handler = new ZecSimulator(simulator).CreateHandler() };
    }
}
