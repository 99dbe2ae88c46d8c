@{
    RootModule             = 'bin/ZenlayerZec.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '5c0a4b1e-6f0d-4a0e-9d53-0f6a3e1c8b27'
    Author                 = 'the ZenlayerZec contributors'
    CompanyName            = 'the ZenlayerZec contributors'
    Copyright              = '(c) the ZenlayerZec contributors. MIT licence.'
    Description            = 'Lists, orders, starts, stops and releases virtual machines of Zenlayer Elastic Compute (ZEC), in pipelines and in unattended runbooks; calls any other action of its API by name.'
    PowerShellVersion      = '5.1'
    CompatiblePSEditions   = @('Core', 'Desktop')
    DotNetFrameworkVersion = '4.7.2'
    # The types name a class of the assembly, and may be read before the root module.
    RequiredAssemblies     = @('bin/ZenlayerZec.dll')
    TypesToProcess         = @('bin/ZenlayerZec.Types.ps1xml')
    FormatsToProcess       = @('bin/ZenlayerZec.Format.ps1xml')
    FunctionsToExport      = @()
    # One list, not a statement a line: that is run at every import, and takes a tenth of its time.
    CmdletsToExport        = @(
        'Add-ZecSecurityGroupRule',
        'Connect-Zec',
        'ConvertTo-ZecReport',
        'Copy-ZecImage',
        'Disconnect-Zec',
        'Dismount-ZecDisk',
        'Dismount-ZecNic',
        'Get-ZecAutoSnapshotPolicy',
        'Get-ZecConnection',
        'Get-ZecDisk',
        'Get-ZecDiskCategory',
        'Get-ZecDiskMetric',
        'Get-ZecDiskPrice',
        'Get-ZecEip',
        'Get-ZecEipMetric',
        'Get-ZecEipPeerRegion',
        'Get-ZecEipPrice',
        'Get-ZecEipTarget',
        'Get-ZecEipTraffic',
        'Get-ZecImage',
        'Get-ZecImageCopyProgress',
        'Get-ZecInstance',
        'Get-ZecInstanceMetric',
        'Get-ZecInstancePrice',
        'Get-ZecInstanceStatus',
        'Get-ZecInstanceType',
        'Get-ZecInstanceVncUrl',
        'Get-ZecInternetChargeType',
        'Get-ZecNetworkLineType',
        'Get-ZecNic',
        'Get-ZecNicIPv6',
        'Get-ZecNicIPv6Price',
        'Get-ZecNicMetric',
        'Get-ZecOperation',
        'Get-ZecPlacementGroup',
        'Get-ZecRegion',
        'Get-ZecRegionCapacity',
        'Get-ZecReleasePlan',
        'Get-ZecSecurityGroup',
        'Get-ZecSecurityGroupRule',
        'Get-ZecSnapshot',
        'Get-ZecSubnet',
        'Get-ZecTimeZone',
        'Get-ZecUnused',
        'Get-ZecVpc',
        'Get-ZecZone',
        'Invoke-ZecApi',
        'Measure-ZecReleasePlan',
        'Mount-ZecDisk',
        'Mount-ZecNic',
        'New-ZecAutoSnapshotPolicy',
        'New-ZecDisk',
        'New-ZecEip',
        'New-ZecImage',
        'New-ZecInstance',
        'New-ZecNic',
        'New-ZecNicIPv4',
        'New-ZecNicIPv6',
        'New-ZecPlacementGroup',
        'New-ZecSecurityGroup',
        'New-ZecSnapshot',
        'New-ZecSubnet',
        'New-ZecVpc',
        'Register-ZecAutoSnapshotPolicy',
        'Register-ZecEip',
        'Register-ZecSecurityGroup',
        'Remove-ZecAutoSnapshotPolicy',
        'Remove-ZecDisk',
        'Remove-ZecEip',
        'Remove-ZecImage',
        'Remove-ZecImageCopy',
        'Remove-ZecInstance',
        'Remove-ZecNic',
        'Remove-ZecNicIPv4',
        'Remove-ZecNicIPv6',
        'Remove-ZecPlacementGroup',
        'Remove-ZecSecurityGroup',
        'Remove-ZecSecurityGroupRule',
        'Remove-ZecSnapshot',
        'Remove-ZecSubnet',
        'Remove-ZecVpc',
        'Reset-ZecInstance',
        'Resize-ZecDisk',
        'Resize-ZecEip',
        'Resize-ZecInstance',
        'Resize-ZecNicIPv6',
        'Restart-ZecInstance',
        'Restore-ZecDisk',
        'Restore-ZecEip',
        'Restore-ZecSnapshot',
        'Resume-ZecOperation',
        'Set-ZecAutoSnapshotPolicy',
        'Set-ZecDisk',
        'Set-ZecEip',
        'Set-ZecEipAddress',
        'Set-ZecEipInternetChargeType',
        'Set-ZecImage',
        'Set-ZecInstance',
        'Set-ZecInstancePassword',
        'Set-ZecNic',
        'Set-ZecNicIPv6',
        'Set-ZecPlacementGroup',
        'Set-ZecSecurityGroup',
        'Set-ZecSecurityGroupRule',
        'Set-ZecSnapshot',
        'Set-ZecSubnet',
        'Set-ZecVpc',
        'Start-ZecInstance',
        'Stop-ZecInstance',
        'Test-ZecConnection',
        'Unregister-ZecAutoSnapshotPolicy',
        'Unregister-ZecEip',
        'Unregister-ZecSecurityGroup',
        'Wait-ZecDisk',
        'Wait-ZecEip',
        'Wait-ZecImage',
        'Wait-ZecInstance',
        'Wait-ZecNic',
        'Wait-ZecSnapshot'
    )
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @('Zenlayer', 'ZEC', 'Cloud', 'VirtualMachine', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://github.com/zenlayerzec/zenlayerzec/blob/main/LICENSE'
            ProjectUri   = 'https://github.com/zenlayerzec/zenlayerzec'
            IconUri      = 'https://raw.githubusercontent.com/zenlayerzec/zenlayerzec/main/packaging/icon.png'
            ReleaseNotes = 'https://github.com/zenlayerzec/zenlayerzec/blob/main/CHANGELOG.md'
            Prerelease   = ''
        }
    }
}
