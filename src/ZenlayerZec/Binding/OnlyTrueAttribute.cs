using System.Management.Automation;

namespace ZenlayerZec.Binding;

/// <summary>
/// Refuses a switch that is off, where giving it says what is to be done. That its value is null passes a ValidateSet: a variable that is not set would
/// then do what nobody asked for.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OnlyTrueAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override bool TransformNullOptionalParameters => true;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Items.Unwrapped(inputData) switch
    {
        SwitchParameter { IsPresent: true } or true => inputData,
        null => throw new ArgumentTransformationMetadataException("Its value is null: is a variable not set?"),
        _ => throw new ArgumentTransformationMetadataException("It can only be True. Leave it out otherwise."),
    };
}
