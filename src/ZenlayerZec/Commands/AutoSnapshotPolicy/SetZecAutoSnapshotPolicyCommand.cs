using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.AutoSnapshotPolicy;

/// <summary>
/// <para type="synopsis">Changes snapshot policies, one in each request.</para>
/// <para type="description">What is not given stays as it is.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "ZecAutoSnapshotPolicy", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "Set-ZecAutoSnapshotPolicy.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecAutoSnapshotPolicy))]
public sealed class SetZecAutoSnapshotPolicyCommand : WriteCmdlet
{
    /// <summary><para type="description">The IDs of the snapshot policies.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(AutoSnapshotPolicyIdCompleter))]
    [IdOf(typeof(ZecAutoSnapshotPolicy), RefusesResults = true, RefusesOthers = true)]
    [ValidateId(typeof(ZecAutoSnapshotPolicy))]
    public string[] AutoSnapshotPolicyId { get; set; } = [];

    /// <summary><para type="description">The snapshot policies, as Get-ZecAutoSnapshotPolicy returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(AutoSnapshotPolicyArgumentCompleter))]
    [ObjectOf(typeof(ZecAutoSnapshotPolicy), RefusesResults = true, RefusesOthers = true)]
    public ZecAutoSnapshotPolicy[] InputObject { get; set; } = [];

    /// <summary><para type="description">The new name: 2 to 63 characters.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateLength(2, 63)]
    public string? Name { get; set; }

    /// <summary><para type="description">The days of the week on which snapshots are made.</para></summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public DayOfWeek[]? DayOfWeek { get; set; }

    /// <summary><para type="description">The hours of the day at which snapshots are made, in UTC.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(HourCompleter))]
    [ValidateRange(0, 23)]
    public int[]? HourUtc { get; set; }

    /// <summary><para type="description">How many days a snapshot is kept. Cannot be combined with -Permanent.</para></summary>
    [Parameter]
    [ValidateRange(1, 65536)]
    public int? RetentionDays { get; set; }

    /// <summary><para type="description">Keeps the snapshots until somebody deletes them. They cost as long.</para></summary>
    [Parameter]
    public SwitchParameter Permanent { get; set; }

    /// <summary><para type="description">Returns the snapshot policies that were changed, as they are afterwards, instead of the results. The results
    /// remain in Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => AutoSnapshotPolicyId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Changing snapshot policies", "changed", "AutoSnapshotPolicyNotChanged");

    private protected override string Question => "Change the snapshot policy";

    private protected override bool EmitsThings => PassThru;

    private protected override string[] NeededParameters { get; } = [nameof(Name), nameof(DayOfWeek), nameof(HourUtc), nameof(RetentionDays), nameof(Permanent)];

    private protected override (string One, string Other)? ExcludedParameters => (nameof(RetentionDays), nameof(Permanent));

    private protected override WriteOperation CreateOperation() => AutoSnapshotPolicyOperations.Set(new ModifyAutoSnapshotPolicyRequest
    {
        AutoSnapshotPolicyName = Name,
        RepeatWeekDays = PolicyDays.Numbers(DayOfWeek),
        Hours = PolicyDays.Hours(HourUtc),
        RetentionDays = PolicyDays.Retention(RetentionDays, Permanent),
    });
}
