using System.Net.Http.Headers;
using System.Text.Json;

namespace ZenlayerZec.Tests.Client;

/// <summary>Requests to the simulated account as any HTTP client sends them, without anything of the module's own client.</summary>
internal static class RawCalls
{
    /// <summary>Sends a request; the answer's headers are there, its body is not read.</summary>
    public static async Task<HttpResponseMessage> PostAsync(
        this SimulatedService service, string action, string body, CancellationTokenSource? limit = null)
    {
        using var sender = new HttpMessageInvoker(service.Options.Handler!, disposeHandler: false);
        using var message = new HttpRequestMessage(HttpMethod.Post, "https://console.zenlayer.com/api/v2/zec") { Content = new StringContent(body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "simulated-token");
        message.Headers.Add("X-ZC-Action", action);
        return await sender.SendAsync(message, limit?.Token ?? TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a request that the service takes, and gives what is in its response.</summary>
    public static async Task<JsonElement> AskAsync(this SimulatedService service, string action, string body)
    {
        using var answer = await service.PostAsync(action, body);
        var envelope = await JsonAsync(answer);
        Assert.True(answer.IsSuccessStatusCode, envelope.ToString());
        return envelope.GetProperty("response");
    }

    /// <summary>Sends a request that the service refuses, and gives the status, the code and the message.</summary>
    public static async Task<(int Status, string Code, string Message)> RefusalAsync(this SimulatedService service, string action, string body)
    {
        using var answer = await service.PostAsync(action, body);
        var envelope = await JsonAsync(answer);
        Assert.False(answer.IsSuccessStatusCode, envelope.ToString());
        return ((int)answer.StatusCode, envelope.GetProperty("code").GetString()!, envelope.GetProperty("message").GetString()!);
    }

    /// <summary>Reads an answer's body as JSON.</summary>
    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
        => JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).RootElement;

    /// <summary>The body that names instances.</summary>
    public static string Body(params string[] ids) => JsonSerializer.Serialize(new { instanceIds = ids });
}
