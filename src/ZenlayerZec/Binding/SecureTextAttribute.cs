using System.Management.Automation;
using System.Security;

namespace ZenlayerZec.Binding;

/// <summary>
/// Refuses whatever is not a SecureString without quoting it. PowerShell itself would show a password that somebody gives as a plain string
/// in its own error. One that is empty protects nothing: it is what a prompt gives that nobody answered.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecureTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Items.Unwrapped(inputData) switch
    {
        null => null,
        SecureString { Length: 0 } => throw new ArgumentTransformationMetadataException("It is empty."),
        SecureString secret => secret,
        _ => throw new ArgumentTransformationMetadataException("It must be a SecureString. Create one with Read-Host -AsSecureString, or read it from a vault."),
    };
}
