using System.Management.Automation;
using System.Text.RegularExpressions;

namespace ZenlayerZec.Binding;

/// <summary>
/// Refuses what cannot be an instance's ID. The API does not say what an ID looks like; all that are known fit, and they are
/// sent nowhere but in a JSON list.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateInstanceIdAttribute : ValidateEnumeratedArgumentsAttribute
{
    private const int LongestQuote = 80;

    private static readonly Regex Grammar = new(@"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\z", RegexOptions.CultureInvariant);

    /// <summary>Whether a text can be an instance's ID.</summary>
    public static bool IsValid(string text) => Grammar.IsMatch(text);

    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        var text = element as string ?? string.Empty;
        if (!IsValid(text))
        {
            var quote = new string([.. text.Take(LongestQuote).Select(c => char.IsControl(c) ? '?' : c)]);
            throw new ValidationMetadataException(
                $"'{quote}' is not a valid instance ID: an ID has 1 to 64 letters, digits, hyphens and underscores. "
                + "Give instances as Get-ZecInstance emits them, or objects with a property InstanceId.");
        }
    }
}
