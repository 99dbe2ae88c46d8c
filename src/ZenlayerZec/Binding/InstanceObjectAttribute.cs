using System.Management.Automation;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Binding;

/// <summary>
/// Binds instances as Get-ZecInstance emits them and nothing else: PowerShell would make an instance of any hashtable or object
/// whose properties have fitting names. What is none is wrapped into something that cannot become one, so that the binder goes
/// on to the other ways to name instances.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class InstanceObjectAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => Items.Of(inputData) is { Length: > 0 } items && items.All(item => item is ZecInstance)
            ? items.Cast<ZecInstance>().ToArray()
            : new NotAnInstance();

    private sealed class NotAnInstance;
}
