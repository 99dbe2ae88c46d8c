# Shows the demo. In a terminal, a prompt follows, which keeps the demo's variables.
if ([Console]::IsInputRedirected -or [Console]::IsOutputRedirected) {
    $PSStyle.OutputRendering = 'PlainText'
    & "$PSScriptRoot/Show-Demo.ps1"
    exit $LASTEXITCODE
}

# -NoExit has to be given at the start, and would wait for input that never comes where nobody types.
dotnet tool run pwsh -NoLogo -NoProfile -ExecutionPolicy Bypass -NoExit -File "$PSScriptRoot/Show-Demo.ps1" -Prompt
