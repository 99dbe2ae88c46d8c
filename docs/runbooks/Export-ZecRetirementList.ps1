#Requires -Version 5.1
#Requires -Modules ZenlayerZec

<#
.SYNOPSIS
    Writes a list of the stopped instances that Remove-StoppedZecInstance.ps1 would release, with what goes with them, what stays, and
    what that saves.

.DESCRIPTION
    Only reads are sent; nothing is changed. The file is a CSV with a line for each instance that is stopped, has every tag of -Tag, and
    was created more than -OlderThanDays days ago. A line describes the instance, and has the plan of its release, as Get-ZecReleasePlan
    makes it:

    Goes          the disks, elastic IPs and network interfaces that are released with the instance.
    Stays         what stays, such as snapshots, and may continue to cost.
    SavesPerHour, SavesPerDay, SavesPerMonth
                  what the release saves, by each unit of time that the service has prices for. They are never converted into each other.
    StaysPerHour, StaysPerDay, StaysPerMonth
                  what continues to cost.
    NotPriced     what has no known price, and why. The sums lack it.
    ProtectedTag  a tag that protects the instance, such as zec:keep: the release skips it. What it would save is in its line, and not in
                  the sums that the script returns.

    An empty sum means that nothing has a price by that unit. The prices are those of today; the service names no currency.

    Somebody who knows the instances reads the file and deletes the lines of those to keep; Remove-ListedZecInstance.ps1 releases the
    rest. Delete lines in a text editor: a spreadsheet rounds IDs of 19 digits.

    When no instance is old enough, the file has its header and no line. When the list or the file cannot be made, the script ends with
    an error, and an existing file stays as it was.

.PARAMETER Tag
    The tags that the instances have, all of them, such as @{ env = 'dev' }.

.PARAMETER OlderThanDays
    The minimum age of the instances, in days.

.PARAMETER KeepDependentResource
    Plans for a release that keeps elastic IPs, detachable disks and secondary network interfaces, as the switch of
    Remove-ListedZecInstance.ps1 does.

.PARAMETER Path
    The file. An existing file is replaced in one step.

.PARAMETER Connection
    The connection, as Connect-Zec -PassThru returns it. By default the connection of Connect-Zec, or else the credentials of the
    environment or of the profile file.

.EXAMPLE
    ./Export-ZecRetirementList.ps1 -Tag @{ env = 'dev' } -OlderThanDays 30 -Path ./retire.csv
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [hashtable] $Tag,

    [Parameter(Mandatory)]
    [ValidateRange(1, 36500)]
    [int] $OlderThanDays,

    [Parameter(Mandatory)]
    [ValidateNotNullOrEmpty()]
    [string] $Path,

    [switch] $KeepDependentResource,

    [ValidateNotNull()]
    [object] $Connection
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# A sum of a column; nothing where no plan has one, which is not 0. Measure-Object would make it a number that is not exact.
function Get-Sum ($Plans, $Property) {
    $sum = $null
    $Plans | Where-Object { $null -ne $_.$Property } | ForEach-Object { $sum = [decimal]$sum + $_.$Property }
    $sum
}

$on = @{}
if ($PSBoundParameters.ContainsKey('Connection')) {
    $on.Connection = $Connection
}

$Path = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$now = [DateTimeOffset]::UtcNow
$stopped = @(Get-ZecInstance -Status STOPPED -Tag $Tag @on)
$ageless = @($stopped | Where-Object { $null -eq $_.CreateTime -or $_.CreateTime.Year -eq 9999 })
if ($ageless.Count -gt 0) {
    Write-Warning "$($ageless.Count) instances are not in the list: the service does not report when they were created."
}

$old = @($stopped | Where-Object { $null -ne $_.CreateTime -and $_.CreateTime -lt $now.AddDays(-$OlderThanDays) })
$plans = @{}
$old | Get-ZecReleasePlan -KeepDependentResource:$KeepDependentResource @on | ForEach-Object { $plans[$_.InstanceId] = $_ }
$lines = @(
    foreach ($instance in $old) {
        $plan = $plans[$instance.InstanceId]
        [pscustomobject]@{
            InstanceId      = $instance.InstanceId
            InstanceName    = $instance.InstanceName
            Status          = $instance.Status
            ZoneId          = $instance.ZoneId
            InstanceType    = $instance.InstanceType
            CreateTime      = '{0:s}Z' -f $instance.CreateTime.UtcDateTime
            AgeDays         = [int][Math]::Floor(($now - $instance.CreateTime).TotalDays)
            Tags            = @($instance.Tags.GetEnumerator() | Sort-Object Key | ForEach-Object { "$($_.Key)=$($_.Value)" }) -join '; '
            PublicIps       = $instance.PublicIpAddresses -join '; '
            DetachableDisks = @($instance.DataDisks | Where-Object { $_.Portable } | ForEach-Object { "$_" }) -join '; '
            SecondaryNics   = @($instance.Nics | Where-Object { $_.Type -eq 'Secondary' } | ForEach-Object { "$_" }) -join '; '
            Goes            = @($plan.Goes | Where-Object { $_.Kind -ne 'Instance' }) -join '; '
            Stays           = $plan.Stays -join '; '
            SavesPerHour    = "$($plan.SavesPerHour)"
            SavesPerDay     = "$($plan.SavesPerDay)"
            SavesPerMonth   = "$($plan.SavesPerMonth)"
            StaysPerHour    = "$($plan.StaysPerHour)"
            StaysPerDay     = "$($plan.StaysPerDay)"
            StaysPerMonth   = "$($plan.StaysPerMonth)"
            NotPriced       = $plan.NotPriced -join '; '
            ProtectedTag    = $plan.Goes | Where-Object { $_.Kind -eq 'Instance' } | ForEach-Object { $_.ProtectedTag }
        }
    }
)

# Writes beside the list and then replaces it: a list that is cut off in the middle of a line would name other instances.
if ($lines.Count -gt 0) {
    $lines | Export-Csv -LiteralPath "$Path.new" -NoTypeInformation -Encoding UTF8
}
else {
    # Otherwise an older list would stand for this one.
    Set-Content -LiteralPath "$Path.new" -Value ('"InstanceId","InstanceName","Status","ZoneId","InstanceType","CreateTime","AgeDays",' +
        '"Tags","PublicIps","DetachableDisks","SecondaryNics","Goes","Stays","SavesPerHour","SavesPerDay","SavesPerMonth",' +
        '"StaysPerHour","StaysPerDay","StaysPerMonth","NotPriced","ProtectedTag"')
}

if ([IO.File]::Exists($Path)) {
    [IO.File]::Replace("$Path.new", $Path, [NullString]::Value)
}
else {
    [IO.File]::Move("$Path.new", $Path)
}

$released = @($plans.Values | Where-Object { -not ($_.Goes | Where-Object { $_.Kind -eq 'Instance' -and $_.ProtectedTag }) })
[pscustomobject]@{
    Listed        = $lines.Count
    Skipped       = $ageless.Count
    SavesPerHour  = Get-Sum $released SavesPerHour
    SavesPerDay   = Get-Sum $released SavesPerDay
    SavesPerMonth = Get-Sum $released SavesPerMonth
    Path          = $Path
}

exit 0
