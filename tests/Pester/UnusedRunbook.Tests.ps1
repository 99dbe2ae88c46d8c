# The runbook that removes what nobody uses, against the simulator: what it removes, what it writes, and how it ends.
BeforeAll {
    . "$PSScriptRoot/RunbookConsole.ps1"
}

AfterAll {
    Disconnect-Zec
}

Describe 'Remove-UnusedZecResource' {
    BeforeEach {
        Connect-Zec -Simulator
        $script:report = Join-Path $TestDrive 'unused.csv'
        Remove-Item $report -ErrorAction Ignore
        $script:with = @{ OlderThanDays = 1; ReportPath = $report; Confirm = $false }
        $script:unused = @(Get-ZecUnused -NoPrice)
    }

    It 'removes what nobody uses and is old, of each kind, and nothing else' {
        $times = @($unused.CreateTime | Sort-Object)
        $with.OlderThanDays = [int][Math]::Ceiling(([DateTimeOffset]::UtcNow - $times[$times.Count / 2]).TotalDays)
        $oldest = [DateTimeOffset]::UtcNow.AddDays(-$with.OlderThanDays)
        $expected = @($unused | Where-Object CreateTime -LT $oldest)
        $expected.Count | Should -BeGreaterThan 2
        $used = @(Get-ZecDisk -Status IN_USE).Count + @(Get-ZecEip -Status BINDED).Count
        $run = Invoke-Runbook Remove-UnusedZecResource $with
        $run.ExitCode | Should -Be 0
        $run.Summary.Removed | Should -Be $expected.Count
        $lines = @(Import-Csv $report)
        $lines[0].PSObject.Properties.Name | Should -Be @('Kind', 'Id', 'Name', 'Detail', 'CreateTime', 'PerHour', 'PerDay', 'PerMonth', 'NotPriced',
            'Outcome', 'RequestId', 'Error')
        $lines.Id | Should -Be $expected.Id
        $lines.Outcome | Select-Object -Unique | Should -Be 'Removed'
        $lines[0].RequestId | Should -Not -BeNullOrEmpty
        (Get-ZecUnused -NoPrice).Id | Should -Be @($unused | Where-Object CreateTime -GE $oldest).Id
        @(Get-ZecDisk -Status IN_USE).Count + @(Get-ZecEip -Status BINDED).Count | Should -Be $used
    }

    It 'says what it saves, and what has no price' {
        $sums = @(Get-ZecUnused -Summary)
        $run = Invoke-Runbook Remove-UnusedZecResource $with
        $run.Summary.SavesPerHour | Should -Be ($sums | Where-Object { $null -ne $_.PerHour } | ForEach-Object PerHour | Measure-Object -Sum).Sum
        $lines = @(Import-Csv $report)
        ($lines | Where-Object Kind -EQ Disk).PerHour | Should -Match '^\d+(\.\d+)?$'
        ($lines | Where-Object Kind -EQ Snapshot).PerHour | Select-Object -Unique | Should -BeNullOrEmpty
        ($lines | Where-Object Kind -EQ Snapshot).NotPriced | Select-Object -Unique | Should -BeLike '*price of snapshots.'
    }

    It 'writes a page for people' {
        $page = Join-Path $TestDrive 'unused.html'
        (Invoke-Runbook Remove-UnusedZecResource ($with + @{ HtmlPath = $page })).ExitCode | Should -Be 0
        $text = Get-Content $page -Raw
        $text | Should -BeLike '<!DOCTYPE html>*</html>*'
        $text | Should -BeLike "*$($unused[0].Id)*"
        $text | Should -BeLike "*$((Import-Csv $report)[0].RequestId)*"
    }

    It 'removes nothing where the page cannot be written' {
        $with.HtmlPath = Join-Path $TestDrive 'no/such/folder/unused.html'
        { & "$runbooks/Remove-UnusedZecResource.ps1" @with } | Should -Throw
        (Get-ZecUnused -NoPrice).Id | Should -Be $unused.Id
    }

    It 'removes only the kinds that are named' {
        $run = Invoke-Runbook Remove-UnusedZecResource ($with + @{ Kind = 'Eip' })
        $run.Summary.Removed | Should -Be @($unused | Where-Object Kind -EQ Eip).Count
        (Get-ZecUnused Disk, Nic, Snapshot -NoPrice).Id | Should -Be @($unused | Where-Object Kind -NE Eip).Id
    }

    It 'leaves alone what has a protected tag, and says so' {
        $other = Connect-Zec -Simulator -ProtectedTag env -PassThru
        $disks = @(Get-ZecUnused Disk -NoPrice | Where-Object { $_.Resource.Tags.ContainsKey('env') })
        $disks.Count | Should -BeGreaterThan 0
        $run = Invoke-Runbook Remove-UnusedZecResource ($with + @{ Kind = 'Disk'; Connection = $other })
        $run.ExitCode | Should -Be 0
        $run.Summary.Skipped | Should -Be $disks.Count
        $lines = @(Import-Csv $report | Where-Object Outcome -EQ Skipped)
        $lines.Id | Should -Be $disks.Id
        $lines.Error | Select-Object -Unique | Should -BeLike '*protected by a tag*'
        (Get-ZecUnused Disk -NoPrice).Id | Should -Be $disks.Id
    }

    It 'never removes a thing whose age is not known' {
        $ageless = Get-ZecUnused Disk | Select-Object -First 1
        $ageless = [pscustomobject]@{ Kind = 'Disk'; Id = $ageless.Id; Name = $null; Detail = $null; CreateTime = $null; Costs = @(); NotPriced = $null }
        $operations = @(Get-ZecOperation).Count
        Mock Get-ZecUnused { $ageless }
        $run = Invoke-Runbook Remove-UnusedZecResource $with
        $run.ExitCode | Should -Be 0
        (Import-Csv $report).Outcome | Should -Be 'Skipped'
        @(Get-ZecOperation).Count | Should -Be $operations
    }

    It 'removes nothing where there are more than -MaximumCount' {
        { & "$runbooks/Remove-UnusedZecResource.ps1" @with -MaximumCount 3 2>$null } | Should -Throw -ErrorId 'MaximumCountExceeded,*'
        (Get-ZecUnused -NoPrice).Id | Should -Be $unused.Id
        (Import-Csv $report).Outcome | Select-Object -Unique | Should -Be 'NotSent'
    }

    It 'removes nothing where the report cannot be written' {
        $with.ReportPath = Join-Path $TestDrive 'no/such/folder/report.csv'
        { & "$runbooks/Remove-UnusedZecResource.ps1" @with } | Should -Throw
        (Get-ZecUnused -NoPrice).Id | Should -Be $unused.Id
    }

    It 'removes nothing where one of the kinds cannot be listed' {
        Mock Get-ZecUnused { $unused | Select-Object -First 1; Write-Error 'The snapshots could not be listed.' -ErrorAction Stop }
        { & "$runbooks/Remove-UnusedZecResource.ps1" @with } | Should -Throw '*could not be listed*'
        @(Get-ZecDisk -Unused).DiskId | Should -Be @($unused | Where-Object Kind -EQ Disk).Id
        $report | Should -Not -Exist
    }

    It 'only shows it under -WhatIf' {
        (Invoke-Runbook Remove-UnusedZecResource ($with + @{ WhatIf = $true })).ExitCode | Should -Be 0
        (Get-ZecUnused -NoPrice).Id | Should -Be $unused.Id
        $report | Should -Not -Exist
    }

    It 'replaces an older report also where there is nothing to do' {
        Set-Content $report 'from yesterday'
        $with.Tag = @{ env = 'none' }
        (Invoke-Runbook Remove-UnusedZecResource $with).ExitCode | Should -Be 0
        Get-Content $report | Should -BeLike '"Kind","Id",*'
    }

    It 'reports a partial failure, and does not end with 0' {
        # Bound since it was listed: the elastic IP is looked at again, or refused by the service.
        $eip = $unused | Where-Object Kind -EQ Eip | Select-Object -First 1
        $instance = Get-ZecInstance -Status RUNNING | Where-Object ZoneId -Like "$($eip.Resource.RegionId)*" | Select-Object -First 1
        Register-ZecEip $eip.Id -InstanceId $instance.InstanceId -Wait | Out-Null
        Mock Get-ZecUnused { $unused }
        $run = Invoke-Runbook Remove-UnusedZecResource $with
        $line = Import-Csv $report | Where-Object Id -EQ $eip.Id
        $line.Outcome | Should -BeIn 'Failed', 'Skipped'
        $line.Error | Should -Not -BeNullOrEmpty
        $run.ExitCode | Should -Be $(if ($line.Outcome -eq 'Failed') { 1 } else { 0 })
        $run.Summary.Removed | Should -Be ($unused.Count - 1)
        (Get-ZecEip $eip.Id).Status | Should -Be 'BINDED'
    }

    It 'ends a process of its own with its exit code' {
        $server = Open-Server
        try {
            $script = "& '$runbooks/Remove-UnusedZecResource.ps1' -OlderThanDays 1 -ReportPath '$report'"
            Wait-Console $server $script | Should -Be 1
            (Import-Csv $report).Outcome | Should -Not -Contain 'Removed'
            Wait-Console $server "$script -Confirm:`$false" | Should -Be 0
            (Import-Csv $report).Outcome | Select-Object -Unique | Should -Be 'Removed'
        }
        finally {
            $server.Process.Kill()
        }
    }

    It 'never says of what was removed that it was not sent, even when the process is killed' {
        $server = Open-Server
        try {
            Set-Content $report 'from yesterday'
            $script = (& $killAfter Remove-ZecEip) + "& '$runbooks/Remove-UnusedZecResource.ps1' -OlderThanDays 1 -ReportPath '$report' -Confirm:`$false"
            Wait-Console $server $script | Should -Not -Be 0
            $lines = @(Import-Csv $report)
            ($lines | Where-Object Kind -EQ Disk).Outcome | Select-Object -Unique | Should -Be 'Removed'
            ($lines | Where-Object Kind -EQ Eip).Outcome | Select-Object -Unique | Should -Be 'Sending'
            ($lines | Where-Object Kind -EQ Snapshot).Outcome | Select-Object -Unique | Should -Be 'NotSent'
        }
        finally {
            $server.Process.Kill()
        }
    }
}
