# What is left of the module's objects in a file, and what can be read back from it.
BeforeAll {
    . "$PSScriptRoot/TestModule.ps1"
    Connect-Zec -Simulator
    $script:instance = Get-ZecInstance -Status STOPPED -First 1
}

AfterAll {
    Disconnect-Zec
}

Describe 'A CSV file' {
    It 'of instances has their tags, addresses, disks and interfaces as text' {
        $row = $instance | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        $row.InstanceId | Should -BeExactly $instance.InstanceId
        $row.Tags | Should -BeExactly "env=$($instance.Tags['env']); role=$($instance.Tags['role']); owner=$($instance.Tags['owner'])"
        $row.PublicIpAddresses | Should -BeExactly $instance.PublicIpAddresses[0]
        $row.DataDisks | Should -BeExactly "$($instance.DataDisks[0].DiskId) (100 GiB)"
        $row.Nics | Should -BeExactly "$($instance.Nics[0].NicId) ($($instance.PrivateIpAddresses[0]))"
        $row.PSObject.Properties.Value | Where-Object { $_ -match 'System\.|ZenlayerZec\.' } | Should -BeNullOrEmpty
        @($row.PSObject.Properties).Count | Should -Be $instance.GetType().GetProperties().Count
    }

    It 'of instances is read back into the pipeline' {
        $file = Join-Path $TestDrive 'instances.csv'
        Get-ZecInstance -First 3 | Export-Csv $file -NoTypeInformation
        (Import-Csv $file | Get-ZecInstance).InstanceId | Should -Be (Get-ZecInstance -First 3).InstanceId
        Import-Csv $file | Remove-ZecInstance -WhatIf -WarningAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
        $failures | Should -BeNullOrEmpty
    }

    It 'of results has their IDs, which -split finds again' {
        $result = Get-ZecInstance -Status STOPPED | Select-Object -Last 3 | Remove-ZecInstance -Force
        $row = $result | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        -split $row.SucceededIds | Should -Be $result.SucceededIds
        $row.FailedIds | Should -BeExactly ''
        $row.PSObject.Properties.Value | Where-Object { $_ -match 'System\.|ZenlayerZec\.' } | Should -BeNullOrEmpty
        $operation = @(Get-ZecOperation)[-1] | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        -split $operation.Ids | Should -Be $result.SucceededIds
    }
}

Describe 'A list of the module''s' {
    It 'is used as an array is' {
        $result = Get-ZecInstance -Status STOPPED | Select-Object -Last 3 | Remove-ZecInstance -Force
        $ids = $result.SucceededIds
        $ids.Count | Should -Be 3
        $ids.Length | Should -Be 3
        $ids[-1] | Should -BeExactly @($ids)[2]
        $ids[0..1].Count | Should -Be 2
        $ids -contains $ids[1] | Should -BeTrue
        @($ids | ForEach-Object { $_ }).Count | Should -Be 3
        ($ids + $result.FailedIds).Count | Should -Be 3
        ([string[]]$ids).Count | Should -Be 3
        "$ids" | Should -BeExactly ($ids -join ' ')
        [bool]$result.FailedIds | Should -BeFalse
        (ConvertTo-Json $result -Compress) | Should -Match ([regex]::Escape("`"SucceededIds`":[`"$($ids[0])`","))
        @(Get-ZecInstanceStatus -InstanceId $ids).Count | Should -Be 3
    }
}

Describe 'An object that comes out of a Clixml file' {
    BeforeAll {
        $file = Join-Path $TestDrive 'objects.xml'
        $instance | Export-Clixml $file
        $script:read = Import-Clixml $file
    }

    It 'has its ID, name, state, account and tags' {
        foreach ($name in 'InstanceId', 'InstanceName', 'Status', 'Account') {
            $read.$name | Should -BeExactly $instance.$name
        }

        $read.Tags['env'] | Should -BeExactly $instance.Tags['env']
        @($read.PublicIpAddresses) | Should -Be @($instance.PublicIpAddresses)
    }

    It 'looks as it did, as a table and as a list' {
        $read | Out-String -Width 120 | Should -BeExactly ($instance | Out-String -Width 120)

        # Tags come back in another order.
        $lists = $read, $instance | ForEach-Object { ($_ | Format-List | Out-String -Stream -Width 120) -notmatch '^Tags ' -join "`n" }
        $lists[0] | Should -BeExactly $lists[1]
    }
}
