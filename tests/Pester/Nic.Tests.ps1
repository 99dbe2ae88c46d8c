# Network interfaces and their addresses, as a user meets them in a console.
BeforeAll {
    . "$PSScriptRoot/TestModule.ps1"
    Connect-Zec -Simulator -SimulatedInstanceCount 20
}

AfterAll {
    Disconnect-Zec
}

Describe 'A network interface' {
    It 'is created, attached, detached and deleted' {
        $running = Get-ZecInstance -Status RUNNING | Where-Object { $_.Nics[0].RegionId -eq 'asia-east-1' } | Select-Object -First 1
        $nic = New-ZecNic subnet-1 -Name second -Wait | Mount-ZecNic -InstanceId $running.InstanceId -Wait -PassThru
        $nic.AttachedInstanceId | Should -Be $running.InstanceId
        ($running | Get-ZecNic).NicId | Should -Contain $nic.NicId
        ($nic | Get-ZecInstance).InstanceId | Should -Be $running.InstanceId

        $nic | Remove-ZecNic -Force -ErrorVariable refused -ErrorAction SilentlyContinue | Out-Null
        "$refused" | Should -Match 'Dismount-ZecNic'
        (Get-ZecNic $nic.NicId | Dismount-ZecNic -Wait -PassThru).Status | Should -Be 'AVAILABLE'
        (Get-ZecNic $nic.NicId | Remove-ZecNic -Force).Status | Should -Be 'Succeeded'
        (Get-ZecNic -Name second).Status | Should -Be 'DELETING'
    }

    It 'that is the primary one is left out' {
        $results = Get-ZecInstance -First 1 | Get-ZecNic -Type Primary | Remove-ZecNic -Force -WarningVariable warned -WarningAction SilentlyContinue
        $results.SkippedIds | Should -HaveCount 1
        "$warned" | Should -Match 'primary'
    }
}

Describe 'An address' {
    It 'of IPv6 is found by its instance, and resized' {
        $running = Get-ZecInstance -Status RUNNING | Where-Object { $_.Nics[0].RegionId -eq 'asia-east-1' } | Select-Object -First 1
        $running | Get-ZecNicIPv6 | Should -BeNullOrEmpty
        Set-ZecSubnet subnet-1 -IpStackType IPv4_IPv6 -IPv6Type Public | Out-Null
        $running.Nics[0] | New-ZecNicIPv6 -InternetChargeType ByBandwidth -BandwidthMbps 10 | Out-Null

        ($running | Get-ZecNicIPv6).AttachedNicId | Should -Be $running.Nics[0].NicId
        ($running | Get-ZecNicIPv6 | Resize-ZecNicIPv6 -BandwidthMbps 20 -PassThru).BandwidthMbps | Should -Be 20
    }

    It 'comes and goes, and its network interface stays' {
        $given = 'nic-unused' | New-ZecNicIPv4 -Count 2
        $given.IpAddress | Should -HaveCount 2
        ($given | Remove-ZecNicIPv4 -Force).Status | Should -Be 'Succeeded'
        (Get-ZecNic nic-unused).SecondaryIPv4s | Should -HaveCount 0
    }

    It 'that was written to a CSV file is not taken for its network interface' {
        $file = Join-Path $TestDrive addresses.csv
        'nic-unused' | New-ZecNicIPv4 -Count 1 | Export-Csv $file
        Import-Csv $file | Remove-ZecNic -Force -ErrorVariable refused -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        "$refused" | Should -Match 'no network interface has the column IpAddress'
        (Import-Csv $file | Remove-ZecNicIPv4 -Force).Status | Should -Be 'Succeeded'
        (Get-ZecNic nic-unused).NicId | Should -Be 'nic-unused'
    }
}
