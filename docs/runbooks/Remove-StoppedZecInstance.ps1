#Requires -Version 5.1
#Requires -Modules ZenlayerZec

<#
.SYNOPSIS
    Releases the stopped instances that have a tag and are older than a number of days, and reports on each of them.

.DESCRIPTION
    An instance is released when it is stopped now, has every tag of -Tag, and was created more than -OlderThanDays days ago. The
    service does not report when an instance was stopped, so the age is the age of the instance. An instance whose creation time the
    service does not report is never released: it is Skipped in the report, with a warning.

    The report is a CSV file with a line for each instance: InstanceId, InstanceName, ZoneId, CreateTime (UTC), Outcome, RequestId and
    Error. It is written before anything is released, so that a report that cannot be written releases nothing; again after each
    batch; and at the end, also after Ctrl+C or an error. Each time the file is replaced in one step. Outcomes:

    NotSent    no request was made for it.
    Sending    a request was about to be made, or was made, when the run was cut off, such as by a crash of the machine. It may have
               been released: look before you try again.
    Released   the service accepted the release.
    Failed     the service did not accept it.
    Unknown    the answer was lost. It may have been released: look before you try again.
    Declined   the answer to the question was no.
    Skipped    it was left alone. Error says why.

    The exit code is 0 when every instance was released, declined or skipped. Otherwise it is 1, or the script ends with an error.

.PARAMETER Tag
    The tags that the instances have, all of them, such as @{ env = 'dev' }.

.PARAMETER OlderThanDays
    The minimum age of the instances, in days.

.PARAMETER ReportPath
    The report file. An existing file is replaced.

.PARAMETER MaximumCount
    The maximum number of instances to release. If there are more, nothing is released.

.PARAMETER KeepDependentResource
    Keeps the instances' elastic IPs, detachable disks and secondary network interfaces, which continue to cost.

.PARAMETER Connection
    The connection, as Connect-Zec -PassThru returns it. By default the connection of Connect-Zec, or else the credentials of the
    environment or of the profile file.

.EXAMPLE
    ./Remove-StoppedZecInstance.ps1 -Tag @{ env = 'dev' } -OlderThanDays 30 -ReportPath ./report.csv -WhatIf

    Shows what would be released. Only the listing is sent, and no report is written.

.EXAMPLE
    ./Remove-StoppedZecInstance.ps1 -Tag @{ env = 'dev' } -OlderThanDays 30 -ReportPath ./report.csv -MaximumCount 50 -Confirm:$false

    Releases at most 50 instances without a question, as an unattended run must.
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [hashtable] $Tag,

    [Parameter(Mandatory)]
    [ValidateRange(1, 36500)]
    [int] $OlderThanDays,

    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $ReportPath,

    [ValidateRange(1, 100000)]
    [int] $MaximumCount = 100,

    [switch] $KeepDependentResource,

    [ValidateNotNull()]
    [object] $Connection
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# Writes beside the report and then replaces it: whoever reads it finds a whole file, the old one or the new one.
function Save-Report {
    if ($rows.Count -gt 0) {
        $rows.Values | Export-Csv -LiteralPath "$ReportPath.new" -NoTypeInformation -Encoding UTF8 -Confirm:$false
    }
    else {
        # Otherwise an older report would stand for this run.
        Set-Content -LiteralPath "$ReportPath.new" -Value '"InstanceId","InstanceName","ZoneId","CreateTime","Outcome","RequestId","Error"' -Confirm:$false
    }

    if ([IO.File]::Exists($ReportPath)) {
        [IO.File]::Replace("$ReportPath.new", $ReportPath, [NullString]::Value)
    }
    else {
        [IO.File]::Move("$ReportPath.new", $ReportPath)
    }
}

# Enters the outcome of a batch: from its result, or from the module's record of it.
function Resolve-Outcome ($Batch) {
    $lists = [ordered]@{
        Released = $Batch.SucceededIds
        Failed   = $Batch.FailedIds
        Unknown  = $Batch.UnknownIds
        Skipped  = $Batch.SkippedIds
    }
    foreach ($outcome in $lists.Keys) {
        foreach ($id in $lists[$outcome] | Where-Object { $rows.Contains($_) }) {
            $rows[$id].Outcome = $outcome
            $rows[$id].RequestId = $Batch.RequestId
            $rows[$id].Error = if ($outcome -eq 'Skipped') { 'It is no longer stopped, or is being released already: a warning says which.' }
            elseif ($outcome -ne 'Released') { $Batch.ErrorCode }
        }
    }
}

