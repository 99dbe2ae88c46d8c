#Requires -Version 5.1
#Requires -Modules ZenlayerZec

<#
.SYNOPSIS
    Removes the disks, elastic IPs, network interfaces and snapshots that nobody uses and that are older than a number of days, and
    reports on each of them.

.DESCRIPTION
    A thing is removed when nobody uses it now, as Get-ZecUnused says, it has every tag of -Tag, and it was created more than
    -OlderThanDays days ago. The service does not report since when a thing is unused, so the age is the age of the thing. A thing whose
    creation time the service does not report is never removed: it is Skipped in the report, with a warning. So is one with a protected
    tag, such as zec:keep. Snapshots have no tags: no tag protects them, and with -Tag none is removed.

    Disks and elastic IPs go to the recycle bin, from which Restore-ZecDisk and Restore-ZecEip take them for a while. Network interfaces
    and snapshots are gone.

    When one of the kinds cannot be listed, the script ends with an error and nothing is removed; -Kind names those to work on.

    The report is a CSV file with a line for each thing: Kind, Id, Name, Detail, CreateTime (UTC), PerHour, PerDay and PerMonth, which are
    what it costs by each unit of time, NotPriced, which says why a price is not known, Outcome, RequestId and Error. It is written before
    anything is removed, so that a report that cannot be written removes nothing; again after each batch; and at the end, also after
    Ctrl+C or an error. Each time the file is replaced in one step. -HtmlPath writes a page for people, too, before anything is removed and
    at the end. Outcomes:

    NotSent    no request was made for it.
    Sending    a request was about to be made, or was made, when the run was cut off, such as by a crash of the machine. It may have
               been removed: look before you try again.
    Removed    the service accepted the removal.
    Failed     the service did not accept it.
    Unknown    the answer was lost. It may have been removed: look before you try again.
    Declined   the answer to the question was no.
    Skipped    it was left alone. Error says why.

    The exit code is 0 when everything was removed, declined or skipped. Otherwise it is 1, or the script ends with an error.

.PARAMETER OlderThanDays
    The minimum age of the things, in days.

.PARAMETER ReportPath
    The report file. An existing file is replaced.

.PARAMETER HtmlPath
    A file for an HTML page with what was unused, what it cost, and what became of each batch. An existing file is replaced.

.PARAMETER Kind
    The kinds to remove: Disk, Eip, Nic and Snapshot. By default all of them.

.PARAMETER Tag
    The tags that the things have, all of them, such as @{ env = 'dev' }. By default things with any tags, and with none.

.PARAMETER MaximumCount
    The maximum number of things to remove, of all kinds together. If there are more, nothing is removed.

.PARAMETER Connection
    The connection, as Connect-Zec -PassThru returns it. By default the connection of Connect-Zec, or else the credentials of the
    environment or of the profile file.

.EXAMPLE
    ./Remove-UnusedZecResource.ps1 -OlderThanDays 30 -ReportPath ./unused.csv -WhatIf

    Shows what would be removed. Only reads are sent, and no report is written.

.EXAMPLE
    ./Remove-UnusedZecResource.ps1 -OlderThanDays 90 -Kind Disk, Eip -ReportPath ./unused.csv -HtmlPath ./unused.html -MaximumCount 50 -Confirm:$false

    Removes at most 50 disks and elastic IPs without a question, as an unattended run must.
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    [Parameter(Mandatory)]
    [ValidateRange(1, 36500)]
    [int] $OlderThanDays,

    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $ReportPath,

    [ValidateNotNullOrEmpty()]
    [string] $HtmlPath,

    [ValidateSet('Disk', 'Eip', 'Nic', 'Snapshot')]
    [string[]] $Kind = @('Disk', 'Eip', 'Nic', 'Snapshot'),

    [ValidateNotNullOrEmpty()]
    [hashtable] $Tag,

    [ValidateRange(1, 100000)]
    [int] $MaximumCount = 100,

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
        Set-Content -LiteralPath "$ReportPath.new" -Confirm:$false -Value ('"Kind","Id","Name","Detail","CreateTime","PerHour","PerDay","PerMonth",' +
            '"NotPriced","Outcome","RequestId","Error"')
    }

    Move-New $ReportPath
}

