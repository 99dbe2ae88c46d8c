using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Prices;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Client.Costs;

/// <summary>What is known of the costs of a thing, and why the rest is not. What is not known is never 0.</summary>
/// <param name="costs">The items with a price for a unit of time.</param>
/// <param name="lacks">The items without one, each with the reason; no item for the thing as a whole.</param>
internal sealed class KnownCosts(IReadOnlyList<ZecCost> costs, IReadOnlyList<(string? Item, string Reason)> lacks)
{
    /// <summary>What is more than this is no price, and the sum of a million of them is still a number.</summary>
    private const decimal MostPrice = 1_000_000_000_000;

    private static readonly string[] Units = ["HOUR", "DAY", "MONTH"];

    /// <summary>Nothing was asked, and nothing is missing for it.</summary>
    public static KnownCosts NotAsked { get; } = new([], []);

    /// <summary>The items with a price for a unit of time.</summary>
    public IReadOnlyList<ZecCost> Costs => costs;

    /// <summary>The items without one, each with the reason; no item for the thing as a whole.</summary>
    public IReadOnlyList<(string? Item, string Reason)> Lacks => lacks;

    /// <summary>Why its costs are not known, or not all of them; null where they are.</summary>
    public string? Reason => lacks.Count == 0 ? null : string.Join(" ", lacks.Select(lack => lack.Reason).Distinct(StringComparer.Ordinal));

    /// <summary>Costs of which nothing is known.</summary>
    /// <param name="reason">Why, as a sentence.</param>
    public static KnownCosts Unknown(string reason) => new([], [(null, VisibleText.Of(reason))]);

    /// <summary>What an answer says.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="prices">The prices of the answer.</param>
    public static KnownCosts Of(PriceQuestion question, IReadOnlyList<ZecPrice> prices)
    {
        var lacks = new List<(string? Item, string Reason)>();
        var costs = new List<ZecCost>();
        foreach (var price in prices)
        {
            if (Lack(price) is { } reason)
            {
                lacks.Add((price.Item, VisibleText.Of(reason)));
            }
            else
            {
                costs.Add(new ZecCost(price.Item, price.Price!.Value, price.Per!.ToUpperInvariant()));
                if (price.ExcessPrice > 0)
                {
                    lacks.Add((price.Item, VisibleText.Of($"Use above what the price of {price.Item} includes costs extra, so that it depends on what is used.")));
                }
            }
        }

        lacks.AddRange(question.Lacking([.. prices.Select(price => price.Item)]).Select(item => ((string?)item, $"The service does not say the price of {item}.")));
        return new KnownCosts(costs, lacks);
    }

    /// <summary>The same without some items, which are told elsewhere; what is lacking as a whole stays.</summary>
    /// <param name="isWanted">Selects the items.</param>
    public KnownCosts Only(Func<string, bool> isWanted)
        => new([.. costs.Where(cost => isWanted(cost.Item))], [.. lacks.Where(lack => lack.Item is null || isWanted(lack.Item))]);

    private static string? Lack(ZecPrice price) => price switch
    {
        { Tiers.Count: > 0 } => $"The price of {price.Item} has tiers, so that it depends on what is used.",
        { Price: null or > MostPrice } => $"The service does not say a valid price of {price.Item}.",
        { IsByTime: false } => $"The price of {price.Item} is for a term that is paid in advance.",
        { AmountUnit.Length: > 0 } => $"The price of {price.Item} is for each {price.AmountUnit}, so that it depends on what is used.",
        { Per: null or "" } => $"The service does not say the unit of time of the price of {price.Item}.",
        _ when !Units.Contains(price.Per, StringComparer.OrdinalIgnoreCase) => $"The price of {price.Item} is per {price.Per}, which is not HOUR, DAY or MONTH.",
        _ => null,
    };
}
