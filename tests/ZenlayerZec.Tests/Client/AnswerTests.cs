using System.Text;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>Only an answer that makes sense is taken for success.</summary>
public class AnswerTests
{
    [Theory]
    [InlineData("""{"requestId":"T1","response":null}""", "AnswerEmpty")]
    [InlineData("""{"requestId":"T1"}""", "AnswerEmpty")]
    [InlineData("null", "AnswerEmpty")]
    [InlineData("""{"requestId":"T1","code":"INTERNAL_SERVER_ERROR","message":"oh"}""", "AnswerContradictory")]
    [InlineData("""{"requestId":"T1","response":{"instanceIds":["a stranger"]}}""", "AnswerInconsistent")]
    [InlineData("""{"requestId":"T1","response":{"instanceIds":"web-1"}}""", "AnswerMalformed")]
    [InlineData("""{"requestId":"T1","response":[]}""", "AnswerMalformed")]
    [InlineData("", "AnswerMalformed")]
    [InlineData("OK", "AnswerMalformed")]
    public async Task A_release_that_is_answered_with_nonsense_is_not_done(string body, string code)
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = request => request.Action == "ReleaseInstances"
            ? SimulatedFault.Answer(200, "application/json", Encoding.UTF8.GetBytes(body))
            : null;

        var result = Assert.Single(await service.ReleaseAsync(service.Ids(2)));

