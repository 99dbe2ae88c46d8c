# What a person sees who looks at everything that an error holds.
BeforeAll {
    . "$PSScriptRoot/TestModule.ps1"
}

Describe 'Errors' {
    It 'show no secret, and no password of a proxy, in any of their properties' {
        # Port 1 of this machine answers nobody: the request fails at the proxy.
        $settings = @{
            Token               = ConvertTo-SecureString 'SENTINEL-token' -AsPlainText -Force
            Endpoint            = 'https://zec.invalid'
            Proxy               = 'http://ana:SENTINEL-password@127.0.0.1:1'
            MaximumAttemptCount = 1
        }
        Connect-Zec @settings
        $Error.Clear()
        try { Get-ZecInstance } catch { $_.FullyQualifiedErrorId | Should -BeLike 'Connection*' }
        Remove-ZecInstance 1394000000010000007 -Force -ErrorAction SilentlyContinue | Out-Null
        Disconnect-Zec

        $Error.Count | Should -BeGreaterThan 1
        $shown = @($Error; $Error.Exception; $Error.Exception.InnerException) | Format-List * -Force | Out-String -Width 4096
        $shown | Should -Match 'Could not connect to https://zec.invalid'
        $shown | Should -Not -Match 'SENTINEL'
    }
}
