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

# A service that takes every request and answers none.
function Connect-Silence {
    $script:silence = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $silence.Start()
    $secret = [securestring]::new()
    'unused'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
    Connect-Zec -Endpoint "http://127.0.0.1:$($silence.LocalEndpoint.Port)" -AccessKeyId nobody -AccessKeySecret $secret `
        -TimeoutSec 1 -OverallTimeoutSec 2 -MaximumAttemptCount 1
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
    param($endpoint, $throttleLimit = 8)
    $secret = [securestring]::new()
    'simulated-key-secret'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
    Connect-Zec -Endpoint $endpoint -AccessKeyId simulated-key-id -AccessKeySecret $secret -ThrottleLimit $throttleLimit
}
