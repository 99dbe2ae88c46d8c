using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands;

/// <content>What goes with an instance is in the question, a plan says it beforehand, and -Purge releases again what lies in the recycle bin.</content>
public sealed partial class RemoveZecInstanceCommand
{
    /// <summary>The parameter set of plans.</summary>
    private const string PlanSet = "Plan";

    private readonly KnownDependents _known = new();
    private readonly Dictionary<bool, AttachedResources> _previews = [];
    private ZecReleasePlan? _plan;
    private bool _keepsAny;

    /// <summary><para type="description">Release plans, as Get-ZecReleasePlan returns them. What they show is released, as long as it is still so.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PlanSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [PlanObject]
    public ZecReleasePlan[] Plan { get; set; } = [];

    /// <summary><para type="description">Keeps the instances' elastic IPs, detachable disks and secondary network interfaces, which continue
    /// to cost. Without it they are released with the instances.</para></summary>
    [Parameter]
    public SwitchParameter KeepDependentResource { get; set; }

    /// <summary><para type="description">Deletes the instances permanently: waits, and releases those that are in the recycle bin again.
    /// Without it, an instance in the recycle bin stays there.</para></summary>
    [Parameter]
    public SwitchParameter Purge { get; set; }

    /// <summary><para type="description">Waits until the instances are released, and then deletes permanently those of their disks and elastic IPs that are in
    /// the recycle bins.</para></summary>
    [Parameter]
    public SwitchParameter PurgeDependentResource { get; set; }

    private protected override string Question => QuestionOf(null);

    private protected override string QuestionOf(ZecObject? thing) => VisibleText.Of(
        new AttachedResources(Keeps, PurgeDependentResource, (ZecInstance?)thing).Question(Purge ? "Delete permanently" : "Release"));

    private protected override AttachedResources Preview
        => _previews.TryGetValue(Keeps, out var preview) ? preview : _previews[Keeps] = new AttachedResources(Keeps, PurgeDependentResource);

    private protected override IEnumerable<AttachedResources> Previews => _previews.Values;

    private protected override WaitGoal Goal => InstanceGoal.Released;

    private protected override bool Waits => Wait || Purge || PurgeDependentResource;

    /// <summary>What is done with the instance at hand: plans may differ in what they keep, and each batch does one thing.</summary>
    private protected override string ValueAtHand => _plan is null ? "without a plan"
        : Keeps ? "by a plan that keeps its dependent resources"
        : "by a plan that does not keep them";

    private protected override string ValueWord => string.Empty;

    /// <summary>Nobody is asked about an instance that its plan already keeps from being released.</summary>
    private protected override string? ReasonToSkip(ZecObject thing) => _plan is null || IncludeProtected ? null : PlanDifference.Protected(_plan);

    private bool Keeps => _plan?.KeepDependentResource ?? KeepDependentResource;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (KeepDependentResource && PurgeDependentResource)
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException($"Nothing was sent. -{nameof(KeepDependentResource)} and -{nameof(PurgeDependentResource)} cannot be combined."),
                "ParametersExclusive",
                ErrorCategory.InvalidArgument,
                null));
        }

        // What the command line asks for, whatever the first plan says.
        _ = Operation;
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _plan = null;
        if (ParameterSetName != PlanSet)
        {
            base.ProcessRecord();
            return;
        }

        foreach (var plan in Plan)
        {
            _plan = plan;
            CheckPlan(plan);
            if (ClientOf(Kind, plan.Instance) is { } client)
            {
                _known.Add(client, plan);
                Take(client, plan.InstanceId, plan.Instance);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var isWhole = false;
        try
        {
            base.EndProcessing();
            isWhole = true;
        }
        finally
        {
            TellKept(isWhole && !Stopping);
            TellNotDestroyed(isWhole);
            TellNotPurged(isWhole);
        }
    }

    private protected override WriteOperation CreateOperation()
    {
        _keepsAny |= Keeps;
        return _known.Release(Keeps, Purge, IncludeProtected, PurgeDependentResource, isPlanned: _plan is not null);
    }

    /// <summary>Refuses what the command line says otherwise than a plan. Nothing has been sent yet.</summary>
    private void CheckPlan(ZecReleasePlan plan)
    {
        var given = MyInvocation.BoundParameters.ContainsKey(nameof(KeepDependentResource));
        if (given && KeepDependentResource != plan.KeepDependentResource)
        {
            Refuse(plan, $"-KeepDependentResource is {(KeepDependentResource ? "given" : "false")}, and the plan of {plan.InstanceId} "
                + $"{(plan.KeepDependentResource ? "keeps" : "does not keep")} the dependent resources. Leave it out, or make the plan again with Get-ZecReleasePlan.");
        }

        if (plan.KeepDependentResource && PurgeDependentResource)
        {
            Refuse(plan, $"The plan of {plan.InstanceId} keeps the dependent resources, and -PurgeDependentResource would delete them.");
        }
    }

    private void Refuse(ZecReleasePlan plan, string why) => ThrowTerminatingError(new ErrorRecord(
        new ArgumentException(VisibleText.Of($"Nothing was sent. {why}")), "PlanDiffers", ErrorCategory.InvalidArgument, plan));
}
