using System.Collections;
using System.Management.Automation;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands.AutoSnapshotPolicy;

/// <summary>
/// <para type="synopsis">Creates a snapshot policy: on which days and at which hours snapshots are made, and how long they are kept.</para>
/// <para type="description">The policy has no disks yet: Register-ZecAutoSnapshotPolicy puts them under it, and their snapshots cost from then on.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "ZecAutoSnapshotPolicy", DefaultParameterSetName = Days, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "New-ZecAutoSnapshotPolicy.md")]
[OutputType(typeof(ZecAutoSnapshotPolicy))]
public sealed class NewZecAutoSnapshotPolicyCommand : CreateCmdlet
{
    private const string Days = "RetentionDays";

    /// <summary><para type="description">The ID of the zone whose disks can be put under the policy.</para></summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ZoneIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string ZoneId { get; set; } = string.Empty;

    /// <summary><para type="description">The name: 2 to 63 characters.</para></summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateLength(2, 63)]
    public string Name { get; set; } = string.Empty;

    /// <summary><para type="description">The days of the week on which snapshots are made.</para></summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public DayOfWeek[] DayOfWeek { get; set; } = [];

    /// <summary><para type="description">The hours of the day at which snapshots are made, in UTC.</para></summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(HourCompleter))]
    [ValidateRange(0, 23)]
    public int[] HourUtc { get; set; } = [];

    /// <summary><para type="description">How many days a snapshot is kept.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = Days)]
    [ValidateRange(1, 65536)]
    public int? RetentionDays { get; set; }

    /// <summary><para type="description">Keeps the snapshots until somebody deletes them. They cost as long.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(Permanent))]
    public SwitchParameter Permanent { get; set; }

    /// <summary><para type="description">The ID of the resource group. The default is the default group.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(ResourceGroupIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ResourceGroupId { get; set; }

    /// <summary><para type="description">The tags of the policy: @{env='dev'}.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(AutoSnapshotPolicyTagCompleter))]
    [ValidateNotNullOrEmpty]
    public Hashtable? Tag { get; set; }

    private protected override ResourceKind Kind => AutoSnapshotPolicyKind.Kind;

    private protected override CreatePart Part(ZecObject? parent) => CreatePart.Of(
        ZecActions.CreateAutoSnapshotPolicy,
        Request(),
        1,
        $"{Name} in {ZoneId}",
        CreatePart.FiltersOf((nameof(ZoneId), ZoneId), (nameof(Name), Name)),
        answer => CreatePart.One(answer.AutoSnapshotPolicyId));

    private CreateAutoSnapshotPolicyRequest Request() => new()
    {
        ZoneId = ZoneId,
        AutoSnapshotPolicyName = Name,
        RepeatWeekDays = PolicyDays.Numbers(DayOfWeek),
        Hours = PolicyDays.Hours(HourUtc),
        RetentionDays = PolicyDays.Retention(RetentionDays, Permanent),
        ResourceGroupId = ResourceGroupId,
        Tags = TagPairs.ToDictionary(Tag),
    };
}
