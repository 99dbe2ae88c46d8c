# What a process that was killed leaves behind, and how another one goes on from there.
BeforeAll {
    . "$PSScriptRoot/RunbookConsole.ps1"
}

Describe 'The journal of changes' {
    BeforeEach {
        $script:before = $env:XDG_STATE_HOME, $env:LOCALAPPDATA
        $script:state = (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
        $env:XDG_STATE_HOME = $env:LOCALAPPDATA = $state
        $env:ZENLAYERZEC_JOURNAL = ''
    }

    AfterEach {
        Disconnect-Zec
        $server.Process.Kill()
        $env:XDG_STATE_HOME, $env:LOCALAPPDATA = $before
        $env:ZENLAYERZEC_JOURNAL = 'off'
    }

    It 'names exactly the IDs in flight after kill -9, and lets another process finish them' {
        $script:server = Open-Server --latency 1500
        & $connect $server.Endpoint -Bound @{ SettleTimeoutSec = 1 }
        $stopped = @((Get-ZecInstance -Status STOPPED).InstanceId)
        $stopped.Count | Should -Be 120

        $console = Open-Console $server 'Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -ThrottleLimit 1'
        $files = Join-Path $state 'ZenlayerZec/*.jsonl'
        while (-not ((Test-Path $files) -and (Get-Content $files -Raw) -match '"intent"') -and -not $console.WaitForExit(20)) { }
        $console.HasExited | Should -BeFalse -Because 'the first request is under way'
        (Get-ZecOperation -InDoubt).Outcome | Should -Be 'InFlight'
        $console.Kill()
        $console.WaitForExit()

        $seen = Join-Path $TestDrive 'seen.txt'
        Wait-Console $server "Get-ZecOperation -InDoubt | ForEach-Object { `$_.Outcome; `$_.UnknownIds } | Set-Content '$seen'" | Should -Be 0
        @(Get-Content $seen) | Should -Be (@('Unknown') + $stopped[0..99])

        $results = Get-ZecOperation -InDoubt | Resume-ZecOperation -Force
        ($results | ForEach-Object SucceededIds | Sort-Object) | Should -Be ($stopped[0..99] | Sort-Object)
        Get-ZecOperation -InDoubt | Should -BeNullOrEmpty
        (Get-ZecInstance -Status STOPPED).InstanceId | Should -Be $stopped[100..119]
    }

    It 'continues results that came from a file or a job' {
        $script:server = Open-Server --failures 2
        & $connect $server.Endpoint
        $results = Get-ZecInstance -Status STOPPED -First 3 | Remove-ZecInstance -Force -KeepDependentResource -ErrorAction SilentlyContinue
        $results.FailedIds.Count | Should -Be 2
        $results | Export-Clixml (Join-Path $TestDrive 'results.clixml')
        $fromJob = Start-Job { $using:results } | Receive-Job -Wait -AutoRemoveJob

        foreach ($source in (Import-Clixml (Join-Path $TestDrive 'results.clixml')), $fromJob) {
            $source | Resume-ZecOperation -WhatIf -ErrorVariable failures -WarningAction SilentlyContinue | Should -BeNullOrEmpty
            $failures | Should -BeNullOrEmpty
        }

        # The server refuses the same two again.
        $again = Import-Clixml (Join-Path $TestDrive 'results.clixml') | Resume-ZecOperation -Force -ErrorAction SilentlyContinue
        $again.FailedIds | Should -Be $results.FailedIds
        $again.Options | Should -Be 'KeepDependentResource=True, Purge=False'
    }
}
