using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>An action that pages by number over what matches at the moment, so that rows move when one goes.</summary>
internal abstract class PagedAction<TRequest, TResponse>(ZecAction<TRequest, TResponse> action) : SimulatedAction<TRequest, TResponse>(action)
    where TRequest : class
    where TResponse : class
{
    private const int DefaultPageSize = 20;
    private const int MaximumPageSize = 1000;

    protected static ServiceRefusal? CheckPage(int? pageSize, int? pageNum) => (pageSize, pageNum) switch
    {
        ( > MaximumPageSize, _) => Refusals.TooLarge("pageSize may be 1000."),
        ( < 1, _) or (_, < 1) => Refusals.TooSmall("pageSize and pageNum start at 1."),
        _ => null,
    };

    /// <summary>Writes one page of the rows that match.</summary>
    protected static void WritePage<T>(
        Utf8JsonWriter response, IReadOnlyList<T> rows, int? pageSize, int? pageNum, SimulatorOptions options, Action<T> write)
    {
        var size = Math.Min(pageSize ?? DefaultPageSize, options.PageSizeCap ?? int.MaxValue);
        var start = ((pageNum ?? 1) - 1L) * size;
        response.WriteStartArray("dataSet");
        for (var row = start; row < Math.Min(start + size, rows.Count); row++)
        {
            write(rows[(int)row]);
        }

        response.WriteEndArray();
        response.WriteNumber("totalCount", rows.Count);
    }
}
