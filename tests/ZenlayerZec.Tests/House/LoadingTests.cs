using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.House;

/// <summary>The module in a process that other modules share.</summary>
public class LoadingTests
{
    [Fact]
    public async Task The_modules_libraries_are_loaded_apart_from_everybody_elses_and_only_when_needed()
    {
        const string Loaded = "[Runtime.Loader.AssemblyLoadContext]::All | ForEach-Object { $c = $_.Name; $_.Assemblies | ForEach-Object { \"$c/$($_.GetName().Name)\" } } | Where-Object { $_ -match 'Zenlayer|Polly' }";

        var run = await PowerShellProcess.RunAsync($"{Loaded}; 'connected'; Connect-Zec -Simulator; {Loaded}");

        var (before, after) = run.Output.Split("connected") switch { var parts => (parts[0], parts[1]) };
        Assert.DoesNotContain("Client", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Polly", before, StringComparison.Ordinal);
        Assert.Contains("ZenlayerZec/ZenlayerZec.Client", after, StringComparison.Ordinal);
        Assert.Contains("ZenlayerZec/Polly.Core", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Default/Polly.Core", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Default/ZenlayerZec.Client", after, StringComparison.Ordinal);
    }
}
