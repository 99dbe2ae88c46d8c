using System.Management.Automation;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.AutoSnapshotPolicy;

/// <content>What is not given stays as it is.</content>
public sealed partial class SetZecAutoSnapshotPolicyCommand
{
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

    private protected override string[] NeededParameters { get; } = [nameof(Name), nameof(DayOfWeek), nameof(HourUtc), nameof(RetentionDays), nameof(Permanent)];

    private protected override (string One, string Other)[] ExcludedParameters => [(nameof(RetentionDays), nameof(Permanent))];

    private protected override WriteOperation CreateOperation() => AutoSnapshotPolicyOperations.Set(new ModifyAutoSnapshotPolicyRequest
    {
        AutoSnapshotPolicyName = Name,
        RepeatWeekDays = PolicyDays.Numbers(DayOfWeek),
        Hours = PolicyDays.Hours(HourUtc),
        RetentionDays = PolicyDays.Retention(RetentionDays, Permanent),
    });
}
