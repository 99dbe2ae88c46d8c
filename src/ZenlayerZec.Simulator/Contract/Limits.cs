namespace ZenlayerZec.Simulator.Contract;

/// <summary>Limits that the service has and its description says only in words, or not at all.</summary>
internal static class Limits
{
    /// <summary>The largest disk, in GiB.</summary>
    public const int LargestDisk = 32_768;

    private static readonly Dictionary<string, Func<Field, Field>> ByField = new(StringComparer.Ordinal)
    {
        ["pageNum"] = field => field with { Least = 1 },
        ["pageSize"] = field => field with { Least = 1 },
        ["diskSize"] = field => field with { Least = 1, Most = LargestDisk },
        ["diskAmount"] = field => field with { Least = 1, Most = 100 },
    };

    /// <summary>A parameter with the limits that are known of it.</summary>
    /// <param name="field">The parameter as the description has it.</param>
    public static Field Add(Field field) => ByField.TryGetValue(field.Name, out var limit) ? limit(field) : field;
}
