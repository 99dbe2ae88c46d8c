<#
.SYNOPSIS
    Builds, tests, shows, measures and packs the module. Every task is a call of dotnet or of PSScriptAnalyzer.
.EXAMPLE
    dotnet pwsh ./build.ps1 Package
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Analyze', 'Demo', 'Bench', 'Help', 'Package', 'Clean')]
    [string] $Task = 'Build'
)

$ErrorActionPreference = 'Stop'

function Invoke-Dotnet {
    param([string[]] $Argument)

    & dotnet $Argument
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($Argument[0]) ended with exit code $LASTEXITCODE."
    }
}

switch ($Task) {
    'Build' {
        Invoke-Dotnet -Argument 'build', "$PSScriptRoot/ZenlayerZec.sln"
    }
    'Test' {
        Invoke-Dotnet -Argument 'test', "$PSScriptRoot/ZenlayerZec.sln"
    }
    'Analyze' {
        Import-Module PSScriptAnalyzer
        $notes = foreach ($path in 'build.ps1', 'ZenlayerZec.psd1', 'docs', 'src', 'tests') {
            Invoke-ScriptAnalyzer -Path "$PSScriptRoot/$path" -Recurse
        }
        if ($notes) {
            $notes
            throw "PSScriptAnalyzer has $(@($notes).Count) notes."
        }
    }
    'Demo' {
        Invoke-Dotnet -Argument 'run', '--project', "$PSScriptRoot/src/ZenlayerZec.Demo"
    }
    'Bench' {
        Invoke-Dotnet -Argument 'run', '-c', 'Release', '--project', "$PSScriptRoot/tests/ZenlayerZec.Benchmarks"
    }
    'Package' {
        Invoke-Dotnet -Argument 'pack', "$PSScriptRoot/packaging/ZenlayerZec.Package.csproj"
    }
    'Help' {
        if (-not (Get-Module -ListAvailable -Name Microsoft.PowerShell.PlatyPS)) {
            throw 'The help is made by Microsoft.PowerShell.PlatyPS, which this shell does not have: Install-PSResource Microsoft.PowerShell.PlatyPS'
        }

        # The Markdown's links lead to files, which a console has not; and an empty line is a control character to PlatyPS.
        $made = Import-MarkdownCommandHelp -Path "$PSScriptRoot/docs/cmdlets/*.md" |
            Export-MamlCommandHelp -OutputFolder "$PSScriptRoot/artifacts/help" -Force
        [IO.Directory]::CreateDirectory("$PSScriptRoot/en-US") | Out-Null
        $maml = [IO.File]::ReadAllText($made.FullName) -replace '<maml:uri>[^<:]*</maml:uri>', '<maml:uri />' -replace '&#x80;', '&#xA0;' -replace '\r'
        [IO.File]::WriteAllText("$PSScriptRoot/en-US/$($made.Name)", $maml)

        # A page about something is a text: without the marks of headings, and with code moved in.
        foreach ($page in [IO.Directory]::GetFiles("$PSScriptRoot/docs", 'about_*.md')) {
            $text = [regex]::Replace([IO.File]::ReadAllText($page), '(?ms)^```\w*\n(.*?)^```\n', { $args[0].Groups[1].Value -replace '(?m)^(?=.)', '    ' })
            $name = [IO.Path]::GetFileNameWithoutExtension($page)
            [IO.File]::WriteAllText("$PSScriptRoot/en-US/$name.help.txt", ($text -replace '(?m)^#+ '))
        }
    }
    'Clean' {
        foreach ($folder in 'artifacts', 'bin', 'out') {
            if ([IO.Directory]::Exists("$PSScriptRoot/$folder")) {
                [IO.Directory]::Delete("$PSScriptRoot/$folder", $true)
            }
        }
    }
}