# The page: before the removal what was found, and afterwards what became of it, too.
function Save-Page {
    if ($HtmlPath) {
        @($old) + @($results) | ConvertTo-ZecReport -Title 'What nobody uses' -Description "Older than $OlderThanDays days. The details are in $ReportPath." |
            Set-Content -LiteralPath "$HtmlPath.new" -Encoding UTF8 -Confirm:$false
        Move-New $HtmlPath
    }
}

function Move-New ($Path) {
    if ([IO.File]::Exists($Path)) {
        [IO.File]::Replace("$Path.new", $Path, [NullString]::Value)
    }
    else {
        [IO.File]::Move("$Path.new", $Path)
    }
}

# Enters the outcome of a batch: from its result, or from the module's record of it.
function Resolve-Outcome ($Kind, $Batch) {
    $lists = [ordered]@{
        Removed = $Batch.SucceededIds
        Failed  = $Batch.FailedIds
        Unknown = $Batch.UnknownIds
        Skipped = $Batch.SkippedIds
    }
    foreach ($outcome in $lists.Keys) {
        foreach ($id in $lists[$outcome] | Where-Object { $rows.Contains("$Kind $_") }) {
            $row = $rows["$Kind $id"]
            $row.Outcome = $outcome
            $row.RequestId = $Batch.RequestId
            $row.Error = if ($outcome -eq 'Skipped') { 'It is protected by a tag, is used again, or is being removed already: a warning says which.' }
            elseif ($outcome -ne 'Removed') { $Batch.ErrorCode }
        }
    }
}

# Keeps what a batch returned, before the next one returns.
function Add-Result ($Kind, $Result) {
    $results.Add($Result)
    Resolve-Outcome $Kind $Result
    Save-Report
}

# What things cost by a unit of time; nothing where none of them has a price by it, which is not 0.
function Get-Sum ($Things, $Per) {
    $costs = @($Things | ForEach-Object { $_.Costs } | Where-Object { $_.Per -eq $Per })
    if ($costs.Count -gt 0) {
        # Measure-Object would make it a number that is not exact.
        $sum = [decimal]0
        $costs | ForEach-Object { $sum += $_.Price }
        $sum
    }
}

$on = @{}
if ($PSBoundParameters.ContainsKey('Connection')) {
    $on.Connection = $Connection
}

$with = @{}
if ($PSBoundParameters.ContainsKey('Tag')) {
    $with.Tag = $Tag
}

$ReportPath = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($ReportPath)
if ($HtmlPath) {
    $HtmlPath = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($HtmlPath)
}

$oldest = [DateTimeOffset]::UtcNow.AddDays(-$OlderThanDays)
$unused = @(Get-ZecUnused -Kind $Kind @with @on)
$old = @($unused | Where-Object { $null -ne $_.CreateTime -and $_.CreateTime -lt $oldest })
$ageless = @($unused | Where-Object { $null -eq $_.CreateTime -or $_.CreateTime.Year -eq 9999 })
if ($ageless.Count -gt 0) {
    Write-Warning "$($ageless.Count) things were skipped: the service does not report when they were created."
}

$rows = [Collections.Specialized.OrderedDictionary]::new()
foreach ($thing in $old + $ageless) {
    $hasAge = $null -ne $thing.CreateTime -and $thing.CreateTime.Year -ne 9999
    $rows["$($thing.Kind) $($thing.Id)"] = [pscustomobject]@{
        Kind       = $thing.Kind
        Id         = $thing.Id
        Name       = $thing.Name
        Detail     = $thing.Detail
        CreateTime = if ($hasAge) { '{0:s}Z' -f $thing.CreateTime.UtcDateTime }
        PerHour    = "$(Get-Sum $thing HOUR)"
        PerDay     = "$(Get-Sum $thing DAY)"
        PerMonth   = "$(Get-Sum $thing MONTH)"
        NotPriced  = $thing.NotPriced
        Outcome    = if ($hasAge) { 'NotSent' } else { 'Skipped' }
        RequestId  = $null
        Error      = if (-not $hasAge) { 'The service does not report when it was created.' }
    }
}

$results = [Collections.Generic.List[object]]::new()
if (-not $WhatIfPreference) {
    Save-Report
    Save-Page
}

