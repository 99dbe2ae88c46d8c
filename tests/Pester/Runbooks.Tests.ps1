# The runbooks of docs/runbooks, against the simulator: what they do, what they write, and how they end.
BeforeAll {
    . "$PSScriptRoot/RunbookConsole.ps1"
}

AfterAll {
    Disconnect-Zec
}

Describe 'Remove-StoppedZecInstance' {
    BeforeEach {
        Connect-Zec -Simulator
        $script:report = Join-Path $TestDrive 'report.csv'
        $script:with = @{ Tag = $dev; OlderThanDays = 100; ReportPath = $report; Confirm = $false }
    }

    It 'releases what is stopped, has the tag and is old, and nothing else' {
        $before = @(Get-ZecInstance | Sort-Object InstanceId)
        $run = Invoke-Runbook Remove-StoppedZecInstance $with
        $oldest = [DateTimeOffset]::UtcNow.AddDays(-100)
        $expected = @($before | Where-Object { $_.Status -eq 'STOPPED' -and $_.Tags['env'] -eq 'dev' -and $_.CreateTime -lt $oldest })
        $run.ExitCode | Should -Be 0
        $run.Summary.Released | Should -Be $expected.Count
        @(Get-ZecInstance -Status RELEASING | Sort-Object InstanceId).InstanceId | Should -Be $expected.InstanceId
        $lines = @(Import-Csv $report | Sort-Object InstanceId)
        $lines[0].PSObject.Properties.Name | Should -Be @('InstanceId', 'InstanceName', 'ZoneId', 'CreateTime', 'Outcome', 'RequestId', 'Error')
        $lines.InstanceId | Should -Be $expected.InstanceId
        $lines.Outcome | Select-Object -Unique | Should -Be 'Released'
        $lines[0].RequestId | Should -Not -BeNullOrEmpty
    }

    It 'reports a partial failure, and does not end with 0' {
        Connect-Zec -Simulator -SimulatedFailureCount 40
        $run = Invoke-Runbook Remove-StoppedZecInstance $with
        $lines = @(Import-Csv $report)
        $run.ExitCode | Should -Be 1
        $run.Summary.Failed | Should -BeGreaterThan 0
        @($lines | Where-Object Outcome -eq Released).Count | Should -Be $run.Summary.Released
        @($lines | Where-Object { $_.Outcome -eq 'Failed' -and $_.Error }).Count | Should -Be $run.Summary.Failed
    }

    It 'never takes an instance whose age nobody knows' {
        $ageless = Get-Stopped | Select-Object -First 1
        $ageless.CreateTime = '9999-01-01T00:00:00Z'
        $operations = @(Get-ZecOperation).Count
        Mock Get-ZecInstance { $ageless }
        $run = Invoke-Runbook Remove-StoppedZecInstance $with
        $run.ExitCode | Should -Be 0
        (Import-Csv $report).Outcome | Should -Be 'Skipped'
        @(Get-ZecOperation).Count | Should -Be $operations
    }

    It 'releases nothing where there are more than -MaximumCount' {
        $before = (Get-Stopped).Count
        { & "$runbooks/Remove-StoppedZecInstance.ps1" @with -MaximumCount 3 2>$null } | Should -Throw -ErrorId 'MaximumCountExceeded,*'
        (Get-Stopped).Count | Should -Be $before
        (Import-Csv $report).Outcome | Select-Object -Unique | Should -Be 'NotSent'
    }

    It 'releases nothing where the report cannot be written' {
        $before = (Get-Stopped).Count
        $with.ReportPath = Join-Path $TestDrive 'no/such/folder/report.csv'
        { & "$runbooks/Remove-StoppedZecInstance.ps1" @with } | Should -Throw
        (Get-Stopped).Count | Should -Be $before
    }

    It 'only shows it under -WhatIf' {
        $before = (Get-Stopped).Count
        Remove-Item $report -ErrorAction Ignore
        $with.OlderThanDays = 650
        (Invoke-Runbook Remove-StoppedZecInstance ($with + @{ WhatIf = $true })).ExitCode | Should -Be 0
        (Get-Stopped).Count | Should -Be $before
        $report | Should -Not -Exist
    }

    It 'replaces an older report also where there is nothing to do' {
        Set-Content $report 'from yesterday'
        $with.Tag = @{ env = 'none' }
        (Invoke-Runbook Remove-StoppedZecInstance $with).ExitCode | Should -Be 0
        Get-Content $report | Should -BeLike '"InstanceId",*'
    }

    It 'reports what nobody knows, and does not end with 0' {
        Connect-Silence
        Mock Get-ZecInstance { $few }
        $run = Invoke-Runbook Remove-StoppedZecInstance $with
        $silence.Stop()
        $run.ExitCode | Should -Be 1
        (Import-Csv $report).Outcome | Should -Be @('Unknown', 'Unknown')
    }

    It 'uses the connection it is given' {
        $other = Connect-Zec -Simulator -SimulatedInstanceCount 40 -PassThru
        Connect-Zec -Simulator
        $before = (Get-Stopped).Count
        $run = Invoke-Runbook Remove-StoppedZecInstance ($with + @{ Connection = $other })
        $run.Summary.Released | Should -BeGreaterThan 0
        @(Get-ZecInstance -Status RELEASING -Connection $other).Count | Should -Be $run.Summary.Released
        (Get-Stopped).Count | Should -Be $before
    }

    It 'ends a process of its own with its exit code' {
        $server = Open-Server --failures 40
        try {
            $script = "& '$runbooks/Remove-StoppedZecInstance.ps1' -Tag @{ env = 'none' } -OlderThanDays 9 -ReportPath '$report' -Confirm:`$false"
            Wait-Console $server $script | Should -Be 0
            $script = "& '$runbooks/Remove-StoppedZecInstance.ps1' -Tag @{ env = 'dev' } -OlderThanDays 9 -ReportPath '$report' -Confirm:`$false"
            Wait-Console $server $script | Should -Be 1
            (Import-Csv $report).Outcome | Select-Object -Unique | Sort-Object | Should -Be @('Failed', 'Released')
        }
        finally {
            $server.Process.Kill()
        }
    }

    It 'never says of a released instance that it was not sent, even when the process is killed' {
        $server = Open-Server
        try {
            Set-Content $report 'from yesterday'
            $script = (& $killAfter Remove-ZecInstance) +
                "& '$runbooks/Remove-StoppedZecInstance.ps1' -Tag @{ env = 'dev' } -OlderThanDays 9 -ReportPath '$report' -Confirm:`$false"
            Wait-Console $server $script | Should -Not -Be 0

            & $connect $server.Endpoint
            $released = @(Get-ZecInstance -Status RELEASING).InstanceId
            $released.Count | Should -BeGreaterThan 10
            $lines = @(Import-Csv $report | Where-Object InstanceId -in $released)
            $lines.Count | Should -Be $released.Count
            $lines.Outcome | Select-Object -Unique | Should -Be 'Sending'
        }
        finally {
            $server.Process.Kill()
        }
    }
}

