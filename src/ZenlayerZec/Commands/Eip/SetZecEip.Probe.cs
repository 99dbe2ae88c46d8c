namespace ZenlayerZec.Commands.Eip;

/// <content>What a person is asked about a probe.</content>
public sealed partial class SetZecEipCommand
{
    private string Probe => (IcmpProbe, TcpProbePort) switch
    {
        (true, { } port) => $"ICMP and TCP port {port}",
        (true, null) => "ICMP alone",
        (false, { } port) => $"TCP port {port} alone",
        _ => "nothing",
    };
}
