using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Commands.Bases;

/// <summary>The orders of all rows of a pipeline, or what is wrong with them: one row that is not valid keeps all of them from being sent.</summary>
internal sealed class OrderRows
{
    private readonly List<CreateZecInstancesRequest> _orders = [];
    private readonly List<string> _faults = [];

    /// <param name="rows">What was piped.</param>
    /// <param name="common">What the parameters ask for, for all rows.</param>
    /// <param name="given">The names of these parameters.</param>
    /// <param name="parameters">The names of all parameters.</param>
    /// <param name="account">The account that is ordered in; asked for only where a row names one.</param>
    public OrderRows(
        IEnumerable<object?> rows, CreateZecInstancesRequest common, ICollection<string> given, ICollection<string> parameters, Func<string> account)
    {
        string[] others = [.. parameters.Except(OrderRow.ColumnNames, StringComparer.OrdinalIgnoreCase)];
        OrderRow[] all = [.. rows.Select((row, index) => new OrderRow(row, index + 1))];
        foreach (var row in all)
        {
            try
            {
                var order = row.Order(common, given, others, account);
                _orders.Add(OrderRequest.Fault(order) is { } fault ? throw row.Fault(fault.TrimEnd('.')) : order);
            }
            catch (FormatException fault)
            {
                _faults.Add(VisibleText.Of(fault.Message));
            }
        }

        // A row that is no order has other columns, and its error says enough.
        Warnings = _faults.Count > 0 ? [] : [.. all.SelectMany(row => row.Misspelled(parameters)).Distinct(StringComparer.Ordinal).Select(VisibleText.Of)];
    }

    /// <summary>The orders; none where a row is not valid.</summary>
    public IReadOnlyList<CreateZecInstancesRequest> Orders => _faults.Count == 0 ? _orders : [];

    /// <summary>What is wrong, a sentence for each row that is not valid.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Sentences about columns that look misspelled.</summary>
    public IReadOnlyList<string> Warnings { get; }
}
