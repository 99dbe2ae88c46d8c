<#
.SYNOPSIS
    Builds, tests, shows, measures and packs the module. Every task is a call of dotnet, of Pester or of PSScriptAnalyzer.
.EXAMPLE
    ./build.ps1 Demo
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Analyze', 'Demo', 'Bench', 'Package', 'Clean')]
    [string] $Task = 'Build'
)

$ErrorActionPreference = 'Stop'

# No more than the engine's core commands, so that it runs in the project's own shell too.
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

        # Pester needs more than the core commands.
        if ((Get-Command Add-Member -ErrorAction Ignore) -and (Get-Module -ListAvailable -Name Pester | Where-Object { $_.Version -ge '5.0' })) {
            Import-Module Pester -MinimumVersion 5.0
            $result = Invoke-Pester -Path "$PSScriptRoot/tests/Pester" -PassThru
            if ($result.Result -ne 'Passed') {
                throw "$($result.FailedCount) Pester tests failed."
            }
        }
        else {
            'The Pester files were not run: this shell has no Pester 5 or later, or not the commands that it needs.'
        }
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
        Invoke-Dotnet -Argument 'run', '--project', "$PSScriptRoot/src/ZenlayerZec.Shell"
    }
    'Bench' {
        Invoke-Dotnet -Argument 'run', '-c', 'Release', '--project', "$PSScriptRoot/tests/ZenlayerZec.Benchmarks"
    }
    'Package' {
        Invoke-Dotnet -Argument 'pack', "$PSScriptRoot/packaging/ZenlayerZec.Package.csproj"
    }
    'Clean' {
        foreach ($folder in 'artifacts', 'bin', 'out') {
            if ([IO.Directory]::Exists("$PSScriptRoot/$folder")) {
                [IO.Directory]::Delete("$PSScriptRoot/$folder", $true)
            }
        }
    }
}
