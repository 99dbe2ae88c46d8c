# How the tests call a runbook, and what they call it against; read by BeforeAll.
. "$PSScriptRoot/TestModule.ps1"
$script:runbooks = (Resolve-Path "$PSScriptRoot/../../docs/runbooks").Path
$script:dev = @{ env = 'dev' }

# As an unattended run calls it; its exit code and its objects.
function Invoke-Runbook ($Name, [hashtable] $With) {
    $global:LASTEXITCODE = $null
    $output = @(& "$runbooks/$Name.ps1" @With -ErrorAction SilentlyContinue 2>$null)
    [pscustomobject]@{ ExitCode = $global:LASTEXITCODE; Output = $output; Summary = $output | Select-Object -Last 1 }
}

function Get-Stopped {
    @(Get-ZecInstance -Status STOPPED -Tag $dev)
}

# A service that takes every request and answers none, in the place of one that listed two instances a moment ago: $few. Instances go
# back to the account that they were read from, so it has to be the same one.
function Connect-Silence {
    $server = Open-Server
    & $connect $server.Endpoint -Bound @{ TimeoutSec = 1; OverallTimeoutSec = 2; MaximumAttemptCount = 1; SettleTimeoutSec = 1 }
    $script:few = @(Get-Stopped | Sort-Object CreateTime | Select-Object -First 2)
    $server.Process.Kill()
    $server.Process.WaitForExit()
    $script:silence = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, ([uri]$server.Endpoint).Port)
    $silence.Start()
}

# The simulator as a process of its own, which more than one runspace can ask.
function Open-Server {
    $assembly = Get-ChildItem "$PSScriptRoot/../../artifacts/bin/ZenlayerZec.SimulatorServer/*/ZenlayerZec.SimulatorServer.dll" |
        Sort-Object LastWriteTime | Select-Object -Last 1
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', (@("`"$($assembly.FullName)`"", '--port 0') + $args) -join ' ')
    $start.RedirectStandardOutput = $true
    $start.UseShellExecute = $false
    $process = [Diagnostics.Process]::Start($start)
    $null = $process.StandardOutput.ReadLine() -match 'http://127\.0\.0\.1:\d+'
    [pscustomobject]@{ Process = $process; Endpoint = $Matches[0] }
}

$script:connect = {
    param($endpoint, $throttleLimit = 8, [hashtable] $bound = @{})
    $secret = [securestring]::new()
    'simulated-key-secret'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
    Connect-Zec -Endpoint $endpoint -AccessKeyId simulated-key-id -AccessKeySecret $secret -ThrottleLimit $throttleLimit @bound
}

# A PowerShell process of its own that cannot ask, where the module is installed as a gallery installs it, and that finds its account as
# an unattended run does.
function Open-Console ($Server, $Script) {
    $version = (Import-PowerShellDataFile $module).ModuleVersion
    $installed = Join-Path $TestDrive "modules/ZenlayerZec/$version"
    if (-not (Test-Path $installed)) {
        New-Item -ItemType Directory $installed | Out-Null
        Copy-Item $module, (Join-Path (Split-Path $module) 'bin') $installed -Recurse
    }

    # As a .NET tool, pwsh is a library that dotnet runs.
    $shell, $library = (Get-Process -Id $PID).Path, @()
    if ((Split-Path $shell -LeafBase) -eq 'dotnet') {
        $library = Join-Path $PSHOME 'pwsh.dll'
    }

    $start = [Diagnostics.ProcessStartInfo]::new($shell)
    @($library) + @('-NoProfile', '-NonInteractive', '-Command', $Script) | ForEach-Object { $start.ArgumentList.Add($_) }
    $start.Environment['PSModulePath'] = "$(Join-Path $TestDrive 'modules')$([IO.Path]::PathSeparator)$env:PSModulePath"
    $start.Environment['ZENLAYER_ENDPOINT'] = $Server.Endpoint
    $start.Environment['ZENLAYER_ACCESS_KEY_ID'] = 'simulated-key-id'
    $start.Environment['ZENLAYER_ACCESS_KEY_SECRET'] = 'simulated-key-secret'
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $start.UseShellExecute = $false
    $process = [Diagnostics.Process]::Start($start)
    $process.BeginOutputReadLine()
    $process.BeginErrorReadLine()
    $process
}

# As a scheduler runs a runbook: its exit code.
function Wait-Console ($Server, $Script) {
    $process = Open-Console $Server $Script
    $process.WaitForExit()
    $process.ExitCode
}

# What kills the process at the worst time: the service has carried out the request, and nothing has been written down since.
$script:killAfter = {
    param($cmdlet)
    "function $cmdlet { `$input | ZenlayerZec\$cmdlet -Confirm:`$false | Out-Null; [Diagnostics.Process]::GetCurrentProcess().Kill() }; "
}
