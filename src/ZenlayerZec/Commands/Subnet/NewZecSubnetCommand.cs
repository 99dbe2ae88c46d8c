using System.Management.Automation;

namespace ZenlayerZec.Commands.Subnet;

/// <content>Which addresses go with which versions of IP.</content>
public sealed partial class NewZecSubnetCommand
{
    private string Addresses => CidrBlock is null ? IpStackType : IPv6Type is null ? CidrBlock : $"{CidrBlock} and {IPv6Type} IPv6";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var choice = new AddressChoice(IpStackType, IPv6Type, IPv6CidrId, IPv6MaskLength);
        var fault = choice.Has("IPv4") && CidrBlock is null ? $"-IpStackType {IpStackType} needs -CidrBlock."
            : !choice.Has("IPv4") && CidrBlock is not null ? $"-CidrBlock cannot be combined with -IpStackType {IpStackType}."
            : choice.Fault();
        if (fault is not null)
        {
            ThrowTerminatingError(new ErrorRecord(new ArgumentException($"Nothing was created. {fault}"), "AddressesInvalid", ErrorCategory.InvalidArgument, null));
        }
    }
}
