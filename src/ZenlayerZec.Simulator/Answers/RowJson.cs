using System.Text.Json;
using System.Text.Json.Nodes;
using ZenlayerZec.Simulator.Rows;

namespace ZenlayerZec.Simulator.Answers;

/// <summary>A row as its list writes it: every member of the API's description, null where there is no value.</summary>
internal static class RowJson
{
    public static void Write(Utf8JsonWriter answer, SimulatedRow row, SimulatedAccount account)
    {
        answer.WriteStartObject();
        foreach (var member in row.Kind.Members)
        {
            answer.WritePropertyName(member.Name);
            answer.WriteNode(row.Kind.Value(row, member.Name, account));
        }

        answer.WriteEndObject();
    }

    /// <summary>The row for tests to look at.</summary>
    public static JsonElement Of(SimulatedRow row, SimulatedAccount account)
    {
        using var buffer = new MemoryStream();
        using (var answer = new Utf8JsonWriter(buffer))
        {
            Write(answer, row, account);
        }

        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.Clone();
    }

    public static void WriteNode(this Utf8JsonWriter answer, JsonNode? node)
    {
        if (node is null)
        {
            answer.WriteNullValue();
        }
        else
        {
            node.WriteTo(answer);
        }
    }
}
