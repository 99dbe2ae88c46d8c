using System.Net;
using System.Reflection;
using System.Security.Authentication;
using ZenlayerZec.Tests.Engine;

// ServicePointManager is what the client for .NET Framework has to leave alone, and .NET still has it to look at.
#pragma warning disable SYSLIB0014

namespace ZenlayerZec.Tests.Client.Transport;

/// <summary>What the client for Windows PowerShell does by itself, where .NET Framework does less than .NET.</summary>
public class DesktopTransportTests
{
    private const string Zones = """{"requestId":"T1","response":{"zoneSet":[]}}""";

    [Fact]
    public async Task A_body_that_stalls_is_given_up_when_the_caller_cancels_and_its_stream_is_closed()
    {
        var body = new StalledStream();
        using var client = new DesktopClient("http://127.0.0.1:1", new Answers(() => new StreamContent(body)));
        using var cancellation = new CancellationTokenSource();
        var reading = client.DescribeZonesAsync(cancellation.Token);
        await body.Reading.WaitAsync(TestContext.Current.CancellationToken);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.True(body.IsClosed);
    }

    [Fact]
    public async Task A_body_that_stalls_is_given_up_when_the_attempts_time_is_over_and_its_stream_is_closed()
    {
        var body = new StalledStream();
        using var client = new DesktopClient(
            "http://127.0.0.1:1", new Answers(() => new StreamContent(body)), attemptTimeout: TimeSpan.FromMilliseconds(50));

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => client.DescribeZonesAsync(TestContext.Current.CancellationToken));

        Assert.Equal("RequestTimedOut", ((dynamic)failure).Code);
        Assert.True(body.IsClosed);
    }

    [Fact]
    public async Task A_body_that_comes_in_pieces_is_read_whole()
    {
        using var client = new DesktopClient("http://127.0.0.1:1", new Answers(() => new StreamContent(new Trickle(Zones))));

        await client.DescribeZonesAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_request_does_not_ask_for_leave_to_send_its_body()
    {
        var handler = new Answers(() => new StringContent(Zones));
        using var client = new DesktopClient("http://127.0.0.1:1", handler);

        await client.DescribeZonesAsync(TestContext.Current.CancellationToken);

        Assert.False(handler.Request!.Headers.ExpectContinue);
    }

    [Fact]
    public void Its_own_handler_takes_TLS_1_2_and_1_3_only()
    {
        var endpoint = DesktopClient.Named("ZecEndpoint").GetProperty("Default")!.GetValue(null);
        using var handler = (DelegatingHandler)DesktopClient.Named("Transport.NetworkHandler")
            .GetMethods(BindingFlags.Public | BindingFlags.Static).Single(method => method.Name == "Create").Invoke(null, [null, endpoint])!;

        Assert.Equal(SslProtocols.Tls12 | SslProtocols.Tls13, Assert.IsType<HttpClientHandler>(handler.InnerHandler).SslProtocols);
    }

    [Fact]
    public async Task Connections_to_the_endpoint_end_after_some_minutes_and_nothing_is_set_for_the_process()
    {
        var endpoint = new Uri("http://127.0.0.1:1/");
        var point = ServicePointManager.FindServicePoint(endpoint);
        var other = ServicePointManager.FindServicePoint(new Uri("http://127.0.0.1:2/"));
        var before = OfTheProcess();
        using var client = new DesktopClient(endpoint.AbsoluteUri);

        await Assert.ThrowsAnyAsync<Exception>(() => client.DescribeZonesAsync(TestContext.Current.CancellationToken));

        Assert.InRange(point.ConnectionLeaseTimeout, 60_000, 600_000);
        Assert.Equal(-1, other.ConnectionLeaseTimeout);
        Assert.NotEmpty(before);
        Assert.Equal(before, OfTheProcess());
    }

    private static List<string> OfTheProcess() => [.. typeof(ServicePointManager).GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Select(property => $"{property.Name} {property.GetValue(null)}")];

    private sealed class Answers(Func<HttpContent> content) : HttpMessageHandler
    {
        public HttpRequestMessage? Request { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Request = request;
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage { Content = content() };
        }
    }

    /// <summary>A body of which no byte arrives. Cancellation does not end a read, as on .NET Framework.</summary>
    private sealed class StalledStream : MemoryStream
    {
        private readonly TaskCompletionSource _reading = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reading => _reading.Task;

        public bool IsClosed { get; private set; }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            _reading.TrySetResult();
            return new TaskCompletionSource<int>().Task;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _reading.TrySetResult();
            return new ValueTask<int>(new TaskCompletionSource<int>().Task);
        }

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }

    /// <summary>Gives a byte at a time.</summary>
    private sealed class Trickle(string text) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))
    {
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => base.ReadAsync(buffer, offset, Math.Min(count, 1), cancellationToken);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => base.ReadAsync(buffer[..Math.Min(buffer.Length, 1)], cancellationToken);
    }
}
