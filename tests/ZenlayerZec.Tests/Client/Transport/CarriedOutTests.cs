using System.Text;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client.Transport;

/// <summary>What an answer says of a change: it was not carried out, or that is unknown. The change is one that no look can settle.</summary>
public class CarriedOutTests
{
    private const string Done = """{"requestId":"T1","response":{"requestId":"T1"}}""";

    [Theory]
    [InlineData(429, "REQUEST_LIMIT_EXCEEDED")]
    [InlineData(400, "REQUEST_LIMIT_EXCEEDED")]
    [InlineData(503, "REQUEST_LIMIT_EXCEEDED")]
    [InlineData(429, null)]
    public async Task What_the_limiter_refused_was_not_carried_out_and_is_sent_again(int status, string? code)
    {
        using var service = new SimulatedService();
        service.Simulator.Faults.Enqueue(SimulatedFault.Error(status, code));

        await WriteAsync(service);

        Assert.Equal(2, service.Simulator.Calls.Count);
    }

    [Theory]
    [InlineData(400, "INVALID_PARAMETER_VALUE", ZecErrorKind.Refused)]
    [InlineData(401, "AUTHFAILURE_SIGNATURE_FAILURE", ZecErrorKind.Authentication)]
    [InlineData(403, "OPERATION_DENIED_INSTANCE_RECYCLED", ZecErrorKind.Refused)]
    [InlineData(404, "INVALID_INSTANCE_NOT_FOUND", ZecErrorKind.NotFound)]
    [InlineData(409, "INVALID_NIC_LB_ASSOCIATED", ZecErrorKind.Refused)]
    public async Task What_the_service_refused_was_not_carried_out(int status, string code, ZecErrorKind kind)
        => await EndsAsync(SimulatedFault.Error(status, code), kind, isUnknown: false);

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_time_out_of_the_service_says_nothing_whatever_its_status_is(int status)
    {
        foreach (var code in (string[])["REQUEST_TIMED_OUT", "INVALID_OPERATION_TIMEOUT", "SERVICE_TEMPORARY_UNAVAILABLE"])
        {
            await EndsAsync(SimulatedFault.Error(status, code, carriesOut: true), null, isUnknown: true);
        }
    }

    [Theory]
    [InlineData(408, "INVALID_PARAMETER_VALUE", ZecErrorKind.Timeout)]
    [InlineData(500, "INTERNAL_SERVER_ERROR", ZecErrorKind.Server)]
    [InlineData(400, "INTERNAL_SERVER_ERROR", ZecErrorKind.Server)]
    [InlineData(500, "AUTHFAILURE_SIGNATURE_EXPIRED", ZecErrorKind.Authentication)]
    [InlineData(502, "INVALID_PARAMETER_VALUE", ZecErrorKind.Server)]
    [InlineData(599, null, ZecErrorKind.Server)]
    [InlineData(408, null, ZecErrorKind.Timeout)]
    [InlineData(400, null, ZecErrorKind.InvalidAnswer)]
    [InlineData(401, null, ZecErrorKind.Authentication)]
    [InlineData(403, null, ZecErrorKind.Blocked)]
    [InlineData(404, null, ZecErrorKind.InvalidAnswer)]
    [InlineData(407, null, ZecErrorKind.Connection)]
    [InlineData(409, null, ZecErrorKind.InvalidAnswer)]
    public async Task A_failing_service_or_a_page_of_something_on_the_way_may_come_after_the_deed(int status, string? code, ZecErrorKind kind)
        => await EndsAsync(SimulatedFault.Error(status, code, carriesOut: true), kind, isUnknown: true);

    [Theory]
    [InlineData(200, "text/html", "<html>Welcome</html>")]
    [InlineData(200, "application/json", "OK")]
    [InlineData(200, "application/json", "")]
    [InlineData(200, "application/json", """{"requestId":"T1","response":{"code":"INTERNAL_SERVER_ERROR","message":"oh"}}""")]
    [InlineData(200, "application/json", """{"response":{"code":500}}""")]
    [InlineData(200, "application/json", """{"requestId":"T1","code":"X","response":{}}""")]
    [InlineData(202, "application/json", Done)]
    [InlineData(204, "application/json", "")]
    [InlineData(302, "text/html", "")]
    [InlineData(400, "application/json", """{"message":"no code"}""")]
    [InlineData(400, "application/json", """{"code":"","message":"no code"}""")]
    [InlineData(400, "application/json", """{"code":"SUCCESS"}""")]
    [InlineData(400, "application/json", "[]")]
    public async Task An_answer_that_is_not_the_APIs_may_come_after_the_deed(int status, string type, string body)
        => await EndsAsync(SimulatedFault.Answer(status, type, Encoding.UTF8.GetBytes(body), carriesOut: true), null, isUnknown: true);

