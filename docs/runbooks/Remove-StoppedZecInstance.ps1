#Requires -Version 5.1
#Requires -Modules ZenlayerZec

<#
.SYNOPSIS
    Releases the stopped instances with a tag that are older than some days, and reports on each of them.

.DESCRIPTION
    An instance is taken when it is stopped now, has every tag of -Tag, and was created more than -OlderThanDays days ago. The service
    does not tell since when an instance is stopped; the age is that of the instance. One whose creation time the service does not
    tell is never taken: it is in the report as Skipped, with a warning.

    The report is a CSV file with a line for each instance: InstanceId, InstanceName, ZoneId, CreateTime (UTC), Outcome, RequestId and
    Error. It is written before anything is released, with the outcome NotSent, so that a report that cannot be written releases
    nothing; and again at the end, also after Ctrl+C or an error. Outcomes: Released, Failed, Unknown (look before you try again),
    NotSent, Declined (the answer was no) and Skipped.

    It ends with exit code 1, or with an error, unless every instance that was to be released was, or the answer to its question was no.

.PARAMETER Tag
    The tags that the instances have, all of them, such as @{ env = 'dev' }.

.PARAMETER OlderThanDays
    How many days ago the instances were created, at the least.

.PARAMETER ReportPath
    The report's file. An older one there is replaced.

.PARAMETER MaximumCount
    The most instances that may be released. Where there are more, nothing is.

.PARAMETER KeepDependentResource
    Leaves the instances' elastic IPs, detachable disks and secondary network interfaces, which go on costing.

.PARAMETER Connection
    The connection, as Connect-Zec -PassThru emits it. By default that of Connect-Zec, else the credentials of the environment or of the
    profile file.

.EXAMPLE
    ./Remove-StoppedZecInstance.ps1 -Tag @{ env = 'dev' } -OlderThanDays 30 -ReportPath ./report.csv -WhatIf

    Shows what would go. Nothing is sent but the listing, and no report is written.

.EXAMPLE
    ./Remove-StoppedZecInstance.ps1 -Tag @{ env = 'dev' } -OlderThanDays 30 -ReportPath ./report.csv -MaximumCount 50 -Confirm:$false

    Releases them without a question, as an unattended run has to, and never more than fifty.
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

function Save-Report {
    if ($rows.Count -gt 0) {
        $rows.Values | Export-Csv -LiteralPath $ReportPath -NoTypeInformation -Encoding UTF8 -Confirm:$false
    }
    else {
        # Or an older report would stand for this run.
        Set-Content -LiteralPath $ReportPath -Value '"InstanceId","InstanceName","ZoneId","CreateTime","Outcome","RequestId","Error"' -Confirm:$false
    }
}

# Takes what became of a batch into the report.
function Resolve-Outcome ($Operation) {
    $lists = [ordered]@{
        Released = $Operation.SucceededIds
        Failed   = $Operation.FailedIds
        Unknown  = $Operation.UnknownIds
    }
    foreach ($outcome in $lists.Keys) {
        foreach ($id in $lists[$outcome] | Where-Object { $rows.Contains($_) }) {
            $rows[$id].Outcome = $outcome
            $rows[$id].RequestId = $Operation.RequestId
            $rows[$id].Error = if ($outcome -ne 'Released') { $Operation.ErrorCode }
        }
    }
}

$on = @{}
if ($PSBoundParameters.ContainsKey('Connection')) {
    $on.Connection = $Connection
}

$oldest = [DateTimeOffset]::UtcNow.AddDays(-$OlderThanDays)
$stopped = @(Get-ZecInstance -Status STOPPED -Tag $Tag @on)
$old = @($stopped | Where-Object { $null -ne $_.CreateTime -and $_.CreateTime -lt $oldest })
$ageless = @($stopped | Where-Object { $null -eq $_.CreateTime -or $_.CreateTime.Year -eq 9999 })
if ($ageless.Count -gt 0) {
    Write-Warning "$($ageless.Count) instances were left alone, since the service does not tell when they were created."
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
        Error        = if (-not $hasAge) { 'The service does not tell when it was created.' }
    }
}

if ($WhatIfPreference) {
    $old | Remove-ZecInstance -MaximumCount $MaximumCount -KeepDependentResource:$KeepDependentResource @on
    exit 0
}

Save-Report
$earlier = @(Get-ZecOperation)
$failures = @()
$isFinished = $false
try {
    $old | Remove-ZecInstance -MaximumCount $MaximumCount -KeepDependentResource:$KeepDependentResource @on `
        -ErrorAction Continue -ErrorVariable failures | Out-Null
    $isFinished = $true
}
finally {
    # The module's own account, not the results: after Ctrl+C no results come any more.
    # It is that of the whole process: another runspace may have done something else meanwhile.
    foreach ($operation in Get-ZecOperation | Where-Object { $_.Action -eq 'ReleaseInstances' -and $earlier -notcontains $_ }) {
        Resolve-Outcome $operation
    }

    foreach ($failure in $failures | Where-Object { $_ -is [Management.Automation.ErrorRecord] }) {
        foreach ($id in @($failure.TargetObject) | Where-Object { $_ -is [string] -and $rows.Contains($_) }) {
            $rows[$id].Error = "$failure"
        }
    }

    if ($isFinished) {
        $rows.Values | Where-Object { $_.Outcome -eq 'NotSent' } | ForEach-Object { $_.Outcome = 'Declined' }
    }

    Save-Report
}

$count = @{ Released = 0; Failed = 0; Unknown = 0; Declined = 0; Skipped = 0 }
$rows.Values | Group-Object Outcome | ForEach-Object { $count[$_.Name] = $_.Count }
[pscustomobject]@{
    Released = $count.Released
    Failed   = $count.Failed
    Unknown  = $count.Unknown
    Declined = $count.Declined
    Skipped  = $count.Skipped
    Report   = $ReportPath
}

if ($count.Failed + $count.Unknown -gt 0) {
    Write-Error "$($count.Failed + $count.Unknown) of $($old.Count) instances are not released, or nobody knows: $ReportPath says why." -ErrorAction Continue
    exit 1
}

exit 0
