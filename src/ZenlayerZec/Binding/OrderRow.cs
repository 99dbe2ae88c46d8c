using System.Collections;
using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Completion;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Binding;

/// <summary>
/// One row of a pipeline to New-ZecInstance: its columns are named after the parameters, and its values are text, as in a CSV file. An empty
/// cell counts as not given. A row is read as a whole, and not by PowerShell's binder, so that no order is placed while another row is wrong.
/// </summary>
internal sealed class OrderRow
{
    private const int MostCount = 10_000;

    /// <summary>The column that says in which account to order. It sets nothing: the connection has to be to that account.</summary>
    private const string AccountColumn = "Account";

    private static readonly IReadOnlyDictionary<string, Action<CreateZecInstancesRequest, object>> Columns
        = new Dictionary<string, Action<CreateZecInstancesRequest, object>>(StringComparer.OrdinalIgnoreCase)
        {
            ["ZoneId"] = (order, value) => order.ZoneId = Text(value),
            ["InstanceType"] = (order, value) => order.InstanceType = Text(value),
            ["ImageId"] = (order, value) => order.ImageId = Text(value),
            ["SubnetId"] = (order, value) => order.SubnetId = Text(value),
            ["Name"] = (order, value) => order.InstanceName = Text(value),
            ["Count"] = (order, value) => order.InstanceCount = Whole(value, MostCount),
            ["KeyId"] = (order, value) => order.KeyId = Text(value),
            ["SystemDiskSizeGiB"] = (order, value) => order.SystemDisk = Copy(order.SystemDisk, sizeGiB: Whole(value)),
            ["SystemDiskCategory"] = (order, value) => order.SystemDisk = Copy(order.SystemDisk, category: new DiskCategoryCompleter().Spelled(Text(value))),
            ["DataDiskSizeGiB"] = (order, value) => order.DataDisks = [Copy(order.DataDisks, sizeGiB: Whole(value))],
            ["DataDiskCategory"] = (order, value) => order.DataDisks = [Copy(order.DataDisks, category: new DiskCategoryCompleter().Spelled(Text(value)))],
            ["SecurityGroupId"] = (order, value) => order.SecurityGroupId = Text(value),
            ["LanIp"] = (order, value) => order.LanIp = Text(value),
            ["InternetChargeType"] = (order, value) => order.InternetChargeType = new InternetChargeTypeCompleter().Spelled(Text(value)),
            ["BandwidthMbps"] = (order, value) => order.Bandwidth = Whole(value),
            ["TrafficPackageSizeTB"] = (order, value) => order.TrafficPackageSize = Number(value),
            ["EipBindType"] = (order, value) => order.EipBindType = new EipBindTypeCompleter().Spelled(Text(value)),
            ["EipId"] = (order, value) => order.EipIds = [.. Items.Of(value).Select(item => Text(item!))],
            ["IpStackType"] = (order, value) => order.IpStackType = new IpStackTypeCompleter().Spelled(Text(value)),
            ["NetworkLineType"] = (order, value) => order.NetworkLineType = new NetworkLineTypeCompleter().Spelled(Text(value)),
            ["ClusterId"] = (order, value) => order.ClusterId = Text(value),
            ["IPv6ClusterId"] = (order, value) => order.Ipv6ClusterId = Text(value),
            ["NicNetworkType"] = (order, value) => order.NicNetworkType = new NicNetworkTypeCompleter().Spelled(Text(value)),
            ["ResourceGroupId"] = (order, value) => order.ResourceGroupId = Text(value),
            ["TimeZone"] = (order, value) => order.TimeZone = Text(value),
            ["Tag"] = (order, value) => order.Tags = Tags(value),
        };

    /// <summary>What a row has that is about an instance, or an order, that is there already: it would be ordered a second time.</summary>
    private static readonly string[] Existing = ["InstanceId", "InstanceIds", "OrderNumber"];

    private readonly object? _row;
    private readonly int _number;

    /// <param name="row">What was piped.</param>
    /// <param name="number">Which row it is, from 1.</param>
    public OrderRow(object? row, int number)
    {
        _row = row;
        _number = number;
    }

    /// <summary>The names of the columns that a row can have.</summary>
    public static IReadOnlyCollection<string> ColumnNames => [.. Columns.Keys];

