using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Binding;

/// <summary>
/// Refuses what names no tag, or what no tag is meant by: with a variable that is not set, or with a pattern that is none here, nothing
/// would be protected.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateProtectedTagAttribute : ValidateEnumeratedArgumentsAttribute
{
    private static readonly char[] Patterns = ['*', '?', '[', ']', ',', ';'];

    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        var text = element as string ?? string.Empty;
        if (ProtectedTag.Parse(text) is null)
        {
            throw new ValidationMetadataException(
                "A protected tag is a key, such as zec:keep, or a key and a value, such as env=prod. An empty list, @(), turns the protection off.");
        }

        if (text.IndexOfAny(Patterns) >= 0)
        {
            throw new ValidationMetadataException(
                $"'{VisibleText.Of(text)}' has one of the characters * ? [ ] , ; in it. A protected tag has no wildcards, and each tag is a string of its own: 'zec:keep', 'env=prod'.");
        }

        if (text.TrimEnd().EndsWith("=", StringComparison.Ordinal))
        {
            throw new ValidationMetadataException(
                $"'{VisibleText.Of(text)}' has no value after the equals sign. A key alone, without the sign, protects with any value.");
        }
    }
}
