# What a user does, in a real console: with the commands that come with PowerShell, not with the engine alone.
BeforeAll {
    . "$PSScriptRoot/TestModule.ps1"
}

Describe 'The module' {
    It 'has a valid manifest' {
        $manifest = Test-ModuleManifest "$PSScriptRoot/../../ZenlayerZec.psd1"
        $manifest.ExportedCmdlets.Keys | Sort-Object | Should -Be (Get-Command -Module ZenlayerZec | Sort-Object Name).Name
        { Import-PowerShellDataFile "$PSScriptRoot/../../ZenlayerZec.psd1" } | Should -Not -Throw
    }
}

Describe 'The pipeline' {
    BeforeEach {
        Connect-Zec -Simulator -SimulatedFailureCount 1
    }

    AfterEach {
        Disconnect-Zec
    }

    It 'releases what is stopped and says what became of it' {
        $results = Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -ErrorAction SilentlyContinue -ErrorVariable failures
        $results.Count | Should -Be 2
        ($results | ForEach-Object { $_.SucceededIds.Count } | Measure-Object -Sum).Sum | Should -Be 119
        @($failures.TargetObject) | Should -Be @($results.FailedIds)
        @(Get-ZecInstance | Group-Object Status | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Count)" }) |
            Should -Be @('RELEASING 119', 'RUNNING 130', 'STOPPED 1')
    }

    It 'stops at the first failure when told to' {
        { Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -ThrottleLimit 1 -ErrorAction Stop } | Should -Throw -ErrorId 'InstanceNotReleased,*'
        @(Get-ZecInstance -Status STOPPED).Count | Should -Be 21
    }

    It 'can be cut short, and accounts for every ID all the same' {
        $before = @(Get-ZecOperation).Count
        $first = Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force -ErrorAction SilentlyContinue | Select-Object -First 1
        $first.BatchNumber | Should -BeIn 1, 2
        $operations = Get-ZecOperation | Select-Object -Skip $before
        @($operations.Ids | Sort-Object -Unique).Count | Should -Be 120
    }

    It 'takes IDs from a CSV file' {
        $csv = Join-Path $TestDrive 'retire.csv'
        Get-ZecInstance -Status RUNNING -First 3 | Select-Object InstanceId, InstanceName, Status | Export-Csv $csv -NoTypeInformation
        (Import-Csv $csv | Remove-ZecInstance -Force).SucceededIds.Count | Should -Be 3
    }

    It 'takes instances that went through a file' {
        $xml = Join-Path $TestDrive 'retire.xml'
        Get-ZecInstance -Status RUNNING -First 2 | Export-Clixml $xml
        (Import-Clixml $xml | Remove-ZecInstance -Force).SucceededIds.Count | Should -Be 2
    }

    It 'refuses <Name>, which is no instance' -ForEach @(
        @{ Name = 'a process'; Value = { Get-Process -Id $PID } }
        @{ Name = 'a file'; Value = { Get-Item $PSHOME } }
        @{ Name = 'a date'; Value = { Get-Date } }
        @{ Name = 'a result'; Value = { Get-ZecInstance -Status RUNNING -First 1 | Remove-ZecInstance -Force } }
        @{ Name = 'an object'; Value = { Get-ZecInstance -First 1 | Select-Object InstanceName } }
    ) {
        $before = @(Get-ZecInstance -Status RUNNING).Count
        $object = & $Value
        $left = @(Get-ZecInstance -Status RUNNING).Count
        $object | Remove-ZecInstance -Force -ErrorAction SilentlyContinue -ErrorVariable refused
        $refused.Count | Should -BeGreaterThan 0 -Because "$Name is no instance"
        @(Get-ZecInstance -Status RUNNING).Count | Should -Be $left
        $left | Should -BeLessOrEqual $before
    }

    It 'releases nothing in a runbook that rehearses' {
        function Invoke-Runbook {
            [CmdletBinding(SupportsShouldProcess)]
            param([string] $Status)

            # Under -WhatIf it goes on, so that what it calls says what it would do.
            if ($PSCmdlet.ShouldProcess($Status) -or $WhatIfPreference) {
                Get-ZecInstance -Status $Status -First 3 | Remove-ZecInstance -Force
            }
        }

        Invoke-Runbook -Status STOPPED -WhatIf | Should -BeNullOrEmpty
        @(Get-ZecInstance -Status STOPPED).Count | Should -Be 120
    }

    It 'turns into JSON with all its fields' {
        $json = Get-ZecInstance -First 1 | ConvertTo-Json -Depth 6 | ConvertFrom-Json
        $json.InstanceId | Should -Be (Get-ZecInstance -First 1).InstanceId
        $json.Nics[0].PrimaryIPv4 | Should -Not -BeNullOrEmpty
        $json.Tags.role | Should -Not -BeNullOrEmpty
    }

    It 'sorts and compares times as times' {
        $newest = Get-ZecInstance | Sort-Object CreateTime -Descending | Select-Object -First 1
        @(Get-ZecInstance | Where-Object { $_.CreateTime -gt $newest.CreateTime.AddSeconds(-1) }).Count | Should -BeGreaterOrEqual 1
        $newest.CreateTime | Should -BeOfType [DateTimeOffset]
    }

    It 'pages with the totals that PowerShell has for it' {
        $page = Get-ZecInstance -First 5 -Skip 10 -IncludeTotalCount
        $page[0] | Should -Be 250
        $page.Count | Should -Be 6
    }
}

Describe 'The views' {
    BeforeAll {
        Connect-Zec -Simulator
    }

    It 'fit 120 columns' {
        $lines = Get-ZecInstance -First 5 | Out-String -Width 120 -Stream
        $lines | Where-Object { $_ -match 'InstanceId\s+Name\s+Status\s+Zone\s+Type\s+IP' } | Should -Not -BeNullOrEmpty
    }

    It 'show the connection without a secret' {
        $text = Get-ZecConnection | Format-List * -Force | Out-String
        $text | Should -Match 'simulator'
        $text | Should -Not -Match 'simulated-key-secret'
    }
}

Describe 'Parallel runspaces' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
    It 'have connections of their own' {
        $module = Resolve-Path "$PSScriptRoot/../../ZenlayerZec.psd1"
        $counts = 3, 5, 8 | ForEach-Object -Parallel {
            Import-Module $using:module
            Connect-Zec -Simulator -SimulatedInstanceCount $_
            @(Get-ZecInstance).Count
        }
        $counts | Sort-Object | Should -Be @(3, 5, 8)
    }
}
