using System.Text.Json;

namespace ZenlayerZec.Simulator.Answers;

/// <summary>Prices as the service writes them. Nothing here is a price of the service.</summary>
internal static class PriceJson
{
    /// <summary>The price of an hour, all that was asked for together, paid after it was used.</summary>
    public static void WriteHourly(this Utf8JsonWriter answer, string name, double price)
    {
        answer.WriteStartObject(name);
        answer.WriteNumber("discount", 90.0);
        answer.WriteNull("discountPrice");
        answer.WriteNull("originalPrice");
        answer.WriteNumber("unitPrice", Math.Round(price, 6));
        answer.WriteNumber("discountUnitPrice", Math.Round(price * 0.9, 6));
        answer.WriteString("chargeUnit", "HOUR");
        answer.WriteNull("stepPrices");
        answer.WriteNull("amountUnit");
        answer.WriteNull("excessUnitPrice");
        answer.WriteNull("excessDiscountUnitPrice");
        answer.WriteNull("excessAmountUnit");
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
