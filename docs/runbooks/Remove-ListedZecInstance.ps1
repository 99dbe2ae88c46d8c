#Requires -Version 5.1
#Requires -Modules ZenlayerZec

<#
.SYNOPSIS
    Releases the instances of a CSV list, and continues after an interruption when it is run again.

.DESCRIPTION
    The list is in UTF-8 and has a column InstanceId. If it also has the columns Status or InstanceName, as
    Export-ZecRetirementList.ps1 writes them, an instance that differs from the list is left alone: somebody started it, or the ID
    belongs to another instance.

    The outcome of each instance is kept in a state file, a CSV with InstanceId, InstanceName, ZoneId, CreateTime, Status, Outcome,
    RequestId, Error and Account. It is written before anything is sent and after each batch, and replaced in one step, so that it is
    readable however the run ended: by Ctrl+C, by an error, or with the machine. To continue, run the script again with the same list
    and the same state file. Released instances are not sent again. All others are looked at first:

    NotSent    no request was made for it. It is sent if it is unchanged.
    Sending    a request was about to be made, or was made, when the run was cut off. Treated as Unknown.
    Unknown    the answer was lost. If it is gone, or being released, it counts as Released; if it is unchanged, it is sent again.
    Failed     the service did not accept it. It is sent again if it is unchanged.
    Changed    it differs from the list or from an earlier run. It is not sent as long as it differs.
    NotFound   there is no such instance in this account. It is never sent.
    Released   done.

    Only instances that are in the list now are sent: to keep one, delete its line before the next run. A state file belongs to one
    account and is refused in another.

    The exit code is 0 when every instance of the list is Released, or the answer to its question was no. Otherwise it is 1, or the
    script ends with an error.

.PARAMETER ListPath
    The CSV file with the instances.

.PARAMETER StatePath
    The state file. The first run creates it.

.PARAMETER MaximumCount
    The maximum number of instances that one run releases. If there are more, none is released.

.PARAMETER KeepDependentResource
    Keeps the instances' elastic IPs, detachable disks and secondary network interfaces, which continue to cost.

.PARAMETER Connection
    The connection, as Connect-Zec -PassThru returns it. By default the connection of Connect-Zec, or else the credentials of the
    environment or of the profile file.

.EXAMPLE
    ./Remove-ListedZecInstance.ps1 -ListPath ./retire.csv -StatePath ./retire-state.csv -WhatIf

    Shows what would be released, by the list and the state file. Only look-ups are sent, and the state file stays as it is.

.EXAMPLE
    ./Remove-ListedZecInstance.ps1 -ListPath ./retire.csv -StatePath ./retire-state.csv -MaximumCount 500 -Confirm:$false

    Releases them without a question, as an unattended run must. The same command continues after an interruption.
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $ListPath,

    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $StatePath,

    [ValidateRange(1, 100000)]
    [int] $MaximumCount = 100,

    [switch] $KeepDependentResource,

    [ValidateNotNull()]
    [object] $Connection
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# Writes beside the state file and then replaces it: whoever reads it finds a whole file, the old one or the new one.
function Save-State {
    $rows.Values | Export-Csv -LiteralPath "$StatePath.new" -NoTypeInformation -Encoding UTF8 -Confirm:$false
    if ([IO.File]::Exists($StatePath)) {
        [IO.File]::Replace("$StatePath.new", $StatePath, [NullString]::Value)
    }
    else {
        [IO.File]::Move("$StatePath.new", $StatePath)
    }
}

# Enters the outcome of a batch: from its result, or from the module's record of it.
function Resolve-Outcome ($Batch) {
    $lists = [ordered]@{
        Released = $Batch.SucceededIds
        Failed   = $Batch.FailedIds
        Unknown  = $Batch.UnknownIds
        Changed  = $Batch.SkippedIds
    }
    foreach ($outcome in $lists.Keys) {
        foreach ($id in $lists[$outcome] | Where-Object { $rows.Contains($_) }) {
            $rows[$id].Outcome = $outcome
            $rows[$id].RequestId = $Batch.RequestId
            $rows[$id].Error = if ($outcome -eq 'Changed') { 'It changed between the look at it and the release: a warning says how.' }
            elseif ($outcome -ne 'Released') { $Batch.ErrorCode }
        }
    }
}

function Get-Column ($Row, $Name) {
    if ($Row.PSObject.Properties[$Name]) {
        $Row.$Name
    }
}

$on = @{}
if ($PSBoundParameters.ContainsKey('Connection')) {
    $on.Connection = $Connection
}

$used = if ($null -ne $Connection) { $Connection } else { Get-ZecConnection }
if ($null -eq $used) {
    throw 'There is no connection. Run Connect-Zec first.'
}

$account = "$($used.Endpoint) $($used.AccessKeyId)".Trim()
$StatePath = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($StatePath)
$list = @(Import-Csv -LiteralPath $ListPath -Encoding UTF8)
if (@($list | Where-Object { -not (Get-Column $_ 'InstanceId') }).Count -gt 0) {
    throw "$ListPath is not a list of instances: a line has no InstanceId."
}

