# A simulated account: 250 instances, one of which refuses to be released.
Connect-Zec -Simulator -SimulatedInstanceCount 250 -SimulatedFailureCount 1 -PassThru

# The stopped ones, the first ten of them.
Get-ZecInstance -Status STOPPED -First 10

# What would go? -WhatIf sends nothing.
Get-ZecInstance -Status STOPPED -First 3 | Remove-ZecInstance -WhatIf

# All stopped instances, a hundred a request. The one that refuses is an error, and the others go.
$results = Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force

# One result a batch; each ID is accounted for.
$results

# The error names the ID as its target, and what may have caused it.
$Error[0].TargetObject
$Error[0].FullyQualifiedErrorId

# What is left, by state.
$left = @{}
Get-ZecInstance | ForEach-Object { $left[$_.Status] += 1 }
$left
