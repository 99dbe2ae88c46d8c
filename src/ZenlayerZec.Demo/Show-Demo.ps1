# Shows a script as if someone typed it: each statement after a prompt, and below it what it returns.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It is shown to people, and nothing reads it.')]
param(
    [string] $Path = "$PSScriptRoot/Demo.ps1",

    # Whether a prompt follows, by -NoExit.
    [switch] $Prompt
)

# The demo, and the prompt after it, reach the simulator only: no credentials of the environment, and no service that listens.
Get-ChildItem Env:ZENLAYER_* | Remove-Item
$env:ZENLAYER_ENDPOINT = 'http://127.0.0.1:9'
Import-Module "$PSScriptRoot/../../ZenlayerZec.psd1" -ErrorAction Stop

if ($Prompt) {
    # The commands of a demo do not belong in anybody's history.
    Set-PSReadLineOption -HistorySaveStyle SaveNothing
}

$Error.Clear()
$demo = [Management.Automation.Language.Parser]::ParseFile($Path, [ref] $null, [ref] $null)
$shown = 0
foreach ($statement in $demo.EndBlock.Statements) {
    # The comment before the statement, too.
    Write-Host $demo.Extent.Text.Substring($shown, $statement.Extent.StartOffset - $shown).Trim() -ForegroundColor DarkGreen
    Write-Host "PS> $statement" -ForegroundColor Cyan
    $shown = $statement.Extent.EndOffset
    . ([scriptblock]::Create($statement.Extent.Text)) | Out-Default
}

if ($Prompt) {
    Write-Host 'This prompt is connected to the simulated account, and $results is still there.'
    Write-Host 'Try Tab, Format-Table, or Get-Help Remove-ZecInstance -Examples; exit ends it.'
}

# The instance that refuses is part of the demo; any other error is not.
exit [int] [bool] ($Error | Where-Object FullyQualifiedErrorId -NotLike 'InstanceNotReleased,*')
