using System.Text.Json;
using System.Text.Json.Nodes;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds;

/// <summary>Whether a row has what a filter of a list wants.</summary>
internal delegate bool RowFilter(SimulatedRow row, JsonElement wanted);

/// <summary>A value of a row that follows from other things.</summary>
internal delegate JsonNode? RowValue(SimulatedRow row, SimulatedAccount account);

/// <summary>A kind of thing that the account can have many of: what its rows are called on the wire, and how they are listed.</summary>
internal sealed class SimulatedKind(string name, string listAction, string idField)
{
    /// <summary>What tests call it.</summary>
    public string Name => name;

    /// <summary>The action that lists its rows; the description of its answer says which members a row has.</summary>
    public string ListAction => listAction;

    /// <summary>The member that tells a row from all others.</summary>
    public string IdField => idField;

    /// <summary>What a refusal calls one of them.</summary>
    public string Words { get; init; } = name.ToLowerInvariant();

    /// <summary>The member that is its name, which the list finds by a part of it.</summary>
    public string? NameField { get; init; }

    /// <summary>The member that is its state; null where it has none.</summary>
    public string? StatusField { get; init; }

    /// <summary>The code with which an ID that does not exist is refused, with HTTP status 404.</summary>
    public string NotFoundCode { get; init; } = "OPERATION_FAILED_RESOURCE_NOT_FOUND";

    /// <summary>The code with which a row is refused for its state, with HTTP status 400.</summary>
    public string StatusCode { get; init; } = "OPERATION_DENIED_STATUS_NOT_SUPPORT";

    /// <summary>Further members that the list finds by a part of them.</summary>
    public IReadOnlyCollection<string> Fuzzy { get; init; } = [];

    /// <summary>The filters that do not simply compare with the member of their name.</summary>
    public IReadOnlyDictionary<string, RowFilter> Filters { get; init; } = new Dictionary<string, RowFilter>();

    /// <summary>The members that follow from other things.</summary>
    public IReadOnlyDictionary<string, RowValue> Computed { get; init; } = new Dictionary<string, RowValue>();

    /// <summary>What its rows know and no answer shows.</summary>
    public IReadOnlyCollection<string> Hidden { get; init; } = [];

    /// <summary>The members of a row, in the order of the description.</summary>
    public IReadOnlyList<Field> Members => Contracts.Whole(ListAction).RowOf("dataSet");

    /// <summary>Whether its rows have a member, be it one that no answer shows.</summary>
    public bool Has(string member) => Hidden.Contains(member) || Members.Any(field => field.Name == member);

    /// <summary>A member of a row; null where it has none.</summary>
    public JsonNode? Value(SimulatedRow row, string member, SimulatedAccount account)
        => Computed.TryGetValue(member, out var compute) ? compute(row, account) : row[member];

    public ServiceRefusal NotFound(string id) => new(404, NotFoundCode, $"The {Words} {id} was not found.");

    public ServiceRefusal WrongStatus(SimulatedRow row) => new(400, StatusCode, $"The {Words} {row.Id} is {row.Status}.");
}
