using System.Management.Automation;
using System.Text.RegularExpressions;
using ZenlayerZec.Client.Kinds;

namespace ZenlayerZec.Binding;

/// <summary>
/// Refuses values that cannot be the ID of a thing. The API does not document the form of an ID; all known IDs match, and they are
/// sent only as JSON.
/// </summary>
/// <param name="type">The type of the kind's objects.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateIdAttribute(Type type) : ValidateEnumeratedArgumentsAttribute
{
    private const int LongestQuote = 80;

    private static readonly Regex Grammar = new(@"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\z", RegexOptions.CultureInvariant);

    /// <summary>Whether a text can be an ID.</summary>
    public static bool IsValid(string text) => Grammar.IsMatch(text);

    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        var text = element as string ?? string.Empty;
        if (!IsValid(text))
        {
            var kind = AllKinds.Of(type);
            var quote = new string([.. text.Take(LongestQuote).Select(c => char.IsControl(c) ? '?' : c)]);
            throw new ValidationMetadataException(
                $"'{quote}' is not a valid {kind.Noun} ID: an ID has 1 to 64 letters, digits, hyphens and underscores. "
                + $"Use {kind.Plural} as {kind.GetCommand} returns them, or objects with a property {kind.IdName}.");
        }
    }
}
