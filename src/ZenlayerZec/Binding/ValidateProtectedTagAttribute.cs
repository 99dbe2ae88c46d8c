using System.Management.Automation;
using ZenlayerZec.Client.Batching;

namespace ZenlayerZec.Binding;

/// <summary>Refuses what names no tag: with a variable that is not set, nothing would be protected.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateProtectedTagAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        if (ProtectedTag.Parse(element as string ?? string.Empty) is null)
        {
            throw new ValidationMetadataException(
                "A protected tag is a key, such as zec:keep, or a key and a value, such as env=prod. An empty list, @(), turns the protection off.");
        }
    }
}