if ($old.Count -gt $MaximumCount) {
    $PSCmdlet.ThrowTerminatingError([Management.Automation.ErrorRecord]::new(
            [InvalidOperationException]::new("There are $($old.Count) things to remove, more than $MaximumCount (-MaximumCount). Nothing was removed."),
            'MaximumCountExceeded', 'LimitsExceeded', $null))
}

$actions = @{ Disk = 'ReleaseDisk'; Eip = 'DeleteEip'; Nic = 'DeleteNetworkInterface'; Snapshot = 'DeleteSnapshots' }
$how = @{ ErrorAction = 'Continue'; ErrorVariable = 'failures' }
foreach ($one in 'Disk', 'Eip', 'Nic', 'Snapshot') {
    $things = @($old | Where-Object { $_.Kind -eq $one })
    if ($things.Count -eq 0) {
        continue
    }

    if (-not $WhatIfPreference) {
        # Before the first request: if the run is killed, the report must not say of something that was removed that it was never sent.
        $things | ForEach-Object { $rows["$one $($_.Id)"].Outcome = 'Sending' }
        Save-Report
    }

    $earlier = @(Get-ZecOperation)
    $failures = @()
    $isFinished = $false
    try {
        switch ($one) {
            Disk { $things | Remove-ZecDisk @on @how | ForEach-Object { Add-Result $one $_ } }
            Eip { $things | Remove-ZecEip @on @how | ForEach-Object { Add-Result $one $_ } }
            Nic { $things | Remove-ZecNic @on @how | ForEach-Object { Add-Result $one $_ } }
            Snapshot { $things | Remove-ZecSnapshot @on @how | ForEach-Object { Add-Result $one $_ } }
        }

        $isFinished = $true
    }
    finally {
        # After Ctrl+C no more results arrive; the module has recorded the outcomes, and what was never sent. Its record is that of the
        # whole process: another runspace may have removed something else meanwhile.
        foreach ($operation in Get-ZecOperation | Where-Object { $_.Action -eq $actions[$one] -and $earlier -notcontains $_ }) {
            Resolve-Outcome $one $operation
            if ($operation.Outcome -eq 'NeverSent') {
                $operation.Ids | Where-Object { $rows.Contains("$one $_") } | ForEach-Object { $rows["$one $_"].Outcome = 'NotSent' }
            }
        }

        foreach ($failure in $failures | Where-Object { $_ -is [Management.Automation.ErrorRecord] }) {
            foreach ($id in @($failure.TargetObject) | Where-Object { $_ -is [string] -and $rows.Contains("$one $_") }) {
                $rows["$one $id"].Error = "$failure"
            }
        }

        if ($isFinished) {
            $rows.Values | Where-Object { $_.Kind -eq $one -and $_.Outcome -eq 'Sending' } | ForEach-Object { $_.Outcome = 'Declined' }
        }

        if (-not $WhatIfPreference) {
            Save-Report
            Save-Page
        }
    }
}

if ($WhatIfPreference) {
    exit 0
}

$count = @{ Removed = 0; Failed = 0; Unknown = 0; Declined = 0; Skipped = 0; NotSent = 0 }
$rows.Values | Group-Object Outcome | ForEach-Object { $count[$_.Name] = $_.Count }
$removed = @($old | Where-Object { $rows["$($_.Kind) $($_.Id)"].Outcome -eq 'Removed' })
[pscustomobject]@{
    Removed       = $count.Removed
    Failed        = $count.Failed
    Unknown       = $count.Unknown
    Declined      = $count.Declined
    Skipped       = $count.Skipped
    NotSent       = $count.NotSent
    SavesPerHour  = Get-Sum $removed HOUR
    SavesPerDay   = Get-Sum $removed DAY
    SavesPerMonth = Get-Sum $removed MONTH
    Report        = $ReportPath
}

$left = @($rows.Values | Where-Object { $_.Outcome -in 'Failed', 'Unknown', 'NotSent', 'Sending' }).Count
if ($left -gt 0) {
    Write-Error "$left of $($old.Count) things are not removed, or it is unknown whether they are: $ReportPath says why." -ErrorAction Continue
    exit 1
}

exit 0
