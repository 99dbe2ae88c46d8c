using System.Management.Automation;
using ZenlayerZec.Client.Costs;

namespace ZenlayerZec.Binding;

/// <summary>Binds release plans as they were made. A copy out of a file or another process says what was true once, and nobody knows when.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PlanObjectAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var items = Items.Of(inputData);
        return items.Length > 0 && items.All(item => item is ZecReleasePlan)
            ? items.Cast<ZecReleasePlan>().ToArray()
            : throw new ArgumentTransformationMetadataException(
                "A plan as Get-ZecReleasePlan returns it is needed, without -Detailed. A copy from a file or from another process is not one: make it again.");
    }
}
