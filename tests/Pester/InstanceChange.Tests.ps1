# Changes of instances, as a user meets them in a console.
BeforeAll {
    . "$PSScriptRoot/TestModule.ps1"
    Connect-Zec -Simulator -SimulatedInstanceCount 20
    $script:stopped = Get-ZecInstance -Status STOPPED -ZoneId asia-east-1a | Select-Object -First 1
    $script:running = Get-ZecInstance -Status RUNNING -ZoneId asia-east-1a | Select-Object -First 1

    function Get-Asked ([scriptblock] $Script) {
        $file = Join-Path $TestDrive asked.txt
        Start-Transcript $file | Out-Null
        try { & $Script | Out-Null } finally { Stop-Transcript | Out-Null }
        (Get-Content $file -Raw) -replace '\s+', ' '
    }
}

AfterAll {
    Disconnect-Zec
}

Describe 'Another size' {
    It 'is previewed with what it means, and nothing is sent' {
        Get-Asked { $stopped | Resize-ZecInstance -InstanceType z2a.cpu.8 -WhatIf } | Should -Match 'to z2a\.cpu\.8, which changes what it costs'
        (Get-ZecInstance $stopped.InstanceId).InstanceType | Should -Be $stopped.InstanceType
    }

    It 'is what the instance has when the wait is over' {
        ($stopped | Resize-ZecInstance -InstanceType z2a.cpu.8 -Wait -PassThru).InstanceType | Should -Be 'z2a.cpu.8'
    }

    It 'is an error for an instance that runs' {
        $results = $running | Resize-ZecInstance -InstanceType z2a.cpu.8 -ErrorVariable refused -ErrorAction SilentlyContinue
        $results.FailedIds | Should -Be $running.InstanceId
        "$refused" | Should -Match ([regex]::Escape($running.InstanceId))
    }
}

Describe 'A setting' {
    It 'changes alone, by the parameter that is given' {
        ($stopped | Set-ZecInstance -EnableIpForward $true -PassThru).EnableIpForward | Should -BeTrue
        ($stopped | Set-ZecInstance -EnableIpForward $false -PassThru).EnableIpForward | Should -BeFalse
        (Get-ZecInstance $stopped.InstanceId).InstanceName | Should -Be $stopped.InstanceName
    }

    It 'of two kinds in one command is refused' {
        { $stopped | Set-ZecInstance -Name other -EnableIpForward $true -ErrorAction Stop } | Should -Throw
        (Get-ZecInstance $stopped.InstanceId).InstanceName | Should -Be $stopped.InstanceName
    }
}

Describe 'A password' {
    It 'is set from a SecureString, and shown by nothing' {
        $password = ConvertTo-SecureString 'Example-1pass' -AsPlainText -Force
        $asked = Get-Asked { $running | Set-ZecInstancePassword -Password $password -Verbose -InformationAction Continue 4>&1 6>&1 }
        $asked | Should -Not -Match 'Example-1pass'
        $operation = Get-ZecOperation | Where-Object Action -eq ResetInstancePassword
        $operation.Outcome | Should -Be 'Succeeded'
        $operation | ConvertTo-Json -Depth 4 | Should -Not -Match 'Example-1pass'
    }

    It 'is not taken from plain text' {
        { $running | Set-ZecInstancePassword -Password 'Example-1pass' -ErrorAction Stop } | Should -Throw
    }
}
