using System.Net.Sockets;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Tests.Client.Transport;

/// <summary>Whatever .NET throws, wherever it throws it, a request ends in an error that says whether it may have been carried out.</summary>
public class ForeignExceptionTests
{
    // Two of them only the runtime throws, and that is how they come.
#pragma warning disable CA2201
    private static readonly Dictionary<string, Func<Exception>> Exceptions = new(StringComparer.Ordinal)
    {
        // As SocketsHttpHandler reports its ConnectTimeout: nobody's token was cancelled.
        ["connect time-out"] = () => new TaskCanceledException("A task was canceled.", new TimeoutException("A connection could not be established.")),
        ["cancelled by nobody"] = () => new OperationCanceledException(),
        ["request"] = () => new HttpRequestException("The network said no."),
        ["socket"] = () => new SocketException((int)SocketError.ConnectionReset),
        ["memory"] = () => new OutOfMemoryException(),
        ["disposed"] = () => new ObjectDisposedException("HttpClient"),
        ["invalid operation"] = () => new InvalidOperationException("Decoder ran into invalid data."),
        ["cast"] = () => new InvalidCastException(),
        ["null"] = () => new NullReferenceException(),
        ["unauthorized"] = () => new UnauthorizedAccessException(),
        ["many"] = () => new AggregateException(new IOException("one"), new IOException("two")),
    };
#pragma warning restore CA2201

    public static TheoryData<string> Names => [.. Exceptions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Thrown_before_the_body_was_asked_for_nothing_was_carried_out(string name)
    {
        var failure = await WriteAsync(new FaultyHandler(FaultPlace.Connecting, Exceptions[name]));

        Assert.False(failure.OutcomeUnknown);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Thrown_after_the_body_was_sent_nobody_knows_and_it_is_not_sent_again(string name)
    {
        var handler = new FaultyHandler(FaultPlace.Waiting, Exceptions[name]);

        var failure = await WriteAsync(handler);

        Assert.True(failure.OutcomeUnknown);
        Assert.Equal((1, 1), (failure.Attempts, handler.Calls));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Thrown_while_the_answer_is_read_nobody_knows_and_it_is_not_sent_again(string name)
    {
        var handler = new FaultyHandler(FaultPlace.Reading, Exceptions[name]);

        var failure = await WriteAsync(handler);

        Assert.True(failure.OutcomeUnknown);
        Assert.Equal((1, 1), (failure.Attempts, handler.Calls));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_read_is_sent_again_when_the_network_failed_and_ends_in_an_error_of_the_client(string name)
    {
        foreach (var place in Enum.GetValues<FaultPlace>())
        {
            var handler = new FaultyHandler(place, Exceptions[name]);
            using var client = Connect(handler);

            var failure = await Assert.ThrowsAnyAsync<ZecException>(
                () => client.DescribeInstancesAsync(new DescribeInstancesRequest(), new ZecCallOptions(), TestContext.Current.CancellationToken));

            Assert.Equal(failure.Attempts, handler.Calls);
        }
    }

    [Theory]
    [InlineData("connect time-out", "A connection could not be established.")]
    [InlineData("request", "The network said no.")]
    public async Task A_connection_that_cannot_be_made_is_tried_again_and_the_error_says_why(string name, string reason)
    {
        var handler = new FaultyHandler(FaultPlace.Connecting, Exceptions[name]);

        var failure = await WriteAsync(handler);

        Assert.Equal((ZecErrorKind.Connection, "ConnectionFailed", 4), (failure.Kind, failure.Code, handler.Calls));
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_that_nobody_reckoned_with_says_what_it_is()
    {
        var failure = await WriteAsync(new FaultyHandler(FaultPlace.Waiting, Exceptions["cast"]));

        Assert.Equal((ZecErrorKind.Unexpected, "UnexpectedError"), (failure.Kind, failure.Code));
        Assert.Contains("System.InvalidCastException", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_cannot_be_written_is_an_error_and_nothing_is_sent()
    {
        var handler = new FaultyHandler(FaultPlace.Waiting, Exceptions["cast"]);

        var failure = await WriteAsync(handler, new ApiObject([new("when", new Uri("about:blank"))]));

        Assert.Equal((ZecErrorKind.Unexpected, false, 0), (failure.Kind, failure.OutcomeUnknown, handler.Calls));
    }

    [Fact]
    public async Task A_connection_that_is_not_there_when_the_attempts_time_is_over_was_never_used()
    {
        using var service = new SimulatedService(connect: options =>
        {
            options.Handler = new NeverConnects((TestClock)options.Clock);
            options.AttemptTimeout = TimeSpan.FromSeconds(5);
        });

        var failure = await Assert.ThrowsAsync<ZecTransportException>(
            () => service.Client.InvokeAsync(new ApiRequest("ReleaseInstances", ApiObject.Empty), service.Call, TestContext.Current.CancellationToken));

        Assert.Equal(("ConnectionFailed", false, 4), (failure.Code, failure.OutcomeUnknown, failure.Attempts));
        Assert.Contains("within 5 s", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_stops_while_it_connects_hears_that_nothing_was_sent()
    {
        using var stop = new CancellationTokenSource();
        using var service = new SimulatedService(connect: options => options.Handler = new NeverConnects(
            (TestClock)options.Clock, stop.Cancel));

        var failure = await Assert.ThrowsAsync<ZecTransportException>(
            () => service.Client.InvokeAsync(new ApiRequest("ReleaseInstances", ApiObject.Empty), service.Call, stop.Token));

        Assert.Equal((ZecErrorKind.Stopped, false), (failure.Kind, failure.OutcomeUnknown));
        Assert.Contains("before anything was sent", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_comes_too_late_for_the_body_does_not_get_it()
    {
        var handler = new Latecomer();
        using var client = new ZecClient(new ZecClientOptions(ZecCredential.FromToken("the-token", "the test"))
        {
            Handler = handler,
            AttemptTimeout = TimeSpan.FromMilliseconds(20),
            MaximumAttempts = 1,
        });

        var failure = await Assert.ThrowsAsync<ZecTransportException>(
            () => client.InvokeAsync(new ApiRequest("ReleaseInstances", ApiObject.Empty), new ZecCallOptions(), TestContext.Current.CancellationToken));

        Assert.False(failure.OutcomeUnknown);
        await Assert.ThrowsAnyAsync<Exception>(() => handler.SendLateAsync());
    }

    private static async Task<ZecException> WriteAsync(FaultyHandler handler, ApiObject? body = null)
    {
        using var client = Connect(handler);
        return await Assert.ThrowsAnyAsync<ZecException>(() => client.InvokeAsync(
            new ApiRequest("ReleaseInstances", body ?? ApiObject.Empty), new ZecCallOptions(), TestContext.Current.CancellationToken));
    }

    private static ZecClient Connect(HttpMessageHandler handler) => new(new ZecClientOptions(ZecCredential.FromToken("the-token", "the test"))
    {
        Handler = handler,
        Clock = new TestClock(),
    });

    /// <summary>Waits for a connection that never comes, while time passes.</summary>
    private sealed class NeverConnects(TestClock clock, Action? first = null) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            first?.Invoke();
            clock.Advance(TimeSpan.FromSeconds(6));
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("Nobody gets here.");
        }
    }

    /// <summary>A handler that ends a cancelled request, and can ask for the request's body after that.</summary>
    private sealed class Latecomer : HttpMessageHandler
    {
        private HttpContent? _content;

        public Task SendLateAsync() => _content!.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _content = request.Content;
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("Nobody gets here.");
        }
    }
}
