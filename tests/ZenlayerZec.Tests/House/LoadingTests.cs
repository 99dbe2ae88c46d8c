using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.House;

/// <summary>The module in a process that other modules share.</summary>
public class LoadingTests
{
    [Fact]
    public async Task The_modules_libraries_are_loaded_apart_from_everybody_elses()
    {
        const string Loaded = "[Runtime.Loader.AssemblyLoadContext]::All | ForEach-Object { $c = $_.Name; $_.Assemblies | ForEach-Object { \"$c/$($_.GetName().Name)\" } } | Where-Object { $_ -match 'Zenlayer|Polly' }";

        var run = await PowerShellProcess.RunAsync($"Connect-Zec -Simulator; {Loaded}");

        Assert.Contains("ZenlayerZec/ZenlayerZec.Client", run.Output, StringComparison.Ordinal);
        Assert.Contains("ZenlayerZec/Polly.Core", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Default/Polly.Core", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Default/ZenlayerZec.Client", run.Output, StringComparison.Ordinal);
    }
}
