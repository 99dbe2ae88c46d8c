using ZenlayerZec.Client.Batching;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>With -Verbose, each request has a line, whatever the pipeline does when its answer comes.</summary>
public class RequestLineTests
{
    [Fact]
    public async Task An_answer_that_comes_while_a_result_is_written_has_its_line()
    {
        await using var account = await ServedAccount.StartAsync();

        // The next request goes out when a result is there; the first result is held until the other batches are done, too.
        var run = account.Run("Get-ZecInstance | Remove-ZecInstance -Force -ThrottleLimit 1 -Verbose | ForEach-Object { while (@(Get-ZecOperation).Count -lt 3) { } $_ }");

        Assert.Equal(3, run.Of<ZecBatchResult>().Count);
        Assert.Equal(3, run.Verbose.Count(line => line.StartsWith("ReleaseInstances: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_it_nothing_is_said_of_requests()
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Empty(account.Run("Get-ZecInstance | Remove-ZecInstance -Force").Verbose);
    }
}
