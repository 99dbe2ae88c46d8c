using System.Management.Automation;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Binding;

/// <summary>Refuses values that cannot be the name of an action.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateActionNameAttribute : ValidateArgumentsAttribute
{
    private const int LongestQuote = 80;

    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var text = arguments as string ?? string.Empty;
        if (!ApiRequest.IsActionName(text))
        {
            var quote = VisibleText.Of(new string([.. text.Take(LongestQuote)]));
            throw new ValidationMetadataException(
                $"'{quote}' is not a valid action name: 2 to 128 letters and digits, such as DescribeInstances.");
        }
    }
}
