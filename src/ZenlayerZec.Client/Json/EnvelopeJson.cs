using System.Text.Json;
using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Client.Json;

/// <summary>Reads the envelope of an answer, strictly, and in it the action's own answer.</summary>
internal static class EnvelopeJson
{
    private static readonly FieldNames Names = new("requestId", "code", "message", "response");

    /// <summary>Reads a whole answer.</summary>
    /// <param name="answer">The answer in UTF-8.</param>
    /// <param name="action">What was asked.</param>
    /// <param name="odd">Where odd values are noted.</param>
    /// <returns>The envelope; null where the answer is null.</returns>
    /// <exception cref="JsonException">It is not JSON, or not the API's.</exception>
    /// <exception cref="InvalidOperationException">A text in it is no text.</exception>
    public static ZecEnvelope<TResponse>? Read<TRequest, TResponse>(
        ReadOnlySpan<byte> answer, ZecAction<TRequest, TResponse> action, OddValues odd)
        where TResponse : class
        => Read(answer, action.Answer, isStrict: action.IsWrite, odd);

    private static ZecEnvelope<TResponse>? Read<TResponse>(ReadOnlySpan<byte> answer, JsonReading<TResponse> read, bool isStrict, OddValues odd)
        where TResponse : class
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var json = new FieldReader(answer.StartsWith(mark) ? answer.Slice(mark.Length) : answer, odd) { IsStrict = true };
        json.Tokens.Read();
        var envelope = json.IsNull ? null : Fields(ref json, read, isStrict);

        // Finds whatever comes after the envelope.
        json.Tokens.Read();
        return envelope;
    }

    private static ZecEnvelope<TResponse> Fields<TResponse>(ref FieldReader json, JsonReading<TResponse> read, bool isStrict)
        where TResponse : class
    {
        var envelope = new ZecEnvelope<TResponse>();
        json.StartObject();
        for (var field = json.Next(Names); field >= 0; field = json.Next(Names, field))
        {
            switch (field)
            {
                case 0: envelope.RequestId = json.Text(); break;
                case 1: envelope.Code = json.Text(); break;
                case 2: envelope.Message = json.Text(); break;
                case 3: envelope.Response = Response(ref json, read, isStrict); break;
            }
        }

        return envelope;
    }

    private static TResponse? Response<TResponse>(ref FieldReader json, JsonReading<TResponse> read, bool isStrict)
        where TResponse : class
    {
        json.IsStrict = isStrict;
        var response = json.IsNull ? null : read(ref json);
        json.IsStrict = true;
        return response;
    }
}
