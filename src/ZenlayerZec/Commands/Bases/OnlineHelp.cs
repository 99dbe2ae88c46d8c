namespace ZenlayerZec.Commands.Bases;

/// <summary>Where the pages of the cmdlets can be read, for <c>Get-Help -Online</c>.</summary>
internal static class OnlineHelp
{
    public const string Pages = "https://github.com/zenlayerzec/zenlayerzec/blob/main/docs/cmdlets/";
}