$on = @{}
if ($PSBoundParameters.ContainsKey('Connection')) {
    $on.Connection = $Connection
}

$ReportPath = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($ReportPath)
$oldest = [DateTimeOffset]::UtcNow.AddDays(-$OlderThanDays)
$stopped = @(Get-ZecInstance -Status STOPPED -Tag $Tag @on)
$old = @($stopped | Where-Object { $null -ne $_.CreateTime -and $_.CreateTime -lt $oldest })
$ageless = @($stopped | Where-Object { $null -eq $_.CreateTime -or $_.CreateTime.Year -eq 9999 })
if ($ageless.Count -gt 0) {
    Write-Warning "$($ageless.Count) instances were skipped: the service does not report when they were created."
}

$rows = [Collections.Specialized.OrderedDictionary]::new()
foreach ($instance in $old + $ageless) {
    $hasAge = $null -ne $instance.CreateTime -and $instance.CreateTime.Year -ne 9999
    $rows[$instance.InstanceId] = [pscustomobject]@{
        InstanceId   = $instance.InstanceId
        InstanceName = $instance.InstanceName
        ZoneId       = $instance.ZoneId
        CreateTime   = if ($hasAge) { '{0:s}Z' -f $instance.CreateTime.UtcDateTime }
        Outcome      = if ($hasAge) { 'NotSent' } else { 'Skipped' }
        RequestId    = $null
        Error        = if (-not $hasAge) { 'The service does not report when it was created.' }
    }
}

if ($WhatIfPreference) {
    $old | Remove-ZecInstance -MaximumCount $MaximumCount -KeepDependentResource:$KeepDependentResource @on
    exit 0
}

Save-Report
if ($old.Count -gt $MaximumCount) {
    $PSCmdlet.ThrowTerminatingError([Management.Automation.ErrorRecord]::new(
            [InvalidOperationException]::new("There are $($old.Count) instances to release, more than $MaximumCount (-MaximumCount). Nothing was released."),
            'MaximumCountExceeded', 'LimitsExceeded', $null))
}

if ($old.Count -gt 0) {
    # Before the first request: if the run is killed, the report must not say of a released instance that it was never sent.
    $old | ForEach-Object { $rows[$_.InstanceId].Outcome = 'Sending' }
    Save-Report
}

$earlier = @(Get-ZecOperation)
$failures = @()
$isFinished = $false
try {
    $old | Remove-ZecInstance -KeepDependentResource:$KeepDependentResource @on -ErrorAction Continue -ErrorVariable failures |
        ForEach-Object {
            Resolve-Outcome $_
            Save-Report
        }
    $isFinished = $true
}
finally {
    # After Ctrl+C no more results arrive; the module has recorded the outcomes, and what was never sent. Its record is that of the
    # whole process: another runspace may have released something else meanwhile.
    foreach ($operation in Get-ZecOperation | Where-Object { $_.Action -eq 'ReleaseInstances' -and $earlier -notcontains $_ }) {
        Resolve-Outcome $operation
        if ($operation.Outcome -eq 'NeverSent') {
            $operation.Ids | Where-Object { $rows.Contains($_) } | ForEach-Object { $rows[$_].Outcome = 'NotSent' }
        }
    }

    foreach ($failure in $failures | Where-Object { $_ -is [Management.Automation.ErrorRecord] }) {
        foreach ($id in @($failure.TargetObject) | Where-Object { $_ -is [string] -and $rows.Contains($_) }) {
            $rows[$id].Error = "$failure"
        }
    }

    if ($isFinished) {
        $rows.Values | Where-Object { $_.Outcome -eq 'Sending' } | ForEach-Object { $_.Outcome = 'Declined' }
    }

    Save-Report
}

$count = @{ Released = 0; Failed = 0; Unknown = 0; Declined = 0; Skipped = 0; NotSent = 0 }
$rows.Values | Group-Object Outcome | ForEach-Object { $count[$_.Name] = $_.Count }
[pscustomobject]@{
    Released = $count.Released
    Failed   = $count.Failed
    Unknown  = $count.Unknown
    Declined = $count.Declined
    Skipped  = $count.Skipped
    NotSent  = $count.NotSent
    Report   = $ReportPath
}

$left = @($rows.Values | Where-Object { $_.Outcome -in 'Failed', 'Unknown', 'NotSent', 'Sending' }).Count
if ($left -gt 0) {
    Write-Error "$left of $($old.Count) instances are not released, or it is unknown whether they are: $ReportPath says why." -ErrorAction Continue
    exit 1
}

exit 0
