# What Tab does for every parameter of every cmdlet, those that are still to be written too. In a real console, since only that offers files.
BeforeAll {
    . "$PSScriptRoot/TestModule.ps1"
    Connect-Zec -Simulator -SimulatedInstanceCount 20
    Get-ZecInstance -First 1 | Stop-ZecInstance | Out-Null
    Set-Location $TestDrive
    Set-Content (Join-Path $TestDrive 'a file') 'Tab would offer it'

    # What has no values that anybody could list, or none in a simulated account.
    $script:nothing = @(
        '*-Zec* -Connection'
        '*-Zec* -InputObject', '*-Zec* -Operation', '*-Zec* -Plan', '*-Zec* -Parent', '*-Zec* -Like', '*-Zec* -DiscountCode'
        'Connect-Zec -AccessKeyId', 'Connect-Zec -Credential', 'Connect-Zec -Endpoint', 'Connect-Zec -Name', 'Connect-Zec -ProfileName'
        'Connect-Zec -ProtectedTag', 'Connect-Zec -Proxy', 'Connect-Zec -ProxyCredential'
        'New-ZecImage -Name', 'Set-ZecImage -Name'
        'ConvertTo-ZecReport -Title', 'ConvertTo-ZecReport -Description'
        'Get-ZecInstance -IPv6Address'
        'Get-ZecOperation -After', 'Get-ZecUnused -CreatedBefore'
        'Invoke-ZecApi -Body'
        'New-ZecInstance -Name', 'New-ZecInstance -LanIp', 'New-ZecInstance -EipId', 'New-ZecInstance -ClusterId', 'New-ZecInstance -IPv6ClusterId'
        'New-ZecInstance -UserData'
        'Reset-ZecInstance -Name', 'Reset-ZecInstance -UserData'
        'Set-ZecInstance -Name'
        'Get-ZecDiskMetric -StartTime', 'Get-ZecDiskMetric -EndTime', 'Get-ZecDiskMetric -Interval'
        'Get-ZecInstanceMetric -StartTime', 'Get-ZecInstanceMetric -EndTime', 'Get-ZecInstanceMetric -Interval'
        'Get-ZecNicMetric -StartTime', 'Get-ZecNicMetric -EndTime', 'Get-ZecNicMetric -Interval'
        'New-ZecDisk -Name', 'Set-ZecDisk -Name'
        'Get-ZecEip -LanIp', 'Get-ZecEip -AssociatedId', 'Get-ZecEip -CidrId'
        'Get-ZecEipMetric -StartTime', 'Get-ZecEipMetric -EndTime', 'Get-ZecEipMetric -Interval'
        'Get-ZecEipTraffic -StartTime', 'Get-ZecEipTraffic -EndTime', 'Get-ZecEipTraffic -Interval'
        'Get-ZecEipPrice -CidrId', 'Get-ZecEipPrice -ClusterId', 'Get-ZecInstancePrice -EipId', 'Get-ZecNicIPv6Price -NicIPv6Id'
        'New-ZecEip -Name', 'New-ZecEip -CidrId', 'New-ZecEip -IpAddress', 'New-ZecEip -ClusterId'
        'Register-ZecEip -LoadBalancerId', 'Register-ZecEip -NatGatewayId', 'Register-ZecEip -HaVipId'
        'Set-ZecEip -Name', 'Set-ZecEipAddress -IpAddress', 'Set-ZecEipInternetChargeType -ClusterId'
        'New-ZecSnapshot -Name', 'New-ZecSnapshot -RetentionTime', 'Set-ZecSnapshot -Name', 'Set-ZecSnapshot -RetentionTime'
        'New-ZecAutoSnapshotPolicy -Name', 'Set-ZecAutoSnapshotPolicy -Name'
        'New-ZecVpc -Name', 'New-ZecVpc -CidrBlock', 'Set-ZecVpc -Name', 'Set-ZecVpc -CidrBlock', 'Get-ZecVpc -CidrBlock'
        'New-ZecSubnet -Name', 'New-ZecSubnet -CidrBlock', 'New-ZecSubnet -IPv6CidrId', 'Get-ZecSubnet -CidrBlock'
        'Set-ZecSubnet -Name', 'Set-ZecSubnet -CidrBlock', 'Set-ZecSubnet -IPv6CidrId'
        'New-ZecNic -Name', 'New-ZecNic -ClusterId', 'New-ZecNic -EipId', 'Set-ZecNic -Name'
        'New-ZecPlacementGroup -Name', 'Set-ZecPlacementGroup -Name'
        # The placement groups of the simulated account have no tags.
        'Get-ZecPlacementGroup -Tag', 'New-ZecPlacementGroup -Tag'
        'New-ZecNicIPv4 -IpAddress', 'Remove-ZecNicIPv4 -IpAddress', 'New-ZecNicIPv6 -ClusterId'
        # The simulated account has no public IPv6 address.
        'Resize-ZecNicIPv6 -NicIPv6Id', 'Set-ZecNicIPv6 -NicIPv6Id'
        'New-ZecSecurityGroup -Name', 'New-ZecSecurityGroup -Rule', 'Set-ZecSecurityGroup -Name', 'Get-ZecSecurityGroupRule -CidrIp'
        'Set-ZecSecurityGroupRule -Rule', 'Add-ZecSecurityGroupRule -Rule', 'Remove-ZecSecurityGroupRule -Rule'
    )

    # An account may take longer than Tab waits; then the next Tab has it.
    function Complete ($Typed) {
        foreach ($try in 1..60) {
            $found = (TabExpansion2 $Typed $Typed.Length).CompletionMatches
            if ($found) {
                return $found
            }
        }
    }
}

