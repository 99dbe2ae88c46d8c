using System.Text.Json;
using ZenlayerZec.Simulator.Contract;

namespace ZenlayerZec.Tests.Account;

/// <summary>Compares what an action answers with its description.</summary>
internal static class AnswerForm
{
    /// <summary>Every member is described, and has the described type or is null.</summary>
    public static void Check(JsonElement part, IReadOnlyList<Field> fields, string path)
    {
        Assert.Equal(JsonValueKind.Object, part.ValueKind);
        foreach (var member in part.EnumerateObject())
        {
            var field = fields.FirstOrDefault(field => field.Name == member.Name);
            Assert.True(field is not null, $"The description has no {path}.{member.Name}.");
            if (member.Value.ValueKind != JsonValueKind.Null)
            {
                Check(member.Value, field, $"{path}.{member.Name}");
            }
        }
    }

    private static void Check(JsonElement value, Field field, string path)
    {
        switch (field.Type)
        {
            case FieldType.Object:
                Check(value, field.Fields, path);
                break;
            case FieldType.ObjectList:
                Assert.All(value.EnumerateArray(), item => Check(item, field.Fields, path));
                break;
            case FieldType.TextList:
                Assert.All(value.EnumerateArray(), item => Assert.Equal(JsonValueKind.String, item.ValueKind));
                break;
            case FieldType.WholeList:
                Assert.All(value.EnumerateArray(), item => Assert.True(item.TryGetInt64(out _), path));
                break;
            case FieldType.Whole:
                Assert.True(value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _), path);
                break;
            case FieldType.Number:
                Assert.Equal(JsonValueKind.Number, value.ValueKind);
                break;
            case FieldType.Flag:
                Assert.True(value.ValueKind is JsonValueKind.True or JsonValueKind.False, path);
                break;
            default:
                Assert.Equal(JsonValueKind.String, value.ValueKind);
                Assert.True(field.Values.Count == 0 || field.Values.Contains(value.GetString()!), $"{path} is {value}.");
                break;
        }
    }
}
