# However an instance is named, nothing in the recycle bin is destroyed, and nothing that has come into use again is released.
BeforeAll {
    . "$PSScriptRoot/RunbookConsole.ps1"
}

BeforeDiscovery {
    $script:ways = @(
        @{ Way = 'as text'; Pipe = { $ids } }
        @{ Way = 'as objects'; Pipe = { $instances } }
        @{ Way = 'as selected properties'; Pipe = { $instances | Select-Object InstanceId, Status } }
        @{ Way = 'as a selected ID'; Pipe = { $instances | Select-Object InstanceId } }
        @{ Way = 'as all properties'; Pipe = { $instances | Select-Object * } }
        @{ Way = 'as CSV'; Pipe = { Import-Csv $csv } }
        @{ Way = 'as CSV without a Status column'; Pipe = { Import-Csv $bare } }
        @{ Way = 'as Clixml'; Pipe = { Import-Clixml $clixml } }
        @{ Way = 'from a job'; Pipe = { Start-Job { $using:instances } | Receive-Job -Wait -AutoRemoveJob } }
        @{ Way = 'as rows of Invoke-ZecApi'; Pipe = { $rows } }
    )
}

Describe 'Remove-ZecInstance' {
    BeforeEach {
        $script:server = Open-Server --recycle-bin true --release-time 0
        & $connect $server.Endpoint
        $script:instances = @(Get-ZecInstance -Status STOPPED -First 3)
        $script:ids = @($instances.InstanceId)
        $script:csv = Join-Path $TestDrive 'retire.csv'
        $script:bare = Join-Path $TestDrive 'bare.csv'
        $script:clixml = Join-Path $TestDrive 'retire.clixml'
        $script:rows = @((Invoke-ZecApi DescribeInstances @{ instanceIds = $ids }).dataSet)
        $instances | Select-Object InstanceId, InstanceName, Status | Export-Csv $csv -NoTypeInformation
        $instances | Select-Object InstanceId | Export-Csv $bare -NoTypeInformation
        $instances | Export-Clixml $clixml
    }

    AfterEach {
        Disconnect-Zec
        $server.Process.Kill()
    }

    It 'leaves alone what it released before, given again <Way>' -ForEach $ways {
        $null = $ids | Remove-ZecInstance -Force

        $result = & $Pipe | Remove-ZecInstance -Force -WarningVariable warnings -WarningAction SilentlyContinue

        $result.Status | Should -Be 'Skipped'
        $result.SkippedIds.Count | Should -Be 3
        "$warnings" | Should -BeLike '*recycle bin*'
        @(Get-ZecInstance -InstanceId $ids).Count | Should -Be 3
    }

    It 'releases what is as it was, given <Way>' -ForEach $ways {
        $result = & $Pipe | Remove-ZecInstance -Force

        $result.Status | Should -Be 'Succeeded'
        $result.SucceededIds.Count | Should -Be 3
    }

    It 'says how many were done where a command downstream wants no more' {
        Get-ZecInstance | Remove-ZecInstance -Force -ThrottleLimit 1 -ErrorVariable failures -ErrorAction SilentlyContinue | Select-Object -First 1 | Out-Null

        $failures[-1].FullyQualifiedErrorId | Should -BeLike 'RunCutShort,*'
        "$($failures[-1])" | Should -Match '^ReleaseInstances was stopped: \d+ done, 0 failed, 0 unknown, 0 skipped, \d+ never sent'
        $known = Get-ZecOperation | Where-Object Action -EQ ReleaseInstances
        @($known.Ids | Sort-Object -Unique).Count | Should -BeGreaterOrEqual 250
    }
}
