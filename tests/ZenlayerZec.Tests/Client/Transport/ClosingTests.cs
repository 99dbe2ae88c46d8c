using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Client.Transport;

/// <summary>A connection that is closed while it is in use, as by a Disconnect-Zec elsewhere.</summary>
public class ClosingTests
{
    [Fact]
    public async Task Requests_in_flight_complete_and_nothing_more_is_sent()
    {
        using var service = Held(out var turnstile);
        var ids = service.Ids(800);
        var releasing = service.ReleaseAsync(ids);
        await turnstile.ArrivedAsync(2);

        service.Client.Dispose();
        Assert.False(turnstile.IsDisposed);
        turnstile.Open();
        var results = await releasing;

        Assert.Equal(200, results.Sum(result => result.SucceededIds.Length));
        Assert.All(results, result => Assert.Empty(result.UnknownIds));
        Assert.Equal(
            ids.Order(StringComparer.Ordinal),
            results.SelectMany(result => (string[])[.. result.SucceededIds, .. result.FailedIds])
                .Concat(service.NeverSent).Order(StringComparer.Ordinal));
        Assert.Equal(2, service.Simulator.Calls.Count);
        Assert.True(turnstile.IsDisposed);
    }

    [Fact]
    public async Task Whatever_is_asked_of_a_closed_connection_is_an_error_that_says_so()
    {
        using var service = new SimulatedService();
        service.Client.Dispose();
        service.Client.Dispose();

        var read = await Assert.ThrowsAsync<ZecConfigurationException>(() => InvokeAsync(service, "DescribeZones"));
        var write = await Assert.ThrowsAsync<ZecConfigurationException>(() => InvokeAsync(service, "ReleaseInstances"));

        Assert.All([read, write], failure => Assert.Equal(
            ("ConnectionClosed", ZecErrorKind.Configuration, false), (failure.Code, failure.Kind, failure.OutcomeUnknown)));
        Assert.Empty(service.Simulator.Calls);
    }

    [Fact]
    public async Task A_closed_connection_does_not_hold_its_secret_any_more()
    {
        var token = $"KEPT{Guid.NewGuid():N}";
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        var client = new ZecClient(new ZecClientOptions(ZecCredential.FromToken(token, "the test")) { Handler = new Answers(answer.Task) });
        var reading = client.InvokeAsync(new ApiRequest("DescribeZones", ApiObject.Empty), new ZecCallOptions(), TestContext.Current.CancellationToken);

        client.Dispose();
        Assert.NotEmpty(Reachable.Texts(client, token));
        answer.SetResult(new HttpResponseMessage { Content = new StringContent("""{"requestId":"T1","response":{}}""") });
        await reading;

        Assert.Empty(Reachable.Texts(client, token));
    }

    private static SimulatedService Held(out Turnstile turnstile)
    {
        Turnstile? made = null;
        var service = new SimulatedService(
            account => account.InstanceCount = 800,
            options =>
            {
                options.Handler = made = new Turnstile(options.Handler!);
                options.ThrottleLimit = 2;
            });
        turnstile = made!;
        return service;
    }

    private static Task<ApiObject> InvokeAsync(SimulatedService service, string action)
        => service.Client.InvokeAsync(new ApiRequest(action, ApiObject.Empty), service.Call, TestContext.Current.CancellationToken);

    private sealed class Answers(Task<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => await answer;
    }
}
