namespace ZenlayerZec.Client.Models;

/// <summary>Discounts on an order.</summary>
public sealed class ZecMarketingOptions
{
    /// <summary>A discount code. An invalid code is ignored.</summary>
    public string? DiscountCode { get; set; }

    /// <summary>Whether to pay with a proof-of-concept voucher. The order fails if there is none.</summary>
    public bool? UsePocVoucher { get; set; }
}
