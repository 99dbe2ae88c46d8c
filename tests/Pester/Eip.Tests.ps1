# Elastic IPs, as a user meets them in a console.
BeforeAll {
    . "$PSScriptRoot/TestModule.ps1"
    Connect-Zec -Simulator -SimulatedInstanceCount 20
}

AfterAll {
    Disconnect-Zec
}

Describe 'An elastic IP' {
    It 'is priced, ordered, bound, unbound and released' {
        $order = @{ RegionId = 'asia-east-1'; InternetChargeType = 'ByBandwidth'; BandwidthMbps = 10; NetworkLineType = 'PremiumBGP' }
        (Get-ZecEipPrice @order).Count | Should -BeGreaterThan 0
        $instance = Get-ZecInstance | Where-Object { $_.Nics[0].RegionId -eq 'asia-east-1' } | Select-Object -First 1

        $eip = New-ZecEip @order -Name front -Wait | Register-ZecEip -InstanceId $instance.InstanceId -Wait -PassThru
        $eip.AttachedInstanceId | Should -Be $instance.InstanceId
        ($eip | Get-ZecNic).NicId | Should -Be $instance.Nics[0].NicId
        ($eip | Get-ZecNic | Get-ZecEip).EipId | Should -Contain $eip.EipId

        $eip | Remove-ZecEip -Force -WarningVariable warned -WarningAction SilentlyContinue | Out-Null
        "$warned" | Should -Match 'Unregister-ZecEip'
        ($eip | Unregister-ZecEip -Wait -PassThru).Status | Should -Be 'UNBIND'
        (Get-ZecEip $eip.EipId | Remove-ZecEip -Force).Status | Should -Be 'Succeeded'
    }

    It 'of a region comes with the region' {
        (Get-ZecRegion -RegionId eu-west-1 | Get-ZecEip).RegionId | Sort-Object -Unique | Should -Be 'eu-west-1'
    }

    It 'that came back from a file keeps its name' {
        $file = Join-Path $TestDrive eips.xml
        $eip = Get-ZecEip -Unused -First 1
        $eip | Export-Clixml $file
        Start-Transcript (Join-Path $TestDrive asked.txt) | Out-Null
        Import-Clixml $file | Remove-ZecEip -WhatIf -WarningAction SilentlyContinue
        Stop-Transcript | Out-Null
        Get-Content (Join-Path $TestDrive asked.txt) -Raw | Should -Match ([regex]::Escape($eip.Name))
    }
}

Describe 'A slip of the pen' {
    It 'gives no elastic IP the name of another' {
        $one, $other = Get-ZecEip -Status BINDED -First 2
        { $one | Set-ZecEip $other.EipId } | Should -Throw '*write -Name before its new value*'
        (Get-ZecEip $other.EipId).Name | Should -Be $other.Name
    }
}

Describe 'What nobody uses' {
    It 'is listed and previewed without a change' {
        $unused = @(Get-ZecEip -Unused)
        $unused | Remove-ZecEip -WhatIf -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        @(Get-ZecEip -Unused).Count | Should -Be $unused.Count
    }
}
