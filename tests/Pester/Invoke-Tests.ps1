# What dotnet test calls: finds the tests of the Pester files beside it, runs them unless told not to, and writes what it knows of each as JSON.
param(
    [Parameter(Mandatory)] [string] $ReportPath,
    [switch] $FindOnly
)

$ErrorActionPreference = 'Stop'
$env:PSModulePath = "$PSScriptRoot/../../artifacts/modules$([IO.Path]::PathSeparator)$env:PSModulePath"
Import-Module Pester

$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.PassThru = $true
$configuration.Run.SkipRun = [bool] $FindOnly
$configuration.Output.Verbosity = 'None'
$run = Invoke-Pester -Configuration $configuration

# Pester fills in <Name> when it runs a test; a name has to be the same before.
function Get-Title ($Test) {
    $data = @{}
    for ($part = $Test; $part; $part = $part.ItemType -eq 'Test' ? $part.Block : $part.Parent) {
        if ($part.Data -is [Collections.IDictionary]) {
            $part.Data.Keys | Where-Object { -not $data.ContainsKey($_) } | ForEach-Object { $data[$_] = $part.Data[$_] }
        }
        elseif ($null -ne $part.Data -and -not $data.ContainsKey('_')) {
            $data['_'] = $part.Data
        }
    }

    [regex]::Replace($Test.Path -join ' > ', '<(\w+)>', { $data.ContainsKey($args[0].Groups[1].Value) ? $data[$args[0].Groups[1].Value] : $args[0].Value })
}

# Without the lines of Pester itself.
function Get-Message ($Record) {
    ($Record | ForEach-Object { "$_"; $_.ScriptStackTrace -split '\r?\n' -notmatch '[\\/]Pester\.|Invoke-Tests\.ps1' }) -join "`n"
}

$seen = @{}
$tests = foreach ($container in $run.Containers) {
    $file = Split-Path $container.Item -Leaf
    foreach ($test in $run.Tests | Where-Object { $_.Block.Root.BlockContainer.Item.FullName -eq $container.Item.FullName }) {
        $title = Get-Title $test
        $seen["$file $title"] += 1
        if ($seen["$file $title"] -gt 1) {
            $title += " ($($seen["$file $title"]))"
        }

        @{ File = $file; Name = $title; Result = $test.Result; Message = Get-Message $test.ErrorRecord }
    }
}

# A file that cannot be read, and what stands around tests: their own results may say nothing of it.
$faults = foreach ($part in @($run.FailedContainers) + @($run.FailedBlocks)) {
    "$($part.ItemType ?? $part.Type) $($part.Name): $(Get-Message $part.ErrorRecord)"
}

@{ Tests = @($tests); Faults = @($faults) } | ConvertTo-Json -Depth 4 | Set-Content $ReportPath
