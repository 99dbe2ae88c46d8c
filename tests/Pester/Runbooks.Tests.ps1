# The runbooks of docs/runbooks, against the simulator: what they do, what they write, and how they end.
BeforeAll {
    $script:module = (Resolve-Path "$PSScriptRoot/../../ZenlayerZec.psd1").Path
    Import-Module $module -Force
    $script:runbooks = (Resolve-Path "$PSScriptRoot/../../docs/runbooks").Path
    $script:dev = @{ env = 'dev' }

    # As an unattended run calls it; its exit code and its objects.
    function Invoke-Runbook ($Name, [hashtable] $With) {
        $global:LASTEXITCODE = $null
        $output = @(& "$runbooks/$Name.ps1" @With -ErrorAction SilentlyContinue 2>$null)
        [pscustomobject]@{ ExitCode = $global:LASTEXITCODE; Output = $output; Summary = $output | Select-Object -Last 1 }
    }

    function Get-Stopped {
        @(Get-ZecInstance -Status STOPPED -Tag $dev)
    }

    # A service that takes every request and answers none.
    function Connect-Silence {
        $script:silence = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $silence.Start()
        $secret = [securestring]::new()
        'unused'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
        Connect-Zec -Endpoint "http://127.0.0.1:$($silence.LocalEndpoint.Port)" -AccessKeyId nobody -AccessKeySecret $secret `
            -TimeoutSec 1 -OverallTimeoutSec 2 -MaximumAttemptCount 1
    }

    # The simulator as a process of its own, which more than one runspace can ask.
    function Open-Server {
        $assembly = Get-ChildItem "$PSScriptRoot/../../artifacts/bin/ZenlayerZec.SimulatorServer/*/ZenlayerZec.SimulatorServer.dll" |
            Sort-Object LastWriteTime | Select-Object -Last 1
        $start = [Diagnostics.ProcessStartInfo]::new('dotnet', (@("`"$($assembly.FullName)`"", '--port 0') + $args) -join ' ')
        $start.RedirectStandardOutput = $true
        $start.UseShellExecute = $false
        $process = [Diagnostics.Process]::Start($start)
        $null = $process.StandardOutput.ReadLine() -match 'http://127\.0\.0\.1:\d+'
        [pscustomobject]@{ Process = $process; Endpoint = $Matches[0] }
    }

    $script:connect = {
        param($endpoint, $throttleLimit = 8)
        $secret = [securestring]::new()
        'simulated-key-secret'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
        Connect-Zec -Endpoint $endpoint -AccessKeyId simulated-key-id -AccessKeySecret $secret -ThrottleLimit $throttleLimit
    }
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
        $ageless.CreateTime = $null
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
        $few = @(Get-Stopped | Sort-Object CreateTime | Select-Object -First 2)
        Mock Get-ZecInstance { $few }
        Connect-Silence
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
        # Installed as a gallery installs it, and found as an unattended run finds it.
        $version = (Import-PowerShellDataFile $module).ModuleVersion
        $installed = New-Item -ItemType Directory (Join-Path $TestDrive "modules/ZenlayerZec/$version") -Force
        Copy-Item $module, (Join-Path (Split-Path $module) 'bin') $installed -Recurse
        $server = Open-Server --failures 40
        $variables = @{
            PSModulePath               = "$(Join-Path $TestDrive 'modules')$([IO.Path]::PathSeparator)$env:PSModulePath"
            ZENLAYER_ENDPOINT          = $server.Endpoint
            ZENLAYER_ACCESS_KEY_ID     = 'simulated-key-id'
            ZENLAYER_ACCESS_KEY_SECRET = 'simulated-key-secret'
        }
        $kept = @{}
        try {
            foreach ($name in $variables.Keys) {
                $kept[$name] = [Environment]::GetEnvironmentVariable($name)
                [Environment]::SetEnvironmentVariable($name, $variables[$name])
            }

            $shell = (Get-Process -Id $PID).Path
            $call = "& '$runbooks/Set-ZecInstancePower.ps1' -Action Stop -Tag @{ env = 'none' }"
            & $shell -NoProfile -NonInteractive -Command $call *> $null
            $LASTEXITCODE | Should -Be 0
            $call = "& '$runbooks/Remove-StoppedZecInstance.ps1' -Tag @{ env = 'dev' } -OlderThanDays 9 -ReportPath '$report' -Confirm:`$false"
            & $shell -NoProfile -NonInteractive -Command $call *> $null
            $LASTEXITCODE | Should -Be 1
            (Import-Csv $report).Outcome | Select-Object -Unique | Sort-Object | Should -Be @('Failed', 'Released')
        }
        finally {
            $kept.Keys | ForEach-Object { [Environment]::SetEnvironmentVariable($_, $kept[$_]) }
            $server.Process.Kill()
        }
    }
}

Describe 'Export-ZecRetirementList' {
    BeforeAll {
        Connect-Zec -Simulator
        $script:list = Join-Path $TestDrive 'list.csv'
    }

    It 'writes what would go, and asks for nothing but the listing' {
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

    It 'lists just what Remove-StoppedZecInstance then takes' {
        Invoke-Runbook Export-ZecRetirementList @{ Tag = $dev; OlderThanDays = 50; Path = $list } | Out-Null
        $script:report = Join-Path $TestDrive 'report.csv'
        Invoke-Runbook Remove-StoppedZecInstance @{ Tag = $dev; OlderThanDays = 50; ReportPath = $report; Confirm = $false } | Out-Null
        (Import-Csv $list).InstanceId | Should -Be (Import-Csv $report).InstanceId
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

    It 'refuses -PowerOff with a start' {
        { & "$runbooks/Set-ZecInstancePower.ps1" -Action Start -Tag $dev -PowerOff } | Should -Throw '-PowerOff is for -Action Stop.'
    }
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
        @(Get-ZecOperation)[-1].InstanceIds | Should -Not -Contain $going
        @(Get-ZecOperation)[-1].InstanceIds | Should -Contain $standing
        @(Get-ZecOperation)[-1].InstanceIds | Should -Not -Contain $started
    }

    It 'keeps what nobody knows for the next run, and refuses another account' {
        $few = @($ids[0..1] | Get-ZecInstance)
        Import-Csv $list | Select-Object -First 2 | Export-Csv (Join-Path $TestDrive 'few.csv') -NoTypeInformation
        $with.ListPath = Join-Path $TestDrive 'few.csv'
        $real = Get-ZecConnection
        Mock Get-ZecInstance { $few }
        Connect-Silence
        $run = Invoke-Runbook Remove-ListedZecInstance $with
        $silence.Stop()
        $run.ExitCode | Should -Be 1
        (Import-Csv $state).Outcome | Should -Be @('Unknown', 'Unknown')

        { & "$runbooks/Remove-ListedZecInstance.ps1" @with -Connection $real } | Should -Throw '*another account*'

        Edit-State { $_.Account = "$($real.Endpoint) $($real.AccessKeyId)" }
        $run = Invoke-Runbook Remove-ListedZecInstance ($with + @{ Connection = $real })
        $run.ExitCode | Should -Be 0
        $run.Summary.Released | Should -Be 2
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
        { & "$runbooks/Remove-ListedZecInstance.ps1" @with } | Should -Throw '*no list of instances*'
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
            $shell.Stop()
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
