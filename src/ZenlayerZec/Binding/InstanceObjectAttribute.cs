using System.Management.Automation;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Binding;

/// <summary>
/// Binds instances and what is about one, see <see cref="InstanceRow"/>, and nothing else: PowerShell would make an instance of any
/// hashtable or object whose properties have fitting names. What is none is wrapped into something that cannot become one, so that the
/// binder goes on to the other ways to name instances.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class InstanceObjectAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether a result is refused: for a cmdlet that changes instances, which would not know which of the result's are meant.</summary>
    public bool RefusesResults { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var items = Items.Of(inputData);
        if (RefusesResults && items.Any(OperationRow.IsOne))
        {
            throw OperationRow.Refusal();
        }

        ZecInstance?[] instances = [.. items.Select(InstanceRow.Of)];
        return instances.Length > 0 && instances.All(instance => instance is not null) ? instances : new NotAnInstance();
    }

    private sealed class NotAnInstance;
}
