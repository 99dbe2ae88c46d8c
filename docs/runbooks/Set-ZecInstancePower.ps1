#Requires -Version 5.1
#Requires -Modules ZenlayerZec

<#
.SYNOPSIS
    Stops the instances with a tag, or starts them, waits, and reports what did not arrive.

.DESCRIPTION
    For a schedule: stopped at night, started in the morning. Instances that are where they are to be are left alone; those that are on
    their way there are waited for; those that are being released, or lie in the recycle bin, do not count. At the end every other
    instance is looked at again, and what it then is counts, whatever the answers before said.

    It emits an object for each instance that did not arrive: InstanceId, InstanceName, ZoneId, Before, After and Error; nothing where
    all did. -ReportPath writes a line for every instance. It ends with exit code 1, or with an error, unless all of them arrived.

    Give the tag to what belongs to the schedule and to nothing else: the start in the morning also starts what somebody stopped by hand.

.PARAMETER Action
    Stop or Start.

.PARAMETER Tag
    The tags that the instances have, all of them, such as @{ schedule = 'office-hours' }.

.PARAMETER PowerOff
    Cuts the power instead of asking the operating system to shut down. Data that is not written to disk is lost, so the script asks
    about each instance first. An unattended run needs -Confirm:$false.

.PARAMETER TimeoutSec
    How many seconds the waiting may take.

.PARAMETER MaximumCount
    The most instances that may be stopped or started. Where there are more, none is.

.PARAMETER ReportPath
    A CSV file with a line for each instance. An older one there is replaced.

.PARAMETER Connection
    The connection, as Connect-Zec -PassThru emits it. By default that of Connect-Zec, else the credentials of the environment or of the
    profile file.

.EXAMPLE
    ./Set-ZecInstancePower.ps1 -Action Stop -Tag @{ schedule = 'office-hours' } -WhatIf

    Shows what would be stopped.

.EXAMPLE
    ./Set-ZecInstancePower.ps1 -Action Start -Tag @{ schedule = 'office-hours' } -TimeoutSec 900 -ReportPath ./start.csv
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
param(
    [Parameter(Mandatory)]
    [ValidateSet('Stop', 'Start')]
    [string] $Action,

    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [hashtable] $Tag,

    [switch] $PowerOff,

    [ValidateRange(1, 86400)]
    [int] $TimeoutSec = 600,

    [ValidateRange(1, 100000)]
    [int] $MaximumCount = 500,

    [ValidateNotNullOrEmpty()]
    [string] $ReportPath,

    [ValidateNotNull()]
    [object] $Connection
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

if ($PowerOff -and $Action -eq 'Start') {
    throw '-PowerOff is for -Action Stop.'
}

$on = @{}
if ($PSBoundParameters.ContainsKey('Connection')) {
    $on.Connection = $Connection
}

if ($Action -eq 'Stop') {
    $from = 'RUNNING'
    $between = 'STOPPING'
    $to = 'STOPPED'
}
else {
    $from = 'STOPPED'
    $between = 'BOOTING'
    $to = 'RUNNING'
}

$instances = @(Get-ZecInstance -Tag $Tag @on | Where-Object { $_.Status -notin 'RELEASING', 'RECYCLING', 'RECYCLE' })
if ($instances.Count -eq 0) {
    Write-Warning 'No instance has these tags.'
}

$movable = @($instances | Where-Object { $_.Status -eq $from })

# One that can go nowhere now is reported and not touched: the service would refuse it.
$failures = @()
$results = @(
    if ($Action -eq 'Stop') {
        $movable | Stop-ZecInstance -PowerOff:$PowerOff -MaximumCount $MaximumCount -ErrorAction Continue -ErrorVariable failures @on
    }
    else {
        $movable | Start-ZecInstance -MaximumCount $MaximumCount -ErrorAction Continue -ErrorVariable failures @on
    }
)

if ($WhatIfPreference) {
    exit 0
}

$sent = @($results | ForEach-Object { $_.SucceededIds; $_.FailedIds; $_.UnknownIds })
$counted = @($instances | Where-Object { $_.Status -ne $from -or $sent -contains $_.InstanceId })
$refused = @($results | ForEach-Object { $_.FailedIds })
$moving = @($counted | Where-Object { $_.Status -in $from, $between -and $refused -notcontains $_.InstanceId })

# Also those of which nobody knows whether the request reached them: they may be on their way.
$late = @()
try {
    $moving | Wait-ZecInstance -Until $to -TimeoutSec $TimeoutSec -ErrorAction SilentlyContinue -ErrorVariable late @on | Out-Null
}
catch {
    # The look that follows still tells what they are, or fails as well.
    Write-Warning "$_"
}

$reasons = [Collections.Specialized.OrderedDictionary]::new()
foreach ($failure in @($failures) + @($late) | Where-Object { $_ -is [Management.Automation.ErrorRecord] }) {
    foreach ($id in @($failure.TargetObject) | Where-Object { $_ -is [string] }) {
        $reasons[$id] = if ($reasons.Contains($id)) { "$($reasons[$id]) $failure" } else { "$failure" }
    }
}

$after = [Collections.Specialized.OrderedDictionary]::new()
if ($counted.Count -gt 0) {
    Get-ZecInstance -InstanceId $counted.InstanceId -ErrorAction SilentlyContinue @on |
        ForEach-Object { $after[$_.InstanceId] = $_.Status }
}

$rows = @(
    foreach ($instance in $counted) {
        $id = $instance.InstanceId
        $hasArrived = $after[$id] -eq $to
        [pscustomobject]@{
            InstanceId   = $id
            InstanceName = $instance.InstanceName
            ZoneId       = $instance.ZoneId
            Before       = $instance.Status
            After        = if ($after.Contains($id)) { $after[$id] } else { 'gone' }
            Arrived      = $hasArrived
            Error        = if ($hasArrived) { $null }
            elseif ($reasons.Contains($id)) { $reasons[$id] }
            else { "It was $($instance.Status), and was left alone: only what is $from can be sent there." }
        }
    }
)

if ($ReportPath) {
    if ($rows.Count -gt 0) {
        $rows | Export-Csv -LiteralPath $ReportPath -NoTypeInformation -Encoding UTF8 -Confirm:$false
    }
    else {
        Set-Content -LiteralPath $ReportPath -Value '"InstanceId","InstanceName","ZoneId","Before","After","Arrived","Error"' -Confirm:$false
    }
}

$missing = @($rows | Where-Object { -not $_.Arrived })
$missing | Select-Object InstanceId, InstanceName, ZoneId, Before, After, Error
if ($missing.Count -gt 0) {
    Write-Error "$($missing.Count) of $($rows.Count) instances are not $to." -ErrorAction Continue
    exit 1
}

exit 0
