using System.Text.Json;

namespace ZenlayerZec.Client.Json;

/// <summary>Writes the bodies of requests.</summary>
internal static class RequestJson
{
    /// <summary>The whole object in UTF-8.</summary>
    /// <param name="request">The request.</param>
    /// <param name="write">Writes its properties.</param>
    public static byte[] BytesOf<T>(T request, JsonWriting<T> write)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            write(json, request);
            json.WriteEndObject();
        }

        return body.ToArray();
    }
}
