using System.Management.Automation;

namespace ZenlayerZec.Commands.Subnet;

/// <content>Which parameters go with which versions of IP.</content>
public sealed partial class SetZecSubnetCommand
{
    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (IpStackType.Length > 0 && new AddressChoice(IpStackType, IPv6Type, IPv6CidrId, IPv6MaskLength).Fault() is { } fault)
        {
            ThrowTerminatingError(new ErrorRecord(new ArgumentException($"Nothing was changed. {fault}"), "AddressesInvalid", ErrorCategory.InvalidArgument, null));
        }
    }
}