    /// <summary>The order that the row asks for.</summary>
    /// <param name="common">What the parameters ask for, for all rows.</param>
    /// <param name="given">The names of these parameters: as elsewhere in PowerShell, they have precedence over a column.</param>
    /// <param name="others">The parameters that a row cannot have.</param>
    /// <param name="account">The account that is ordered in; asked for only where the row names one.</param>
    /// <exception cref="FormatException">It does not ask for one; the message names the row and the value.</exception>
    public CreateZecInstancesRequest Order(CreateZecInstancesRequest common, ICollection<string> given, ICollection<string> others, Func<string> account)
    {
        var row = _row is PSObject { BaseObject: PSCustomObject } custom && PipedRow.Kind(custom) is null ? custom : throw Fault(
            $"it is a {(_row is PSObject wrapped ? PipedRow.Kind(wrapped) ?? wrapped.BaseObject.GetType().Name : "null")}, and an order is a row with columns such as ZoneId and InstanceType");
        var order = common.Copy();
        foreach (var column in row.Properties)
        {
            if (Existing.Contains(column.Name, StringComparer.OrdinalIgnoreCase))
            {
                throw Fault($"the column {column.Name} says that it is about instances that are there already");
            }

            if (Value(column) is not { } value)
            {
                continue;
            }

            var name = column.Name.Equals("InstanceName", StringComparison.OrdinalIgnoreCase) ? "Name" : column.Name;
            if (others.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw Fault($"a row cannot have the column {column.Name}: use the parameter");
            }

            if (name.Equals(AccountColumn, StringComparison.OrdinalIgnoreCase))
            {
                Set((_, named) => CheckAccount(Text(named), account()), order, column.Name, value);
            }
            else if (Columns.TryGetValue(name, out var set) && !given.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                Set(set, order, column.Name, value);
            }
        }

        return order switch
        {
            { ZoneId: null } => throw Missing("ZoneId"),
            { InstanceType: null } => throw Missing("InstanceType"),
            { ImageId: null } => throw Missing("ImageId"),
            { SubnetId: null } => throw Missing("SubnetId"),
            _ => order,
        };
    }

    /// <summary>The fault of a row, with the row's number.</summary>
    /// <param name="what">What is wrong, as the end of a sentence.</param>
    public FormatException Fault(string what) => new(string.Format(CultureInfo.InvariantCulture, "Row {0}: {1}.", _number, what));

    /// <summary>The warnings about columns that are misspelled: an order without the value would look like the one that was meant.</summary>
    public IEnumerable<string> Misspelled(IEnumerable<string> parameters) => _row is PSObject { BaseObject: PSCustomObject } row
        ? row.Properties.Select(column => column.Name)
            .Where(name => !parameters.Contains(name, StringComparer.OrdinalIgnoreCase) && !name.Equals(AccountColumn, StringComparison.OrdinalIgnoreCase))
            .Select(name => (Name: name, Near: UnknownValues.Near(name, [.. ColumnNames])))
            .Where(column => column.Near.Length > 0)
            .Select(column => $"The column {column.Name} is not used. Did you mean {string.Join(" or ", column.Near)}?")
        : [];

    private FormatException Missing(string column) => Fault($"it has no {column}, and the command has no -{column}");

    private void Set(Action<CreateZecInstancesRequest, object> set, CreateZecInstancesRequest order, string column, object value)
    {
        try
        {
            set(order, value);
        }
        catch (Exception failure) when (failure is FormatException or PSArgumentException)
        {
            throw Fault($"{column} is '{value}', and {failure.Message.TrimEnd('.')}");
        }
    }

    private static void CheckAccount(string named, string account)
    {
        if (named != account)
        {
            throw new FormatException($"the connection is to {account}");
        }
    }

    private object? Value(PSPropertyInfo column)
    {
        try
        {
            return Items.Unwrapped(column.Value) switch
            {
                string text when string.IsNullOrWhiteSpace(text) => null,
                var value => value,
            };
        }
        catch (GetValueException)
        {
            throw Fault($"the column {column.Name} cannot be read");
        }
    }

    private static string Text(object value) => value switch
    {
        string text => text.Trim(),
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new FormatException("it must be text"),
    };

    private static int Whole(object value, int most = int.MaxValue)
        => int.TryParse(Text(value), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new FormatException(most == int.MaxValue
                ? "it must be a whole number from 1"
                : string.Format(CultureInfo.InvariantCulture, "it must be a whole number from 1 to {0}", most));

    private static double Number(object value)
        => double.TryParse(Text(value), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException("it must be a number such as 1.5");

    /// <summary>The tags of a hashtable, or of text such as <c>env=dev; role=web</c>, as a cell has them.</summary>
    private static Dictionary<string, string>? Tags(object value)
    {
        if (value is Hashtable tags)
        {
            return TagPairs.ToDictionary(tags);
        }

        string[][] pairs = [.. Text(value).Split([';'], StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(['='], 2)).Where(pair => pair[0].Trim().Length > 0)];
        return pairs.Length > 0 && pairs.All(pair => pair.Length == 2 && pair[1].Trim().Length > 0) && pairs.Select(pair => pair[0].Trim()).Distinct(StringComparer.Ordinal).Count() == pairs.Length
            ? pairs.ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.Ordinal)
            : throw new FormatException("it must be tags such as env=dev; role=web");
    }

    private static ZecSystemDisk Copy(ZecSystemDisk? disk, int? sizeGiB = null, string? category = null) => new()
    {
        SizeGiB = sizeGiB ?? disk?.SizeGiB,
        DiskCategory = category ?? disk?.DiskCategory,
        BurstingEnabled = disk?.BurstingEnabled,
    };

    private static ZecDataDisk Copy(IReadOnlyList<ZecDataDisk>? disks, int? sizeGiB = null, string? category = null)
    {
        var disk = disks is [var only, ..] ? only : null;
        return new ZecDataDisk
        {
            SizeGiB = sizeGiB ?? disk?.SizeGiB,
            DiskAmount = 1,
            DiskCategory = category ?? disk?.DiskCategory,
            BurstingEnabled = disk?.BurstingEnabled,
        };
    }
}
