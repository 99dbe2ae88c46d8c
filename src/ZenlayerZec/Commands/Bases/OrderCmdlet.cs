using System.Management.Automation;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.Bases;

/// <summary>The base of the cmdlets that order what is charged from then on.</summary>
public abstract class OrderCmdlet : CreateWaitCmdlet
{
    /// <summary><para type="description">A discount code. An invalid code is ignored.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DiscountCode { get; set; }

    /// <summary><para type="description">Pays with a proof-of-concept voucher. The order fails if there is none.</para></summary>
    [Parameter]
    public SwitchParameter UsePocVoucher { get; set; }

    /// <summary>How the order is to be paid; null where nothing was said about it.</summary>
    internal ZecMarketingOptions? Marketing => DiscountCode is null && !UsePocVoucher
        ? null
        : new ZecMarketingOptions { DiscountCode = DiscountCode, UsePocVoucher = UsePocVoucher ? true : null };

    private protected override bool IsBilled => true;
}
