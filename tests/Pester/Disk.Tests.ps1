# Disks, their snapshots and their policies, as a user meets them in a console.
BeforeAll {
    . "$PSScriptRoot/TestModule.ps1"
    Connect-Zec -Simulator -SimulatedInstanceCount 40
}

AfterAll {
    Disconnect-Zec
}

Describe 'A disk' {
    BeforeAll {
        $instance = Get-ZecInstance -Status STOPPED -First 1
        $wanted = @{ ZoneId = $instance.ZoneId; SizeGiB = 40 }
    }

    It 'is priced by the parameters that order it' {
        (Get-ZecDiskPrice @wanted).Item | Should -Contain 'Disk'
        Get-ZecDisk -Name 'lab-*' | Should -BeNullOrEmpty
    }

    It 'is not ordered by -WhatIf' {
        New-ZecDisk @wanted -Name lab-none -WhatIf | Should -BeNullOrEmpty
        Get-ZecDisk -Name 'lab-*' | Should -BeNullOrEmpty
    }

    It 'is ordered, attached, detached by its ID and released' {
        $disk = New-ZecDisk @wanted -Name lab-data -Wait
        $disk.Status | Should -Be 'AVAILABLE'

        ($disk | Mount-ZecDisk -InstanceId $instance.InstanceId -Wait -PassThru).AttachedInstanceId | Should -Be $instance.InstanceId
        ($instance | Get-ZecDisk).DiskId | Should -Contain $disk.DiskId

        ($disk.DiskId | Dismount-ZecDisk -Wait -PassThru).Status | Should -Be 'AVAILABLE'
        (Get-ZecDisk $disk.DiskId | Remove-ZecDisk -Force).Status | Should -Be 'Succeeded'
        (Get-ZecDisk $disk.DiskId).Status | Should -Be 'RECYCLING'
    }

    It 'is snapshotted, and overwritten by a snapshot' {
        $snapshot = Get-ZecDisk -Unused -First 1 | New-ZecSnapshot -Name lab-before
        $snapshot.SnapshotName | Should -Be 'lab-before'

        $disk = Get-ZecSnapshot -Status AVAILABLE | Get-ZecDisk -Status IN_USE -First 1
        ($disk | Get-ZecSnapshot -Status AVAILABLE | Select-Object -First 1 | Restore-ZecSnapshot -Force).Status | Should -Be 'Succeeded'
        (Get-ZecDisk $disk.DiskId).Status | Should -Be 'ROLLING_BACK'
    }

    It 'in the recycle bin is not released a second time' {
        $bin = Get-ZecDisk -Status RECYCLED -First 1
        $result = $bin.DiskId | Remove-ZecDisk -Force -WarningAction SilentlyContinue -WarningVariable warnings
        $result.SkippedIds | Should -Be $bin.DiskId
        "$warnings" | Should -BeLike '*is in the recycle bin, from which a second release would delete it permanently*'
        (Get-ZecDisk $bin.DiskId).Status | Should -Be 'RECYCLED'
    }

    It 'in the recycle bin is taken back' {
        (Get-ZecDisk -Status RECYCLED -First 1 | Restore-ZecDisk -PassThru).Status | Should -Be 'AVAILABLE'
    }

    It 'is released by nobody where a pipeline is empty' {
        $nothing = @()
        $nothing | Get-ZecDisk | Remove-ZecDisk -Force | Should -BeNullOrEmpty
        Get-ZecInstance -Name 'nobody*' | Get-ZecDisk | Remove-ZecDisk -Force | Should -BeNullOrEmpty
    }

    It 'that is attached to nothing leads to no instance, and one without a policy to no policy' {
        Get-ZecDisk -Unused | Get-ZecInstance | Should -BeNullOrEmpty
        Get-ZecDisk -Unused | Get-ZecAutoSnapshotPolicy | Should -BeNullOrEmpty
    }

    It 'leads to its instance, and the instance to its disks' {
        $disk = Get-ZecDisk -Status IN_USE -Type DATA -First 1
        $disk | Get-ZecInstance | Get-ZecDisk | ForEach-Object DiskId | Should -Contain $disk.DiskId
    }

    It 'is completed by Tab' {
        $id = (Get-ZecDisk -Status AVAILABLE -First 1).DiskId
        $typed = 'Remove-ZecDisk '
        $found = foreach ($try in 1..60) {
            if ($offered = (TabExpansion2 $typed $typed.Length).CompletionMatches) {
                $offered
                break
            }
        }
        $found.CompletionText | Should -Contain $id
    }
}

Describe 'A thing of another kind' {
    BeforeAll {
        $snapshots = Get-ZecSnapshot -First 2
    }

    It 'is not taken for a disk, <How>' -ForEach @(
        @{ How = 'live'; Objects = { $snapshots } }
        @{ How = 'out of a file of objects'; Objects = {
                $snapshots | Export-Clixml (Join-Path $TestDrive 'snapshots.xml')
                Import-Clixml (Join-Path $TestDrive 'snapshots.xml')
            }
        }
        @{ How = 'out of a file of rows'; Objects = {
                $snapshots | Export-Csv (Join-Path $TestDrive 'snapshots.csv')
                Import-Csv (Join-Path $TestDrive 'snapshots.csv')
            }
        }
    ) {
        $before = (Get-ZecDisk).Count
        & $Objects | Remove-ZecDisk -Force -ErrorAction SilentlyContinue -ErrorVariable refused | Should -BeNullOrEmpty
        $refused | Should -HaveCount 2
        "$($refused[0])" | Should -BeLike '*snapshot*Get-ZecDisk*'
        (Get-ZecDisk).Count | Should -Be $before
    }
}

Describe 'A snapshot policy' {
    It 'gets disks and loses them, and goes' {
        $zone = (Get-ZecDisk -Unused -First 1).ZoneId
        $policy = New-ZecAutoSnapshotPolicy $zone lab-policy -DayOfWeek Monday -HourUtc 3 -RetentionDays 7
        $disk = Get-ZecDisk -Unused -ZoneId $zone -First 1

        ($disk | Register-ZecAutoSnapshotPolicy -AutoSnapshotPolicyId $policy.AutoSnapshotPolicyId).Status | Should -Be 'Succeeded'
        ($policy | Get-ZecDisk).DiskId | Should -Be $disk.DiskId
        ($disk.DiskId | Unregister-ZecAutoSnapshotPolicy).Status | Should -Be 'Succeeded'
        $policy | Get-ZecDisk | Should -BeNullOrEmpty
        ($policy | Remove-ZecAutoSnapshotPolicy -Force).Status | Should -Be 'Succeeded'
        Get-ZecAutoSnapshotPolicy -Name 'lab-*' | Should -BeNullOrEmpty
    }
}
