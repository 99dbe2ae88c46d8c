# The recipes of docs/recipes.md, as they stand there, and what holds after each.
BeforeAll {
    . "$PSScriptRoot/RunbookConsole.ps1"
}

BeforeDiscovery {
    $checks = @{
        'See what continues to cost after a release' = {
            @($out.StaysPerHour) -gt 0 | Should -Not -BeNullOrEmpty
            @(Get-ZecOperation).Count | Should -Be $known
        }
        'Find what nobody uses, and remove it' = {
            Get-ZecEip -Unused | Should -BeNullOrEmpty
            Get-ZecSnapshot -Unused | Where-Object CreateTime -lt (Get-Date).AddDays(-90) | Should -BeNullOrEmpty
            Get-ZecDisk -Unused | Should -Not -BeNullOrEmpty
            Get-ZecEip -Status BINDED | Should -Not -BeNullOrEmpty
            Get-ZecSnapshot | Should -Not -BeNullOrEmpty
        }
        'Clone an instance' = {
            $made = @(Get-ZecInstance -ImageId $image.ImageId)
            $made.InstanceName | Sort-Object | Should -Be 'web-2', 'web-3', 'web-4'
            $made.SubnetId | Select-Object -Unique | Should -Be $vm.SubnetId
            $made.InstanceType | Select-Object -Unique | Should -Be $vm.InstanceType
            $made[0].Tags['role'] | Should -Be 'web'
            (Get-ZecInstance $vm.InstanceId).Status | Should -Be 'RUNNING'
        }
        'Replace a security group' = {
            (Get-ZecSecurityGroup).SecurityGroupName | Should -Not -Contain 'edge'
            @($new | Get-ZecNic).Count | Should -BeGreaterThan 1
            ($new | Get-ZecSecurityGroupRule -Direction ingress).CidrIp | Should -Be '10.0.0.0/8'
            ($new | Get-ZecSecurityGroupRule -Direction egress).CidrIp | Should -Be '0.0.0.0/0'
        }
        'Take snapshots before a release' = {
            @(Get-ZecSnapshot -Name *-last).Count | Should -Be 6
            Get-ZecInstance | Where-Object { $_.InstanceId -in $gone.InstanceId -and $_.Status -notin 'RELEASING', 'RECYCLING' } | Should -BeNullOrEmpty
        }
        'Build a lab, and remove it' = {
            Get-ZecInstance -Tag @{ lab = 'k7' } | Should -BeNullOrEmpty
            Get-ZecVpc -Name lab-k7* | Should -BeNullOrEmpty
            Get-ZecSubnet -Name lab-a* | Should -BeNullOrEmpty
        }
        'Enlarge disks, after a look at the price' = {
            $small.Count | Should -BeGreaterThan 1
            (Get-ZecDisk $small.DiskId).SizeGiB | Select-Object -Unique | Should -Be 200
        }
        'Stop what does nothing' = {
            Get-ZecInstance -Status STOPPING | Should -BeNullOrEmpty
            @(Get-ZecOperation).Count | Should -Be $known
        }
        'Take back what was removed or changed' = {
            Get-ZecDisk -Status RECYCLED | Should -BeNullOrEmpty
            (Get-ZecOperation | Select-Object -Skip $known | Where-Object Action -EQ 'ApplySnapshot').Outcome | Should -Be 'Succeeded'
        }
        'Take snapshots every night' = {
            $kept = Get-ZecDisk -ZoneId asia-east-1a -Type DATA -Tag @{ env = 'prod' }
            $kept.Count | Should -BeGreaterThan 1
            $kept.AutoSnapshotPolicyId | Should -Not -Contain $null
            $kept.AutoSnapshotPolicyId | Should -Contain $nightly.AutoSnapshotPolicyId
        }
        'Close what is open to everybody' = {
            @(Get-ZecOperation).Count | Should -Be $known
            (Get-ZecSecurityGroup | Get-ZecSecurityGroupRule -Direction ingress -CidrIp 0.0.0.0/0).SecurityGroupId | Should -Be 'sg-edge'
        }
        'Move an address to another instance' = {
            (Get-ZecEip $eip.EipId).AttachedInstanceId | Should -Be $standby.InstanceId
            $standby.InstanceId | Should -Not -Be $eip.AttachedInstanceId
            $out.Count | Should -Be 10
        }
    }
    $page = Get-Content "$PSScriptRoot/../../docs/recipes.md" -Raw
    $recipes = $page -split '(?m)^## ' | Select-Object -Skip 1 | ForEach-Object {
        $heading = ($_ -split '\r?\n')[0]
        @{
            Heading = $heading
            Blocks = @([regex]::Matches($_, '(?ms)^```powershell\r?\n(.*?)^```') | ForEach-Object { $_.Groups[1].Value })
            Check = $checks[$heading]
        }
    }
    $headings = @{ Written = @($recipes.Heading); Tried = @($checks.Keys) }
}

Describe 'docs/recipes.md' {
    BeforeEach {
        # Nothing takes time there.
        $server = Open-Server --instances 100 --transition-time 0 --release-time 0
        & $connect $server.Endpoint
        $known = @(Get-ZecOperation).Count
    }

    AfterEach {
        Disconnect-Zec
        $server.Process.Kill()
        $server.Process.WaitForExit()
    }

    It '<Heading>' -ForEach $recipes {
        foreach ($block in $Blocks) {
            # What the last block returns is what a check may look at.
            $out = . ([scriptblock]::Create("`$ErrorActionPreference = 'Stop'`n$block")) 3> $null 6> $null
        }

        . $Check
    }

    It 'has no recipe that is not tried' -ForEach $headings {
        $Tried | Sort-Object | Should -Be ($Written | Sort-Object)
    }
}
