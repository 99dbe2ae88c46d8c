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
        function Export-Clixml { param($Path) }
        function Import-Clixml {
            param($Path)
            [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-ZecSecurityGroupRule sg-web)))
        }
        function Get-Credential { [pscredential]::new('simulated-key-id', $secret) }
        function Read-Host { param([switch] $AsSecureString) $typed }
        function Set-Content { param($Path) $null = @($input) }
        function Get-Date { [DateTime]::Now }
        function Sort-Object {
            param($Property, [switch] $Descending)
            $sorted = [Linq.Enumerable]::ToArray([Linq.Enumerable]::OrderBy([object[]] @($input), [Func[object, object]] { $args[0].$Property }))
            if ($Descending) { [Array]::Reverse($sorted) }
            $sorted
        }
        function Select-Object {
            param($First, $Last, $Skip = 0)
            $all = @($input)
            $from = if ($Last) { [Math]::Max(0, $all.Count - $Last) } else { $Skip }
            $end = if ($First) { [Math]::Min($all.Count, $from + $First) } else { $all.Count }
            for ($i = $from; $i -lt $end; $i++) { $all[$i] }
        }
        function Measure-Object {
            param($Property, [switch] $Sum)
            $total = 0
            foreach ($item in $input) { $total += $item.$Property }
            [pscustomobject]@{ Sum = $total }
        }
        function Group-Object {
            param($Property)
            $groups = @{}
            foreach ($item in $input) {
                $name = "$($item.$Property)"
                if (-not $groups.Contains($name)) { $groups[$name] = [Collections.Generic.List[object]]::new() }
                $groups[$name].Add($item)
            }
            foreach ($name in $groups.Keys) { [pscustomobject]@{ Name = $name; Group = $groups[$name] } }
        }

        """;
}
