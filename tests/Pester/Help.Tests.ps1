# The help as a real console of 80 columns shows it.
BeforeAll {
    . "$PSScriptRoot/TestModule.ps1"

    # Lines are broken at words only where the language is known.
    [Threading.Thread]::CurrentThread.CurrentUICulture = 'en-US'

    function Get-Shown ([scriptblock] $Command) {
        (& $Command | Out-String -Width 80) -replace '\r' -replace "$([char]27)\[[0-9;]*m"
    }
}

BeforeDiscovery {
    $script:names = (Get-ChildItem "$PSScriptRoot/../../docs/cmdlets/*.md").BaseName
}

Describe 'The help' {
    It 'of <_> is plain text in 80 columns' -ForEach $names {
        $name = $_
        $help = Get-Shown { Get-Help $name -Full }

        # No marks of Markdown, no names that only .NET has for a type, and nothing empty.
        $help | Should -Not -Match '```|\]\(|\*\*|Nullable|System\.Int32\b|`\d'
        $help | Should -Not -Match '(Default value|Position\?|Aliases|Accept [\w ]+\?) *\n'
        $help -split '\n' | Where-Object Length -GT 80 | Should -BeNullOrEmpty
    }

    It 'shows an example as code, and the explanation below it' {
        Get-Shown { Get-Help Remove-ZecInstance -Examples } | Should -Match (
            '(?m)^ +-+ Example 1: Preview what would be released -+\n\s*\n' +
            '    Get-ZecInstance -Status STOPPED \| Remove-ZecInstance -WhatIf\n\s*\n    Shows one line for each instance')
    }

    It 'shows one parameter with its type, default and pipeline input' {
        $help = Get-Shown { Get-Help Remove-ZecInstance -Parameter Force }

        $help | Should -Match '-Force \[<SwitchParameter>\]'
        $help | Should -Match 'Default value +False'
        $help | Should -Match 'Accept pipeline input\? +False'
    }

    It 'breaks the lines of the syntax before column 80' {
        Get-Shown { Get-Help Remove-ZecInstance } | Should -Match 'Remove-ZecInstance \[-InputObject\] <ZecInstance\[\]> \[-KeepDependentResource\]'
    }
}
