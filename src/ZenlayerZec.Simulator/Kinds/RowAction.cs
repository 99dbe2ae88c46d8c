using System.Text.Json;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Answers;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds;

/// <summary>An action on the rows that it names: all of them or, if one of them forbids it, none.</summary>
/// <param name="name">The action's name.</param>
/// <param name="kind">What it is done to.</param>
/// <param name="idField">The parameter that names one of them, or several.</param>
internal sealed class RowAction(string name, SimulatedKind kind, string idField) : SimulatedAction(name)
{
    /// <summary>The member of the answer that lists what could not be done; null where the action has none.</summary>
    public string? FailedField { get; init; }

    /// <summary>Whether what forbids it is listed, and the rest is done.</summary>
    public bool DoesTheRest { get; init; }

    /// <summary>Whether an ID that does not exist is passed over.</summary>
    public bool PassesOverUnknown { get; init; }

    /// <summary>Why it cannot be done to a row.</summary>
    public Func<RowRequest, SimulatedRow, ServiceRefusal?> Deny { get; init; } = (_, _) => null;

    /// <summary>Why it cannot be done to these rows together.</summary>
    public Func<RowRequest, IReadOnlyList<SimulatedRow>, ServiceRefusal?> DenyTogether { get; init; } = (_, _) => null;

    /// <summary>Does it to a row.</summary>
    public Action<RowRequest, SimulatedRow> CarryOut { get; init; } = (_, _) => { };

    public override ServiceRefusal? Run(JsonElement request, SimulatedAccount account, Utf8JsonWriter response)
    {
        var call = new RowRequest(Name, request, account);
        var (rows, failed) = (new List<SimulatedRow>(), new List<string>());
        foreach (var id in Ids(request))
        {
            var row = account[kind].Find(id);
            if (row is null && PassesOverUnknown)
            {
                continue;
            }

            if ((row is null ? kind.NotFound(id) : Deny(call, row)) is { } denial)
            {
                if (!DoesTheRest || (row is null && account.Options.RejectsUnknownInstances))
                {
                    return denial;
                }

                failed.Add(id);
            }
            else if (!account.Refuses(row!))
            {
                rows.Add(row!);
            }
            else if (FailedField is null)
            {
                return kind.WrongStatus(row!);
            }
            else
            {
                failed.Add(id);
            }
        }

        if (DenyTogether(call, rows) is { } refusal)
        {
            return refusal;
        }

        foreach (var row in rows)
        {
            CarryOut(call, row);
            account.CarriedOut.Add(Name, row.Id);
        }

        if (failed.Count > 0)
        {
            response.WriteTexts(FailedField!, failed);
        }

        return null;
    }

    private IEnumerable<string> Ids(JsonElement request) => request.Part(idField) is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().Select(item => item.GetString()!).Distinct(StringComparer.Ordinal)
        : [request.Text(idField)!];
}

/// <summary>A request for something to be done to rows.</summary>
/// <param name="Action">The action's name.</param>
/// <param name="Body">What was asked.</param>
/// <param name="Account">The account.</param>
internal sealed record RowRequest(string Action, JsonElement Body, SimulatedAccount Account)
{
    /// <summary>Begins what takes the action's time.</summary>
    public void Begin(SimulatedRow row, string meanwhile, Action arrive) => Account.Begin(Action, row, meanwhile, arrive);
}
