using System.Globalization;
using System.Text;

namespace ZenlayerZec.Client.Text;

/// <summary>
/// Replaces what acts on a screen instead of being seen there: control characters, which escape sequences are made of; marks that turn the
/// reading direction or show nothing; line separators; and tag characters, which hide whole sentences. The joiners ZWJ and ZWNJ stay, since
/// Persian, Indic scripts and emoji are written with them.
/// </summary>
public static class VisibleText
{
    /// <summary>What stands in the place of each such character.</summary>
    public const char Replacement = '\uFFFD';

    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>The high surrogate of U+E0000 to U+E03FF; the tag characters and what is reserved beside them are the first 256 of those.</summary>
    private const char TagHighSurrogate = '\uDB40';
    private const char LastTagLowSurrogate = '\uDCFF';

    /// <summary>The text as it may be shown.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The same string where there is nothing to replace, which for ASCII costs next to nothing.</returns>
    public static string Of(string text)
    {
        var start = FirstToLookAt(text ?? throw new ArgumentNullException(nameof(text)));
        return start < 0 ? text : Of(text, start);
    }

    /// <summary>Whether a text is printable ASCII throughout, and so the same however it is read.</summary>
    /// <param name="text">The text in UTF-8.</param>
    internal static bool IsPlain(ReadOnlySpan<byte> text)
    {
#if NET
        return text.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0;
#else
        foreach (var value in text)
        {
            if (value is < (byte)' ' or > (byte)'~')
            {
                return false;
            }
        }

        return true;
#endif
    }

    private static string Of(string text, int start)
    {
        StringBuilder? shown = null;
        int width;
        for (var i = start; i < text.Length; i += width)
        {
            width = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (IsVisible(text, i))
            {
                shown?.Append(text, i, width);
            }
            else
            {
                shown ??= new StringBuilder(text, 0, i, text.Length);
                shown.Append(Replacement);
            }
        }

        return shown?.ToString() ?? text;
    }

    private static bool IsVisible(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text, index) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate => false,
        UnicodeCategory.Format => text[index] is ZeroWidthJoiner or ZeroWidthNonJoiner,
        UnicodeCategory.OtherNotAssigned => !(text[index] == TagHighSurrogate && text[index + 1] <= LastTagLowSurrogate),
        _ => true,
    };

#if NET
    private static int FirstToLookAt(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
#else
    private static int FirstToLookAt(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is < ' ' or > '~')
            {
                return i;
            }
        }

        return -1;
    }
#endif
}
