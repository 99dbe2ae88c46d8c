using System.Net;
using System.Net.Sockets;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Transport;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Client.Transport;

/// <summary>Connections that cannot be made, over real sockets: the request was not carried out, and the error says so.</summary>
public class ConnectingTests
{
    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_reported_at_once()
    {
        await using var server = new UntrustedServer();

        var failure = await WriteAsync(server.Url, _ => { });

        Assert.Equal((ZecErrorKind.Connection, "ConnectionRejected", false), (failure.Kind, failure.Code, failure.OutcomeUnknown));
        Assert.Contains("certificate", failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.True(failure.FailsEveryRequest);
        Assert.Equal((1, 1), (failure.Attempts, server.Connections));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_service_that_takes_no_connection_got_nothing(bool connectTimeout)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        var waiting = await FillAsync((IPEndPoint)listener.LocalEndPoint!);

        var failure = await WriteAsync($"http://{listener.LocalEndPoint}", options =>
        {
            options.Handler = new SocketsHttpHandler
            {
                ConnectTimeout = connectTimeout ? TimeSpan.FromMilliseconds(50) : TimeSpan.FromSeconds(15),
            };
            options.MaximumAttempts = 1;
            options.AttemptTimeout = connectTimeout ? options.AttemptTimeout : TimeSpan.FromMilliseconds(50);
        });

        Assert.Equal((ZecErrorKind.Connection, "ConnectionFailed", false), (failure.Kind, failure.Code, failure.OutcomeUnknown));
        waiting.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task A_proxy_that_wants_a_password_is_reported_at_once()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var asked = 0;
        var serving = Task.Run(async () =>
        {
            while (true)
            {
                using var socket = await proxy.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
                asked++;
                using var request = new StreamReader(socket.GetStream());
                while (await request.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 })
                {
                }

                await socket.GetStream().WriteAsync(
                    "HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(),
                    TestContext.Current.CancellationToken);
            }
        }, TestContext.Current.CancellationToken);

        var failure = await WriteAsync("https://zec.example.com", options => options.Proxy = new Uri($"http://{proxy.LocalEndpoint}"));

        Assert.Equal((ZecErrorKind.Connection, "ConnectionRejected", false), (failure.Kind, failure.Code, failure.OutcomeUnknown));
        Assert.True(failure.FailsEveryRequest);
        Assert.Equal((1, 1), (failure.Attempts, asked));
        proxy.Stop();
        await Record.ExceptionAsync(() => serving);
    }

    [Fact]
    public void A_dead_path_is_found_out_before_it_eats_every_attempt()
    {
        using var handler = Assert.IsType<SocketsHttpHandler>(NetworkHandler.Create(null, ZecEndpoint.Default));

        Assert.Equal(HttpKeepAlivePingPolicy.WithActiveRequests, handler.KeepAlivePingPolicy);
        Assert.InRange(handler.KeepAlivePingDelay + handler.KeepAlivePingTimeout, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30));
    }

    /// <summary>Takes every place that connections can wait in, where the system has such places.</summary>
    private static async Task<List<Socket>> FillAsync(IPEndPoint listener)
    {
        var sockets = new List<Socket>();
        Task connecting;
        do
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            sockets.Add(socket);
            connecting = Record.ExceptionAsync(() => socket.ConnectAsync(listener)).AsTask();
        }
        while (sockets.Count < 16 && await Task.WhenAny(connecting, Task.Delay(100, TestContext.Current.CancellationToken)) == connecting);

        return sockets;
    }

    private static async Task<ZecException> WriteAsync(string endpoint, Action<ZecClientOptions> connect)
    {
        var options = new ZecClientOptions(ZecCredential.FromToken("the-token", "the test"))
        {
            Endpoint = ZecEndpoint.Parse(endpoint),
        };
        connect(options);
        using var client = new ZecClient(options);
        return await Assert.ThrowsAsync<ZecTransportException>(() => client.InvokeAsync(
            new ApiRequest("ReleaseInstances", ApiObject.Empty), new ZecCallOptions(), TestContext.Current.CancellationToken));
    }
}
