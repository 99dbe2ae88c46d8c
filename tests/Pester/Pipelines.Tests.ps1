# What leads to what in a pipeline: filters, zones and images, rows of a file, credentials.
BeforeAll {
    . "$PSScriptRoot/TestModule.ps1"
}

Describe 'A pipeline' {
    BeforeAll {
        Connect-Zec -Simulator -SimulatedInstanceCount 40
        $script:all = Get-ZecInstance
    }

    AfterAll {
        Disconnect-Zec
    }

    It 'begins with several values of a filter' {
        $expected = $all | Where-Object { $_.Status -in 'STOPPED', 'RUNNING' -and $_.Tags.env -in 'dev', 'test' }
        (Get-ZecInstance -Status STOPPED, RUNNING -Tag @{ env = 'dev', 'te*' }).InstanceId | Should -Be $expected.InstanceId
    }

    It 'warns of an unknown state, and writes an error for a name that does not exist' {
        { Get-ZecInstance -Status Stoped -WarningVariable script:warnings -WarningAction SilentlyContinue } | Should -Throw
        "$warnings" | Should -BeLike '*Did you mean STOPPED?*'
        { Get-ZecInstance -Name nobody -ErrorAction Stop } | Should -Throw -ErrorId 'InstanceNotFound*'
        Get-ZecInstance -Name 'nobody*' | Should -BeNullOrEmpty
    }

    It 'leads from a zone to its instances, and from them to their images' {
        $there = Get-ZecZone eu-west-1a | Get-ZecInstance
        $there.ZoneId | Select-Object -Unique | Should -Be 'eu-west-1a'
        ($there | Get-ZecImage).ImageId | Sort-Object -Unique | Should -Be ($there.ImageId | Sort-Object -Unique)
    }

    It 'renames each instance to the name of its row' {
        $file = Join-Path $TestDrive 'names.csv'
        $all | Select-Object -First 2 InstanceId, @{ Name = 'Name'; Expression = { "new-$($_.InstanceName)" } } | Export-Csv $file
        Import-Csv $file | Set-ZecInstance | Out-Null
        (Get-ZecInstance -InstanceId $all[0, 1].InstanceId).InstanceName | Should -Be @("new-$($all[0].InstanceName)", "new-$($all[1].InstanceName)")
    }

    It 'orders by the rows of a file, and nothing where one of them is wrong' {
        $file = Join-Path $TestDrive 'orders.csv'
        $row = 'asia-east-1a,z2a.cpu.2,debian12_20240712,subnet-1'
        Set-Content $file 'ZoneId,InstanceType,ImageId,SubnetId,Name,Count', "$row,row-1,2", "$row,row-2,many"
        Import-Csv $file | New-ZecInstance -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-ZecInstance -Name 'row-*' | Should -BeNullOrEmpty

        Set-Content $file 'ZoneId,InstanceType,ImageId,SubnetId,Name,Count', "$row,row-1,2", "$row,row-2,1"
        (Import-Csv $file | New-ZecInstance).InstanceIds.Count | Should -Be 3
    }

    It 'comes back from the file that it was exported to' {
        $file = Join-Path $TestDrive 'instances.csv'
        Get-ZecInstance -Status STOPPED -First 2 | Export-Csv $file
        $ids = (Import-Csv $file).InstanceId
        (Import-Csv $file | Get-ZecInstance).InstanceId | Should -Be $ids
        Import-Csv $file | Remove-ZecInstance -WhatIf
        (Get-ZecInstance -InstanceId $ids).Status | Should -Be 'STOPPED', 'STOPPED'
    }
}

Describe 'A credential from a vault' {
    BeforeAll {
        . "$PSScriptRoot/RunbookConsole.ps1"
        $script:server = Open-Server

        function Get-Secret ($Name) {
            if ($Name -eq 'zec') {
                [pscredential]::new('simulated-key-id', (ConvertTo-SecureString 'simulated-key-secret' -AsPlainText -Force))
            }
        }
    }

    AfterAll {
        Disconnect-Zec
        $server.Process.Kill()
    }

    It 'connects, and a test of the connection names the account' {
        Get-Secret zec | Connect-Zec -Endpoint $server.Endpoint
        $test = Test-ZecConnection
        $test.Succeeded | Should -BeTrue
        $test.Account | Should -Be (Get-ZecConnection).Account
        Test-ZecConnection -Quiet | Should -BeTrue
    }

    It 'that is not there connects to no other account' {
        { Get-Secret nothing | Connect-Zec -Endpoint $server.Endpoint } | Should -Throw
        { Get-ZecInstance -ErrorAction Stop } | Should -Throw
    }
}
