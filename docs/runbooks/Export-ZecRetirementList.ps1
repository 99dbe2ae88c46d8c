#Requires -Version 5.1
#Requires -Modules ZenlayerZec

<#
.SYNOPSIS
    Writes which stopped instances Remove-StoppedZecInstance.ps1 would release, and what would go with them. It changes and mails nothing.

.DESCRIPTION
    Nothing is sent but the listing. The file is a CSV with a line for each instance that is stopped, has every tag of -Tag, and was
    created more than -OlderThanDays days ago. It says who and what it is, and what would go with it: elastic IPs, detachable disks and
    secondary network interfaces.

    Somebody who knows the machines reads it and deletes the lines that are to stay; Remove-ListedZecInstance.ps1 releases the rest.
    Delete lines in a text editor: a spreadsheet rounds IDs of nineteen digits.

    Where nothing is old enough the file has its header and no line. It ends with an error when the list, or the file, could not be made;
    an older file then stays as it was.

.PARAMETER Tag
    The tags that the instances have, all of them, such as @{ env = 'dev' }.

.PARAMETER OlderThanDays
    How many days ago the instances were created, at the least.

.PARAMETER Path
    The file. An older one there is replaced.

.PARAMETER Connection
    The connection, as Connect-Zec -PassThru emits it. By default that of Connect-Zec, else the credentials of the environment or of the
    profile file.

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

    [ValidateNotNull()]
    [object] $Connection
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$on = @{}
if ($PSBoundParameters.ContainsKey('Connection')) {
    $on.Connection = $Connection
}

$now = [DateTimeOffset]::UtcNow
$stopped = @(Get-ZecInstance -Status STOPPED -Tag $Tag @on)
$ageless = @($stopped | Where-Object { $null -eq $_.CreateTime -or $_.CreateTime.Year -eq 9999 })
if ($ageless.Count -gt 0) {
    Write-Warning "$($ageless.Count) instances are not in the list, since the service does not tell when they were created."
}

$lines = @(
    foreach ($instance in $stopped) {
        if ($null -eq $instance.CreateTime -or $instance.CreateTime -ge $now.AddDays(-$OlderThanDays)) {
            continue
        }

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
            SecondaryNics   = @($instance.Nics | Where-Object { $_.NicType -eq 'Secondary' } | ForEach-Object { "$_" }) -join '; '
        }
    }
)

if ($lines.Count -gt 0) {
    $lines | Export-Csv -LiteralPath $Path -NoTypeInformation -Encoding UTF8
}
else {
    # Or an older list would stand for this one.
    Set-Content -LiteralPath $Path -Value ('"InstanceId","InstanceName","Status","ZoneId","InstanceType","CreateTime","AgeDays",' +
        '"Tags","PublicIps","DetachableDisks","SecondaryNics"')
}

[pscustomobject]@{
    Listed  = $lines.Count
    Skipped = $ageless.Count
    Path    = $Path
}

exit 0
