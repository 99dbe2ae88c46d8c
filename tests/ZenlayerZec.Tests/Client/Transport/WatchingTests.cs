using System.Text;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client.Transport;

/// <summary>Watching a request changes nothing about it.</summary>
public class WatchingTests
{
    [Theory]
    [InlineData("\uFEFF", "")]
    [InlineData("", "")]
    [InlineData("", " \n")]
    [InlineData("", "}")]
    [InlineData("", "{}")]
    [InlineData("\uFEFF\uFEFF", "")]
    public async Task Headers_and_bodies_are_decoded_alike_with_and_without_a_trace(string before, string after)
        => await AlikeAsync([.. Encoding.UTF8.GetBytes(before), .. Body("web"u8.ToArray()), .. Encoding.UTF8.GetBytes(after)]);

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0x00 })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98, 0x80 })]
    public async Task Text_that_is_not_UTF_8_is_taken_alike_with_and_without_a_trace(byte[] name) => await AlikeAsync(Body(name));

    [Fact]
    public async Task A_body_that_cannot_be_read_is_shown_to_whoever_watches()
    {
        using var service = new SimulatedService(connect: options => options.MaximumAttempts = 1);
        service.Call.TraceContent = true;
        service.Simulator.FaultFor = _ => SimulatedFault.Answer(502, "text/html", "<html>The gateway is tired</html>"u8.ToArray());

        await Assert.ThrowsAsync<ZecServiceException>(() => DescribeAsync(service));

        Assert.Contains("The gateway is tired", Assert.Single(service.Traces).Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_watcher_that_throws_changes_no_result(bool isAnswered)
    {
        using var service = new SimulatedService();
        service.Call.Trace = _ => throw new InvalidOperationException("The watcher fell asleep.");
        service.Simulator.Faults.Enqueue(isAnswered ? null : SimulatedFault.Drop(carriesOut: true));

        var result = Assert.Single(await service.ReleaseAsync(service.Ids(3)));

        Assert.Equal((ZecBatchStatus.Succeeded, 3), (result.Status, result.SucceededIds.Length));
        Assert.Equal(1, service.Sent("ReleaseInstances"));
    }

    [Fact]
    public async Task A_size_that_cannot_be_told_loses_no_answer()
    {
        using var service = new SimulatedService();

        var answer = await service.Client.ReadAsync(
            ZecActions.DescribeZones, new(), service.Call, _ => throw new InvalidOperationException("Nobody can count."), TestContext.Current.CancellationToken);

        Assert.NotEmpty(answer.ZoneSet!);
        Assert.Single(service.Simulator.Calls);
    }

    [Fact]
    public async Task A_request_that_cannot_be_noted_down_before_it_leaves_is_not_sent()
    {
        using var service = new SimulatedService(connect: options => options.ThrottleLimit = 1);

        var failure = await Assert.ThrowsAsync<ZecTransportException>(() => service.Client.AttemptAsync(
            ZecActions.DescribeZones, new(), service.Call, _ => 0, 1, () => throw new IOException("The disk is full."), TestContext.Current.CancellationToken));

        Assert.Equal((ZecErrorKind.Unexpected, false), (failure.Kind, failure.OutcomeUnknown));
        Assert.Contains("The disk is full", failure.Message, StringComparison.Ordinal);
        Assert.Empty(service.Simulator.Calls);
        await DescribeAsync(service);
    }

    private static byte[] Body(byte[] name) =>
    [
        .. """{"requestId":"T1","response":{"totalCount":1,"dataSet":[{"instanceId":"i-1","instanceName":"""u8, (byte)'"', .. name, .. "\"}]}}"u8,
    ];

    private static async Task AlikeAsync(byte[] body)
    {
        var outcomes = new List<string>();
        foreach (var watched in (bool[])[false, true])
        {
            using var service = new SimulatedService(connect: options => options.MaximumAttempts = 1);
            service.Call.TraceContent = watched;
            service.Simulator.FaultFor = _ => SimulatedFault.Answer(200, "application/json", body);
            try
            {
                outcomes.Add($"'{Assert.Single((await DescribeAsync(service)).DataSet!).InstanceName}'");
            }
            catch (ZecException failure)
            {
                outcomes.Add($"{failure.Code} {failure.OutcomeUnknown} {failure.Message}");
            }
        }

        Assert.Equal(outcomes[0], outcomes[1]);
    }

    private static Task<DescribeInstancesResponse> DescribeAsync(SimulatedService service)
        => service.Client.DescribeInstancesAsync(new DescribeInstancesRequest(), service.Call, TestContext.Current.CancellationToken);
}
