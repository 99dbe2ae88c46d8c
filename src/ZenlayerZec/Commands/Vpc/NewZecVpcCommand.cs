namespace ZenlayerZec.Commands.Vpc;

/// <content>What a person is told of private IPv6 addresses, which cannot be taken away again.</content>
public sealed partial class NewZecVpcCommand
{
    private string PrivateIPv6 => EnablePrivateIPv6 ? ", with private IPv6 for good" : string.Empty;
}
