using System.Text.Json;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.Json.Models;

/// <summary>How <see cref="ZecMarketingOptions"/> are written.</summary>
internal static class ZecMarketingOptionsJson
{
    public static void Write(Utf8JsonWriter json, ZecMarketingOptions value)
    {
        json.Text("discountCode", value.DiscountCode);
        json.Boolean("usePocVoucher", value.UsePocVoucher);
    }
}
