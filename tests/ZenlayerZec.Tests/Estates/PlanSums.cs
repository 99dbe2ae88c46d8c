using ZenlayerZec.Client.Costs;
using ZenlayerZec.Simulator.Costs;

namespace ZenlayerZec.Tests.Estates;

/// <summary>Compares plans of a release with what the account says that it costs: thing by thing, and by their sums.</summary>
/// <param name="plans">The plans.</param>
internal sealed class PlanSums(IReadOnlyList<ZecReleasePlan> plans)
{
    private static readonly string[] Units = ["HOUR", "DAY", "MONTH"];

    /// <summary>The things of which a plan says that it does not know what they cost, or not wholly.</summary>
    private readonly HashSet<(string, string?)> _notPriced = [.. plans.SelectMany(plan => plan.NotPriced).Select(lack => (lack.Kind, lack.Id))];

    /// <summary>Compares.</summary>
    /// <param name="gone">What the account cost before the release and does not cost after it.</param>
    /// <param name="left">What the things of these instances still cost after it.</param>
    public void Check(IReadOnlyList<Charge> gone, IReadOnlyList<Charge> left)
    {
        CheckThings(plans.SelectMany(plan => plan.Goes), gone, "goes");
        CheckThings(plans.SelectMany(plan => plan.Stays), left, "stays");
        CheckSum(gone, plans.SelectMany(plan => plan.Goes), plan => plan.SavesPerHour, plan => plan.SavesPerDay, plan => plan.SavesPerMonth);
        CheckSum(left, plans.SelectMany(plan => plan.Stays), plan => plan.StaysPerHour, plan => plan.StaysPerDay, plan => plan.StaysPerMonth);
    }

    /// <summary>Every thing costs what the account says, once. One that is not wholly priced has no price that the account does not know.</summary>
    private void CheckThings(IEnumerable<ZecDependent> things, IReadOnlyList<Charge> charges, string becomes)
    {
        var told = things.ToArray();

        // Only a load balancer may lead to several instances.
        var own = told.Where(thing => thing.Kind != "LoadBalancer").ToArray();
        Assert.Equal(own.Length, own.Select(thing => (thing.Kind, thing.Id)).Distinct().Count());
        var byThing = charges.ToLookup(charge => (charge.Kind, charge.Id));
        foreach (var thing in told)
        {
            var costs = Amounts(thing.Costs.Select(cost => (cost.Price, cost.Per)));
            var charged = Amounts(byThing[(thing.Kind, thing.Id)].Select(charge => (charge.Price, charge.Per)));
            if (_notPriced.Contains((thing.Kind, thing.Id)))
            {
                Assert.Empty(costs.Except(charged));
            }
            else
            {
                Assert.True(costs.SequenceEqual(charged), $"{thing} {becomes} and costs {string.Join(", ", charged)}, and the plan says {string.Join(", ", costs)}.");
            }
        }

        var unsaid = byThing.Select(group => group.Key).Except(told.Select(thing => (thing.Kind, thing.Id)));
        Assert.True(!unsaid.Any(), $"No plan says that this {becomes}: {string.Join(", ", unsaid)}.");
    }

    /// <summary>The sums are those of the account, but for exactly what is not priced.</summary>
    private void CheckSum(IReadOnlyList<Charge> charges, IEnumerable<ZecDependent> things, params Func<ZecReleasePlan, decimal?>[] sums)
    {
        var known = things.Where(thing => _notPriced.Contains((thing.Kind, thing.Id))).SelectMany(thing => thing.Costs).ToLookup(cost => cost.Per);
        foreach (var (unit, sum) in Units.Zip(sums))
        {
            var priced = charges.Where(charge => charge.Per == unit && !_notPriced.Contains((charge.Kind, charge.Id))).Sum(charge => charge.Price);
            Assert.Equal(priced + known[unit].Sum(cost => cost.Price), plans.Sum(sum) ?? 0);
        }
    }

    private static List<(decimal Price, string Per)> Amounts(IEnumerable<(decimal Price, string Per)> costs) => [.. costs.OrderBy(cost => cost.Per).ThenBy(cost => cost.Price)];
}
