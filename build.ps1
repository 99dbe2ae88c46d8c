<#
.SYNOPSIS
    Builds, tests, shows, measures and packs the module. Every task is a call of dotnet or of PSScriptAnalyzer.
.EXAMPLE
    dotnet pwsh ./build.ps1 Package
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Analyze', 'Demo', 'Screens', 'Bench', 'Package', 'Clean')]
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
    'Screens' {
        # Writes what the demo shows now into the files that the tests compare it with.
        $env:ZENLAYERZEC_SCREENS = 'write'
        Invoke-Dotnet -Argument 'test', "$PSScriptRoot/tests/ZenlayerZec.Tests", '--filter', 'FullyQualifiedName~DemoScreenTests'
    }
    'Bench' {
        Invoke-Dotnet -Argument 'run', '-c', 'Release', '--project', "$PSScriptRoot/tests/ZenlayerZec.Benchmarks"
    }
    'Package' {
        Invoke-Dotnet -Argument 'pack', "$PSScriptRoot/packaging/ZenlayerZec.Package.csproj"
    }
    'Clean' {
        foreach ($folder in 'artifacts', 'bin', 'en-US', 'out') {
            if ([IO.Directory]::Exists("$PSScriptRoot/$folder")) {
                [IO.Directory]::Delete("$PSScriptRoot/$folder", $true)
            }
        }
    }
}
