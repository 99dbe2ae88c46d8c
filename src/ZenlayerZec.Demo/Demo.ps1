# A simulated account with 250 instances, one of which cannot be released.
Connect-Zec -Simulator -SimulatedInstanceCount 250 -SimulatedFailureCount 1

# List instances by state, name, zone, tag, address or image.
Get-ZecInstance -Status STOPPED -First 5

# Preview a release. -WhatIf sends nothing.
Get-ZecInstance -Status STOPPED -First 2 | Remove-ZecInstance -WhatIf

# Release all stopped instances, in batches of 100. One of them fails.
$results = Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force

# Each batch has one result, which accounts for every ID.
$results | Sort-Object BatchNumber

# Each failed ID is also an error, for scripts to act on.
$Error[0].TargetObject, $Error[0].FullyQualifiedErrorId

# What the account has now.
Get-ZecInstance | Group-Object Status -NoElement
