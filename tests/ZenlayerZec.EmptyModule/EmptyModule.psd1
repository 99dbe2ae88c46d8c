@{
    RootModule           = 'ZenlayerZec.EmptyModule.dll'
    ModuleVersion        = '1.0.0'
    GUID                 = 'd6f4c1f0-4f0e-4a9e-9a3e-2f9d8b9c6f11'
    CompatiblePSEditions = @('Core', 'Desktop')
    FunctionsToExport    = @()
    CmdletsToExport      = @('Get-Nothing')
    VariablesToExport    = @()
    AliasesToExport      = @()
}
