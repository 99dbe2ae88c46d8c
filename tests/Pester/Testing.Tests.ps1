# The examples of docs/testing.md, as they stand there, and what they promise of other tests.
BeforeAll {
    . "$PSScriptRoot/TestModule.ps1"
}

Describe 'docs/testing.md' {
    $page = Get-Content "$PSScriptRoot/../../docs/testing.md" -Raw
    $code = [regex]::Matches($page, '(?ms)^```powershell\r?\n(.*?)^```') | ForEach-Object { $_.Groups[1].Value }
    $script, $setup, $tests = $code
    . ([scriptblock]::Create($setup.Replace('Import-Module ZenlayerZec', '').Replace('. "$PSScriptRoot/Remove-OldInstance.ps1"', $script)))
    $tests | ForEach-Object { . ([scriptblock]::Create($_)) }

    It 'has tests in all its blocks but the first two' -ForEach @{ Tests = $tests } {
        $tests.Count | Should -BeGreaterThan 5
        $tests | Should -Match "\ADescribe '"
    }
}

Describe 'The types of the module' {
    It 'are found by their full names, where no other assembly has them' -ForEach @(
        @{ Name = 'ZenlayerZec.Client.Models.ZecInstance' }
        @{ Name = 'ZenlayerZec.Client.Batching.ZecBatchResult' }
        @{ Name = 'ZenlayerZec.Client.Errors.ZecServiceException' }
        @{ Name = 'ZenlayerZec.Connection.ZecConnection' }
    ) {
        ($Name -as [type]).FullName | Should -Be $Name
    }

    It 'let every cmdlet be mocked and called in its place' {
        foreach ($cmdlet in Get-Command -Module ZenlayerZec -CommandType Cmdlet) {
            Mock $cmdlet.Name { 'mocked' }
            [System.Management.Automation.ProxyCommand]::Create($cmdlet) | Should -Match 'SteppablePipeline'
        }

        Get-ZecInstance | Should -Be 'mocked'
        Remove-ZecInstance '1394000000010000007' -Force | Should -Be 'mocked'
        Remove-ZecInstance -InstanceId 1394000000010000007 -Force | Should -Be 'mocked'
    }

    It 'live in a job, and come back from it as objects that cmdlets take' {
        Connect-Zec -Simulator -Name 'job'
        $job = Start-Job { Import-Module $using:module; Connect-Zec -Simulator -Name 'job'; Get-ZecInstance -Status STOPPED -First 2 }
        try {
            $back = $job | Receive-Job -Wait
            $back[0].PSObject.TypeNames[0] | Should -Be 'Deserialized.ZenlayerZec.Client.Models.ZecInstance'
            ($back | Remove-ZecInstance -Force).SucceededIds | Should -Be $back.InstanceId
        }
        finally {
            $job | Remove-Job
            Disconnect-Zec
        }
    }
}
