# The module under test, and nowhere for it to go but where a test connects; read by BeforeAll.
Get-ChildItem Env:ZENLAYER_* | Remove-Item
$env:ZENLAYER_ENDPOINT = 'http://127.0.0.1:9'
# Nor into the developer's own journal.
$env:ZENLAYERZEC_JOURNAL = 'off'
$script:module = (Resolve-Path "$PSScriptRoot/../../ZenlayerZec.psd1").Path
Import-Module $module -Force
