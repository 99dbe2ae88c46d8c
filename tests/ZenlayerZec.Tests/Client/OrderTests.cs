using System.Text;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Transport;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>An order is placed once, whatever the network does: sent twice, it would be paid twice.</summary>
public class OrderTests
{
    private const string Password = "Example+123";

    public static TheoryData<string> LostBefore => ["500", "502 html", "timed out", "hang", "drop", "garbage"];

    public static TheoryData<string> LostAfter => [.. LostBefore, "cut"];

    [Theory]
    [MemberData(nameof(LostAfter))]
    public async Task An_order_whose_answer_is_lost_is_not_sent_again(string how)
    {
        using var service = new SimulatedService();
        service.Simulator.Faults.Enqueue(Lost(how, carriesOut: true));

        var failure = await Assert.ThrowsAnyAsync<ZecException>(() => CreateAsync(service));

        Assert.Equal((true, 1, "CreateZecInstances"), (failure.OutcomeUnknown, failure.Attempts, failure.Action));
        Assert.Equal(1, service.Sent("CreateZecInstances"));
        Assert.Equal(252, service.Simulator.Instances.Count);
    }

    [Theory]
    [MemberData(nameof(LostBefore))]
    public async Task Nor_is_one_that_was_lost_on_its_way_since_nobody_can_tell(string how)
    {
        using var service = new SimulatedService();
        service.Simulator.Faults.Enqueue(Lost(how, carriesOut: false));

        var failure = await Assert.ThrowsAnyAsync<ZecException>(() => CreateAsync(service));

        Assert.True(failure.OutcomeUnknown);
        Assert.Equal(1, service.Sent("CreateZecInstances"));
    }

    [Fact]
    public async Task An_order_that_was_certainly_not_placed_is_sent_again()
    {
        using var service = new SimulatedService();
        service.Simulator.Faults.Enqueue(SimulatedFault.Refused);
        service.Simulator.Faults.Enqueue(SimulatedFault.Error(429, "REQUEST_LIMIT_EXCEEDED", retryAfter: TimeSpan.FromSeconds(2)));
        service.Simulator.Faults.Enqueue(SimulatedFault.Error(400, "REQUEST_LIMIT_EXCEEDED"));

        var answer = await CreateAsync(service);

        Assert.Equal(2, answer.InstanceIdSet!.Count);
        Assert.Equal(4, service.Sent("CreateZecInstances"));
        Assert.All(answer.InstanceIdSet, id => Assert.Equal(1, service.Simulator.CarriedOutCount("CreateZecInstances", id)));
        Assert.Equal(252, service.Simulator.Instances.Count);
    }

    [Fact]
    public async Task A_lost_answer_after_a_refusal_ends_it()
    {
        using var service = new SimulatedService();
        service.Simulator.Faults.Enqueue(SimulatedFault.Error(429, "REQUEST_LIMIT_EXCEEDED"));
        service.Simulator.Faults.Enqueue(SimulatedFault.Drop(carriesOut: true));

        var failure = await Assert.ThrowsAsync<ZecTransportException>(() => CreateAsync(service));

        Assert.Equal((true, 2), (failure.OutcomeUnknown, failure.Attempts));
        Assert.Equal(2, service.Sent("CreateZecInstances"));
    }

    [Fact]
    public async Task A_refused_order_is_not_sent_again()
    {
        using var service = new SimulatedService();

        var failure = await Assert.ThrowsAsync<ZecServiceException>(() => CreateAsync(service, request => request.ImageId = "no-such"));

        Assert.Equal(("INVALID_IMAGE_NOT_FOUND", ZecErrorKind.NotFound, false), (failure.Code, failure.Kind, failure.OutcomeUnknown));
        Assert.Single(service.Simulator.Calls);
    }

    [Fact]
    public async Task A_clock_that_is_off_is_corrected_and_the_order_placed_once()
    {
        using var service = new SimulatedService(connect: options => options.Clock = new SkewedClock(options.Clock, TimeSpan.FromHours(3)));

        await CreateAsync(service);

        Assert.Equal([401, 200], service.Simulator.Calls.Select(call => call.Status));
        Assert.Equal(252, service.Simulator.Instances.Count);
    }

    [Fact]
    public async Task An_order_in_flight_gets_some_seconds_to_come_home_and_is_then_told_to_be_unknown()
    {
        using var service = new SimulatedService();
        using var stop = new CancellationTokenSource();
        var start = service.Clock.GetUtcNow();
        service.Simulator.FaultFor = _ =>
        {
            stop.Cancel();
            return SimulatedFault.Hang(carriesOut: true);
        };

        var failure = await Assert.ThrowsAsync<ZecTransportException>(() => CreateAsync(service, stop: stop.Token));

        Assert.Equal((ZecErrorKind.Stopped, true, 1), (failure.Kind, failure.OutcomeUnknown, failure.Attempts));
        Assert.Equal(TimeSpan.FromSeconds(5), service.Clock.GetUtcNow() - start);
    }

