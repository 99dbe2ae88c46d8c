# Placement groups, as a user meets them in a console.
BeforeAll {
    . "$PSScriptRoot/TestModule.ps1"
    Connect-Zec -Simulator -SimulatedInstanceCount 20
    $script:escape = [char]27
}

AfterAll {
    Disconnect-Zec
}

Describe 'A placement group' {
    It 'is created, takes an instance, and lets it go before it is deleted' {
        $group = New-ZecPlacementGroup asia-east-1a apart -PartitionCount 3
        $instance = Get-ZecInstance -ZoneId asia-east-1a | Where-Object { -not $_.PlacementGroupId } | Select-Object -First 1
        ($instance | Set-ZecInstance -PlacementGroupId $group.PlacementGroupId -PassThru).PlacementGroupId | Should -Be $group.PlacementGroupId
        ($group | Get-ZecInstance).InstanceId | Should -Be $instance.InstanceId
        (Get-ZecInstance $instance.InstanceId | Get-ZecPlacementGroup).Name | Should -Be 'apart'

        ($group | Get-ZecInstance | Set-ZecInstance -NoPlacementGroup).Status | Should -Be 'Succeeded'
        (Get-ZecPlacementGroup -Name apart | Remove-ZecPlacementGroup -Force).Status | Should -Be 'Succeeded'
        (Get-ZecPlacementGroup).Name | Should -Not -Contain 'apart'
    }

    It 'that nobody uses is listed, and previewed without a change' {
        $unused = @(Get-ZecPlacementGroup -Unused)
        $unused.InstanceCount | Should -Be 0
        $unused | Remove-ZecPlacementGroup -WhatIf | Should -BeNullOrEmpty
        @(Get-ZecPlacementGroup -Unused).Count | Should -Be $unused.Count
    }

    It 'takes no name from the pipeline for another one' {
        { Get-ZecPlacementGroup -Unused | Set-ZecPlacementGroup pg-db } | Should -Throw
        (Get-ZecPlacementGroup pg-db).Name | Should -Be 'db'
    }
}

Describe 'The table of placement groups' {
    It 'fits 80 columns' {
        $lines = Get-ZecPlacementGroup | Format-Table | Out-String -Stream -Width 80 |
            ForEach-Object { ($_ -replace "$escape\[[0-9;]*m").TrimEnd() } | Where-Object { $_ }
        $lines[0] | Should -Match '^PlacementGroupId +Name +Partitions Instances Constraint +Zone$'
        $lines | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
    }
}
