# Writes what the demo shows in a console of a given width: PowerShell's own commands and views, with the tests' host in the terminal's place.
param(
    [Parameter(Mandatory)] [string] $HostAssembly,
    [Parameter(Mandatory)] [int] $Width,
    [Parameter(Mandatory)] [string] $Path
)

$ErrorActionPreference = 'Stop'
$type = [Reflection.Assembly]::LoadFrom($HostAssembly).GetType('ZenlayerZec.Tests.Engine.RecordingHost', $true)
$console = [Activator]::CreateInstance($type, $Width)
$runspace = [runspacefactory]::CreateRunspace($console, [initialsessionstate]::CreateDefault2())
$runspace.Open()
$demo = [powershell]::Create($runspace).AddCommand("$PSScriptRoot/../../../src/ZenlayerZec.Demo/Show-Demo.ps1")

# As a console runs a command: its errors are shown where they happen.
$demo.Commands.Commands[0].MergeMyResults('Error', 'Output')
$null = $demo.AddCommand('Out-Default').Invoke()

# Without colours; and what is too long goes on in the next line, as in a terminal.
$console.Lines | ForEach-Object { [regex]::Matches($_ -replace '\e\[[0-9;]*m', "^$|.{1,$Width}").Value } | Set-Content $Path
