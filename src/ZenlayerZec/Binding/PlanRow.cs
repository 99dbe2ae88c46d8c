using System.Management.Automation;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Kinds;

namespace ZenlayerZec.Binding;

/// <summary>
/// Tells what is a release plan, or a copy of one. It has the ID of its instance; that is no reason to stop the instance, and a copy is no reason to release it
/// with what has come to it since.
/// </summary>
internal static class PlanRow
{
    /// <summary>The columns that a file of plans has together, and nothing else.</summary>
    private static readonly string[] Columns =
    [
        nameof(ZecReleasePlan.InstanceId), nameof(ZecReleasePlan.KeepDependentResource), nameof(ZecReleasePlan.Goes), nameof(ZecReleasePlan.Stays),
        nameof(ZecReleasePlan.NotPriced), nameof(ZecReleasePlan.RecycleBin),
    ];

    /// <summary>Why a plan, or a copy of one, is not what is wanted; null where an object is neither.</summary>
    /// <param name="item">The object.</param>
    /// <param name="kind">The kind that is wanted.</param>
    public static string? Refusal(object? item, ResourceKind kind) => item switch
    {
        ZecReleasePlan => $"This is a release plan, not {kind.One}. Only Remove-ZecInstance takes it.",
        PSObject { BaseObject: PSCustomObject } row when IsCopy(row) =>
            $"This is a copy of a release plan, not {kind.One}. What it says may no longer be so: make it again with Get-ZecReleasePlan, and pipe that to Remove-ZecInstance.",
        _ => null,
    };

    private static bool IsCopy(PSObject row) => OtherKind.TypeName(row) is { } name
        ? name == nameof(ZecReleasePlan)
        : Columns.All(column => row.Properties[column] is not null);
}
