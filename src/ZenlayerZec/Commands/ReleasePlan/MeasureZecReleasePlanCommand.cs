using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.ReleasePlan;

/// <summary>
/// <para type="synopsis">Sums release plans: what goes, what stays, and what both cost.</para>
/// <para type="description">One object for each account. Units of time are never converted into each other.</para>
/// </summary>
[Cmdlet(VerbsDiagnostic.Measure, "ZecReleasePlan", HelpUri = OnlineHelp.Pages + "Measure-ZecReleasePlan.md")]
[OutputType(typeof(ZecReleasePlanTotal))]
public sealed class MeasureZecReleasePlanCommand : ModuleCmdlet
{
    private readonly List<ZecReleasePlan> _plans = [];
    private readonly HashSet<(string? Account, string Id)> _seen = [];
    private int _twice;

    /// <summary><para type="description">The plans, as Get-ZecReleasePlan returns them without -Detailed.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [PlanObject(IsOnlyWay = true)]
    public ZecReleasePlan[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var plan in InputObject)
        {
            if (_seen.Add((plan.Account, plan.InstanceId)))
            {
                _plans.Add(plan);
            }
            else
            {
                _twice++;
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var account in _plans.GroupBy(plan => plan.Account))
        {
            WriteObject(new ZecReleasePlanTotal([.. account]));
        }

        if (_twice > 0)
        {
            WriteWarning($"An instance counts once: {_twice} plans of instances that had one already are not in the sums.");
        }
    }
}
