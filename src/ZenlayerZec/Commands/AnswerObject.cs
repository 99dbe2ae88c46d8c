using System.Management.Automation;
using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Commands;

/// <summary>Shows an answer of any shape to PowerShell: the API's own names in the API's order, and values as PowerShell has them.</summary>
internal static class AnswerObject
{
    /// <summary>An object. Of two properties whose names differ in case only, the later counts: PowerShell can tell them no better.</summary>
    public static PSObject From(ApiObject answer)
    {
        var shown = new PSObject();
        var last = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < answer.Fields.Count; i++)
        {
            last[answer.Fields[i].Key] = i;
        }

        for (var i = 0; i < answer.Fields.Count; i++)
        {
            var property = answer.Fields[i];
            if (last[property.Key] == i && property.Key.Length > 0)
            {
                // The names are known to be distinct; to have each checked again would take most of the time.
                shown.Properties.Add(new PSNoteProperty(property.Key, Value(property.Value)), preValidated: true);
            }
        }

        return shown;
    }

    /// <summary>A value: texts stay texts, IDs and times among them.</summary>
    public static object? Value(object? value) => value switch
    {
        ApiObject inner => From(inner),
        IReadOnlyList<object?> list => list.Select(Value).ToArray(),
        long and >= int.MinValue and <= int.MaxValue => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture),
        _ => value,
    };
}
