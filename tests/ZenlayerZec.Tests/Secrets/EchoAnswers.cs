using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ZenlayerZec.Tests.Secrets;

/// <summary>Answers that send back all that was asked, headers and body, each in another layer.</summary>
internal static class EchoAnswers
{
    /// <summary>The layer whose answers are good ones, with the echo as data.</summary>
    public const string Success = "success";

    private static readonly string[] Lists = ["dataSet", "zoneSet", "instanceTypeQuotaSet"];
    private static readonly string[] TextLists = ["timeZones", "instanceIdSet"];
    private static readonly string[] Fields
        = ["instanceId", "instanceName", "status", "instanceStatus", "zoneId", "zoneName", "imageId", "imageName", "instanceType"];

    private static readonly Dictionary<string, Func<string, string>> Layers = new(StringComparer.Ordinal)
    {
        ["status line"] = request => $"HTTP/1.1 {Line(request)}\r\n\r\n",
        ["protocol"] = request => $"{Line(request)}\r\n\r\n",
        ["reason phrase"] = request => Answer($"400 {Line(request)}", [], string.Empty),
        ["header line"] = request => $"HTTP/1.1 200 OK\r\n{Line(request).Replace(':', ' ')}\r\n\r\n",
        ["header name"] = request => Answer("200 OK", [$"{Credential(request)}: x"], "{}"),
        ["headers"] = request => Answer("400 Bad Request", [.. Echoes(request)], "{}"),
        ["content type"] = request => Answer("200 OK", [$"Content-Type: text/x; echo=\"{Line(request).Replace('"', '\'')}\""], "x"),
        ["media type"] = request => Answer("200 OK", [$"Content-Type: text/{Credential(request)}"], "x"),
        ["content encoding"] = request => Answer("200 OK", [$"Content-Encoding: {Credential(request)}"], "x"),
        ["content length"] = request => $"HTTP/1.1 200 OK\r\nContent-Length: {Credential(request)}\r\n\r\n",
        ["redirect"] = request => Answer("307 Temporary Redirect", [$"Location: https://127.0.0.1:1/?{Uri.EscapeDataString(request)}"], "{}"),
        ["redirect in the clear"] = request => Answer("302 Found", [$"Location: https://u:{Credential(request)}@127.0.0.1:1/?{Line(request)}"], "{}"),
        ["chunk length"] = request => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{Line(request)}\r\n",
        ["trailer"] = request => "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n"
            + $"X-Echo: {Line(request)}\r\n{Line(request).Replace(':', ' ')}\r\n\r\n",
        ["error"] = request => Json("400 Bad Request", Error(request, request)),
        ["error, refused credentials"] = request => Json("401 Unauthorized", Error("AUTHFAILURE_SIGNATURE_FAILURE", request)),
        ["error, no permission"] = request => Json("403 Forbidden", Error("AUTHFAILURE_UNAUTHORIZED_OPERATION", request)),
        ["error, failed"] = request => Json("500 Internal Server Error", Error("INTERNAL_SERVER_ERROR", request)),
        ["success with an error"] = request => Json("200 OK", Error(request, request)),
        [Success] = request => Json("200 OK", Whole(request)),
        ["malformed JSON"] = request => Json("200 OK", $"{{\"{Line(request)}"),
        ["cut"] = request => Json("200 OK", Whole(request))[..^7],
        ["HTML"] = request => Answer("502 Bad Gateway", ["Content-Type: text/html"], $"<html><title>{request}</title></html>"),
        ["edge block"] = request => Answer("403 Forbidden", ["cf-mitigated: challenge", .. Echoes(request)], $"<html>{request}</html>"),
    };

    public static IEnumerable<string> Names => Layers.Keys;

    /// <summary>The echo; but for the look before a release, without which nothing would be released, and nothing of that echoed.</summary>
    public static string Of(string layer, string request) => IsFirstLook(request)
        ? Json("200 OK", """{"requestId":"T1","response":{"requestId":"T1","totalCount":1,"dataSet":[{"instanceId":"i-2","status":"STOPPED"}]}}""")
        : Layers[layer](request);

    private static bool IsFirstLook(string request)
        => request.Contains("DescribeInstances", StringComparison.Ordinal) && request.Contains("\"i-2\"", StringComparison.Ordinal);

    /// <summary>The echo of a proxy that refuses, or fails.</summary>
    public static string OfProxy(int status, string request) => Answer(
        string.Create(CultureInfo.InvariantCulture, $"{status} {Line(request)}"),
        [$"Proxy-Authenticate: Basic realm=\"{Line(request).Replace('"', '\'')}\"", .. Echoes(request)],
        request);

    private static string Answer(string status, IReadOnlyList<string> headers, string body) => string.Create(
        CultureInfo.InvariantCulture,
        $"HTTP/1.1 {status}\r\n{string.Concat(headers.Select(header => $"{header}\r\n"))}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");

    private static string Json(string status, string body) => Answer(status, ["Content-Type: application/json"], body);

    /// <summary>What was asked, on one line.</summary>
    private static string Line(string request) => request.Replace("\r\n", " | ", StringComparison.Ordinal).Replace('\n', ' ');

    private static IEnumerable<string> Echoes(string request)
        => request.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select((line, number) => string.Create(CultureInfo.InvariantCulture, $"X-Echo-{number}: {line}"));

    /// <summary>The token or the signature, by itself.</summary>
    private static string Credential(string request)
    {
        var header = request.Split("\r\n").FirstOrDefault(line => line.Contains("uthorization: ", StringComparison.Ordinal)) ?? "x";
        return header[(header.TrimEnd('=').LastIndexOfAny([' ', '=']) + 1)..];
    }

    private static string Error(string code, string message) => Written(json =>
    {
        json.WriteString("requestId", message);
        json.WriteString("code", code);
        json.WriteString("message", message);
    });

    private static string Whole(string request) => Written(json =>
    {
        json.WriteString("requestId", request);
        json.WriteStartObject("response");
        json.WriteString("requestId", request);
        json.WriteString("echo", request);
        json.WriteString("orderNumber", request);
        json.WriteNumber("totalCount", 1);
        foreach (var list in Lists)
        {
            json.WriteStartArray(list);
            json.WriteStartObject();
            foreach (var name in Fields)
            {
                json.WriteString(name, name == "instanceId" ? $"i-{Credential(request)}" : request);
            }

            json.WriteEndObject();
            json.WriteEndArray();
        }

        foreach (var list in TextLists)
        {
            json.WriteStartArray(list);
            json.WriteStringValue(request);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.Latin1.GetString(buffer.ToArray());
    }
}
