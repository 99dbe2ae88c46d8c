@{
    RootModule           = 'ZenlayerZec.EmptyModule.dll'
    ModuleVersion        = '1.0.0'
    GUID                 = '0b7f3c52-93f5-4d52-8c43-1f0d3f1f9a07'
    CompatiblePSEditions = @('Core', 'Desktop')
    TypesToProcess       = @('OneType.ps1xml')
    FormatsToProcess     = @('OneView.ps1xml')
    FunctionsToExport    = @()
    CmdletsToExport      = @('Get-Nothing')
    VariablesToExport    = @()
    AliasesToExport      = @()
}
