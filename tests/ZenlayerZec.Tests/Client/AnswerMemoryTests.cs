using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>Runs alone, since it counts what the process allocates.</summary>
[CollectionDefinition(nameof(AnswerMemoryTests), DisableParallelization = true)]
[Collection(nameof(AnswerMemoryTests))]
public class AnswerMemoryTests
{
    private const long MiB = 1024 * 1024;

    [Theory]
    [InlineData("""{"requestId":"T1","response":{"totalCount":0,"dataSet":[]}}""", 1)]
    [InlineData("""{"requestId":"never-ending """, 6)]
    public async Task An_endless_answer_is_given_up_within_bounded_memory(string start, int timesTheLimit)
    {
        using var service = new SimulatedService(connect: options => options.MaximumAttempts = 1);
        service.Simulator.FaultFor = _ => SimulatedFault.Answer(
            200, "application/json", System.Text.Encoding.UTF8.GetBytes(start), padding: 1L << 40);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await Assert.ThrowsAsync<ZecAnswerException>(
            () => service.Client.DescribeInstancesAsync(new DescribeInstancesRequest(), service.Call, TestContext.Current.CancellationToken));

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, timesTheLimit * 64 * MiB);
    }
}
