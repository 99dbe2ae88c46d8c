using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Ordering;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Binding;

/// <summary>
/// Takes an operation out of what is piped: what a cmdlet returned, what Get-ZecOperation shows, or either as it came from a file, a job or a
/// selection of properties.
/// </summary>
internal static class OperationRow
{
    /// <summary>What PowerShell puts before the name of a type whose objects were copied.</summary>
    private static readonly string[] Prefixes = ["Deserialized.", "Selected."];

    private static readonly string[] TypeNames = [typeof(ZecBatchResult).FullName!, typeof(ZecInstanceOrder).FullName!, typeof(ZecOperation).FullName!];

    /// <summary>Whether an object is a result, an order or an operation, or a copy of one.</summary>
    public static bool IsOne(object? item) => item is ZecBatchResult or ZecInstanceOrder or ZecOperation || item is PSObject row && IsCopy(row);

    /// <summary>What a cmdlet that changes things of a kind says of a result.</summary>
    public static ArgumentTransformationMetadataException Refusal(ResourceKind kind) => new(
        $"A result is not {kind.One}: it has IDs that succeeded, failed, are unknown or were skipped. Name those that you mean, such as $results.FailedIds, "
        + "or pipe the results to Resume-ZecOperation.");

    /// <summary>The operation that an object is about; null where it is about none.</summary>
    public static ZecOperation? Of(object? item) => item switch
    {
        ZecOperation operation => operation,
        ZecBatchResult result => new ZecOperation(result),
        ZecInstanceOrder order => ZecOperation.Ordered(order),
        PSObject row when IsCopy(row) => FromCopy(row),
        _ => null,
    };

    private static bool IsCopy(PSObject row) => row.BaseObject is PSCustomObject && row.TypeNames.Any(name => TypeNames.Contains(Original(name)));

    private static string Original(string name)
    {
        while (Prefixes.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix)
        {
            name = name.Substring(prefix.Length);
        }

        return name;
    }

    private static ZecOperation? FromCopy(PSObject row)
    {
        string[] names = ["InstanceIds", "Ids", "SucceededIds", "FailedIds", "UnknownIds", "SkippedIds"];
        var ids = names.ToDictionary(name => name, name => Ids(row, name));
        if (ids.Values.Any(found => found is null) || names.All(name => row.Properties[name] is null))
        {
            return null;
        }

        var isOrder = row.Properties["InstanceIds"] is not null;
        return ZecOperation.Recorded(
            PipedRow.Text(row, nameof(ZecOperation.Account)),
            isOrder ? ZecOperation.OrderAction : PipedRow.Text(row, nameof(ZecOperation.Action)) ?? string.Empty,
            [.. ids.Values.SelectMany(found => found!).Distinct(StringComparer.Ordinal)],
            [.. ids["SucceededIds"]!, .. ids["InstanceIds"]!],
            ids["UnknownIds"]!);
    }

    /// <summary>The IDs of a list of a row; none where it has no such list, and null where it is not a list of IDs.</summary>
    private static string[]? Ids(PSObject row, string name)
    {
        if (Items.Unwrapped(row.Properties[name]?.Value) is not { } value)
        {
            return [];
        }

        var items = Items.Of(value);
        return items.All(item => item is string text && ValidateIdAttribute.IsValid(text)) ? [.. items.Cast<string>()] : null;
    }
}
