using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.House;

/// <summary>What a scheduler sees, which has only an exit code and a log.</summary>
public class UnattendedTests
{
    [Theory]
    [InlineData("Connect-Zec -Simulator; @(Get-ZecInstance).Count", 0, "250")]
    [InlineData("Connect-Zec -ProfileName nowhere-to-be-found", 1, "nowhere-to-be-found")]
    [InlineData("Connect-Zec -Simulator; Get-ZecInstance | Remove-ZecInstance", 1, "NonInteractive mode")]
    [InlineData("Connect-Zec -Simulator -SimulatedFailureCount 1; $results = Get-ZecInstance | Remove-ZecInstance -Force", 1, "was not released")]
    public async Task The_exit_code_tells_whether_the_last_command_succeeded(string command, int code, string words)
    {
        var run = await PowerShellProcess.RunAsync(command);

        Assert.Equal(code, run.ExitCode);
        Assert.Contains(words, run.Output + run.Error, StringComparison.Ordinal);
    }
}
