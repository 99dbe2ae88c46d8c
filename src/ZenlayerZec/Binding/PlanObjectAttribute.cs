using System.Management.Automation;
using ZenlayerZec.Client.Costs;

namespace ZenlayerZec.Binding;

/// <summary>
/// Binds release plans as they were made. A copy out of a file or another process is refused, because it may be out of date. Any other object is wrapped
/// into something that cannot become a plan, so that PowerShell tries the other parameters for it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PlanObjectAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether there is no other way: then what is no plan is an error that says so.</summary>
    public bool IsOnlyWay { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var items = Items.Of(inputData);
        return items.Length > 0 && items.All(item => item is ZecReleasePlan) ? items.Cast<ZecReleasePlan>().ToArray()
            : IsOnlyWay ? throw new ArgumentTransformationMetadataException(
                "A plan as Get-ZecReleasePlan returns it is needed, without -Detailed. A copy from a file or from another process is not one: make it again.")
            : new NotAPlan();
    }

    private sealed class NotAPlan;
}
