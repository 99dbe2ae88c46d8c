# What objects look like in a real console, as tables and as lists.
BeforeAll {
    . "$PSScriptRoot/TestModule.ps1"
    Connect-Zec -Simulator
    $script:instance = Get-ZecInstance -First 1
    $script:samples = @{
        ZecInstance       = $instance
        ZecInstanceStatus = Get-ZecInstanceStatus -First 1
        ZecSystemDisk     = $instance.SystemDisk
        ZecDataDisk       = $instance.DataDisks[0]
        ZecNic            = $instance.Nics[0]
        ZecZone           = @(Get-ZecZone)[0]
        ZecInstanceType   = @(Get-ZecInstanceType)[0]
        ZecImage          = @(Get-ZecImage asia-east-1a)[0]
        ZecBatchResult    = Get-ZecInstance -Status STOPPED -First 2 | Remove-ZecInstance -Force
        ZecInstanceOrder  = New-ZecInstance -ZoneId asia-east-1a -InstanceType z2a.cpu.2 -ImageId debian12_20240712 -SubnetId s-1 -Count 3
        ZecOperation      = @(Get-ZecOperation)[0]
        ZecConnection     = Get-ZecConnection
        ZecConnectionTest = Test-ZecConnection
    }
    $script:types = 'ZecInstance', 'ZecInstanceStatus', 'ZecSystemDisk', 'ZecDataDisk', 'ZecNic', 'ZecZone', 'ZecInstanceType', 'ZecImage'
    $script:escape = [char]27

    function Get-Plain ($Lines) {
        $Lines | ForEach-Object { $_ -replace "$escape\[[0-9;]*m" }
    }
}

AfterAll {
    Disconnect-Zec
}

Describe 'The views' {
    It 'fit 120 columns, as tables and as lists, without an error under strict mode' {
        Set-StrictMode -Version Latest
        $samples.Count | Should -Be 13
        foreach ($type in $samples.Keys) {
            $samples[$type].GetType().Name | Should -Be $type
            $Error.Clear()
            $table = @(Get-Plain ($samples[$type] | Format-Table | Out-String -Stream -Width 120) | Where-Object { $_.Trim() })
            $list = @(Get-Plain ($samples[$type] | Format-List | Out-String -Stream -Width 120) | Where-Object { $_.Trim() })
            $Error | Should -BeNullOrEmpty -Because $type
            $table.Count | Should -BeGreaterOrEqual 3 -Because $type
            $list.Count | Should -BeGreaterThan 1 -Because $type
            $table + $list | ForEach-Object { $_.TrimEnd().Length | Should -BeLessOrEqual 120 -Because $type }
        }
    }

    It 'show IDs harmless, as tables and as lists: other texts are so when they are read' {
        $evil = "$escape[2Jx`r`n$([char]0x202e)"
        foreach ($type in $types) {
            $object = $samples[$type] | Select-Object -First 1
            $kept = @{}
            foreach ($property in $object.GetType().GetProperties() | Where-Object { $_.PropertyType -eq [string] -and $_.CanWrite -and $_.Name -cmatch 'Id$' }) {
                $kept[$property.Name] = $property.GetValue($object)
                $property.SetValue($object, $evil)
            }

            $shown = @($object | Format-Table | Out-String -Stream -Width 120) + @($object | Format-List | Out-String -Stream -Width 120)
            $kept.Keys | ForEach-Object { $object.$_ = $kept[$_] }

            (Get-Plain $shown) -join '' | Should -Match ([char]0xFFFD) -Because $type
            (Get-Plain $shown) -join '' | Should -Not -Match '[\p{Cc}\p{Cf}]' -Because $type
        }
    }

    It 'show a list of an instance''s tags and addresses' {
        $list = (Get-Plain ($instance | Format-List | Out-String -Width 120)) -join ''
        $list | Should -Match "PublicIpAddresses +: $($instance.PublicIpAddresses[0])"
        $list | Should -Match "env=$($instance.Tags['env'])"
        $list | Should -Match "DataDisks +: $([regex]::Escape($instance.DataDisks[0]))"
    }
}
