using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Completion;

/// <summary>
/// Completes what the account's instances have, for things that this module cannot list by themselves: among the first thousand instances.
/// </summary>
/// <param name="seen">The values of an instance, with their names where they have any.</param>
internal abstract class SeenValueCompleter(Func<ZecInstance, IEnumerable<Suggestion?>> seen)
    : SeenCompleter(InstanceKind.Kind, thing => seen((ZecInstance)thing));

/// <summary>Completes the ID of an SSH key pair.</summary>
internal sealed class KeyIdCompleter() : SeenValueCompleter(instance => [Of(instance.KeyId)]);

/// <summary>Completes the ID of a network interface of an instance, by ID or by name.</summary>
internal sealed class InstanceNicIdCompleter() : SeenValueCompleter(instance => instance.Nics.Select(nic => Of(nic.NicId, nic.Name)));

/// <summary>Completes a private IPv4 address of a network interface.</summary>
internal sealed class LanIpCompleter() : SeenValueCompleter(instance => instance.Nics.SelectMany(nic => nic.PrivateIpAddresses).Select(address => Of(address)));

/// <summary>Completes the ID of a resource group, by ID or by name.</summary>
internal sealed class ResourceGroupIdCompleter() : SeenValueCompleter(
    instance => [Of(instance.ResourceGroupId, instance.ResourceGroupName)]);

/// <summary>Completes an IPv4 address, public or private.</summary>
internal sealed class IPv4AddressCompleter() : SeenValueCompleter(
    instance => instance.PublicIpAddresses.Concat(instance.PrivateIpAddresses).Where(address => address.IndexOf(':') < 0)
        .Select(address => Of(address)));

/// <summary>Completes an IPv6 address.</summary>
internal sealed class IPv6AddressCompleter() : SeenValueCompleter(
    instance => instance.PublicIpAddresses.Concat(instance.PrivateIpAddresses).Where(address => address.IndexOf(':') >= 0)
        .Concat(instance.Nics.Select(nic => nic.PrimaryIPv6))
        .Select(address => Of(address)));
