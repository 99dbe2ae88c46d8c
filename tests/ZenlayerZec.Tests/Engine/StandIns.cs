namespace ZenlayerZec.Tests.Engine;

/// <summary>
/// Commands that documented examples use and the engine's core lacks, or that would leave this machine. They need
/// secure texts in the session: <c>secret</c>, an access key's, and <c>typed</c>, a password.
/// </summary>
internal static class StandIns
{
    public const string Functions = """
        function Install-PSResource { param($Name, $Repository) }
        function Register-PSResourceRepository { param($Name, $Uri, [switch] $Trusted) }
        function Import-Csv { param($Path) [pscustomobject]@{ InstanceId = '1394000000010000007'; Owner = 'ana' } }
        function Get-Credential { [pscredential]::new('simulated-key-id', $secret) }
        function Read-Host { param([switch] $AsSecureString) $typed }

        """;
}
