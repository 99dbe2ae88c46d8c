using System.Management.Automation;
using System.Text.RegularExpressions;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Binding;

/// <summary>Refuses a name of an account that cannot be shown on a line, or that looks like one that the module gives itself.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateAccountNameAttribute : ValidateArgumentsAttribute
{
    private const int Longest = 64;

    private static readonly Regex Given = new(@"@|^simulator-[0-9]+\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var name = arguments as string ?? string.Empty;
        if (name.Length is 0 or > Longest || name.Trim() != name || VisibleText.Of(name) != name || Given.IsMatch(name))
        {
            throw new ValidationMetadataException(
                $"An account's name has 1 to {Longest} printable characters, without @ and without spaces at its ends, and is not of the form simulator-1.");
        }
    }
}
