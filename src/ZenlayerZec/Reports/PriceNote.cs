namespace ZenlayerZec.Reports;

/// <summary>What a reader has to know about prices.</summary>
internal static class PriceNote
{
    /// <summary>Where there are prices.</summary>
    public const string Text = "Prices are those of today with the discount of the account; they are not the bill. The API names no currency. "
        + "What is paid by the hour, the day and the month is never converted: each sum is beside the others.";

    /// <summary>Where there are none.</summary>
    public const string None = "No price is known.";
}
