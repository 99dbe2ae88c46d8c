using System.Text.Json;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>What an action answers: it is carried out if its request has the form that its contract says, and the envelope is put around.</summary>
internal static class ActionAnswer
{
    public static SimulatedAnswer Of(SimulatedAction action, byte[] body, SimulatedAccount account)
    {
        if (!TryParse(body, out var request))
        {
            return Refusal(new ServiceRefusal(400, "INVALID_PARAMETER_TYPE", "The body is not JSON."));
        }

        if (ContractCheck.Refuse(request, Contracts.Of(action.Name)) is { } malformed)
        {
            return Refusal(malformed);
        }

        var requestId = RequestId();
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("requestId", requestId);
            writer.WriteStartObject("response");
            writer.WriteString("requestId", requestId);
            if (action.Run(request, account, writer) is { } refusal)
            {
                return Refusal(refusal);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return new SimulatedAnswer(200, buffer.ToArray());
    }

    public static SimulatedAnswer Refusal(ServiceRefusal refusal) => new(refusal.Status, RefusalBody(refusal));

    public static byte[] RefusalBody(ServiceRefusal refusal) => AnswerJson.ObjectOf(body =>
    {
        body.WriteString("requestId", RequestId());
        body.WriteString("code", refusal.Code);
        body.WriteString("message", refusal.Message);
    });

    private static string RequestId() => $"T{Guid.NewGuid():D}".ToUpperInvariant();

    private static bool TryParse(byte[] body, out JsonElement request)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            request = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            request = default;
            return false;
        }
    }
}
