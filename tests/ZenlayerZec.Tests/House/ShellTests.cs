using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.House;

/// <summary>The shell as a person without PowerShell meets it.</summary>
public class ShellTests
{
    [Fact]
    public async Task The_demo_releases_the_stopped_instances_and_shows_what_became_of_each()
    {
        var (code, output, error) = await ShellProcess.RunAsync();

        Assert.Equal(0, code);
        Assert.Contains("core commands only", output.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("PS> $results = Get-ZecInstance -Status STOPPED | Remove-ZecInstance -Force", output, StringComparison.Ordinal);
        Assert.Contains("InstanceId           Name ", output, StringComparison.Ordinal);
        Assert.Equal(3, output.Split('\n').Count(line => line.StartsWith("What if: ", StringComparison.Ordinal)));
        Assert.Matches(@"1\s+PartiallyFailed\s+99\s+1\s+0\s+0\s+T[0-9A-F-]{36}\s+\d{19}", output);
        Assert.Matches(@"2\s+Succeeded\s+20\s+0\s+0\s+0\s+T[0-9A-F-]{36}", output);
        Assert.Matches(@"RELEASING\s+119", output);
        Assert.Matches(@"STOPPED\s+1\b", output);
        Assert.Matches(@"RUNNING\s+130", output);
        Assert.Contains("was not released: the service refused it", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'a' + 1", 0, "a1")]
    [InlineData("Connect-Zec -Simulator; @(Get-ZecInstance).Count", 0, "250")]
    [InlineData("throw 'on purpose'", 1, "on purpose")]
    [InlineData("Connect-Zec -ProfileName nowhere-to-be-found", 1, "nowhere-to-be-found")]
    [InlineData("Connect-Zec -Simulator; Get-ZecInstance | Remove-ZecInstance", 1, "input has ended")]
    [InlineData("exit 7", 7, "")]
    [InlineData("$host.UI.WriteVerboseLine('hear'); Get-Nothing", 1, "Get-Nothing")]
    public async Task A_command_runs_with_the_module_and_tells_by_its_exit_code_how_it_went(string command, int code, string words)
    {
        var run = await ShellProcess.RunAsync("-Command", command);

        Assert.Equal(code, run.ExitCode);
        Assert.Contains(words, run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_runs_with_its_arguments()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("zec").FullName, "it's a script.ps1");
        await File.WriteAllTextAsync(
            file, "param([int] $Count, [switch] $Fail) \"got $($Count + 1) $args\"; if ($Fail) { Get-ZecInstance -ProfileX }; 'end'", TestContext.Current.CancellationToken);

        var fine = await ShellProcess.RunAsync("-File", file, "-Count", "41", "it's");
        var failing = await ShellProcess.RunAsync("-File", file, "-Fail");

        Assert.Equal((0, "got 42 it's"), (fine.ExitCode, fine.Output.Split('\n')[0].Trim()));
        Assert.Equal(1, failing.ExitCode);
        Assert.DoesNotContain("end", failing.Output.Split('\n', StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task What_makes_no_sense_is_answered_with_the_usage()
    {
        var run = await ShellProcess.RunAsync("-Bogus");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("Usage", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_modules_libraries_are_loaded_apart_from_everybody_elses_and_only_when_needed()
    {
        const string Loaded = "[Runtime.Loader.AssemblyLoadContext]::All | ForEach-Object { $c = $_.Name; $_.Assemblies | ForEach-Object { \"$c/$($_.GetName().Name)\" } } | Where-Object { $_ -match 'Zenlayer|Polly' }";

        var before = await ShellProcess.RunAsync("-Command", Loaded);
        var after = await ShellProcess.RunAsync("-Command", $"Connect-Zec -Simulator; {Loaded}");

        Assert.DoesNotContain("Client", before.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Polly", before.Output, StringComparison.Ordinal);
        Assert.Contains("ZenlayerZec/ZenlayerZec.Client", after.Output, StringComparison.Ordinal);
        Assert.Contains("ZenlayerZec/Polly.Core", after.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Default/Polly.Core", after.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Default/ZenlayerZec.Client", after.Output, StringComparison.Ordinal);
    }
}
