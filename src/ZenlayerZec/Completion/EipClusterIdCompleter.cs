using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Completion;

/// <summary>Completes the ID of a bandwidth cluster: those that elastic IPs have, by ID or by name.</summary>
internal sealed class EipClusterIdCompleter() : SeenCompleter(
    EipKind.Kind, thing => [Of(((ZecEip)thing).BandwidthClusterId, ((ZecEip)thing).BandwidthClusterName)]);
