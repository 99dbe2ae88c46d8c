using System.Text.Json;
using ZenlayerZec.Simulator.Contract;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>An action that pages by number over what matches at the moment, so that rows move when one goes.</summary>
internal abstract class PagedAction(string name) : SimulatedAction(name)
{
    private const int DefaultPageSize = 20;

    /// <summary>Writes one page of the rows that match.</summary>
    protected static void WritePage<T>(
        Utf8JsonWriter response, IReadOnlyList<T> rows, JsonElement request, SimulatorOptions options, Action<T> write)
    {
        var size = Math.Min(request.Whole("pageSize") ?? DefaultPageSize, options.PageSizeCap ?? int.MaxValue);
        var start = ((request.Whole("pageNum") ?? 1) - 1L) * size;
        response.WriteStartArray("dataSet");
        for (var row = start; row < Math.Min(start + size, rows.Count); row++)
        {
            write(rows[(int)row]);
        }

        response.WriteEndArray();
        response.WriteNumber("totalCount", rows.Count);
    }
}
