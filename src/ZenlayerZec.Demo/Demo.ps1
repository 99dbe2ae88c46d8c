# A simulated account: 250 instances, and one of them will refuse to be released.
Connect-Zec -Simulator -SimulatedInstanceCount 250 -SimulatedFailureCount 1

# List instances by state, name, zone, tag, address or image.
Get-ZecInstance -Status STOPPED -First 5

# Preview a release. -WhatIf sends nothing.
Get-ZecInstance -Status STOPPED -First 2 | Remove-ZecInstance -WhatIf

# Release all stopped instances in batches of 100. One instance fails; the others are released all the same.
$results = Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force

# Each batch has one result, which accounts for every ID.
$results | Sort-Object BatchNumber

# Each failed ID is also an error, for scripts to act on.
$Error[0].TargetObject, $Error[0].FullyQualifiedErrorId

# What the account has now.
Get-ZecInstance | Group-Object Status -NoElement
