using ZenlayerZec.Simulator.Kinds;

namespace ZenlayerZec.Simulator.Rows;

/// <summary>The rows of a kind in the order of their creation.</summary>
internal sealed class RowTable(SimulatedKind kind)
{
    private const string NoInstance = "";

    private readonly List<SimulatedRow> _rows = [];
    private readonly Dictionary<string, SimulatedRow> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SimulatedRow>> _byInstance = new(StringComparer.Ordinal);

    public SimulatedKind Kind => kind;

    /// <summary>Every row that exists now.</summary>
    public IReadOnlyList<SimulatedRow> Rows
    {
        get
        {
            // All that are gone are taken out together: one by one they would each cost a look at the whole.
            if (_byId.Count < _rows.Count)
            {
                _rows.RemoveAll(row => row.IsGone);
            }

            return _rows;
        }
    }

    public SimulatedRow? Find(string? id) => id is not null && _byId.TryGetValue(id, out var row) ? row : null;

    /// <summary>The rows that belong to an instance, as they are now.</summary>
    public IReadOnlyList<SimulatedRow> OfInstance(string instanceId)
        => _byInstance.TryGetValue(instanceId, out var rows) ? [.. rows] : [];

    /// <summary>The rows that belong to no instance.</summary>
    public IReadOnlyList<SimulatedRow> Loose => OfInstance(NoInstance);

    /// <summary>Adds a row, unless there is one with its ID.</summary>
    public bool Add(SimulatedRow row)
    {
        if (_byId.ContainsKey(row.Id))
        {
            return false;
        }

        _byId.Add(row.Id, row);
        _rows.Add(row);
        row.Moved = Move;
        Move(row, null);
        return true;
    }

    public void Remove(SimulatedRow row)
    {
        row.IsGone = true;
        row.Moved = null;
        _byId.Remove(row.Id);
        Leave(row, row.InstanceId);
    }

    private void Move(SimulatedRow row, string? before)
    {
        Leave(row, before);
        if (!_byInstance.TryGetValue(row.InstanceId ?? NoInstance, out var rows))
        {
            _byInstance.Add(row.InstanceId ?? NoInstance, rows = []);
        }

        rows.Add(row);
    }

    private void Leave(SimulatedRow row, string? instanceId)
    {
        if (_byInstance.TryGetValue(instanceId ?? NoInstance, out var rows) && rows.Remove(row) && rows.Count == 0)
        {
            _byInstance.Remove(instanceId ?? NoInstance);
        }
    }
}
