using System.Globalization;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>What is sent again, and what is not: the rows of the retry table, for a read and for a write.</summary>
public class RetryTests
{
    public static TheoryData<string> CertainlyNotCarriedOut => ["refused", "429", "limit"];

    public static TheoryData<string> NobodyKnows => ["500", "502 html", "unavailable", "timed out", "hang", "drop", "cut", "garbage", "web page"];

    public static TheoryData<string> RefusedForGood => ["400", "403", "404", "409"];

    [Theory]
    [MemberData(nameof(CertainlyNotCarriedOut))]
    public async Task What_was_not_carried_out_is_sent_again_even_if_it_changes_something(string fault)
    {
        using var service = new SimulatedService();
        service.Simulator.Faults.Enqueue(Fault(fault));
        service.Simulator.Faults.Enqueue(Fault(fault));

        var result = Assert.Single(await service.ReleaseAsync(service.Ids(3)));

        Assert.Equal((ZecBatchStatus.Succeeded, 3, null), (result.Status, result.Attempts, result.ErrorCode));
        Assert.Equal(247, service.Simulator.Instances.Count);
        Assert.Equal(3, service.Simulator.Calls.Count);
    }

    [Theory]
    [MemberData(nameof(CertainlyNotCarriedOut))]
    [MemberData(nameof(NobodyKnows))]
    public async Task A_read_is_sent_again_whatever_became_of_it(string fault)
    {
        using var service = new SimulatedService();
        service.Simulator.Faults.Enqueue(Fault(fault));
        service.Simulator.Faults.Enqueue(Fault(fault));

        var page = await DescribeAsync(service);

        Assert.Equal(250, page.TotalCount);
        Assert.Equal(3, service.Simulator.Calls.Count);
    }

    [Theory]
    [MemberData(nameof(RefusedForGood))]
    public async Task A_refusal_is_not_sent_again(string fault)
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => Fault(fault);

        var read = await Assert.ThrowsAsync<ZecServiceException>(() => DescribeAsync(service));
        var write = Assert.Single(await service.ReleaseAsync(service.Ids(1)));

