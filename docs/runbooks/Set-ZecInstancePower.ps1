#Requires -Version 5.1
#Requires -Modules ZenlayerZec

<#
.SYNOPSIS
    Stops or starts the instances that have a tag, waits, and reports those that did not arrive.

.DESCRIPTION
    For a schedule: stop at night, start in the morning. Instances that are already in the target state are left alone. Instances that
    are on their way to it are waited for. Instances that are being released or are in the recycle bin do not count. At the end the
    script looks at every other instance again, and that state decides, whatever the answers before it said.

    It returns an object for each instance that did not arrive: InstanceId, InstanceName, ZoneId, Before, After and Error; nothing when
    all arrived. -ReportPath writes a line for every instance, before anything is sent and again at the end, also after Ctrl+C or an
    error: a report that cannot be written changes nothing, and a run that is cut off leaves no older report in its place. After is
    empty for an instance that the run did not look at again, and 'gone' for one that no longer exists.

    The exit code is 0 when all instances arrived. Otherwise it is 1, or the script ends with an error. It is also 1 when no instance
    has the tags: a schedule with a misspelled tag must not look like a success.

    Use a tag that only the instances of the schedule have: the start in the morning also starts instances that somebody stopped.

.PARAMETER Action
    Stop or Start.

.PARAMETER Tag
    The tags that the instances have, all of them, such as @{ schedule = 'office-hours' }.

.PARAMETER PowerOff
    Cuts the power instead of asking the operating system to shut down. Data that is not written to disk is lost, so the script asks
    about each instance first. An unattended run needs -Confirm:$false.

.PARAMETER TimeoutSec
    The maximum time to wait, in seconds.

.PARAMETER MaximumCount
    The maximum number of instances to stop or start. If there are more, none is stopped or started.

.PARAMETER ReportPath
    A CSV file with a line for each instance. An existing file is replaced.

.PARAMETER Connection
    The connection, as Connect-Zec -PassThru returns it. By default the connection of Connect-Zec, or else the credentials of the
    environment or of the profile file.

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

# Writes beside the report and then replaces it: whoever reads it finds a whole file, the old one or the new one.
function Save-Report {
    if ($rows.Count -gt 0) {
        $rows.Values | Export-Csv -LiteralPath "$ReportPath.new" -NoTypeInformation -Encoding UTF8 -Confirm:$false
    }
    else {
        # Otherwise an older report would stand for this run.
        Set-Content -LiteralPath "$ReportPath.new" -Value '"InstanceId","InstanceName","ZoneId","Before","After","Arrived","Error"' -Confirm:$false
    }

    if ([IO.File]::Exists($ReportPath)) {
        [IO.File]::Replace("$ReportPath.new", $ReportPath, [NullString]::Value)
    }
    else {
        [IO.File]::Move("$ReportPath.new", $ReportPath)
    }
}

if ($ReportPath) {
    $ReportPath = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($ReportPath)
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
$movable = @($instances | Where-Object { $_.Status -eq $from })

if ($WhatIfPreference) {
    if ($Action -eq 'Stop') {
        $movable | Stop-ZecInstance -PowerOff:$PowerOff -MaximumCount $MaximumCount @on
    }
    else {
        $movable | Start-ZecInstance -MaximumCount $MaximumCount @on
    }
}

$rows = [Collections.Specialized.OrderedDictionary]::new()
foreach ($instance in $instances) {
    $rows[$instance.InstanceId] = [pscustomobject]@{
        InstanceId   = $instance.InstanceId
        InstanceName = $instance.InstanceName
        ZoneId       = $instance.ZoneId
        Before       = $instance.Status
        After        = $null
        Arrived      = $false
        Error        = 'The run was cut off before it looked at the instance again.'
    }
}

if ($ReportPath -and -not $WhatIfPreference) {
    Save-Report
}

if ($instances.Count -eq 0) {
    $tags = @($Tag.GetEnumerator() | ForEach-Object { "$($_.Key)=$($_.Value)" }) -join ', '
    Write-Error "No instance has the tag $tags." -ErrorAction Continue
    exit 1
}

if ($WhatIfPreference) {
    exit 0
}

try {
    # An instance in any other state is reported and left alone: the service would refuse it.
    $failures = @()
    $results = @(
        if ($Action -eq 'Stop') {
            $movable | Stop-ZecInstance -PowerOff:$PowerOff -MaximumCount $MaximumCount -ErrorAction Continue -ErrorVariable failures @on
        }
        else {
            $movable | Start-ZecInstance -MaximumCount $MaximumCount -ErrorAction Continue -ErrorVariable failures @on
        }
    )

    # An instance about which the answer to the question was no does not count.
    $sent = @($results | ForEach-Object { $_.SucceededIds; $_.FailedIds; $_.UnknownIds; $_.SkippedIds })
    $declined = @($movable | Where-Object { $sent -notcontains $_.InstanceId } | ForEach-Object { $_.InstanceId })
    $declined | ForEach-Object { $rows.Remove($_) }
    $counted = @($instances | Where-Object { $rows.Contains($_.InstanceId) })
    $refused = @($results | ForEach-Object { $_.FailedIds })
    $moving = @($counted | Where-Object { $_.Status -in $from, $between -and $refused -notcontains $_.InstanceId })

    # Also those whose request has no answer: they may be on their way.
    $late = @()
    try {
        $moving | Wait-ZecInstance -Until $to -TimeoutSec $TimeoutSec -ErrorAction SilentlyContinue -ErrorVariable late @on | Out-Null
    }
    catch {
        # The look that follows still shows the states, or fails as well.
        Write-Warning "$_"
    }

    $reasons = [Collections.Specialized.OrderedDictionary]::new()
    foreach ($failure in @($failures) + @($late) | Where-Object { $_ -is [Management.Automation.ErrorRecord] }) {
        foreach ($id in @($failure.TargetObject) | Where-Object { $_ -is [string] }) {
            $reasons[$id] = if ($reasons.Contains($id)) { "$($reasons[$id]) $failure" } else { "$failure" }
        }
    }

    # An ID that is not found is an error of its own; a look that fails ends the script, and says nothing about any instance.
    $after = [Collections.Specialized.OrderedDictionary]::new()
    if ($counted.Count -gt 0) {
        Get-ZecInstance -InstanceId $counted.InstanceId -ErrorAction SilentlyContinue @on |
            ForEach-Object { $after[$_.InstanceId] = $_.Status }
    }

    foreach ($row in $rows.Values) {
        $id = $row.InstanceId
        $row.After = if ($after.Contains($id)) { $after[$id] } else { 'gone' }
        $row.Arrived = $row.After -eq $to
        $row.Error = if ($row.Arrived) { $null }
        elseif ($reasons.Contains($id)) { $reasons[$id] }
        else { "It was $($row.Before) and was left alone: only $from instances can be sent there." }
    }
}
finally {
    if ($ReportPath) {
        Save-Report
    }
}

$missing = @($rows.Values | Where-Object { -not $_.Arrived })
$missing | Select-Object InstanceId, InstanceName, ZoneId, Before, After, Error
if ($missing.Count -gt 0) {
    Write-Error "$($missing.Count) of $($rows.Count) instances are not $to." -ErrorAction Continue
    exit 1
}

exit 0
