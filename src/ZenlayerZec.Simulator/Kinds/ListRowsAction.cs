using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds;

/// <summary>The list of a kind: the rows that match, a page of them.</summary>
internal sealed class ListRowsAction(SimulatedKind kind) : PagedAction(kind.ListAction)
{
    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var filters = RowFilters.Of(kind, request, account);
        var all = account[kind].Rows;
        WritePage(
            response,
            filters.Count == 0 ? all : [.. all.Where(row => filters.All(filter => filter(row)))],
            request,
            account.Options,
            row => RowJson.Write(response, row, account));
        return null;
    }
}
