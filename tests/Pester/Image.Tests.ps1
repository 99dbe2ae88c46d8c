# Images, as a user meets them in a console.
BeforeAll {
    . "$PSScriptRoot/TestModule.ps1"
    Connect-Zec -Simulator -SimulatedInstanceCount 20
    $script:escape = [char]27

    function Get-Table ($Objects, $Width) {
        $Objects | Format-Table | Out-String -Stream -Width $Width |
            ForEach-Object { ($_ -replace "$escape\[[0-9;]*m").TrimEnd() } | Where-Object { $_ }
    }
}

AfterAll {
    Disconnect-Zec
}

Describe 'An image' {
    It 'is made of a stopped instance, keeps its last copy, and is deleted' {
        $stopped = Get-ZecInstance -Status STOPPED -ZoneId asia-east-1a | Select-Object -First 1
        $image = $stopped | New-ZecImage -Name clone -Wait
        $image.RegionIds | Should -Be 'asia-east-1'

        $image | Remove-ZecImageCopy -RegionId asia-east-1 -Force -WarningVariable warned -WarningAction SilentlyContinue | Out-Null
        "$warned" | Should -Match 'would have no copy left'
        (Get-ZecImage -Custom -Name clone | Remove-ZecImage -Force).Status | Should -Be 'Succeeded'
        (Get-ZecImage -Custom -Name clone).ImageStatus | Should -Be 'DELETING'
    }

    It 'of the account is read again from a file, and filtered' {
        $file = Join-Path $TestDrive images.xml
        Get-ZecImage -Custom | Export-Clixml $file
        (Import-Clixml $file | Get-ZecImage -Name 'web*').ImageName | Should -Be 'web-golden'
        Get-ZecImage -Custom | Get-ZecImage -OsType bsd | Should -BeNullOrEmpty
    }

    It 'of a zone is listed for each row of a CSV file' {
        $file = Join-Path $TestDrive zones.csv
        Get-ZecZone asia-east-1a, eu-west-1a | Export-Csv $file
        (Import-Csv $file | Get-ZecImage -Name 'Debian*').ZoneId | Should -Be 'asia-east-1a', 'eu-west-1a'
    }

    It 'of the service is not deleted, and says why' {
        $results = Get-ZecImage asia-east-1a -Name 'Debian*' | Remove-ZecImage -Force -WarningVariable warned -WarningAction SilentlyContinue
        $results.SucceededIds | Should -BeNullOrEmpty
        "$warned" | Should -Match 'debian12'
    }
}

Describe 'The table of images' {
    It 'has what is most important in 80 columns, and the place in 120' {
        $narrow = Get-Table (Get-ZecImage asia-east-1a) 80
        $narrow[0] | Should -Match '^ImageId +Name +System +Source +Status$'
        $narrow | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
        (Get-Table (Get-ZecImage asia-east-1a) 120)[0] | Should -Match 'DiskGiB Place$'
    }
}
