using ZenlayerZec.Tests.Cmdlets;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.House;

/// <summary>The page of rights says what Tab asks the account for.</summary>
public class CompletionRightTests
{
    [Fact]
    public async Task The_page_lists_the_actions_that_completion_sends()
    {
        await using var account = await ServedAccount.StartAsync();
        var page = string.Join(' ', File.ReadLines(Path.Combine(Repository.Root, "docs", "permissions.md")));
        var start = page.IndexOf("Tab completion asks the account too:", StringComparison.Ordinal);
        var said = page[start..page.IndexOf("Without these rights", start, StringComparison.Ordinal)];

        account.Session.Must("""
            foreach ($cmdlet in Get-Command -Module ZenlayerZec) {
                foreach ($parameter in $cmdlet.Parameters.Values | Where-Object { -not $_.SwitchParameter }) {
                    foreach ($typed in "$cmdlet -$($parameter.Name) ", "$cmdlet -ZoneId eu-west-1a -$($parameter.Name) ") {
                        $null = [Management.Automation.CommandCompletion]::CompleteInput($typed, $typed.Length, $null)
                    }
                }
            }
            'Gpu', 'Accelerator' | ForEach-Object {
                $typed = "Get-ZecInstanceType -$_ -InstanceType "
                $null = [Management.Automation.CommandCompletion]::CompleteInput($typed, $typed.Length, $null)
            }
            """);

        var sent = account.Simulator.Calls.Select(call => call.Action!).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(sent, said.Split('`').Where((_, index) => index % 2 == 1).Order(StringComparer.Ordinal));
    }
}