# Two runs at once would both send the same instances.
$lock = [IO.FileStream]::new("$StatePath.lock", 'OpenOrCreate', 'ReadWrite', 'None', 1, [IO.FileOptions]::DeleteOnClose)
try {
    $rows = [Collections.Specialized.OrderedDictionary]::new()
    if (Test-Path -LiteralPath $StatePath) {
        foreach ($row in Import-Csv -LiteralPath $StatePath -Encoding UTF8) {
            if ((Get-Column $row 'Account') -ne $account) {
                throw "$StatePath belongs to another account, '$(Get-Column $row 'Account')', or to none; this is '$account'."
            }

            $rows[$row.InstanceId] = $row
        }
    }

    $listed = [Collections.Specialized.OrderedDictionary]::new()
    foreach ($line in $list) {
        $id = $line.InstanceId
        $listed[$id] = $line
        if (-not $rows.Contains($id)) {
            $rows[$id] = [pscustomobject]@{
                InstanceId   = $id
                InstanceName = Get-Column $line 'InstanceName'
                ZoneId       = $null
                CreateTime   = $null
                Status       = Get-Column $line 'Status'
                Outcome      = 'NotFound'
                RequestId    = $null
                Error        = $null
                Account      = $account
            }
        }
    }

    $open = @($listed.Keys | ForEach-Object { $rows[$_] } | Where-Object { $_.Outcome -ne 'Released' })
    $found = [Collections.Specialized.OrderedDictionary]::new()
    if ($open.Count -gt 0) {
        Get-ZecInstance -InstanceId @($open | ForEach-Object { $_.InstanceId }) -ErrorAction SilentlyContinue @on |
            ForEach-Object { $found[$_.InstanceId] = $_ }
    }

    $ready = @(
        foreach ($row in $open) {
            $instance = $found[$row.InstanceId]
            $name = Get-Column $listed[$row.InstanceId] 'InstanceName'
            if ($null -eq $instance) {
                if ($row.Outcome -eq 'NotFound') {
                    $row.Error = 'There is no such instance in this account.'
                }
                else {
                    $row.Outcome = 'Released'
                    $row.Error = 'It was gone when it was looked at again.'
                }
            }
            elseif ($instance.Status -in 'RELEASING', 'RECYCLING', 'RECYCLE') {
                $row.Outcome = 'Released'
                $row.Error = "It was $($instance.Status) when it was looked at."
            }
            elseif (($row.Status -and $row.Status -ne $instance.Status) -or ($name -and $name -cne $instance.InstanceName)) {
                # The effect of a request that may have been carried out stays unknown.
                if ($row.Outcome -notin 'Sending', 'Unknown') {
                    $row.Outcome = 'Changed'
                }

                $row.Error = "It is '$($instance.InstanceName)', $($instance.Status), and was '$($row.InstanceName)', $($row.Status)."
            }
            else {
                $row.InstanceName = $instance.InstanceName
                $row.ZoneId = $instance.ZoneId
                $row.CreateTime = if ($null -ne $instance.CreateTime -and $instance.CreateTime.Year -ne 9999) { '{0:s}Z' -f $instance.CreateTime.UtcDateTime }
                $row.Status = $instance.Status
                $row.Outcome = 'NotSent'
                $row.Error = $null
                $instance
            }
        }
    )

    if ($WhatIfPreference) {
        $ready | Remove-ZecInstance -MaximumCount $MaximumCount -KeepDependentResource:$KeepDependentResource @on
        exit 0
    }

    if ($rows.Count -gt 0) {
        Save-State
    }

    if ($ready.Count -gt $MaximumCount) {
        throw "There are $($ready.Count) instances to release, more than $MaximumCount (-MaximumCount). Nothing was released."
    }

    if ($ready.Count -gt 0) {
        # Before the first request: if this run is killed, the next one knows which instances to look at.
        $ready | ForEach-Object { $rows[$_.InstanceId].Outcome = 'Sending' }
        Save-State
    }

    $earlier = @(Get-ZecOperation)
    $failures = @()
    $isFinished = $false
    try {
        $ready | Remove-ZecInstance -KeepDependentResource:$KeepDependentResource -ErrorAction Continue -ErrorVariable failures @on |
            ForEach-Object {
                Resolve-Outcome $_
                Save-State
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

        $declined = @()
        if ($isFinished) {
            $declined = @($rows.Values | Where-Object { $_.Outcome -eq 'Sending' -and $listed.Contains($_.InstanceId) })
            $declined | ForEach-Object { $_.Outcome = 'NotSent' }
        }

        if ($rows.Count -gt 0) {
            Save-State
        }
    }
}
finally {
    $lock.Dispose()
}

$count = @{ Released = 0; Failed = 0; Unknown = 0; Changed = 0; NotFound = 0; NotSent = 0 }
$listed.Keys | ForEach-Object { $rows[$_] } | Group-Object Outcome | ForEach-Object { $count[$_.Name] = $_.Count }
[pscustomobject]@{
    Released = $count.Released
    Failed   = $count.Failed
    Unknown  = $count.Unknown
    Changed  = $count.Changed
    NotFound = $count.NotFound
    NotSent  = $count.NotSent
    State    = $StatePath
}

$left = $listed.Count - $count.Released - $declined.Count
if ($left -gt 0) {
    Write-Error "$left of $($listed.Count) instances are not released: $StatePath says why. Run it again to continue." -ErrorAction Continue
    exit 1
}

exit 0
