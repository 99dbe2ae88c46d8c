namespace ZenlayerZec.Filters;

/// <summary>Compares what was asked for with what there is.</summary>
internal static class Asked
{
    /// <summary>Whether a value is the one that was asked for, whatever the case; null asks for any.</summary>
    public static bool For(string? asked, string? value) => asked is null || string.Equals(asked, value, StringComparison.OrdinalIgnoreCase);
}
