BeforeAll {
    . "$PSScriptRoot/TestModule.ps1"
}

Describe 'The life of an instance' {
    BeforeAll {
        Connect-Zec -Simulator -SimulatedInstanceCount 40
    }

    It 'goes from an order over a stop to a release' {
        $order = New-ZecInstance -ZoneId asia-east-1a -InstanceType z2a.cpu.2 -ImageId debian12_20240712 -SubnetId subnet-1 -Name 'lab-[1,2]' -Count 2
        $order.InstanceIds.Count | Should -Be 2

        $running = $order | Wait-ZecInstance -Until Running
        $running.InstanceName | Sort-Object | Should -Be 'lab-01', 'lab-02'

        ($running | Stop-ZecInstance -Wait).Status | Should -Be 'Succeeded'
        Get-ZecInstanceStatus -InstanceId $order.InstanceIds | ForEach-Object Status | Should -Be 'STOPPED', 'STOPPED'

        $running | Set-ZecInstance -Name retired | Out-Null
        Get-ZecInstance -Name retired | Remove-ZecInstance -Force -MaximumCount 2 | ForEach-Object Status | Should -Be 'Succeeded'
        Get-ZecInstance -InstanceId $order.InstanceIds | ForEach-Object Status | Should -Be 'RELEASING', 'RELEASING'
    }

    It 'is started and waited for in one pipeline, and its result shows it' {
        $stopped = Get-ZecInstance -Status STOPPED -First 2
        $running = $stopped | Start-ZecInstance | Wait-ZecInstance
        $running.Status | Should -Be 'RUNNING', 'RUNNING'

        $results = $running | Stop-ZecInstance
        ($results | Get-ZecInstance).InstanceId | Should -Be $stopped.InstanceId
        (Start-Job { $input } -InputObject $results | Receive-Job -Wait | Get-ZecInstance).InstanceId | Should -Be $stopped.InstanceId
        { $results | Remove-ZecInstance -Force -ErrorAction Stop } | Should -Throw -ExpectedMessage '*$results.FailedIds*'
    }

    It 'is returned as it is after the change with -PassThru' {
        $stopping = Get-ZecInstance -Status RUNNING -First 2 | Stop-ZecInstance -PassThru
        $stopping.Status | Should -Be 'STOPPING', 'STOPPING'
        (Get-ZecOperation)[-1].SucceededIds | Should -Be $stopping.InstanceId
    }

    It 'is counted in one line at the end of the run' {
        $null = Get-ZecInstance -Status RUNNING -First 2 | Stop-ZecInstance -InformationVariable line
        "$line" | Should -Match '^StopInstances: 2 done, 0 failed, 0 unknown, 0 skipped, 0 never sent in \d+\.\d s\.$'
        $line.Tags | Should -Be 'ZenlayerZec'
    }

    It 'can be looked at by any action of the API' {
        $page = Invoke-ZecApi DescribeInstancesStatus @{ pageSize = 3 }
        $page.dataSet.Count | Should -Be 3
        @(Invoke-ZecApi DescribeInstancesStatus -All).Count | Should -Be $page.totalCount
    }

    It 'never asks in a script that did not say so' {
        { Get-ZecInstance -Status STOPPED -First 1 | Start-ZecInstance -WhatIf } | Should -Not -Throw
        Get-ZecInstance -Status BOOTING | Should -BeNullOrEmpty
    }
}

Describe 'A protected instance' {
    BeforeAll {
        Connect-Zec -Simulator -SimulatedInstanceCount 20 -SimulatedProtectedCount 2
        $kept = (Get-ZecInstance | Where-Object { $_.Tags['zec:keep'] }).InstanceId
    }

    It 'is skipped by a release, whatever names it' -ForEach @(
        @{ Way = { Get-ZecInstance } }
        @{ Way = { (Get-ZecInstance).InstanceId } }
        @{ Way = { Get-ZecInstanceStatus } }
        @{ Way = { Get-ZecInstance | Select-Object InstanceId, Status } }
    ) {
        $results = & $Way | Remove-ZecInstance -Force -WarningAction SilentlyContinue -WarningVariable warnings
        $kept | Should -HaveCount 2
        $results.SkippedIds | Should -Contain $kept[0]
        $results.SkippedIds | Should -Contain $kept[1]
        "$warnings" | Should -Match 'zec:keep \(-IncludeProtected\)'
        Get-ZecInstance -InstanceId $kept | ForEach-Object Status | Should -Not -Contain 'RELEASING'
    }

    It 'is released with -IncludeProtected' {
        $results = Remove-ZecInstance -InstanceId $kept -IncludeProtected -Force
        $results.SucceededIds | Should -Be $kept
    }
}

Describe 'Tab' {
    BeforeAll {
        Connect-Zec -Simulator -SimulatedInstanceCount 3
    }

    It 'completes <Line>' -ForEach @(
        @{ Line = 'New-ZecInstance -ZoneId asia-e'; Text = 'asia-east-1a' }
        @{ Line = 'Get-ZecInstance -Status RUNN'; Text = 'RUNNING' }
        @{ Line = 'Wait-ZecInstance -Until Rel'; Text = 'Released' }
        @{ Line = 'Invoke-ZecApi DescribeInst'; Text = 'DescribeInstanceMonitorData' }
    ) {
        (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches.CompletionText | Should -Contain $Text
    }
}