    [Fact]
    public async Task An_answer_over_the_limit_may_come_after_the_deed()
        => await EndsAsync(
            SimulatedFault.Answer(200, "application/json", Encoding.UTF8.GetBytes(Done), carriesOut: true, padding: 1L << 40),
            ZecErrorKind.InvalidAnswer,
            isUnknown: true);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("Application/JSON")]
    [InlineData("application/problem+json")]
    [InlineData("application/octet-stream")]
    [InlineData("text/html; charset=iso-8859-1")]
    public async Task JSON_is_read_whatever_its_media_type_says(string type)
    {
        using var service = new SimulatedService();
        service.Simulator.Faults.Enqueue(SimulatedFault.Answer(200, type, Encoding.UTF8.GetBytes(Done)));
        await WriteAsync(service);

        await EndsAsync(
            SimulatedFault.Answer(403, type, """{"requestId":"T1","code":"OPERATION_DENIED_X","message":"no"}"""u8.ToArray()),
            ZecErrorKind.Refused,
            isUnknown: false);
    }

    [Theory]
    [InlineData("""{"requestId":"T1","code":"SUCCESS","response":{"requestId":"T1"}}""")]
    [InlineData("""{"requestId":"T1","code":"","response":{"requestId":"T1"}}""")]
    [InlineData("""{"requestId":"T1","code":null,"response":{"code":"Success","requestId":"T1"}}""")]
    [InlineData("\uFEFF" + Done)]
    public async Task A_success_that_says_so_is_one(string body)
    {
        using var service = new SimulatedService();
        service.Simulator.Faults.Enqueue(SimulatedFault.Answer(200, "application/json", Encoding.UTF8.GetBytes(body)));

        await WriteAsync(service);

        Assert.Single(service.Simulator.Calls);
    }

    [Fact]
    public async Task A_failure_inside_the_response_is_none_of_its_instances_success()
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = request => request.Action == "ReleaseInstances"
            ? SimulatedFault.Answer(200, "application/json", """{"requestId":"T1","response":{"code":"X","message":"no"}}"""u8.ToArray())
            : null;

        var result = Assert.Single(await service.ReleaseAsync(service.Ids(3)));

        Assert.Empty(result.SucceededIds);
        Assert.Equal("AnswerContradictory", result.ErrorCode);
    }

    [Fact]
    public async Task What_a_proxy_refused_before_it_got_the_body_was_not_carried_out()
    {
        using var service = new SimulatedService(connect: options => options.Handler = new WantsPassword());

        var failure = await Assert.ThrowsAsync<ZecServiceException>(() => WriteAsync(service));

        Assert.Equal((ZecErrorKind.Connection, false, 1), (failure.Kind, failure.OutcomeUnknown, failure.Attempts));
        Assert.True(failure.FailsEveryRequest);
    }

    private static async Task EndsAsync(SimulatedFault fault, ZecErrorKind? kind, bool isUnknown)
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => fault;

        var failure = await Assert.ThrowsAnyAsync<ZecException>(() => WriteAsync(service));

        Assert.Equal(isUnknown, failure.OutcomeUnknown);
        Assert.Equal(kind ?? failure.Kind, failure.Kind);
        Assert.Single(service.Simulator.Calls);
    }

    private static Task<ApiObject> WriteAsync(SimulatedService service) => service.Client.InvokeAsync(
        new ApiRequest("ReleaseInstances", new ApiObject([new("instanceIds", (object?[])[service.Ids(1)[0]])])),
        service.Call,
        TestContext.Current.CancellationToken);

    private sealed class WantsPassword : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.ProxyAuthenticationRequired));
    }
}