    [Fact]
    public async Task An_order_that_comes_home_while_somebody_stops_is_answered()
    {
        using var service = new SimulatedService();
        using var stop = new CancellationTokenSource();
        service.Simulator.FaultFor = _ =>
        {
            stop.Cancel();
            return null;
        };

        Assert.Equal(2, (await CreateAsync(service, stop: stop.Token)).InstanceIdSet!.Count);
    }

    [Fact]
    public async Task Somebody_who_stops_between_two_attempts_hears_that_nothing_was_ordered()
    {
        using var service = new SimulatedService();
        using var stop = new CancellationTokenSource();
        service.Simulator.FaultFor = _ =>
        {
            stop.Cancel();
            return SimulatedFault.Error(429, "REQUEST_LIMIT_EXCEEDED");
        };

        var failure = await Assert.ThrowsAsync<ZecServiceException>(() => CreateAsync(service, stop: stop.Token));

        Assert.Equal((ZecErrorKind.RateLimit, false), (failure.Kind, failure.OutcomeUnknown));
        Assert.Single(service.Simulator.Calls);
    }

    [Fact]
    public async Task What_is_stopped_before_it_began_is_not_sent()
    {
        using var service = new SimulatedService();

        var failure = await Assert.ThrowsAsync<ZecTransportException>(() => CreateAsync(service, stop: new CancellationToken(canceled: true)));

        Assert.Equal((ZecErrorKind.Stopped, false), (failure.Kind, failure.OutcomeUnknown));
        Assert.Empty(service.Simulator.Calls);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"instanceIdSet":null,"orderNumber":"1"}""")]
    [InlineData("""{"instanceIdSet":["i-1",null]}""")]
    [InlineData("""{"instanceIdSet":["i-1",""]}""")]
    public async Task An_answer_without_the_new_IDs_is_no_success(string response)
    {
        using var service = new SimulatedService();
        Answer(service, response);

        var failure = await Assert.ThrowsAsync<ZecAnswerException>(() => CreateAsync(service));

        Assert.Equal(("AnswerInconsistent", true), (failure.Code, failure.OutcomeUnknown));
    }

    [Fact]
    public async Task Another_number_of_IDs_than_was_asked_for_is_passed_on()
    {
        using var service = new SimulatedService();
        Answer(service, """{"orderNumber":"1","instanceIdSet":["i-1"],"new":1,"instances":[{"instanceId":"i-1","diskIdSet":null,"newer":[]}]}""");

        var answer = await CreateAsync(service);

        Assert.Equal(["i-1"], answer.InstanceIdSet);
        Assert.Empty(Assert.Single(answer.Instances!).DiskIdSet);
    }

    [Fact]
    public async Task No_trace_and_no_message_has_the_password_or_the_user_data()
    {
        var shown = new StringBuilder();
        using var service = new SimulatedService();
        var call = new ZecCallOptions { TraceContent = true, Trace = trace => Show(shown, trace) };
        var request = ServiceCalls.Order();
        (request.Password, request.UserData) = (Password, $"#!/bin/sh\necho '{Password}' | login & run <secret>");
        var echo = $$"""{"requestId":"T1","code":"INVALID_PARAMETER_VALUE","message":"'Example\u002B123' or Example+123 is too simple."}""";
        service.Simulator.Faults.Enqueue(SimulatedFault.Answer(400, "application/json", Encoding.UTF8.GetBytes(echo)));

        var failure = await Assert.ThrowsAsync<ZecServiceException>(
            () => service.Client.CreateZecInstancesAsync(request, call, TestContext.Current.CancellationToken));
        shown.Append(failure);

        Assert.Contains("is too simple", failure.Message, StringComparison.Ordinal);
        Assert.Contains("\"password\":\"[removed]\",", shown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Example", shown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret>", shown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("bin/sh", shown.ToString(), StringComparison.Ordinal);
    }

    private static void Show(StringBuilder shown, ZecRequestTrace trace) => shown.Append(trace).Append(trace.Content);

    private static void Answer(SimulatedService service, string response) => service.Simulator.FaultFor = _ => SimulatedFault.Answer(
        200, "application/json", Encoding.UTF8.GetBytes($$"""{"requestId":"T1","response":{{response}}}"""));

    private static Task<CreateZecInstancesResponse> CreateAsync(
        SimulatedService service, Action<CreateZecInstancesRequest>? change = null, CancellationToken? stop = null)
    {
        var request = ServiceCalls.Order(2);
        change?.Invoke(request);
        return service.Client.CreateZecInstancesAsync(request, service.Call, stop ?? TestContext.Current.CancellationToken);
    }

    private static SimulatedFault Lost(string how, bool carriesOut) => how switch
    {
        "500" => SimulatedFault.Error(500, "INTERNAL_SERVER_ERROR", carriesOut),
        "502 html" => SimulatedFault.Error(502, null, carriesOut),
        "timed out" => SimulatedFault.Error(400, "REQUEST_TIMED_OUT", carriesOut),
        "hang" => SimulatedFault.Hang(carriesOut),
        "drop" => SimulatedFault.Drop(carriesOut),
        "cut" => SimulatedFault.Cut(),
        _ => SimulatedFault.Garbage(carriesOut),
    };
}