        Assert.False(read.OutcomeUnknown);
        Assert.Equal(ZecBatchStatus.Failed, write.Status);
        Assert.Equal(1, service.Sent("ReleaseInstances"));
    }

    [Fact]
    public async Task After_four_attempts_the_failure_is_told()
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => SimulatedFault.Refused;

        var failure = await Assert.ThrowsAsync<ZecTransportException>(() => DescribeAsync(service));

        Assert.Equal(4, failure.Attempts);
        Assert.Equal(ZecErrorKind.Connection, failure.Kind);
    }

    [Fact]
    public async Task The_wait_that_the_service_asks_for_is_kept()
    {
        using var service = new SimulatedService();
        var start = service.Clock.GetUtcNow();
        service.Simulator.Faults.Enqueue(SimulatedFault.Error(429, "REQUEST_LIMIT_EXCEEDED", retryAfter: TimeSpan.FromSeconds(17)));

        await DescribeAsync(service);

        Assert.Equal(TimeSpan.FromSeconds(17), service.Clock.GetUtcNow() - start);
    }

    [Fact]
    public async Task Nobody_is_kept_waiting_for_an_hour()
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => SimulatedFault.Error(429, "REQUEST_LIMIT_EXCEEDED", retryAfter: TimeSpan.FromHours(1));

        var failure = await Assert.ThrowsAsync<ZecServiceException>(() => DescribeAsync(service));

        Assert.Equal(1, failure.Attempts);
        Assert.Equal(ZecErrorKind.RateLimit, failure.Kind);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_given_up()
    {
        using var service = new SimulatedService(connect: options => options.AttemptTimeout = TimeSpan.FromSeconds(5));
        service.Simulator.FaultFor = _ => SimulatedFault.Hang(carriesOut: true);

        var failure = await Assert.ThrowsAsync<ZecTransportException>(() => DescribeAsync(service));

        Assert.Equal((ZecErrorKind.Timeout, 4), (failure.Kind, failure.Attempts));
        Assert.Contains("within 5 s", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_attempts_together_have_a_bound_too()
    {
        using var service = new SimulatedService(connect: options =>
        {
            options.MaximumAttempts = 20;
            options.OverallTimeout = TimeSpan.FromSeconds(100);
        });
        var start = service.Clock.GetUtcNow();
        service.Simulator.FaultFor = _ => SimulatedFault.Hang(carriesOut: false);

        var failure = await Assert.ThrowsAsync<ZecTransportException>(() => DescribeAsync(service));

        Assert.Equal(ZecErrorKind.Timeout, failure.Kind);
        Assert.Contains("within 100 s", failure.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(100), service.Clock.GetUtcNow() - start);
    }

    [Fact]
    public async Task A_request_that_never_came_to_its_turn_was_not_carried_out_and_says_why_it_took_so_long()
    {
        using var service = new SimulatedService(connect: options =>
        {
            options.MaximumAttempts = 200;
            options.OverallTimeout = TimeSpan.FromSeconds(100);
        });
        service.Simulator.FaultFor = _ => SimulatedFault.Error(429, "REQUEST_LIMIT_EXCEEDED", retryAfter: TimeSpan.FromSeconds(30));

        var failure = await Assert.ThrowsAsync<ZecTransportException>(() => service.Client.InvokeAsync(
            new ApiRequest("ReleaseInstances", ApiObject.Empty), service.Call, TestContext.Current.CancellationToken));

        Assert.Equal((ZecErrorKind.Timeout, "RequestTimedOut", false), (failure.Kind, failure.Code, failure.OutcomeUnknown));
        Assert.Contains("not carried out within 100 s", failure.Message, StringComparison.Ordinal);
        Assert.Contains("REQUEST_LIMIT_EXCEEDED", failure.Message, StringComparison.Ordinal);
        Assert.Equal(429, failure.HttpStatus);
        Assert.Equal(service.Simulator.Calls.Count, failure.Attempts);
    }

    [Fact]
    public async Task A_request_that_waits_behind_others_until_its_time_is_over_was_not_sent()
    {
        var deaf = new Deaf();
        using var service = new SimulatedService(connect: options =>
        {
            options.Handler = deaf;
            options.ThrottleLimit = 1;
            options.OverallTimeout = TimeSpan.FromSeconds(50);
        });
        var first = DescribeAsync(service);
        var second = service.Client.InvokeAsync(
            new ApiRequest("ReleaseInstances", ApiObject.Empty), service.Call, TestContext.Current.CancellationToken);

        service.Clock.Advance(TimeSpan.FromSeconds(51));

        var failure = await Assert.ThrowsAsync<ZecTransportException>(() => second);
        Assert.Equal((ZecErrorKind.Timeout, false, 0), (failure.Kind, failure.OutcomeUnknown, failure.Attempts));
        Assert.Contains("It was not sent", failure.Message, StringComparison.Ordinal);
        deaf.Fail();
        await Assert.ThrowsAnyAsync<ZecException>(() => first);
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(3)]
    public async Task A_clock_that_is_hours_off_is_corrected_from_the_answer_and_stays_so(int hours)
    {
        using var service = new SimulatedService(connect: options => options.Clock = new SkewedClock(options.Clock, TimeSpan.FromHours(hours)));

        await service.ReleaseAsync(service.Ids(1));
        await DescribeAsync(service);

        Assert.Equal([401, 200, 200], service.Simulator.Calls.Select(call => call.Status));
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(3)]
    public async Task Eight_first_requests_with_a_wrong_clock_all_recover(int hours)
    {
        Turnstile? turnstile = null;
        using var service = new SimulatedService(
            account => account.InstanceCount = 800,
            options =>
            {
                options.Clock = new SkewedClock(options.Clock, TimeSpan.FromHours(hours));
                options.Handler = turnstile = new Turnstile(options.Handler!);
            });
        var releasing = service.ReleaseAsync(service.Ids(800));
        await turnstile!.ArrivedAsync(8);
        turnstile.Open();

        Assert.All(await releasing, result => Assert.Equal(ZecBatchStatus.Succeeded, result.Status));
        Assert.Empty(service.Simulator.Instances);
    }

    [Theory]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT")]
    [InlineData("the day before yesterday")]
    public async Task A_date_that_cannot_be_the_services_corrects_nothing(string date)
    {
        using var client = new ZecClient(new ZecClientOptions(ZecCredential.FromToken("the-token", "the test")) { Handler = new Dated(date) });
        var before = client.ServiceTime;

        var failure = await Assert.ThrowsAsync<ZecServiceException>(
            () => client.DescribeInstancesAsync(new DescribeInstancesRequest(), new ZecCallOptions(), TestContext.Current.CancellationToken));

        Assert.Equal(("AUTHFAILURE_SIGNATURE_EXPIRED", 1, false), (failure.Code, failure.Attempts, failure.OutcomeUnknown));
        Assert.InRange(client.ServiceTime - before, TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(0)]
    [InlineData(3)]
    public async Task A_wait_until_a_date_is_counted_by_the_services_clock(int hours)
    {
        using var service = new SimulatedService(connect: options => options.Clock = new SkewedClock(options.Clock, TimeSpan.FromHours(hours)));
        var start = service.Clock.GetUtcNow();
        service.Simulator.Faults.Enqueue(SimulatedFault.Answer(
            503,
            "text/html",
            [],
            headers: new Dictionary<string, string> { ["Retry-After"] = (start + TimeSpan.FromSeconds(40)).ToString("R", CultureInfo.InvariantCulture) }));

        await service.Client.InvokeAsync(new ApiRequest("DescribeZones", ApiObject.Empty), service.Call, TestContext.Current.CancellationToken);

        // The first answer refuses the signature too where the clock is off, and costs no time.
        Assert.Equal(TimeSpan.FromSeconds(40), service.Clock.GetUtcNow() - start);
    }

    [Theory]
    [InlineData("150", "150 s")]
    [InlineData("3600", "60 min")]
    [InlineData("86400", "24 h")]
    [InlineData("864000", "10 days")]
    [InlineData("1000000000", "more than 30 days")]
    [InlineData("99999999999999999999", "more than 30 days")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", "more than 30 days")]
    public async Task A_wait_that_nobody_can_be_asked_for_is_named_in_the_error(string retryAfter, string inWords)
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => SimulatedFault.Answer(
            503, "text/html", [], headers: new Dictionary<string, string> { ["Retry-After"] = retryAfter });

        var failure = await Assert.ThrowsAsync<ZecServiceException>(() => DescribeAsync(service));

        Assert.Equal(1, failure.Attempts);
        Assert.EndsWith($"for {inWords}.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_that_stays_expired_is_an_error_after_one_correction()
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => SimulatedFault.Error(401, "AUTHFAILURE_SIGNATURE_EXPIRED");

        var failure = await Assert.ThrowsAsync<ZecServiceException>(() => DescribeAsync(service));

        Assert.True(failure.FailsEveryRequest);
        Assert.True(failure.Attempts <= 2);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_ends_as_cancelled()
    {
        using var service = new SimulatedService();
        using var cancellation = new CancellationTokenSource();
        service.Simulator.FaultFor = _ =>
        {
            cancellation.Cancel();
            return SimulatedFault.Error(503, null);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => service.Client.DescribeInstancesAsync(new DescribeInstancesRequest(), service.Call, cancellation.Token));
        Assert.Single(service.Simulator.Calls);
    }

    /// <summary>A handler that ignores cancellation.</summary>
    private sealed class Deaf : HttpMessageHandler
    {
        private readonly TaskCompletionSource<HttpResponseMessage> _answer = new();

        public void Fail() => _answer.SetException(new IOException("The connection was lost."));

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _answer.Task;
    }

    /// <summary>Refuses every signature, and says that it is another day.</summary>
    private sealed class Dated(string date) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage(System.Net.HttpStatusCode.Unauthorized)
            {
                Content = new StringContent("""{"code":"AUTHFAILURE_SIGNATURE_EXPIRED"}"""),
            };
            response.Headers.TryAddWithoutValidation("Date", date);
            return Task.FromResult(response);
        }
    }

    private static SimulatedFault Fault(string name) => name switch
    {
        "refused" => SimulatedFault.Refused,
        "429" => SimulatedFault.Error(429, null),
        "limit" => SimulatedFault.Error(400, "REQUEST_LIMIT_EXCEEDED"),
        "unavailable" => SimulatedFault.Error(503, "SERVICE_TEMPORARY_UNAVAILABLE"),
        "500" => SimulatedFault.Error(500, "INTERNAL_SERVER_ERROR", carriesOut: true),
        "502 html" => SimulatedFault.Error(502, null),
        "timed out" => SimulatedFault.Error(400, "REQUEST_TIMED_OUT"),
        "hang" => SimulatedFault.Hang(carriesOut: false),
        "drop" => SimulatedFault.Drop(carriesOut: true),
        "cut" => SimulatedFault.Cut(),
        "garbage" => SimulatedFault.Garbage(carriesOut: true),
        "web page" => SimulatedFault.Answer(200, "text/html", "<html>Welcome</html>"u8.ToArray()),
        "400" => SimulatedFault.Error(400, "INVALID_PARAMETER_VALUE"),
        "403" => SimulatedFault.Error(403, "OPERATION_DENIED_INSTANCE_RECYCLED"),
        "404" => SimulatedFault.Error(404, "INVALID_INSTANCE_NOT_FOUND"),
        "409" => SimulatedFault.Error(409, "INVALID_NIC_LB_ASSOCIATED"),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such fault."),
    };

    private static Task<DescribeInstancesResponse> DescribeAsync(SimulatedService service)
        => service.Client.DescribeInstancesAsync(new DescribeInstancesRequest(), service.Call, TestContext.Current.CancellationToken);
}