Describe 'Export-ZecRetirementList' {
    BeforeAll {
        Connect-Zec -Simulator
        $script:list = Join-Path $TestDrive 'list.csv'
    }

    It 'writes what would go, and changes nothing' {
        $operations = @(Get-ZecOperation).Count
        $run = Invoke-Runbook Export-ZecRetirementList @{ Tag = $dev; OlderThanDays = 100; Path = $list }
        $run.ExitCode | Should -Be 0
        $lines = @(Import-Csv $list)
        $lines.Count | Should -Be $run.Summary.Listed
        $lines.Count | Should -BeGreaterThan 10
        $lines | ForEach-Object { [int]$_.AgeDays | Should -BeGreaterOrEqual 100 }
        $lines[0].PublicIps | Should -Match '^\d+\.\d+'
        $lines[0].DetachableDisks | Should -Match 'GiB'
        @(Get-ZecOperation).Count | Should -Be $operations
    }

    It 'says what goes, what stays and what that saves, as the plan does' {
        $run = Invoke-Runbook Export-ZecRetirementList @{ Tag = $dev; OlderThanDays = 100; Path = $list }
        $lines = @(Import-Csv $list)
        $plans = @(Get-ZecReleasePlan $lines.InstanceId)
        foreach ($line in $lines) {
            $plan = $plans | Where-Object InstanceId -EQ $line.InstanceId
            $line.Goes | Should -Be ($plan.Goes[1..99] -join '; ')
            $line.Stays | Should -Be ($plan.Stays -join '; ')
            $line.SavesPerHour | Should -Be "$($plan.SavesPerHour)"
            $line.StaysPerHour | Should -Be "$($plan.StaysPerHour)"
            # A refused question has another requestId each time.
            $line.NotPriced -replace 'requestId [\w-]+' | Should -Be ($plan.NotPriced -join '; ' -replace 'requestId [\w-]+')
        }

        $total = $plans | Measure-ZecReleasePlan
        $run.Summary.SavesPerHour | Should -Be $total.SavesPerHour
        $run.Summary.SavesPerMonth | Should -Be $total.SavesPerMonth
        @($lines | Where-Object { $_.Goes -match 'Disk \d+ \(\d+ GiB\)' }).Count | Should -BeGreaterThan 0
    }

    It 'says what stays where it is to be kept' {
        Invoke-Runbook Export-ZecRetirementList @{ Tag = $dev; OlderThanDays = 100; Path = $list; KeepDependentResource = $true } | Out-Null
        $lines = @(Import-Csv $list)
        @($lines | Where-Object { $_.Stays -match 'Disk' }).Count | Should -BeGreaterThan 0
        @($lines | Where-Object { [decimal]"0$($_.StaysPerHour)" -gt 0 }).Count | Should -BeGreaterThan 0
    }

    It 'lists just what Remove-StoppedZecInstance then takes' {
        Invoke-Runbook Export-ZecRetirementList @{ Tag = $dev; OlderThanDays = 50; Path = $list } | Out-Null
        $script:report = Join-Path $TestDrive 'report.csv'
        Invoke-Runbook Remove-StoppedZecInstance @{ Tag = $dev; OlderThanDays = 50; ReportPath = $report; Confirm = $false } | Out-Null
        (Import-Csv $list).InstanceId | Should -Be (Import-Csv $report).InstanceId
    }

    It 'names the tag that protects an instance, and saves nothing by it' {
        $connection = Connect-Zec -Simulator -ProtectedTag env=dev -PassThru
        $run = Invoke-Runbook Export-ZecRetirementList @{ Tag = $dev; OlderThanDays = 50; Path = $list; Connection = $connection }
        $lines = @(Import-Csv $list)
        $lines.ProtectedTag | Select-Object -Unique | Should -Be 'env=dev'
        [decimal]$lines[0].SavesPerHour | Should -BeGreaterThan 0
        $run.Summary.Listed | Should -Be $lines.Count
        $run.Summary.SavesPerHour | Should -BeNullOrEmpty
        Connect-Zec -Simulator
    }

    It 'leaves no older list where there is nothing' {
        Set-Content $list 'from yesterday'
        $run = Invoke-Runbook Export-ZecRetirementList @{ Tag = @{ env = 'none' }; OlderThanDays = 1; Path = $list }
        $run.Summary.Listed | Should -Be 0
        Import-Csv $list | Should -BeNullOrEmpty
        Get-Content $list | Should -BeLike '"InstanceId",*'
    }
}

