using System.Text;
using System.Text.Json;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>Answers of a service that lists, written by hand.</summary>
internal static class ListAnswers
{
    /// <summary>An answer of HTTP 200 with this response.</summary>
    public static SimulatedFault Response(string response)
        => SimulatedFault.Answer(200, "application/json", Encoding.UTF8.GetBytes($$"""{"requestId":"T1","response":{{response}}}"""));

    /// <summary>A page of instances, or of states of instances.</summary>
    public static SimulatedFault Page(long totalCount, IEnumerable<string> ids, string status = "RUNNING")
    {
        var rows = ids.Select(id => $$"""{"instanceId":"{{id}}","status":"{{status}}","instanceStatus":"{{status}}"}""");
        return Response($$"""{"totalCount":{{totalCount}},"dataSet":[{{string.Join(",", rows)}}]}""");
    }

    /// <summary>The IDs that a request asks for.</summary>
    public static string[] IdsOf(byte[] body) => JsonDocument.Parse(body).RootElement.TryGetProperty("instanceIds", out var ids)
        ? [.. ids.EnumerateArray().Select(id => id.GetString()!)]
        : [];

    /// <summary>The page that a request asks for.</summary>
    public static int PageOf(byte[] body) => JsonDocument.Parse(body).RootElement.TryGetProperty("pageNum", out var page) ? page.GetInt32() : 0;

    /// <summary>The size of the page that a request asks for.</summary>
    public static int SizeOf(byte[] body) => JsonDocument.Parse(body).RootElement.GetProperty("pageSize").GetInt32();
}