BeforeDiscovery {
    Import-Module "$PSScriptRoot/../../ZenlayerZec.psd1"
    $common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters +
        'First', 'Skip', 'IncludeTotalCount'
    $typed = [switch], [bool], [int], [decimal], [double], [securestring]
    $takers = Get-Command -Module ZenlayerZec -CommandType Cmdlet |
        Where-Object { $_.ParameterSets.Parameters.Position -contains 0 } |
        ForEach-Object { @{ Name = $_.Name } }
    $parameters = foreach ($cmdlet in Get-Command -Module ZenlayerZec -CommandType Cmdlet) {
        # What is taken and ignored is not shown either.
        foreach ($parameter in $cmdlet.Parameters.Values | Where-Object { $_.Name -notin $common -and $_.Attributes.DontShow -notcontains $true }) {
            $type = [Nullable]::GetUnderlyingType($parameter.ParameterType) ?? $parameter.ParameterType
            if ($type -notin $typed) {
                @{ Cmdlet = $cmdlet.Name; Parameter = $parameter.Name }
            }
        }
    }
}

AfterAll {
    Set-Location $PSScriptRoot
    Disconnect-Zec
}

Describe 'Tab' {
    It 'completes <Cmdlet> -<Parameter>, and offers no files' -ForEach $parameters {
        $zone = $Cmdlet -ne 'Get-ZecImage' -or $Parameter -eq 'ZoneId' ? '' : $Parameter -in 'RegionId', 'ResourceGroupId' ? '-Custom ' : '-ZoneId eu-west-1a '
        $typed = "$Cmdlet $zone-$Parameter "
        if ($nothing | Where-Object { "$Cmdlet -$Parameter" -like $_ }) {
            (TabExpansion2 $typed $typed.Length).CompletionMatches | Should -BeNullOrEmpty
        }
        else {
            $found = Complete $typed
            $found | Should -Not -BeNullOrEmpty
            $found.ResultType | Should -Not -BeIn 'ProviderItem', 'ProviderContainer'
        }
    }

    It 'offers no files as the first argument of <Name>' -ForEach $takers {
        (TabExpansion2 "$Name " ($Name.Length + 1)).CompletionMatches.ResultType | Should -Not -BeIn 'ProviderItem', 'ProviderContainer'
    }

    It 'still completes a variable' {
        (TabExpansion2 'Get-ZecInstance -Connection $PSHo').CompletionMatches.CompletionText | Should -Be '$PSHOME'
    }
}
