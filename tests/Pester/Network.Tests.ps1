# VPCs and subnets, as a user meets them in a console.
BeforeAll {
    . "$PSScriptRoot/TestModule.ps1"
    Connect-Zec -Simulator -SimulatedInstanceCount 20
}

AfterAll {
    Disconnect-Zec
}

Describe 'The network of a lab' {
    It 'goes up through the pipeline, and down again' {
        $net = New-ZecVpc -Name lab-k7 -CidrBlock 10.1.0.0/16 -Mtu 1500 |
            New-ZecSubnet -Name lab-k7-a -RegionId asia-east-1 -IpStackType IPv4 -CidrBlock 10.1.1.0/24
        $net.VpcName | Should -Be 'lab-k7'
        ($net | Get-ZecInstance).Count | Should -Be 0

        (Get-ZecVpc -Name lab-k7 | Get-ZecSubnet | Remove-ZecSubnet -Force).Status | Should -Be 'Succeeded'
        (Get-ZecVpc -Name lab-k7 | Remove-ZecVpc -Force).Status | Should -Be 'Succeeded'
        Get-ZecVpc -Name 'lab-k7*' | Should -BeNullOrEmpty
    }
}

Describe 'A default network' {
    It 'is not deleted, and says why' {
        $results = Get-ZecVpc -Name main | Remove-ZecVpc -Force -WarningVariable warned -WarningAction SilentlyContinue
        $results.SkippedIds | Should -Be 'vpc-main'
        "$warned" | Should -Match 'default VPC'
    }

    It 'is asked for by -WhatIf without a change' {
        Get-ZecSubnet | Remove-ZecSubnet -WhatIf -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        (Get-ZecSubnet).Count | Should -Be 7
    }
}

Describe 'A change of a VPC' {
    It 'needs to say what changes' {
        { Set-ZecVpc vpc-lab -ErrorAction Stop } | Should -Throw
    }

    It 'goes by the parameters that are given' {
        'vpc-lab' | Set-ZecVpc -Name lab-new | Out-Null
        (Get-ZecVpc vpc-lab | Set-ZecVpc -EnablePrivateIPv6 -PassThru).IPv6CidrBlock | Should -Match '^fd'
        (Get-ZecVpc vpc-lab).Name | Should -Be 'lab-new'
    }
}
