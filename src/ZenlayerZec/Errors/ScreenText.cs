using System.Globalization;

namespace ZenlayerZec.Errors;

/// <summary>
/// Makes server-supplied text safe to show: a name may hold escape sequences that would clear the screen or forge a line, or
/// marks that turn the reading direction. Objects keep the true value.
/// </summary>
internal static class ScreenText
{
    private const char Replacement = '\uFFFD';

    public static string Of(string text) => text.All(IsHarmless) ? text : new string(text.Select(c => IsHarmless(c) ? c : Replacement).ToArray());

    private static bool IsHarmless(char c) => char.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
