using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.House;

/// <summary>
/// The names of types belong to the process, and others use it too. Each test has a process of its own, where nothing but the module's
/// loader finds the client.
/// </summary>
public class TypeAcceleratorTests
{
    /// <summary>
    /// Says for which names there are types of the module: PowerShell itself may remember a name that it has looked up, so that only its
    /// list tells.
    /// </summary>
    private const string Begin = """
        $list = [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators')
        $names = 'ZecInstance', 'ZenlayerZec.Client.Models.ZecInstance', 'ZecServiceException'
        function Known { $names | ForEach-Object { if ($list::Get[$_]) { $list::Get[$_].FullName } } }
        function Told ($label) { "$($label): $(@(Known).Count)" }
        function Beside { $r = [runspacefactory]::CreateRunspace([initialsessionstate]::CreateDefault2()); $r.Open(); [powershell]::Create($r) }
        function In ($shell, $script) {
            $shell.Commands.Clear()
            $null = $shell.AddScript($script).Invoke()
            if ($shell.HadErrors) { throw $shell.Streams.Error[0] }
        }

        """;

    private static readonly string Import = $"Import-Module '{Repository.Manifest}'";

    [Fact]
    public async Task An_import_adds_the_names_and_a_removal_takes_them_away()
        => Assert.Equal(
            ["imported: 3", "removed: 0", "again: 3", "forced: 3", "removed: 0"],
            await LinesAsync($"""
                Told imported
                Remove-Module ZenlayerZec
                Told removed
                {Import}
                {Import}
                Told again
                {Import} -Force
                Told forced
                Remove-Module ZenlayerZec
                Told removed
                """));

    [Fact]
    public async Task They_stay_as_long_as_another_runspace_has_the_module()
        => Assert.Equal(
            ["both: 3", "one: 3", "none: 0", "beside: 3", "ended: 0"],
            await LinesAsync($"""
                $other = Beside
                In $other "{Import}"
                Told both
                Remove-Module ZenlayerZec
                Told one
                In $other 'Remove-Module ZenlayerZec'
                Told none
                {Import}
                In $other "{Import}"
                Told beside
                $other.Runspace.Dispose()
                Remove-Module ZenlayerZec
                Told ended
                """));

    [Fact]
    public async Task A_name_that_somebody_else_uses_is_left_to_them()
        => Assert.Equal(
            [
                "System.Version", "ZenlayerZec.Client.Models.ZecInstance", "ZenlayerZec.Client.Errors.ZecServiceException",
                "later", "System.Version", "System.Guid",
            ],
            await LinesAsync($"""
                Remove-Module ZenlayerZec
                $list::Add('ZecInstance', [version])
                {Import}
                Known
                'later'
                $list::Add('ZecServiceException', [guid])
                Remove-Module ZenlayerZec
                Known
                """));

    [Fact]
    public async Task Full_names_are_found_where_the_module_is_all_there_is()
        => Assert.Equal(
            ["ZenlayerZec.Client.Models.ZecInstance", "i-1", "caught 403", "ZenlayerZec.Client.Models.ZecInstance"],
            await LinesAsync("""
                [ZenlayerZec.Client.Models.ZecInstance].FullName
                ([ZenlayerZec.Client.Models.ZecInstance[]] @{ InstanceId = 'i-1' }).InstanceId
                Connect-Zec -Simulator
                try { Invoke-ZecApi DescribeNothing } catch [ZenlayerZec.Client.Errors.ZecServiceException] { "caught $($_.Exception.HttpStatus)" }
                [Type]::GetType('ZenlayerZec.Client.Models.ZecInstance, ZenlayerZec.Client').FullName
                """));

    [Fact]
    public async Task An_import_loads_the_client_for_its_types_and_not_the_simulator()
    {
        var loaded = await LinesAsync("[AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name }");

        Assert.Contains("ZenlayerZec.Client", loaded);
        Assert.DoesNotContain("ZenlayerZec.Simulator", loaded);
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(string script)
    {
        var run = await PowerShellProcess.RunAsync(Begin + script);
        Assert.Equal(0, run.ExitCode);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
