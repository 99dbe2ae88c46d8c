using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Reports;

/// <summary>What a report is about.</summary>
/// <param name="title">The title; null for the usual one.</param>
/// <param name="description">What the report is for, in the words of who makes it; null where nothing was given.</param>
internal sealed class ReportContent(string? title, string? description)
{
    private const string Wanted = "A report is made of release plans, of what Get-ZecUnused returns, and of the results of cmdlets that change something.";

    private readonly Latest<ZecReleasePlan> _plans = new(plan => (plan.Account, plan.InstanceId));
    private readonly Latest<ZecUnused> _unused = new(thing => (thing.Account, thing.Kind, thing.Id));
    private readonly Latest<ReportedResult> _results = new(result => result.Source);
    private readonly List<string> _accounts = [];

    /// <summary>The title.</summary>
    public string Title { get; } = title ?? "Zenlayer Elastic Compute report";

    /// <summary>What the report is for; null where nothing was given.</summary>
    public string? Description { get; } = description;

    /// <summary>The plans, one for each instance.</summary>
    public IReadOnlyList<ZecReleasePlan> Plans => _plans.Items;

    /// <summary>How many plans were replaced by a later one of the same instance.</summary>
    public int ReplacedPlans => _plans.Replaced;

    /// <summary>What nobody uses.</summary>
    public IReadOnlyList<ZecUnused> Unused => _unused.Items;

    /// <summary>The results.</summary>
    public IReadOnlyList<ReportedResult> Results => _results.Items;

    /// <summary>How many objects were not taken.</summary>
    public int Refused { get; private set; }

    /// <summary>The accounts that it is about.</summary>
    public IReadOnlyList<string> Accounts => _accounts;

    /// <summary>Whether the account has to be said beside each thing.</summary>
    public bool HasSeveralAccounts => _accounts.Count > 1;

    /// <summary>Takes an object.</summary>
    /// <param name="item">The object.</param>
    /// <returns>Why it was not taken; null where it was.</returns>
    public string? Take(PSObject item)
    {
        switch (item.BaseObject)
        {
            case ZecReleasePlan plan:
                _plans.Add(plan);
                Remember(plan.Account);
                return null;
            case ZecUnused thing:
                _unused.Add(thing);
                Remember(thing.Account);
                return null;
            default:
                if (ReportedResult.Of(item) is not { } result)
                {
                    Refused++;
                    return Refusal(item);
                }

                _results.Add(result);
                Remember(result.Account);
                return null;
        }
    }

    private static string Refusal(PSObject item) => OtherKind.TypeName(item.BaseObject is PSCustomObject ? item : item.BaseObject) switch
    {
        nameof(ZecReleasePlan) => $"{Wanted} This is a copy of a plan, which lacks prices. Make the plan again with Get-ZecReleasePlan.",
        nameof(ZecReleasePlanItem) => $"{Wanted} This is a row of Get-ZecReleasePlan -Detailed. Pipe the plans, without -Detailed.",
        nameof(ZecUnused) => $"{Wanted} This is a copy of what Get-ZecUnused returned, which lacks prices. Run Get-ZecUnused again.",
        nameof(ZecInstance) => $"{Wanted} This is an instance. To report what its release takes along, put Get-ZecReleasePlan in between.",
        { } name => $"{Wanted} This is something else: {AllKinds.NounOf(name)} ({name}).",
        null => $"{Wanted} This is something else: {item.BaseObject.GetType().Name}.",
    };

    private void Remember(string? account)
    {
        if (account is not null && !_accounts.Contains(account))
        {
            _accounts.Add(account);
        }
    }
}
