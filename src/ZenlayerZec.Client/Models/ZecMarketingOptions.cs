namespace ZenlayerZec.Client.Models;

/// <summary>Discounts on an order.</summary>
public sealed class ZecMarketingOptions
{
    /// <summary>A discount code; a wrong one changes nothing.</summary>
    public string? DiscountCode { get; set; }

    /// <summary>Whether to pay with a voucher for a proof of concept; the order fails where there is none.</summary>
    public bool? UsePocVoucher { get; set; }
}
