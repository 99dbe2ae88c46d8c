using System.Net;
using System.Net.Sockets;
using System.Text;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Transport;
using ZenlayerZec.Simulator;
using ZenlayerZec.SimulatorServer;

namespace ZenlayerZec.Tests.Client;

/// <summary>The client on a real socket.</summary>
public class NetworkTests
{
    [Fact]
    public async Task A_request_says_who_sends_it_and_takes_a_compressed_answer()
    {
        var simulator = new ZecSimulator(new SimulatorOptions());
        string? accepted = null;
        simulator.FaultFor = request =>
        {
            accepted = request.Header("Accept-Encoding");
            return null;
        };
        await using var server = await SimulatorHost.StartAsync(simulator);
        using var client = Connect(server.Endpoint, key: true);

        var page = await DescribeAsync(client);

        Assert.Equal(250, page.TotalCount);
        Assert.Equal($"ZenlayerZec/{ZecClient.ModuleVersion}", Assert.Single(simulator.Calls).UserAgent);
        Assert.Contains("gzip", accepted, StringComparison.Ordinal);
        Assert.Contains("br", accepted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bearer_token_is_enough()
    {
        var simulator = new ZecSimulator(new SimulatorOptions());
        await using var server = await SimulatorHost.StartAsync(simulator);
        using var client = Connect(server.Endpoint, key: false);

        Assert.Equal(250, (await DescribeAsync(client)).TotalCount);
    }

    [Fact]
    public async Task One_connection_carries_many_requests()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var body = """{"requestId":"T1","response":{"totalCount":0,"dataSet":[]}}""";
        var connections = 0;
        var serving = Task.Run(async () =>
        {
            using var socket = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            connections++;
            var stream = socket.GetStream();
            for (var request = 0; request < 3; request++)
            {
                await ReadRequestAsync(stream);
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"),
                    TestContext.Current.CancellationToken);
            }
        }, TestContext.Current.CancellationToken);
        using var client = Connect(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"), key: true);

        for (var request = 0; request < 3; request++)
        {
            await DescribeAsync(client);
        }

        await serving;
        Assert.Equal(1, connections);
    }

    [Fact]
    public async Task HTTP_2_is_asked_for_and_less_is_taken()
    {
        using var client = new ZecClient(new ZecClientOptions(ZecCredential.FromToken("the-token", "the test")) { Handler = new VersionHandler() });

        var failure = await Assert.ThrowsAsync<ZecServiceException>(() => DescribeAsync(client));

        Assert.Contains("2.0 RequestVersionOrLower", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var simulator = new ZecSimulator(new SimulatorOptions());
        await using var server = await SimulatorHost.StartAsync(simulator);
        simulator.FaultFor = _ => SimulatedFault.Answer(
            307, "application/json", "{}"u8.ToArray(), headers: new Dictionary<string, string> { ["Location"] = $"{server.Endpoint}elsewhere" });
        using var client = Connect(server.Endpoint, key: true);

        await Assert.ThrowsAsync<ZecAnswerException>(() => DescribeAsync(client));

        Assert.All(simulator.Calls, call => Assert.Equal(307, call.Status));
    }

    [Fact]
    public async Task Requests_go_through_the_proxy_that_was_named()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var asked = Task.Run(async () =>
        {
            using var socket = await proxy.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            var head = await ReadRequestAsync(socket.GetStream());
            await socket.GetStream().WriteAsync(
                "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
            return head;
        });
        var options = new ZecClientOptions(ZecCredential.FromAccessKey("k", "s", "the test"))
        {
            Proxy = new Uri($"http://user:SENTINEL@127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}"),
            MaximumAttempts = 1,
        };
        using var client = new ZecClient(options);

        var failure = await Assert.ThrowsAsync<ZecTransportException>(() => DescribeAsync(client));

        Assert.StartsWith("CONNECT console.zenlayer.com:443", await asked, StringComparison.Ordinal);
        Assert.DoesNotContain("SENTINEL", failure.ToString(), StringComparison.Ordinal);
        Assert.False(failure.OutcomeUnknown);
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("cut")]
    public async Task A_release_whose_answer_is_lost_on_the_way_is_looked_up_and_not_sent_again(string how)
    {
        var simulator = new ZecSimulator(new SimulatorOptions());
        simulator.Faults.Enqueue(how == "drop" ? SimulatedFault.Drop(carriesOut: true) : SimulatedFault.Cut());
        await using var server = await SimulatorHost.StartAsync(simulator);
        using var client = Connect(server.Endpoint, key: true);
        var item = new WriteItem(simulator.Instances[0].InstanceId).ReadAs("STOPPED", new Reading(client));
        using var run = new WriteRun(
            client, InstanceOperations.Release(dependentResources: true, purge: false), [item], new ZecCallOptions(), TestContext.Current.CancellationToken);

        var result = await run.NextAsync();

        Assert.Equal(ZecBatchStatus.Succeeded, result!.Status);
        Assert.Equal(["ReleaseInstances", "DescribeInstancesStatus"], simulator.Calls.Select(call => call.Action));
    }

    [Fact]
    public void What_a_person_watches_holds_no_secret()
    {
        var filter = new SecretFilter("SENTINEL");
        var headers = new Dictionary<string, IEnumerable<string>>
        {
            ["Authorization"] = ["ZC2-HMAC-SHA256 Credential=k, Signature=abc"],
            ["X-Echo"] = ["you said SENTINEL"],
        };

        var shown = filter.Clean(headers);

        Assert.DoesNotContain("SENTINEL", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Signature", shown, StringComparison.Ordinal);
        Assert.Contains("X-Echo: you said [removed]", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"password":"S","a":"b"}""", """{"password":"[removed]","a":"b"}""")]
    [InlineData("""{"newPassword" : "S\"S\\","a":"b"}""", """{"newPassword" : "[removed]","a":"b"}""")]
    [InlineData("""{"x":{"ACCESSTOKEN":12345}}""", """{"x":{"ACCESSTOKEN":"[removed]"}}""")]
    [InlineData("""[{"clientSecret":"S","secretary":"kept","tokens":["kept"]}]""", """[{"clientSecret":"[removed]","secretary":"kept","tokens":["kept"]}]""")]
    [InlineData("{\"password\":\"cut off in the mid\\", "{\"password\":\"[removed]\"")]
    [InlineData("""{"a":"password","b":"c"}""", """{"a":"password","b":"c"}""")]
    public void A_property_that_is_secret_by_its_name_is_shown_without_its_value(string json, string shown)
        => Assert.Equal(shown, new SecretFilter().Clean(json));

    [Fact]
    public void What_a_request_says_in_confidence_is_removed_wherever_it_comes_back()
    {
        var filter = new SecretFilter("SENTINEL").With("""{"a":{"password":"SENTINEL+1"},"empty":{"password":""}}"""u8.ToArray(), ["pin"]);

        Assert.Equal(
            "[removed] and [removed] are no good for [removed], says [removed]",
            filter.Clean("SENTINEL+1 and SENTINEL\\u002B1 are no good for pin, says SENTINEL"));
    }

    /// <summary>Answers with the version that was asked for.</summary>
    private sealed class VersionHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest)
            {
                Content = new StringContent($"{{\"code\":\"X\",\"message\":\"{request.Version} {request.VersionPolicy}\"}}", Encoding.UTF8, "application/json"),
            });
    }

    private static ZecClient Connect(Uri endpoint, bool key)
    {
        var account = new SimulatorOptions();
        var credential = key
            ? ZecCredential.FromAccessKey(account.AccessKeyId, account.AccessKeySecret, "the test")
            : ZecCredential.FromToken(account.Token, "the test");
        return new ZecClient(new ZecClientOptions(credential) { Endpoint = ZecEndpoint.Parse(endpoint.AbsoluteUri) });
    }

    private static Task<DescribeInstancesResponse> DescribeAsync(ZecClient client)
        => client.DescribeInstancesAsync(new DescribeInstancesRequest(), new ZecCallOptions(), TestContext.Current.CancellationToken);

    /// <summary>Reads one request, its body by its length, and gives back its head.</summary>
    private static async Task<string> ReadRequestAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[8192];
        while (true)
        {
            var head = text.ToString();
            var end = head.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase));
                if (length is null || head.Length >= end + 4 + int.Parse(length[16..], System.Globalization.CultureInfo.InvariantCulture))
                {
                    return head;
                }
            }

            var read = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
            Assert.NotEqual(0, read);
            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
    }
}
