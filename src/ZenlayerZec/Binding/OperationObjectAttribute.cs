using System.Management.Automation;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Binding;

/// <summary>
/// Binds the results of the cmdlets that change things, orders, and operations, see <see cref="OperationRow"/>, and nothing else. What is
/// none is wrapped into something that cannot become one, so that the binder goes on to the other ways to name things.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OperationObjectAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        ZecOperation?[] operations = [.. Items.Of(inputData).Select(OperationRow.Of)];
        return operations.Length > 0 && operations.All(operation => operation is not null) ? operations : new NotAnOperation();
    }

    private sealed class NotAnOperation;
}