        Assert.Equal((ZecBatchStatus.Unknown, code), (result.Status, result.ErrorCode));
        Assert.Equal(2, result.UnknownIds.Length);
    }

    [Theory]
    [InlineData("AttachDisks", """{"failedDiskIds":["a stranger"]}""", "AnswerInconsistent")]
    [InlineData("DetachDisks", """{"failedDiskIds":["a stranger"]}""", "AnswerInconsistent")]
    [InlineData("DetachDisks", """{"failedDiskIds":[null]}""", "AnswerInconsistent")]
    [InlineData("DetachDisks", """{"failedDiskIds":"d-1"}""", "AnswerMalformed")]
    [InlineData("DeleteSnapshots", """{"snapshotIds":["a stranger"]}""", "AnswerInconsistent")]
    public async Task Nor_is_a_change_of_storage_whose_answer_names_what_nobody_asked_for(string action, string response, string code)
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = request => request.Action == action
            ? SimulatedFault.Answer(200, "application/json", Encoding.UTF8.GetBytes($$"""{"requestId":"T1","response":{{response}}}"""))
            : null;
        var snapshot = service.Simulator.Rows("Snapshot")[0].GetProperty("snapshotId").GetString()!;
        var disk = service.Simulator.Rows("Disk").First(row => row.GetProperty("diskStatus").GetString() == "IN_USE").GetProperty("diskId").GetString()!;

        var result = Assert.Single(await (action switch
        {
            "AttachDisks" => service.RunAsync(DiskOperations.Mount("i-1"), [disk], looked: false),
            "DetachDisks" => service.RunAsync(DiskOperations.Dismount(allowsRunning: true), [disk], looked: false),
            _ => service.RunAsync(SnapshotOperations.Remove(), [snapshot], looked: false),
        }));

        Assert.Equal((ZecBatchStatus.Unknown, code), (result.Status, result.ErrorCode));
    }

    [Theory]
    [InlineData("""{"requestId":"T1","response":{"dataSet":[]}}""")]
    [InlineData("""{"requestId":"T1","response":{"totalCount":-1,"dataSet":[]}}""")]
    [InlineData("""{"requestId":"T1","response":{"totalCount":1}}""")]
    [InlineData("""{"requestId":"T1","response":{"totalCount":1,"dataSet":null}}""")]
    [InlineData("""{"requestId":"T1","response":{"totalCount":1.5,"dataSet":[]}}""")]
    [InlineData("""{"requestId":"T1","response":{"totalCount":1,"dataSet":{}}}""")]
    [InlineData("""{"requestId":"T1","response":{"totalCount":1,"dataSet":["i-1"]}}""")]
    public async Task A_page_that_makes_no_sense_is_no_page(string body)
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => SimulatedFault.Answer(200, "application/json", Encoding.UTF8.GetBytes(body));

        await Assert.ThrowsAsync<ZecAnswerException>(() => DescribeAsync(service));
    }

    [Fact]
    public async Task What_the_API_adds_one_day_does_no_harm()
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => SimulatedFault.Answer(200, "application/json", """
            {"requestId":"T1","new":1,"response":{"totalCount":1,"newer":[{}],"dataSet":[
              {"instanceId":"i-1","status":"HIBERNATING","gpu":{"count":2},"tags":{"tags":[{"key":"env","value":"dev","more":1}]},"dataDisks":null}]}}
            """u8.ToArray());

        var instance = Assert.Single((await DescribeAsync(service)).DataSet!);

        Assert.Equal("HIBERNATING", instance.Status);
        Assert.Equal("dev", instance.Tags["env"]);
        Assert.Empty(instance.DataDisks);
        Assert.Null(instance.ExpiredTime);
        Assert.Equal(ZecInstance.UnknownCreateTime, instance.CreateTime);
    }

    [Fact]
    public async Task An_endpoint_that_answers_a_web_page_is_told_apart()
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => SimulatedFault.Answer(200, "text/html", "<html>Welcome</html>"u8.ToArray());

        var failure = await Assert.ThrowsAsync<ZecAnswerException>(() => DescribeAsync(service));

        Assert.Contains("text/html", failure.Message, StringComparison.Ordinal);
        Assert.Contains("not the ZEC API", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(204)]
    [InlineData(202)]
    public async Task Another_status_than_200_is_no_success(int status)
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => SimulatedFault.Answer(
            status, "application/json", """{"requestId":"T1","response":{"totalCount":0,"dataSet":[]}}"""u8.ToArray());

        var failure = await Assert.ThrowsAsync<ZecAnswerException>(() => DescribeAsync(service));

        Assert.Equal(status, failure.HttpStatus);
    }

    [Theory]
    [InlineData(403, "cf-mitigated", "challenge", "SECURITY_CHALLENGE")]
    [InlineData(451, "server", "edge", "REQUEST_BLOCKED")]
    public async Task A_block_at_the_network_edge_is_told_in_words_and_not_retried(int status, string header, string value, string code)
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => SimulatedFault.Answer(
            status, "text/html", "<html/>"u8.ToArray(), headers: new Dictionary<string, string> { [header] = value });

        var failure = await Assert.ThrowsAsync<ZecServiceException>(() => DescribeAsync(service));

        Assert.Equal((code, ZecErrorKind.Blocked), (failure.Code, failure.Kind));
        Assert.True(failure.FailsEveryRequest);
        Assert.Single(service.Simulator.Calls);
    }

    [Fact]
    public async Task An_answer_over_64_MiB_is_not_read_to_its_end()
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => SimulatedFault.Answer(
            200, "application/json", """{"requestId":"T1","response":{"totalCount":0,"dataSet":[]}}"""u8.ToArray(), padding: 1L << 40);

        var failure = await Assert.ThrowsAsync<ZecAnswerException>(() => DescribeAsync(service));

        Assert.Equal("AnswerTooLarge", failure.Code);
        Assert.Contains("64 MiB", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[[[[[[[[[", 200_000)]
    [InlineData("""{"requestId":"T1","response":{"totalCount":1e999,"dataSet":[{"cpu":99999999999999999999}]}}""", 1)]
    [InlineData("{\"requestId\":\"\\ud800\",\"response\":{}}", 1)]
    public async Task Hostile_JSON_ends_in_an_error_like_any_other(string piece, int times)
    {
        using var service = new SimulatedService();
        var body = Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, piece, times).ToString());
        service.Simulator.FaultFor = _ => SimulatedFault.Answer(200, "application/json", body);

        await Assert.ThrowsAsync<ZecAnswerException>(() => DescribeAsync(service));
    }

    private static Task<DescribeInstancesResponse> DescribeAsync(SimulatedService service)
        => service.Client.DescribeInstancesAsync(new DescribeInstancesRequest(), service.Call, TestContext.Current.CancellationToken);
}
