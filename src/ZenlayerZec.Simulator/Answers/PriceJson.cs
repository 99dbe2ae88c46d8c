using System.Text.Json;

namespace ZenlayerZec.Simulator.Answers;

/// <summary>Prices as the service writes them. Nothing here is a price of the service.</summary>
internal static class PriceJson
{
    public const string Hour = "HOUR";
    public const string Month = "MONTH";

    private const double PercentPaid = 90;

    /// <summary>What the account pays of a price.</summary>
    public static double Discounted(double price) => Math.Round(price * PercentPaid / 100, 6);

    /// <summary>The price of an hour, all that was asked for together, paid after it was used.</summary>
    public static void WriteHourly(this Utf8JsonWriter answer, string name, double price) => answer.Write(name, price, Hour, excess: null);

    /// <summary>The price of a month, with what every GB above it costs.</summary>
    public static void WriteMonthly(this Utf8JsonWriter answer, string name, double price, double excess) => answer.Write(name, price, Month, excess);

    private static void Write(this Utf8JsonWriter answer, string name, double price, string unit, double? excess)
    {
        answer.WriteStartObject(name);
        answer.WriteNumber("discount", PercentPaid);
        answer.WriteNull("discountPrice");
        answer.WriteNull("originalPrice");
        answer.WriteNumber("unitPrice", Math.Round(price, 6));
        answer.WriteNumber("discountUnitPrice", Discounted(price));
        answer.WriteString("chargeUnit", unit);
        answer.WriteNull("stepPrices");
        answer.WriteNull("amountUnit");
        answer.WriteValue("excessUnitPrice", excess);
        answer.WriteValue("excessDiscountUnitPrice", excess is null ? null : Discounted(excess.Value));
        answer.WriteString("excessAmountUnit", excess is null ? null : "GB");
        answer.WriteString("category", "STANDARD");
        answer.WriteEndObject();
    }

    public static void WriteHourly(this Utf8JsonWriter answer, string name, double? price)
    {
        if (price is { } known)
        {
            answer.WriteHourly(name, known);
        }
        else
        {
            answer.WriteNull(name);
        }
    }
}