Describe 'Set-ZecInstancePower' {
    BeforeAll {
        $script:quick = Open-Server --transition-time 0
        $script:slow = Open-Server --transition-time 3600
        $script:report = Join-Path $TestDrive 'power.csv'
    }

    AfterAll {
        $quick.Process.Kill()
        $slow.Process.Kill()
    }

    It 'stops what has the tag and starts it again' {
        & $connect $quick.Endpoint
        $others = @(Get-ZecInstance -Status RUNNING | Where-Object { $_.Tags['env'] -ne 'dev' }).Count
        $stop = Invoke-Runbook Set-ZecInstancePower @{ Action = 'Stop'; Tag = $dev; ReportPath = $report }
        $stop.ExitCode | Should -Be 0
        $stop.Output | Should -BeNullOrEmpty
        @(Get-ZecInstance -Tag $dev | Where-Object Status -ne STOPPED) | Should -BeNullOrEmpty
        @(Get-ZecInstance -Status RUNNING).Count | Should -Be $others
        (Import-Csv $report).Arrived | Select-Object -Unique | Should -Be 'True'

        (Invoke-Runbook Set-ZecInstancePower @{ Action = 'Start'; Tag = $dev }).ExitCode | Should -Be 0
        @(Get-ZecInstance -Tag $dev | Where-Object Status -ne RUNNING) | Should -BeNullOrEmpty
    }

    It 'reports what did not arrive, and does not end with 0' {
        & $connect $slow.Endpoint
        $run = Invoke-Runbook Set-ZecInstancePower @{ Action = 'Stop'; Tag = $dev; TimeoutSec = 1; ReportPath = $report }
        $run.ExitCode | Should -Be 1
        $run.Output.Count | Should -BeGreaterThan 10
        $run.Output[0].After | Should -Be 'STOPPING'
        $run.Output[0].Error | Should -Match 'not yet Stopped'
        @(Import-Csv $report | Where-Object Arrived -eq False).Count | Should -Be $run.Output.Count
    }

    It 'waits for what is on its way already, and asks for it only once' {
        & $connect $slow.Endpoint
        $operations = @(Get-ZecOperation).Count
        (Invoke-Runbook Set-ZecInstancePower @{ Action = 'Stop'; Tag = $dev; TimeoutSec = 1 }).ExitCode | Should -Be 1
        @(Get-ZecOperation).Count | Should -Be $operations
    }

    It 'only shows it under -WhatIf' {
        & $connect $quick.Endpoint
        $before = @(Get-ZecInstance -Status RUNNING).Count
        (Invoke-Runbook Set-ZecInstancePower @{ Action = 'Stop'; Tag = @{ env = 'dev'; owner = 'ana'; role = 'web' }; WhatIf = $true }).ExitCode | Should -Be 0
        @(Get-ZecInstance -Status RUNNING).Count | Should -Be $before
    }

    It 'says so where no instance has the tag, and does not end with 0, -WhatIf:<WhatIf>' -ForEach @(@{ WhatIf = $false }, @{ WhatIf = $true }) {
        & $connect $quick.Endpoint
        Set-Content $report 'from yesterday'
        $errors = $null
        $global:LASTEXITCODE = $null
        & "$runbooks/Set-ZecInstancePower.ps1" -Action Stop -Tag @{ env = 'none' } -ReportPath $report -WhatIf:$WhatIf -ErrorVariable errors 2>$null
        $LASTEXITCODE | Should -Be 1
        "$errors" | Should -BeLike '*No instance has the tag env=none*'
        Get-Content $report | Should -BeLike $(if ($WhatIf) { 'from yesterday' } else { '"InstanceId",*' })
    }

    It 'cuts the power only where somebody answered for it' {
        $operations = { @(Get-ZecInstance -Tag $dev -Status STOPPING).Count }
        $server = Open-Server --transition-time 3600
        try {
            & $connect $server.Endpoint
            $before = & $operations
            $script = "& '$runbooks/Set-ZecInstancePower.ps1' -Action Stop -Tag @{ env = 'dev' } -PowerOff -TimeoutSec 1 -ReportPath '$report'"
            Wait-Console $server $script | Should -Be 1
            & $operations | Should -Be $before
            (Import-Csv $report).After | Select-Object -Unique | Should -BeNullOrEmpty

            Wait-Console $server "$script -Confirm:`$false" | Should -Be 1
            & $operations | Should -BeGreaterThan $before
        }
        finally {
            $server.Process.Kill()
        }
    }

    It 'leaves no report of another day when the process is killed' {
        $server = Open-Server --transition-time 0
        try {
            & $connect $server.Endpoint
            Wait-Console $server "& '$runbooks/Set-ZecInstancePower.ps1' -Action Start -Tag @{ env = 'dev' } -ReportPath '$report'" | Should -Be 0
            (Import-Csv $report).Arrived | Select-Object -Unique | Should -Be 'True'
            $script = (& $killAfter Stop-ZecInstance) + "& '$runbooks/Set-ZecInstancePower.ps1' -Action Stop -Tag @{ env = 'dev' } -ReportPath '$report'"
            Wait-Console $server $script | Should -Not -Be 0
            $lines = @(Import-Csv $report)
            $lines.Before | Select-Object -Unique | Should -Be 'RUNNING'
            $lines.Arrived | Select-Object -Unique | Should -Be 'False'
            $lines.Error | Select-Object -Unique | Should -BeLike '*was cut off*'
        }
        finally {
            $server.Process.Kill()
        }
    }

    It 'refuses -PowerOff with a start' {
        { & "$runbooks/Set-ZecInstancePower.ps1" -Action Start -Tag $dev -PowerOff } | Should -Throw '-PowerOff is for -Action Stop.'
    }
}
