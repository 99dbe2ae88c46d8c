using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Completion;

/// <summary>Completes a public address of an elastic IP, by address or by name.</summary>
internal sealed class EipAddressCompleter() : SeenCompleter(
    EipKind.Kind, thing => ((ZecEip)thing).PublicIpAddresses.Select(address => Of(address, ((ZecEip)thing).Name)));
