# The runbook that releases a list, against the simulator: above all how it goes on after it was cut short.
BeforeAll {
    . "$PSScriptRoot/RunbookConsole.ps1"
}

AfterAll {
    Disconnect-Zec
}

Describe 'Remove-ListedZecInstance' {
    BeforeEach {
        Connect-Zec -Simulator
        $script:list = Join-Path $TestDrive 'list.csv'
        $script:state = Join-Path $TestDrive 'state.csv'
        Remove-Item "$state*"
        Invoke-Runbook Export-ZecRetirementList @{ Tag = $dev; OlderThanDays = 100; Path = $list } | Out-Null
        $script:ids = (Import-Csv $list).InstanceId
        $script:with = @{ ListPath = $list; StatePath = $state; Confirm = $false }

        function Get-State ($Id) {
            Import-Csv $state | Where-Object InstanceId -eq $Id
        }

        function Edit-State ([scriptblock] $Change) {
            $rows = @(Import-Csv $state)
            $rows | ForEach-Object $Change
            $rows | Export-Csv $state -NoTypeInformation
        }
    }

    It 'releases the list, and sends nothing twice' {
        $run = Invoke-Runbook Remove-ListedZecInstance $with
        $run.ExitCode | Should -Be 0
        $run.Summary.Released | Should -Be $ids.Count
        $operations = @(Get-ZecOperation).Count
        (Invoke-Runbook Remove-ListedZecInstance $with).ExitCode | Should -Be 0
        @(Get-ZecOperation).Count | Should -Be $operations
        Get-ChildItem "$state.*" | Should -BeNullOrEmpty
    }

    It 'tries again what failed, and says so by its exit code' {
        Connect-Zec -Simulator -SimulatedFailureCount 40
        $run = Invoke-Runbook Remove-ListedZecInstance $with
        $run.ExitCode | Should -Be 1
        $run.Summary.Failed | Should -BeGreaterThan 0
        @(Import-Csv $state | Where-Object { $_.Outcome -eq 'Failed' -and $_.Error -and $_.RequestId }).Count | Should -Be $run.Summary.Failed
        Invoke-Runbook Remove-ListedZecInstance $with | Out-Null
        @(Get-ZecOperation)[-1].Count | Should -Be $run.Summary.Failed
    }

    It 'looks first at what is in doubt, and sends again only what stands as it was' {
        { & "$runbooks/Remove-ListedZecInstance.ps1" @with -MaximumCount 1 } | Should -Throw '*more than 1 *'
        $going, $standing, $started = $ids[0..2]
        Remove-ZecInstance $going -Force | Out-Null
        Start-ZecInstance $started | Out-Null
        Edit-State { if ($_.InstanceId -in $going, $started) { $_.Outcome = 'Unknown' } elseif ($_.InstanceId -eq $standing) { $_.Outcome = 'Sending' } }

        $run = Invoke-Runbook Remove-ListedZecInstance $with

        $run.ExitCode | Should -Be 1
        $run.Summary.Unknown | Should -Be 1
        (Get-State $going).Outcome | Should -Be 'Released'
        (Get-State $standing).Outcome | Should -Be 'Released'
        (Get-State $started).Outcome | Should -Be 'Unknown'
        @(Get-ZecOperation)[-1].Ids | Should -Not -Contain $going
        @(Get-ZecOperation)[-1].Ids | Should -Contain $standing
        @(Get-ZecOperation)[-1].Ids | Should -Not -Contain $started
    }

    It 'keeps what nobody knows for the next run, and refuses another account' {
        $other = Get-ZecConnection
        Connect-Silence
        $few | Select-Object InstanceId, InstanceName, Status | Export-Csv (Join-Path $TestDrive 'few.csv') -NoTypeInformation
        $with.ListPath = Join-Path $TestDrive 'few.csv'
        Mock Get-ZecInstance { $few }
        $run = Invoke-Runbook Remove-ListedZecInstance $with
        $silence.Stop()
        $run.ExitCode | Should -Be 1
        (Import-Csv $state).Outcome | Should -Be @('Unknown', 'Unknown')

        { & "$runbooks/Remove-ListedZecInstance.ps1" @with -Connection $other } | Should -Throw '*another account*'

        $real = Get-ZecConnection
        $server = Open-Server --port ([uri]"$($real.Endpoint)").Port
        try {
            & $connect $server.Endpoint
            $script:few = @(ZenlayerZec\Get-ZecInstance $few.InstanceId)
            $run = Invoke-Runbook Remove-ListedZecInstance $with
            $run.ExitCode | Should -Be 0
            $run.Summary.Released | Should -Be 2
        }
        finally {
            $server.Process.Kill()
        }
    }

    It 'takes nothing for released where the look fails' {
        { & "$runbooks/Remove-ListedZecInstance.ps1" @with -MaximumCount 1 } | Should -Throw '*more than 1 *'
        Connect-Silence
        $real = Get-ZecConnection
        Edit-State { $_.Outcome = 'Unknown'; $_.Account = "$($real.Endpoint) $($real.AccessKeyId)" }
        { & "$runbooks/Remove-ListedZecInstance.ps1" @with } | Should -Throw
        $silence.Stop()
        (Import-Csv $state).Outcome | Select-Object -Unique | Should -Be 'Unknown'
    }

    It 'goes on where the process was killed' {
        $server = Open-Server
        try {
            & $connect $server.Endpoint
            $call = "& '$runbooks/Remove-ListedZecInstance.ps1' -ListPath '$list' -StatePath '$state' -Confirm:`$false"
            $operations = @(Get-ZecOperation).Count
            Wait-Console $server ((& $killAfter Remove-ZecInstance) + $call) | Should -Not -Be 0
            (Import-Csv $state).Outcome | Select-Object -Unique | Should -Be 'Sending'
            $run = Invoke-Runbook Remove-ListedZecInstance $with
            $run.ExitCode | Should -Be 0
            $run.Summary.Released | Should -Be $ids.Count
            @(Get-ZecOperation).Count | Should -Be $operations
        }
        finally {
            $server.Process.Kill()
        }
    }

    It 'leaves alone what is no longer what the list says, and what is not there' {
        $started, $renamed = $ids[0..1]
        Start-ZecInstance $started | Out-Null
        Set-ZecInstance $renamed -Name 'somebody-elses' | Out-Null
        $lines = @(Import-Csv $list)
        $lines[2].InstanceId = '1394000000010000000000'
        $lines | Export-Csv $list -NoTypeInformation

        $run = Invoke-Runbook Remove-ListedZecInstance $with

        $run.ExitCode | Should -Be 1
        $run.Summary.Changed | Should -Be 2
        $run.Summary.NotFound | Should -Be 1
        $run.Summary.Released | Should -Be ($ids.Count - 3)
        (Get-ZecInstance $started, $renamed).Status | Should -Be @('BOOTING', 'STOPPED')
    }

    It 'spares what was taken off the list between two runs' {
        { & "$runbooks/Remove-ListedZecInstance.ps1" @with -MaximumCount 1 } | Should -Throw
        Import-Csv $list | Select-Object -Skip 1 | Export-Csv (Join-Path $TestDrive 'shorter.csv') -NoTypeInformation
        $with.ListPath = Join-Path $TestDrive 'shorter.csv'
        (Invoke-Runbook Remove-ListedZecInstance $with).ExitCode | Should -Be 0
        (Get-ZecInstance $ids[0]).Status | Should -Be 'STOPPED'
    }

    It 'changes nothing under -WhatIf' {
        Import-Csv $list | Select-Object -First 2 | Export-Csv "$list.two" -NoTypeInformation
        $with.ListPath = "$list.two"
        (Invoke-Runbook Remove-ListedZecInstance ($with + @{ WhatIf = $true })).ExitCode | Should -Be 0
        Get-ChildItem "$state*" | Should -BeNullOrEmpty
        @(Get-ZecInstance $ids | Where-Object Status -ne STOPPED) | Should -BeNullOrEmpty
    }

    It 'refuses a file that is no list, and an ID that a spreadsheet has spoilt' {
        Set-Content $list 'Name', 'web-1'
        { & "$runbooks/Remove-ListedZecInstance.ps1" @with } | Should -Throw '*not a list of instances*'
        Set-Content $list 'InstanceId', '1.394E+18'
        { & "$runbooks/Remove-ListedZecInstance.ps1" @with } | Should -Throw
        Get-ChildItem "$state*" | Should -BeNullOrEmpty
    }

    It 'refuses to run twice at once' {
        $held = [IO.FileStream]::new("$state.lock", 'OpenOrCreate', 'ReadWrite', 'None')
        try {
            { & "$runbooks/Remove-ListedZecInstance.ps1" @with } | Should -Throw
        }
        finally {
            $held.Dispose()
        }

        (Get-ZecInstance $ids[0]).Status | Should -Be 'STOPPED'
    }

    It 'goes on after Ctrl+C where it was cut short' {
        $server = Open-Server --latency 700
        try {
            & $connect $server.Endpoint
            Get-ZecInstance -Status STOPPED | Select-Object InstanceId | Export-Csv $list -NoTypeInformation
            $all = @(Import-Csv $list)
            $all.Count | Should -Be 120

            $shell = [powershell]::Create()
            $null = $shell.AddScript("Import-Module '$module'").AddStatement().AddScript($connect).AddArgument($server.Endpoint).AddArgument(1)
            $null = $shell.AddStatement().AddCommand("$runbooks/Remove-ListedZecInstance.ps1").AddParameter('ListPath', $list)
            $null = $shell.AddParameter('StatePath', $state).AddParameter('MaximumCount', 500).AddParameter('Confirm', $false)
            $running = $shell.BeginInvoke()
            $isSending = { (Test-Path $state) -and (Get-Content $state -Raw) -match '"Sending"' }
            while (-not (& $isSending) -and -not $running.AsyncWaitHandle.WaitOne(50)) { }
            $running.IsCompleted | Should -BeFalse -Because 'the first request is under way'
            $shell.BeginStop($null, $null).AsyncWaitHandle.WaitOne(60000) | Should -BeTrue -Because 'a stopped run comes to its end'
            $running.AsyncWaitHandle.WaitOne(60000) | Should -BeTrue -Because 'its last statement has ended'
            $shell.Dispose()

            @(Import-Csv $state | Group-Object Outcome | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Count)" }) |
                Should -Be @('NotSent 20', 'Released 100')

            $run = Invoke-Runbook Remove-ListedZecInstance ($with + @{ MaximumCount = 500 })
            $run.ExitCode | Should -Be 0
            $run.Summary.Released | Should -Be 120
            @(Get-ZecOperation)[-1].Count | Should -Be 20
        }
        finally {
            $server.Process.Kill()
        }
    }
}
